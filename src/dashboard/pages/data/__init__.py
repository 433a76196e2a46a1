"""Data and method: files to take away, and what to know about them."""
