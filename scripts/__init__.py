"""The project's command line and its MkDocs hook."""
