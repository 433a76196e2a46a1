"""The results of the United Nations in Mali as a bilingual dashboard."""
