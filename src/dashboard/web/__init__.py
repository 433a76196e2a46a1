"""For app.py alone: a loaded catalog in, the server out, with its pages, files, API and pictures."""
