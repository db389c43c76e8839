"""Suppliers' files: taken in, read, checked by a person, filed or sent on."""
