"""Customers and items taken in from tables of other programs: read, matched, looked at, kept, taken back."""
