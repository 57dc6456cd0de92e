"""The macros that pages call between double braces, by subject: each returns HTML, one line for each block."""
