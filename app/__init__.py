"""Factotum: invoices composed offline, with the exact PDF beside the form."""

__version__ = "0.1.0"
