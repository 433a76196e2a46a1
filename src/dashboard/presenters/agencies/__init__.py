"""For pages: agencies side by side, by the outputs under which the report lists them."""
