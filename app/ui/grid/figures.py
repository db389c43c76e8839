"""Figures of cells: as they are shown, and as they stand in an editor. Never through a float."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale

from app.domain.money import EXACT
from app.ui import formats

NBSP = "\u00a0"


def number_text(value: Decimal, decimals: int | None = None, locale: QLocale | None = None) -> str:
    """The number grouped by thousands; with `decimals` None, every digit that counts and no more."""
    if decimals is None:
        decimals = decimals_needed(value)
    return formats.number_text(value, decimals, locale)


def entry_text(value: Decimal, decimals: int = 0, locale: QLocale | None = None) -> str:
    """The number as it stands in an editor: not grouped, at least so many decimals."""
    locale = locale or QLocale()
    text = format(value, f".{max(decimals, decimals_needed(value))}f")
    return text.replace(".", locale.decimalPoint())


def percent_text(value: Decimal, locale: QLocale | None = None) -> str:
    """The rate with a percent sign: "5.5 %"."""
    return f"{number_text(value, None, locale)}{NBSP}%"


def decimals_needed(value: Decimal) -> int:
    """How many decimals count."""
    exponent = value.normalize(EXACT).as_tuple().exponent if value else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0
