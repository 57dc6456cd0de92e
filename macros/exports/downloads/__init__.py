"""Files that readers take along: the bank for other programs and on paper, each format in a module of its own."""
