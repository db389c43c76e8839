"""Every printed word, in the language of the document.

One file a language. `{...}` are places for values. A draft may replace any label by name
(`Paper.label_overrides`); a place that the label has no value for is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from app.documents.labels import de, en, es, fr, it, nl, pt
from app.documents.text import isolated
from app.domain.draft import DocumentLanguage

LABELS: Final[dict[DocumentLanguage, dict[str, str]]] = {
    "en": en.LABELS,
    "fr": fr.LABELS,
    "de": de.LABELS,
    "es": es.LABELS,
    "it": it.LABELS,
    "nl": nl.LABELS,
    "pt": pt.LABELS,
}
UNITS: Final[dict[DocumentLanguage, dict[str, str]]] = {
    "en": en.UNITS,
    "fr": fr.UNITS,
    "de": de.UNITS,
    "es": es.UNITS,
    "it": it.UNITS,
    "nl": nl.UNITS,
    "pt": pt.UNITS,
}
SYMBOLS: Final = {
    "SEC": "s",
    "MIN": "min",
    "MGM": "mg",
    "GRM": "g",
    "KGM": "kg",
    "TNE": "t",
    "MMT": "mm",
    "CMT": "cm",
    "MTR": "m",
    "KMT": "km",
    "MTK": "m²",
    "MTQ": "m³",
    "MLT": "ml",
    "CLT": "cl",
    "LTR": "l",
    "HLT": "hl",
    "KWT": "kW",
    "KWH": "kWh",
    "MWH": "MWh",
    "4L": "MB",
    "E34": "GB",
    "E35": "TB",
    "P1": "%",
}
"""Units written alike in every language, by UN/ECE Recommendation 20 code."""

_PLACE: Final = re.compile(r"\{(\w+)\}")


class Labels:
    """The labels of one document: those of its language with its own replacements."""

    __slots__ = ("_few_is_singular", "_texts", "_units", "language")

    def __init__(self, language: DocumentLanguage, overrides: Mapping[str, str] | None = None) -> None:
        self.language = language
        self._texts = LABELS[language] if not overrides else {**LABELS[language], **overrides}
        self._units = UNITS[language]
        # CLDR plural rules: French and Portuguese count 0 and 1.5 as one.
        self._few_is_singular = language in ("fr", "pt")

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def fill(self, label: str, /, **values: str) -> str:
        """The label with its values in place."""
        return _PLACE.sub(lambda place: isolated(values.get(place[1], place[0])), self._texts[label])

    def unit(self, code: str, quantity: Decimal) -> str:
        """The word or symbol for a unit, in the number the quantity asks for; unknown ones as they are."""
        if not code:
            return ""
        words = self._units.get(code)
        if words is None:
            return SYMBOLS.get(code, code)
        one, _, many = words.partition("|")
        if not many:
            return one
        size = abs(quantity)
        return one if (size < 2 if self._few_is_singular else size == 1) else many
