"""For the page of all years and passports: what several reports tell side by side; nothing of one alone."""
