"""The network map on paper: where everybody stands, so that nobody ever jumps."""
