"""The language of a search: words, names, misspellings. It knows no page and no table."""
