"""Figures of the form and the totals as the interface language writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QLocale

from app.domain.money import ZERO, plain
from app.ui import formats

MINUS: Final = formats.MINUS
_SYMBOLS: Final = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹", "BTC": "₿"}
_NO_BREAK_SPACE: Final = "\u00a0"


def number_text(value: Decimal, decimals: int | None = None, locale: QLocale | None = None) -> str:
    """The number in groups of thousands; without `decimals`, every digit that counts and no more."""
    shown = value if decimals is not None else (value.normalize() if value else ZERO)
    return formats.number_text(shown, decimals, locale)


def entry_text(value: Decimal, locale: QLocale | None = None) -> str:
    """The number as it stands in a field to be edited: no groups, the language's decimal sign."""
    shown = plain(value.normalize() if value else ZERO)
    return shown.replace(".", (locale or QLocale()).decimalPoint())


def amount_text(value: Decimal, currency: str, decimals: int, locale: QLocale | None = None) -> str:
    """The amount with its currency, on the side where the interface language writes it."""
    locale = locale or QLocale()
    number = number_text(value, decimals, locale)
    sign = _SYMBOLS.get(currency)
    # One unit of no currency shows on which side this language writes the sign.
    sign_leads = not locale.toCurrencyString(1, "¤").startswith("1")
    if not sign_leads:
        return f"{number}{_NO_BREAK_SPACE}{sign or currency}"
    if sign is None:
        return f"{currency}{_NO_BREAK_SPACE}{number}"
    return f"{MINUS}{sign}{number[1:]}" if number.startswith(MINUS) else f"{sign}{number}"


def percent_text(value: Decimal, locale: QLocale | None = None) -> str:
    """The rate with a percent sign: "5.5 %"."""
    return f"{number_text(value, None, locale)}{_NO_BREAK_SPACE}%"
