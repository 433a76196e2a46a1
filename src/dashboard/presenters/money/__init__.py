"""For pages and other presenters: money in words, with its cards, tables and passports."""
