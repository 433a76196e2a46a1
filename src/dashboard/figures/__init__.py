"""For presenters: a frame, options and words in; a figure as plain data and its still picture out."""
