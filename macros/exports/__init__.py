"""Turn the bank into files of other formats."""
