"""Rates of VAT and sales tax in force in Europe and its neighbours now or lately."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_IN_PERCENT: Final = """
    20 19 21 22 23 24 25 5.5 7 10 9 6 4 12 8 13 2.1 8.1 7.7 2.6 2.5 3.8 5 17 16 14 3 18 9.5 8.5 15
    10.5 27 26 25.5 11 17.5 1.2 0
"""
RATES: Final = tuple(Decimal(text) for text in _IN_PERCENT.split())
"""In percent, the commonest first."""
