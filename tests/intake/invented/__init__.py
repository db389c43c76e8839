"""Invoices of suppliers that never were, drawn anew from a number: what the reader has never seen.

`invoice(seed)` draws one as a PDF with the values that are right. Wordings, letter heads, tables and
sums are put together at random from what invoices of seven languages show. Half of the wordings are
kept apart: `fresh=True` uses only those, to know how the reader does on words it was not made with.
"""
