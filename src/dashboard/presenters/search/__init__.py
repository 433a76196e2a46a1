"""Answers to a reader's words, from everything in the tables."""
