"""Decimals and amounts as the interface language writes them, without passing through a float."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QLocale

from app.domain.money import plain, round_half_away

MINUS: Final = "−"
_SYMBOLS: Final = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹", "BTC": "₿"}
_NARROW_SPACE: Final = "\u202f"
_WORD_JOINING_SPACE: Final = "\u00a0"


def number_text(value: Decimal, decimals: int | None = None, locale: QLocale | None = None) -> str:
    """The number grouped in thousands; with `decimals`, rounded half away to that many.

    Without `decimals` every digit that counts is shown and no more.
    """
    locale = locale or QLocale()
    shown = value.normalize() if decimals is None and value else value
    digits = plain(abs(shown if decimals is None else round_half_away(shown, decimals)))
    whole, _, rest = digits.partition(".")
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    grouped = _group_separator(locale).join([whole, *groups])
    sign = MINUS if value < 0 and digits.strip("0.") else ""
    return f"{sign}{grouped}{locale.decimalPoint()}{rest}" if rest else f"{sign}{grouped}"


def entry_text(value: Decimal, locale: QLocale | None = None) -> str:
    """The number as it stands in a field to be edited: no grouping, the language's decimal sign."""
    locale = locale or QLocale()
    shown = plain(value.normalize() if value else Decimal(0))
    return shown.replace(".", locale.decimalPoint())


def amount_text(value: Decimal, currency: str, decimals: int, locale: QLocale | None = None) -> str:
    """The amount with its currency, on the side where the interface language writes it."""
    locale = locale or QLocale()
    number = number_text(value, decimals, locale)
    sign = _SYMBOLS.get(currency)
    # One unit of nothing shows on which side this language writes the sign.
    sign_leads = not locale.toCurrencyString(1, "¤").startswith("1")
    if not sign_leads:
        return f"{number}{_WORD_JOINING_SPACE}{sign or currency}"
    if sign is None:
        return f"{currency}{_WORD_JOINING_SPACE}{number}"
    if number.startswith(MINUS):
        return f"{MINUS}{sign}{number[1:]}"
    return f"{sign}{number}"


def percent_text(value: Decimal, locale: QLocale | None = None) -> str:
    """The rate with a percent sign: "5.5 %"."""
    return f"{number_text(value, None, locale)}{_WORD_JOINING_SPACE}%"


def _group_separator(locale: QLocale) -> str:
    separator = locale.groupSeparator()
    return _NARROW_SPACE if separator == " " else separator
