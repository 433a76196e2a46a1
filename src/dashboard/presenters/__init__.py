"""For pages and web: a presenter tells one subject in a reader's words, as cards, rows, passports, links."""
