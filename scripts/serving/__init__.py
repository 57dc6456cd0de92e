"""Serve the site while it is being written."""
