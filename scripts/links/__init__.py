"""Check the links of the built site."""
