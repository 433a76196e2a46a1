"""For web alone: a page lays out what presenters tell; out come component trees, and pages are strangers."""
