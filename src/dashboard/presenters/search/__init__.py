"""For pages and web: a reader's words in, answers from everything in the tables out."""
