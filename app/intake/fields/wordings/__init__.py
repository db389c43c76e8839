"""What stands beside values on invoices, one wording a line, by field and language.

The wordings come from what invoices of these countries say: the terms of their laws and forms, of
EN 16931, and of the accounting programs used there. To teach the reader another wording, add a line.
"""
