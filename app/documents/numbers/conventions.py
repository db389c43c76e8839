"""What CLDR says about one locale, read once through Babel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from app.domain.draft import DocumentLanguage

HOME_REGIONS: Final[dict[DocumentLanguage, str]] = {
    "en": "GB",
    "fr": "FR",
    "de": "DE",
    "es": "ES",
    "it": "IT",
    "nl": "NL",
    "pt": "PT",
}
MINUS: Final = "\u2212"

Affixes = tuple[str, str, str, str]
"""What stands before and after a positive number, then before and after a negative one."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How one locale writes numbers. `¤` in `currency` stands for the symbol, `minor_group` counts digits
    of every group but the last (2 in India)."""

    locale: str
    decimal: str
    group: str
    last_group: int
    minor_group: int
    number: Affixes
    percent: Affixes
    currency: Affixes

    def symbol(self, currency: str) -> str:
        """The currency's symbol in this locale, or its code."""
        return _symbol(self.locale, currency)

    def country(self, code: str) -> str:
        """The name of a country in the document's language; an unknown code as it is."""
        return _country(self.locale, code)

    def long_date(self, day: date) -> str:
        """The day in words, such as 21 November 2026."""
        return _date(self.locale, day)

    def period(self, start: date, end: date) -> str:
        """Two days in short, such as 1–15 Nov 2026."""
        return _period(self.locale, start, end)


@lru_cache(maxsize=64)
def document_locale(language: DocumentLanguage, country: str) -> str:
    """The CLDR locale of this language in the seller's country, failing that in the language's home."""
    from babel.localedata import exists

    here = f"{language}_{country}"
    return here if country and exists(here) else f"{language}_{HOME_REGIONS[language]}"


@lru_cache(maxsize=64)
def conventions_for(locale: str) -> Conventions:
    """The conventions of a CLDR locale such as `fr_FR`; the minus sign is always U+2212."""
    from babel.core import Locale
    from babel.numbers import get_decimal_symbol, get_group_symbol

    cldr = Locale.parse(locale)
    number = cldr.decimal_formats[None]
    last_group, minor_group = number.grouping
    return Conventions(
        locale=locale,
        decimal=get_decimal_symbol(locale),
        group=get_group_symbol(locale),
        last_group=last_group,
        minor_group=minor_group,
        number=_affixes(number),
        percent=_affixes(cldr.percent_formats[None]),
        currency=_affixes(cldr.currency_formats["standard"]),
    )


def _affixes(pattern: object) -> Affixes:
    prefix: tuple[str, str] = getattr(pattern, "prefix")  # noqa: B009
    suffix: tuple[str, str] = getattr(pattern, "suffix")  # noqa: B009
    positive_before, negative_before, positive_after, negative_after = (
        text.replace("-", MINUS) for text in (*prefix, *suffix)
    )
    return positive_before, positive_after, negative_before, negative_after


@lru_cache(maxsize=512)
def _symbol(locale: str, currency: str) -> str:
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, locale))


@lru_cache(maxsize=512)
def _country(locale: str, code: str) -> str:
    from babel.core import Locale

    return str(Locale.parse(locale).territories.get(code, code))


@lru_cache(maxsize=2048)
def _date(locale: str, day: date) -> str:
    from babel.dates import format_date

    return str(format_date(day, "long", locale))


@lru_cache(maxsize=2048)
def _period(locale: str, start: date, end: date) -> str:
    from babel.dates import format_interval

    return str(format_interval(start, end, "yMMMd", locale=locale))
