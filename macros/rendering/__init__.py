"""Turn the bank into HTML, in one language."""
