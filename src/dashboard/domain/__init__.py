"""For every room: what all speak of (view, ids, problems, plain figures); it knows no other room."""
