"""Overview: the report on one screen."""
