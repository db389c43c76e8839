"""Field types of the model: exact decimals with bounds, and text that any file can carry.

A binary float is refused, not converted: 0.1 is not a tenth. Scientific notation is accepted when
the value fits its bounds, so a quantity of 1e400 is refused with the name of its field.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

from app.domain.currencies import MINOR_UNITS
from app.domain.money import plain


def _number(limit: int, decimals: int, *, signed: bool = True) -> Any:
    """A validator: text, whole number or Decimal -> Decimal within the bounds, exactly."""
    lowest = Decimal(-limit if signed else -1)
    highest = Decimal(limit)
    # What nearly every number looks like is within the bounds by its form alone.
    is_usual = re.compile(
        f"{'-?' if signed else ''}[0-9]{{1,{len(str(limit)) - 1}}}(?:\\.[0-9]{{1,{decimals}}})?"
    ).fullmatch

    def read(value: Any) -> Decimal:
        if type(value) is str and is_usual(value):
            return Decimal(value)
        number = value if type(value) is Decimal else _exact(value)
        if not number.is_finite():
            raise PydanticCustomError("not_a_number", "this is not a number")
        if not signed and number < 0:
            raise PydanticCustomError("number_negative", "this must not be negative")
        if not lowest < number < highest:
            raise PydanticCustomError(
                "number_too_large",
                "this number is too large; it must be below {limit}",
                {"limit": f"{limit:,}".replace(",", "\u00a0")},
            )
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -decimals:
            if number.adjusted() < -60 or number != round(number, decimals):
                raise PydanticCustomError(
                    "too_many_decimals", "at most {decimals} decimals", {"decimals": decimals}
                )
            number = round(number, decimals)
        return number

    return BeforeValidator(read)


def _exact(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError(
            "number_not_text", 'write the number as text with a decimal point, for example "12.50"'
        )
    try:
        return Decimal(value)
    except InvalidOperation:
        raise PydanticCustomError("not_a_number", 'this is not a number; write it like "12.50"') from None


_TEXT = PlainSerializer(plain, return_type=str, when_used="json")

Quantity = Annotated[Decimal, _number(10**12, 6), _TEXT]
"""Up to 6 decimals, below 10^12, either sign."""
Price = Annotated[Decimal, _number(10**15, 8), _TEXT]
"""A price per unit, up to 8 decimals (what crypto-assets need; 6 elsewhere), either sign."""
Amount = Annotated[Decimal, _number(10**18, 8), _TEXT]
"""An amount of the document's currency, either sign."""
Percent = Annotated[Decimal, _number(10**4, 6), _TEXT]
"""Percent points, 20 for 20 %, either sign."""
Rate = Annotated[Decimal, _number(10**3, 6, signed=False), _TEXT]
"""A tax rate in percent points, never negative."""
Factor = Annotated[Decimal, _number(10**12, 12, signed=False), _TEXT]
"""An exchange rate or a base quantity: positive, up to 12 decimals."""

LONG_TEXT_LIMIT = 200_000
Text = Annotated[str, StringConstraints(max_length=LONG_TEXT_LIMIT)]
"""Several lines of text."""
Label = Annotated[str, StringConstraints(max_length=2_000)]
"""One line of text."""


def _currency(value: str) -> str:
    code = value.strip().upper()
    if code not in MINOR_UNITS:
        raise PydanticCustomError(
            "currency_unknown",
            "'{value}' is not a currency code; use one like EUR, USD or JPY",
            {"value": value[:20]},
        )
    return code


CurrencyCode = Annotated[str, AfterValidator(_currency)]
CountryCode = Annotated[
    str, StringConstraints(pattern=r"^([A-Z]{2})?$"), Field(description="ISO 3166-1 alpha-2")
]
