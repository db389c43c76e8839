"""Stripe's amounts: whole numbers of a currency's smallest unit, with three irregular groups.

Source: docs.stripe.com/currencies, as noted in the project's contract notes, November 2026.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from app.domain.currencies import NON_FIAT, minor_units
from app.domain.money import EXACT, plain

_ZERO: Final = "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF"
ZERO_DECIMAL: Final = frozenset(_ZERO.split())
_THREE: Final = "BHD JOD KWD OMR TND"
THREE_DECIMAL: Final = frozenset(_THREE.split())
"""Sent in thousandths whose last digit is 0."""
WHOLE_ONLY: Final = frozenset({"ISK", "UGX"})
"""Sent in hundredths, but only whole units."""

LONGEST_FRACTION: Final = 12
"""decimals of `unit_amount_decimal`, counted in the smallest unit"""


def is_supported(currency: str) -> bool:
    """Whether we know how Stripe counts this currency."""
    if currency in ZERO_DECIMAL or currency in THREE_DECIMAL or currency in WHOLE_ONLY:
        return True
    return currency not in NON_FIAT and minor_units(currency) == 2


def wire_decimals(currency: str) -> int:
    """How many decimals the whole number on the wire stands for."""
    if currency in ZERO_DECIMAL:
        return 0
    return 3 if currency in THREE_DECIMAL else 2


def held_decimals(currency: str) -> int:
    """Decimals an amount of this currency can really have at Stripe."""
    if currency in ZERO_DECIMAL or currency in WHOLE_ONLY:
        return 0
    return 2


def is_held_exactly(amount: Decimal, currency: str) -> bool:
    """Whether Stripe can hold the amount to the last digit."""
    shifted = amount.scaleb(held_decimals(currency), context=EXACT)
    return shifted == shifted.to_integral_value(context=EXACT)


def minor(amount: Decimal, currency: str) -> str:
    """The amount as Stripe writes it. Call only for what `is_held_exactly`."""
    shifted = amount.scaleb(wire_decimals(currency), context=EXACT)
    return plain(shifted.to_integral_value(context=EXACT))


def minor_fraction(price: Decimal, currency: str) -> str:
    """A unit price for `unit_amount_decimal`: in the smallest unit, with its fraction."""
    shifted = price.scaleb(wire_decimals(currency), context=EXACT)
    return plain(shifted.normalize(EXACT)) if shifted else "0"


def major(units: Decimal, currency: str) -> Decimal:
    """The amount behind a number of smallest units."""
    return units.scaleb(-wire_decimals(currency), context=EXACT)
