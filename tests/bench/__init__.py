"""Measure the budgets: `make bench`."""
