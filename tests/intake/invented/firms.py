"""Invented companies with names, addresses, and numbers whose check digits are right."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from app.domain.identifiers import is_siren, is_vat_number
from app.intake.fields.words import folded
from tests.intake.invented.wordbook import Wordbook

_VAT_FORMS: Final = {
    "AT": "U########", "BE": "0#########", "DE": "#########", "ES": "B########", "GB": "#########",
    "IE": "#######W", "IT": "###########", "NL": "#########B01", "PT": "5########",
}  # fmt: skip
_IBAN_FORMS: Final = {
    "AT": "#" * 16, "BE": "#" * 12, "CH": "#" * 17, "DE": "#" * 18, "ES": "#" * 20, "FR": "#" * 23,
    "GB": "NWBK" + "#" * 14, "IE": "AIBK" + "#" * 14, "IT": "X" + "#" * 22, "NL": "RABO" + "#" * 10,
    "PT": "#" * 21,
}  # fmt: skip
_ENDINGS: Final = {"GB": "co.uk", "IE": "ie", "US": "com", "AT": "at", "BE": "be", "CH": "ch"}


@dataclass(frozen=True)
class Firm:
    """One company. `name` is bare; `full` has the legal form, before or after it. Numbers are compact."""

    name: str
    full: str
    form: str
    street: str
    town: str
    country: str
    land: str
    vat: str
    siren: str
    iban: str
    phone: str
    domain: str

    @property
    def city(self) -> str:
        """The town without its postcode."""
        return " ".join(word for word in self.town.split() if word.isalpha()) or self.town

    @property
    def mail(self) -> str:
        """An address at its own domain."""
        return f"info@{self.domain}"


def firm(book: Wordbook, rng: Random, country: str, *, names: str = "names") -> Firm:
    """Any company of this country."""
    name = book.one(names)
    form, before = book.one("forms"), rng.random() < 0.12
    full = f"{book.one('forms_before')} {name}" if before else f"{name} {form}"
    siren = _siren(rng) if country == "FR" else ""
    letters = "".join(letter for letter in folded(name) if letter.isalnum() or letter == " ")
    ending = _ENDINGS.get(country, country.lower())
    return Firm(
        name,
        full,
        form,
        book.one("streets", k=rng.randint(1, 199)),
        book.one("towns"),
        country,
        book.one("countries"),
        _vat(rng, country, siren),
        siren,
        _iban(rng, country),
        _phone(rng, country),
        f"{letters.replace(' ', rng.choice(('', '-')))}.{ending}",
    )


def spaced(number: str, *sizes: int) -> str:
    """The number in groups of these sizes, the last one repeated."""
    groups, at = [], 0
    while at < len(number):
        size = sizes[min(len(groups), len(sizes) - 1)]
        groups.append(number[at : at + size])
        at += size
    return " ".join(groups)


def _digits(rng: Random, form: str) -> str:
    return "".join(str(rng.randint(0, 9)) if letter == "#" else letter for letter in form)


def _siren(rng: Random) -> str:
    while True:
        number = f"{rng.randint(300, 899)}{rng.randint(0, 999_999):06}"
        if is_siren(number):
            return number


def _vat(rng: Random, country: str, siren: str) -> str:
    if country == "FR":
        return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02}{siren}"
    form = _VAT_FORMS.get(country)
    if form is None:
        return ""
    while True:
        body = _digits(rng, form)
        if country == "IE":
            body = body[:7] + rng.choice("ABCDEFGHIJKLMNOPQRSTUVW")
        if is_vat_number(country + body):
            return country + body


def _iban(rng: Random, country: str) -> str:
    form = _IBAN_FORMS.get(country)
    if form is None:
        return ""
    body = _digits(rng, form)
    number = "".join(str(int(letter, 36)) for letter in f"{body}{country}00")
    return f"{country}{98 - int(number) % 97:02}{body}"


def _phone(rng: Random, country: str) -> str:
    form = {
        "FR": "0# ## ## ## ##", "BE": "+32 2 ### ## ##", "CH": "+41 44 ### ## ##", "DE": "0## / ### ## ##",
        "AT": "+43 1 ### ## ##", "ES": "9## ### ###", "IT": "0## ### ####", "NL": "0## - ### ## ##",
        "PT": "2## ### ###", "US": "(###) ###-####",
    }.get(country, "0#### ### ###")  # fmt: skip
    return _digits(rng, form)
