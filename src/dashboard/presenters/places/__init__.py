"""For pages and other presenters: where the work was, as map, list, table and panel of a place."""
