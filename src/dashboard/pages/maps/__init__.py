"""Map: where the work was."""
