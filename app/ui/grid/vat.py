"""VAT as it is typed and shown in a cell: a rate, or a category with its word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, NamedTuple, cast, get_args

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.entry import EntryError, parse_number
from app.domain.rows import Line, VatCategory
from app.ui.grid.figures import entry_text, percent_text
from app.ui.language import QT_TRANSLATE_NOOP

STANDARD_RATES: Final[dict[str, tuple[str, ...]]] = {
    "AT": ("20", "13", "10"),
    "BE": ("21", "12", "6"),
    "BG": ("20", "9"),
    "CH": ("8.1", "3.8", "2.6"),
    "CY": ("19", "9", "5"),
    "CZ": ("21", "12"),
    "DE": ("19", "7"),
    "DK": ("25",),
    "EE": ("24", "13", "9"),
    "ES": ("21", "10", "4"),
    "FI": ("25.5", "13.5", "10"),
    "FR": ("20", "10", "5.5", "2.1"),
    "GB": ("20", "5"),
    "GR": ("24", "13", "6"),
    "HR": ("25", "13", "5"),
    "HU": ("27", "18", "5"),
    "IE": ("23", "13.5", "9"),
    "IT": ("22", "10", "5", "4"),
    "LT": ("21", "12", "5"),
    "LU": ("17", "14", "8", "3"),
    "LV": ("21", "12", "5"),
    "MT": ("18", "7", "5"),
    "NL": ("21", "9"),
    "NO": ("25", "15", "12"),
    "PL": ("23", "8", "5"),
    "PT": ("23", "13", "6"),
    "RO": ("21", "11"),
    "SE": ("25", "12", "6"),
    "SI": ("22", "9.5", "5"),
    "SK": ("23", "19", "5"),
}
"""Rates in force, the standard one first, by country of the seller. Source: European Commission,
"VAT rates applied in the member states"; HMRC; Swiss and Norwegian tax administrations."""

_NAMES: Final[dict[str, str]] = {
    "Z": QT_TRANSLATE_NOOP("Vat", "Zero rate"),
    "E": QT_TRANSLATE_NOOP("Vat", "Exempt"),
    "AE": QT_TRANSLATE_NOOP("Vat", "Reverse charge"),
    "K": QT_TRANSLATE_NOOP("Vat", "Intra-EU supply"),
    "G": QT_TRANSLATE_NOOP("Vat", "Export"),
    "O": QT_TRANSLATE_NOOP("Vat", "Outside the scope"),
    "S": QT_TRANSLATE_NOOP("Vat", "Rate"),
    "L": QT_TRANSLATE_NOOP("Vat", "Canary Islands (IGIC)"),
    "M": QT_TRANSLATE_NOOP("Vat", "Ceuta and Melilla (IPSI)"),
    "B": QT_TRANSLATE_NOOP("Vat", "Split payment (Italy)"),
}
_SHORT: Final[dict[str, str]] = {
    "E": QT_TRANSLATE_NOOP("Vat", "exempt"),
    "AE": QT_TRANSLATE_NOOP("Vat", "reverse"),
    "K": QT_TRANSLATE_NOOP("Vat", "intra-EU"),
    "G": QT_TRANSLATE_NOOP("Vat", "export"),
    "O": QT_TRANSLATE_NOOP("Vat", "no VAT"),
}
_ALIASES: Final[dict[str, VatCategory]] = {
    "zero": "Z",
    "exempt": "E",
    "exonéré": "E",
    "exo": "E",
    "steuerfrei": "E",
    "reverse": "AE",
    "reverse charge": "AE",
    "autoliquidation": "AE",
    "rc": "AE",
    "intra": "K",
    "intra-eu": "K",
    "intracom": "K",
    "export": "G",
    "none": "O",
    "no vat": "O",
    "outside": "O",
    "hors champ": "O",
}
_WITHOUT_RATE: Final[tuple[VatCategory, ...]] = ("Z", "E", "AE", "K", "G", "O")
_RATED: Final = frozenset(("S", "L", "M", "B"))
_CODE_AT_END: Final = re.compile(r"\((AE|[SZEKGOLMB])\)$")
_CODE_FIRST: Final = re.compile(r"(AE|[SZEKGOLMB])(?:[ \u00a0]+(.*))?$", re.IGNORECASE)
MAX_RATE: Final = Decimal(1000)


class VatChoice(NamedTuple):
    """One entry of the list under a VAT cell."""

    text: str
    category: VatCategory
    rate: Decimal | None


def category_name(category: str) -> str:
    """The category in the interface language."""
    return QCoreApplication.translate("Vat", _NAMES[category])


def vat_text(line: Line, locale: QLocale) -> str:
    """What the VAT cell shows: the rate, or the word of a category without one."""
    if short := _SHORT.get(line.vat_category):
        return QCoreApplication.translate("Vat", short)
    if line.vat_rate is None:
        return percent_text(Decimal(0), locale) if line.vat_category == "Z" else ""
    return percent_text(line.vat_rate, locale)


def vat_entry(line: Line, locale: QLocale) -> str:
    """What stands in the editor of a VAT cell."""
    if line.vat_category in _SHORT or line.vat_category == "Z":
        return f"{category_name(line.vat_category)} ({line.vat_category})"
    rate = "" if line.vat_rate is None else entry_text(line.vat_rate, 0, locale)
    return rate if line.vat_category == "S" else f"{line.vat_category} {rate}".strip()


def vat_choices(country: str, locale: QLocale) -> Iterator[VatChoice]:
    """The rates usual where the seller is, then the categories without a rate."""
    for rate in STANDARD_RATES.get(country, ()):
        yield VatChoice(percent_text(Decimal(rate), locale), "S", Decimal(rate))
    for category in _WITHOUT_RATE:
        yield VatChoice(f"{category_name(category)} ({category})", category, _rate_without(category))


def usual_rate(country: str) -> Decimal | None:
    """The standard rate where the seller is, or None if it is not known here."""
    rates = STANDARD_RATES.get(country)
    return Decimal(rates[0]) if rates else None


def read_vat(line: Line, text: str, group: str = "") -> dict[str, Any]:
    """The fields that a typed VAT changes. Raises EntryError: vat_rate_range, and those of numbers."""
    word = text.strip()
    if not word:
        return {"vat_category": "S", "vat_rate": None}
    if found := _CODE_AT_END.search(word):
        category = cast("VatCategory", found[1])
        if category not in _RATED:
            return {"vat_category": category, "vat_rate": _rate_without(category)}
    if alias := _ALIASES.get(word.lower()):
        return {"vat_category": alias, "vat_rate": _rate_without(alias)}
    category = line.vat_category if line.vat_category in _RATED else "S"
    if found := _CODE_FIRST.match(word):
        category = cast("VatCategory", found[1].upper())
        word = (found[2] or "").strip()
        if category not in _RATED and not word:
            return {"vat_category": category, "vat_rate": _rate_without(category)}
    rate = parse_number(word.rstrip("%\u00a0\u202f "), decimals=6, group=group)
    if not 0 <= rate < MAX_RATE:
        raise EntryError("vat_rate_range", {"text": word})
    if rate == 0 and category == "S":
        return {"vat_category": "Z", "vat_rate": rate}
    return {"vat_category": category, "vat_rate": rate}


def _rate_without(category: VatCategory) -> Decimal | None:
    return None if category == "O" or category in _RATED else Decimal(0)


CATEGORIES: Final[tuple[VatCategory, ...]] = get_args(VatCategory)
