"""Units of measure: the codes of UN/ECE Recommendation 20 people invoice in, and what they call them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.ui.language import QT_TRANSLATE_NOOP

ONE: Final = "C62"
"""The unit of things that are counted; its name says nothing a bare number does not."""

_NAMES: Final[dict[str, str]] = {
    "C62": QT_TRANSLATE_NOOP("Units", "unit"),
    "H87": QT_TRANSLATE_NOOP("Units", "piece"),
    "HUR": QT_TRANSLATE_NOOP("Units", "h"),
    "MIN": QT_TRANSLATE_NOOP("Units", "min"),
    "DAY": QT_TRANSLATE_NOOP("Units", "day"),
    "WEE": QT_TRANSLATE_NOOP("Units", "week"),
    "MON": QT_TRANSLATE_NOOP("Units", "month"),
    "ANN": QT_TRANSLATE_NOOP("Units", "year"),
    "KGM": QT_TRANSLATE_NOOP("Units", "kg"),
    "GRM": QT_TRANSLATE_NOOP("Units", "g"),
    "TNE": QT_TRANSLATE_NOOP("Units", "t"),
    "MTR": QT_TRANSLATE_NOOP("Units", "m"),
    "KMT": QT_TRANSLATE_NOOP("Units", "km"),
    "MTK": QT_TRANSLATE_NOOP("Units", "m²"),
    "MTQ": QT_TRANSLATE_NOOP("Units", "m³"),
    "LTR": QT_TRANSLATE_NOOP("Units", "l"),
    "KWH": QT_TRANSLATE_NOOP("Units", "kWh"),
    "SET": QT_TRANSLATE_NOOP("Units", "set"),
    "LS": QT_TRANSLATE_NOOP("Units", "flat rate"),
    "P1": QT_TRANSLATE_NOOP("Units", "percent"),
}

_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "C62": ("unit", "units", "unité", "unités", "one", "u", "stk", "ea"),
    "H87": ("piece", "pieces", "pc", "pcs", "pièce", "pièces", "stück"),
    "HUR": ("h", "hr", "hrs", "hour", "hours", "heure", "heures", "std", "stunde", "stunden"),
    "MIN": ("min", "mins", "minute", "minutes", "minuten"),
    "DAY": ("d", "j", "day", "days", "jour", "jours", "tag", "tage"),
    "WEE": ("week", "weeks", "semaine", "semaines", "woche", "wochen"),
    "MON": ("month", "months", "mois", "monat", "monate"),
    "ANN": ("year", "years", "an", "ans", "année", "années", "jahr", "jahre"),
    "KGM": ("kg", "kilo"),
    "GRM": ("g",),
    "TNE": ("t", "tonne", "tonnes"),
    "MTR": ("m", "ml"),
    "KMT": ("km",),
    "MTK": ("m2", "m²", "qm"),
    "MTQ": ("m3", "m³", "cbm"),
    "LTR": ("l", "litre", "litres", "liter"),
    "KWH": ("kwh",),
    "SET": ("set", "lot", "lots"),
    "LS": ("flat rate", "flat", "forfait", "pauschal", "pauschale", "lump sum"),
    "P1": ("percent",),
}
_BY_ALIAS: Final = {alias: code for code, aliases in _ALIASES.items() for alias in aliases}

CODES: Final = tuple(_NAMES)


def unit_name(unit: str) -> str:
    """The unit in the interface language; a unit that is no code stands as it was written."""
    name = _NAMES.get(unit)
    return unit if name is None else QCoreApplication.translate("Units", name)


def unit_code(written: str) -> str:
    """The code of a unit typed by name, alias or code; what is none of these is a unit of its own."""
    word = written.strip().rstrip(".")
    if not word:
        return ""
    if word.upper() in _NAMES:
        return word.upper()
    for code in CODES:
        if unit_name(code).lower() == word.lower():
            return code
    return _BY_ALIAS.get(word.lower(), written.strip())
