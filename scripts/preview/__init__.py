"""Work out what a change touches."""
