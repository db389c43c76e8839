"""What a cell states: a number, a country, a language. What cannot be read is refused, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, Literal

from app.domain.currencies import MINOR_UNITS
from app.domain.entry import EntryError, parse_number
from app.services.importing.tables import Reason
from app.store.words import words_of

DecimalMark = Literal[",", "."]
LANGUAGES: Final = ("en", "fr", "de", "es", "it", "nl", "pt")

_FORM: Final = re.compile(r"[-+\u2212]?[\d.,'’ \u00a0\u2009\u202f]*\d[\d.,'’ \u00a0\u2009\u202f]*")
_AROUND: Final = re.compile(r"^(?:[A-Z]{3}\b|[€$£%])\s*|\s*(?:\b[A-Z]{3}|[€$£%])$")
_DAYS: Final = re.compile(r"\D*(\d{1,4})\D*")
_SIGNS: Final = {"€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP"}
_COUNTRIES: Final = {
    "uk": "GB", "el": "GR", "usa": "US", "u s a": "US", "d": "DE", "f": "FR", "a": "AT", "b": "BE", "l": "LU",
    "england": "GB", "scotland": "GB", "wales": "GB", "great britain": "GB", "grande bretagne": "GB",
    "grossbritannien": "GB", "gran bretana": "GB", "holland": "NL", "hollande": "NL", "pays bas": "NL",
    "republique tcheque": "CZ", "czech republic": "CZ", "tschechische republik": "CZ",
    "etats unis d amerique": "US", "united states of america": "US", "france metropolitaine": "FR",
}  # fmt: skip


class BadCell(Exception):
    """A cell does not hold what its column should; `reason` says which and how."""

    def __init__(self, code: str, column: str, text: str, **params: str) -> None:
        super().__init__(code)
        self.reason = Reason(code, {"text": text[:60], **params}, column)


def decimal_mark_of(cells: Iterable[str]) -> DecimalMark | None:
    """The mark before decimals in these numbers; None where none of them tells."""
    votes = {",": 0, ".": 0}
    for cell in cells:
        figure = re.sub(r"[^\d.,]", "", cell)
        marks = [c for c in figure if c in votes]
        if len(set(marks)) == 2:
            votes[marks[-1]] += 1
        elif len(marks) > 1:
            votes["." if marks[0] == "," else ","] += 1
        elif marks:
            whole, _, rest = figure.partition(marks[0])
            if len(rest) != 3 or whole in ("", "0") or len(whole) > 3:
                votes[marks[0]] += 1
    if votes[","] == votes["."]:
        return None
    return "," if votes[","] > votes["."] else "."


def number(text: str, column: str, mark: DecimalMark) -> Decimal:
    """The number, with a currency or a per cent sign around it. Raises BadCell: number."""
    bare = _AROUND.sub("", _AROUND.sub("", text.strip()).strip())
    if len(bare) > 60 or not _FORM.fullmatch(bare):
        raise BadCell("number", column, text)
    try:
        return parse_number(bare, group="," if mark == "." else ".")
    except EntryError:
        raise BadCell("number", column, text) from None


def days(text: str, column: str) -> int:
    """The days of `30`, `30 jours`, `net 30`. Raises BadCell: days."""
    found = _DAYS.fullmatch(text.strip())
    if found is None or int(found[1]) > 3650:
        raise BadCell("days", column, text)
    return int(found[1])


def currency(text: str, column: str) -> str:
    """The code of a currency written as code or sign. Raises BadCell: currency."""
    code = _SIGNS.get(text.strip().casefold(), text.strip().upper())
    if code not in MINOR_UNITS:
        raise BadCell("currency", column, text)
    return code


def language(text: str, column: str) -> str:
    """The document language of a code (`fr`, `fr-CA`) or a name in any of them. Raises BadCell: language."""
    plain = " ".join(words_of(text))
    code = plain.partition(" ")[0]
    found = code if code in LANGUAGES else _language_names().get(plain)
    if found is None:
        raise BadCell("language", column, text)
    return found


@lru_cache(maxsize=1_000)
def country(text: str, column: str) -> str:
    """The code of a country written as code of two or three letters or as a name. Raises BadCell: country."""
    plain = " ".join(words_of(text))
    found = _country_names().get(plain)
    if found is None:
        raise BadCell("country", column, text)
    return found


def choice(text: str, column: str, words: dict[str, str]) -> str:
    """What one of these words stands for. Raises BadCell: choice (words)."""
    found = words.get(" ".join(words_of(text)))
    if found is None:
        raise BadCell("choice", column, text, words=", ".join(dict.fromkeys(words.values())))
    return found


@cache
def _country_names() -> dict[str, str]:
    """Codes and names in all document languages. Source: CLDR, by Babel."""
    from babel import Locale
    from babel.core import get_global

    names: dict[str, str] = {}
    codes: set[str] = set()
    for tag in LANGUAGES:
        for code, name in Locale.parse(tag).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
                codes.add(code)
                names.setdefault(" ".join(words_of(str(name))), code)
    for alias, meant in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(meant) == 1:
            names.setdefault(alias.lower(), meant[0])
    return names | _COUNTRIES | {code.lower(): code for code in codes}


@cache
def _language_names() -> dict[str, str]:
    from babel import Locale

    three = ["eng", "fra", "fre", "deu", "ger", "spa", "ita", "nld", "dut", "por"]
    names = dict(zip(three, ("en", "fr", "fr", "de", "de", "es", "it", "nl", "nl", "pt"), strict=True))
    for tag in LANGUAGES:
        for code in LANGUAGES:
            names.setdefault(" ".join(words_of(str(Locale.parse(tag).languages[code]))), code)
    return names
