"""For the command line and the server's start: data and borders checked, told in words, installed."""
