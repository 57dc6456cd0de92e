"""Report on the whole bank."""
