"""Amounts, dates and times as the interface's language writes them. Never through a float."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from app.domain.currencies import minor_units
from app.domain.money import round_half_away

MINUS = "\u2212"


def number_text(value: Decimal, decimals: int | None = None, locale: QLocale | None = None) -> str:
    """The number with the locale's separators; with `decimals` None, as many as it has."""
    locale = locale or QLocale()
    shown = value if decimals is None else round_half_away(value, decimals)
    whole, _, fraction = format(abs(shown), "f").partition(".")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
    text = locale.groupSeparator().join(reversed(groups))
    if fraction:
        text += locale.decimalPoint() + fraction
    return MINUS + text if shown < 0 else text


def amount_text(value: Decimal, currency: str, locale: QLocale | None = None) -> str:
    """The amount with as many decimals as the currency has, without its symbol."""
    return number_text(value, minor_units(currency), locale)


def money_text(value: Decimal, currency: str, locale: QLocale | None = None) -> str:
    """The amount and the code of its currency."""
    return f"{amount_text(value, currency, locale)}\u00a0{currency}"


def date_text(day: date | None, locale: QLocale | None = None) -> str:
    """The day such as `21 Nov 2026`, or nothing."""
    if day is None:
        return ""
    return (locale or QLocale()).toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def time_text(moment: datetime, locale: QLocale | None = None) -> str:
    """Day and time, of this system's time zone, such as `21 Nov 2026 14:05`."""
    here = moment.astimezone()
    return f"{date_text(here.date(), locale)} {here:%H:%M}"


def folded(text: str) -> str:
    """The text without accents and capitals, for comparison."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def matches(needle: str, *texts: str) -> bool:
    """Whether every word of `needle` begins or stands in one of the texts, accents apart."""
    haystack = folded(" ".join(texts))
    return all(word in haystack for word in folded(needle).split())


def safe_name(text: str) -> str:
    """The text as a file may be called on any system; empty when nothing of it may be."""
    return "".join(c if c.isalnum() or c in " -_." else "-" for c in text).strip(" .")[:80]
