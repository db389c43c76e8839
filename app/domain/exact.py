"""Field types of the model: exact decimals with bounds, and text that any file can carry.

A binary float is refused, not converted: 0.1 is not a tenth. Scientific notation is accepted when
the value fits its bounds, so a quantity of 1e400 is refused with the name of its field.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints

from app.domain.currencies import MINOR_UNITS
from app.domain.money import plain


def _exact(value: Any) -> Any:
    if type(value) is Decimal:
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError('write the number as text with a decimal point, for example "12.50"')
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ValueError('this is not a number; write it like "12.50"') from None


def _bounded(limit: int, decimals: int, *, signed: bool) -> Any:
    def check(value: Decimal) -> Decimal:
        if not value.is_finite():
            raise ValueError("this is not a number")
        if value.adjusted() > 40 or abs(value) >= limit:
            raise ValueError(f"this number is too large; it must be below {limit:,}".replace(",", " "))
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -decimals:
            if value.adjusted() < -60 or value != round(value, decimals):
                raise ValueError(f"at most {decimals} decimals")
            value = round(value, decimals)
        if not signed and value < 0:
            raise ValueError("this must not be negative")
        return value

    return check


_TEXT = PlainSerializer(plain, return_type=str, when_used="json")

Quantity = Annotated[
    Decimal, BeforeValidator(_exact), AfterValidator(_bounded(10**12, 6, signed=True)), _TEXT
]
"""Up to 6 decimals, below 10^12, either sign."""
Price = Annotated[Decimal, BeforeValidator(_exact), AfterValidator(_bounded(10**15, 8, signed=True)), _TEXT]
"""A price per unit, up to 8 decimals (what crypto-assets need; 6 elsewhere), either sign."""
Amount = Annotated[Decimal, BeforeValidator(_exact), AfterValidator(_bounded(10**18, 8, signed=True)), _TEXT]
"""An amount of the document's currency, either sign."""
Percent = Annotated[Decimal, BeforeValidator(_exact), AfterValidator(_bounded(10**4, 6, signed=True)), _TEXT]
"""Percent points, 20 for 20 %, either sign."""
Rate = Annotated[Decimal, BeforeValidator(_exact), AfterValidator(_bounded(10**3, 6, signed=False)), _TEXT]
"""A tax rate in percent points, never negative."""
Factor = Annotated[
    Decimal, BeforeValidator(_exact), AfterValidator(_bounded(10**12, 12, signed=False)), _TEXT
]
"""An exchange rate or a base quantity: positive, up to 12 decimals."""

LONG_TEXT_LIMIT = 200_000
Text = Annotated[str, StringConstraints(max_length=LONG_TEXT_LIMIT)]
"""Several lines of text."""
Label = Annotated[str, StringConstraints(max_length=2_000)]
"""One line of text."""


def _currency(value: str) -> str:
    code = value.strip().upper()
    if code not in MINOR_UNITS:
        raise ValueError(f"{value!r:.20} is not a currency code; use one like EUR, USD or JPY")
    return code


CurrencyCode = Annotated[str, AfterValidator(_currency)]
CountryCode = Annotated[
    str, StringConstraints(pattern=r"^([A-Z]{2})?$"), Field(description="ISO 3166-1 alpha-2")
]
