"""Check the external pages that the project cites."""
