"""The names of currencies and countries in the interface language, brought from CLDR in the background."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal

from app.domain.currencies import MINOR_UNITS
from app.ui.jobs import JobControl, Jobs

DOCUMENT_LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "English",
        "fr": "Français",
        "de": "Deutsch",
        "es": "Español",
        "it": "Italiano",
        "nl": "Nederlands",
        "pt": "Português",
    }
)
COMMON_CURRENCIES: Final = ("EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD")
"""Shown before the others where several match; the largest shares of payments by SWIFT."""
_NO_COUNTRY: Final = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


class CodeNames(NamedTuple):
    """Names by code."""

    currencies: Mapping[str, str]
    countries: Mapping[str, str]


def read_names(language: str) -> CodeNames:
    """All names in that language; slow the first time, not for the GUI thread.

    Source: CLDR, by Babel.
    """
    from babel import Locale  # costs tenths of a second: only here, only in a job

    locale = Locale.parse(language)
    currencies = {code: str(locale.currencies.get(code, "")) for code in MINOR_UNITS}
    countries = {
        code: str(name)
        for code, name in locale.territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }
    return CodeNames(MappingProxyType(currencies), MappingProxyType(countries))


class NameList(QObject):
    """The names as far as they are known; before they arrive, codes stand alone."""

    arrived = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self._asked = False
        self.currencies: Mapping[str, str] = MappingProxyType(dict.fromkeys(MINOR_UNITS, ""))
        self.countries: Mapping[str, str] = MappingProxyType({})

    def ask(self) -> None:
        """Bring the names, once."""
        if self._asked:
            return
        self._asked = True
        language = QLocale().name().partition("_")[0]

        def read(_control: JobControl) -> CodeNames:
            return read_names(language)

        self.jobs.run(read, lane="names").then(self._on_read)

    def _on_read(self, names: CodeNames) -> None:
        self.currencies = names.currencies
        self.countries = names.countries
        self.arrived.emit()
