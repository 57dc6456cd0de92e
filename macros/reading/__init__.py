"""Read the project's files: text, YAML with positions, trees into models."""
