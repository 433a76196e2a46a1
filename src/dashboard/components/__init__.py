"""For presenters, pages and web: values in, trees of HTML components out; nothing here knows the data."""
