"""For pages and web: one subject each in a reader's words, as cards, rows, passports and links."""
