"""For pages and other presenters: indicators in words, their panels, the status board, passports."""
