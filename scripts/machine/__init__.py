"""Set up a contributor's machine."""
