"""The shared layer between an invoice and any provider: calls, flows, plans, errors, options.

A provider says what is to be asked and understands what is answered; it never touches the network.
"""
