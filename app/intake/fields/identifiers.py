"""VAT numbers, SIREN and IBAN on the page, by form and check digits, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from app.domain.identifiers import compact, is_iban, is_siren, is_siret, is_vat_number
from app.intake.fields.amounts import box_of
from app.intake.fields.cells import Cell, Grid
from app.intake.fields.context import heading_of, left_of
from app.intake.fields.labels import weight
from app.intake.fields.parties import Parties, key_of
from app.intake.fields.wordings.syntax import pattern_of
from app.intake.fields.words import folded
from app.intake.page import Box

_COUNTRIES: Final = (
    "AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|CHE"
)
_VAT: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_COUNTRIES})[ .-]?[A-Z0-9]{{2,}}(?:[ .-]?[A-Z0-9]{{1,}}){{0,5}}", re.ASCII
)
_SWISS: Final = re.compile(r"CHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}(?: ?(?:MWST|TVA|IVA))?")
_BARE_VAT: Final = re.compile(
    r"(?<!\d)\d{11}(?!\d)|(?<![A-Z0-9])[A-Z]\d{8}(?![A-Z0-9])|(?<![A-Z0-9])[A-Z]\d{7}[A-Z](?![A-Z0-9])|(?<!\d)\d{9}B\d{2}(?!\d)"
    r"|(?<![\d.])\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d.,])"
)
_BARE_VAT_LABEL: Final = pattern_of(
    """
    p. iva
    p.iva
    partita iva
    part. iva
    c.f.
    cod. fisc.
    codice fiscale
    nif
    n.i.f.
    nipc
    contribuinte
    cif
    c.i.f.
    btw
    btw-nr.
    btw-nummer
    vat
    tva
    ust
    """
)
"""Words before a VAT number that is printed without its country."""
_VAT_NAME: Final = pattern_of(
    """
    tva
    t.v.a.
    tva intra*
    vat
    vat id
    vat registration no.
    tax id
    ust.
    ust-id*
    ust.-id*
    ustid*
    uid
    uid-nr.
    umsatzsteuer*
    mwst.
    btw
    btw-nr.
    btw-id
    iva
    p. iva
    partita iva
    nif
    cif
    """
)
_IBAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,32}")
_DIGITS: Final = re.compile(r"(?<![\dA-Z])\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{2,5}){0,2}(?!\d)")
_SIREN_LABEL: Final = re.compile(r"\b(?:siren|siret|rcs|r\.c\.s)\b")


class Identified(NamedTuple):
    """One identifier, compact. `is_buyers` above 0 says it is the customer's, below that it is not.

    `is_checked` is False for one whose check digits are wrong though the page names it so.
    """

    kind: str
    value: str
    cell: Cell
    box: Box
    is_buyers: float
    is_checked: bool = True


def identifiers_of(grids: Sequence[Grid], parties: Parties) -> list[Identified]:
    """Every identifier whose form and check digits are right, in reading order."""
    found: list[Identified] = []
    for grid in grids:
        for line in grid.lines:
            for cell in line:
                found += _in_cell(grid, cell, parties)
    return found


def _in_cell(grid: Grid, cell: Cell, parties: Parties) -> list[Identified]:
    text = cell.text.replace("\u00a0", " ")
    found: list[Identified] = []

    def take(kind: str, value: str, start: int, end: int, *, is_checked: bool = True) -> None:
        doubt = _is_buyers(grid, cell, start, parties)
        found.append(Identified(kind, value, cell, box_of(cell, start, end), doubt, is_checked))

    for match in _SWISS.finditer(text):
        take(
            "vat",
            compact(match.group()).removesuffix("MWST").removesuffix("TVA").removesuffix("IVA"),
            *match.span(),
        )
    for match in _VAT.finditer(text):
        value = _longest(match.group())
        if value:
            take("vat", compact(value), match.start(), match.start() + len(value))
        elif _is_named_vat(grid, cell, match.start()) and (value := _shaped(match.group())):
            take("vat", compact(value), match.start(), match.start() + len(value), is_checked=False)
    for match in _IBAN.finditer(text):
        words = match.group().split(" ")
        for count in range(len(words), 0, -1):
            value = " ".join(words[:count])
            if is_iban(value):
                take("iban", compact(value), match.start(), match.start() + len(value))
                break
    before = " ".join([folded(text), *left_of(grid, cell, 0, 1)])
    if _SIREN_LABEL.search(before):
        for match in _DIGITS.finditer(text):
            digits = compact(match.group())
            if (len(digits) == 14 and is_siret(digits)) or (len(digits) == 9 and is_siren(digits)):
                take("siren", digits[:9], *match.span())
    if _BARE_VAT_LABEL.search(before):
        for match in _BARE_VAT.finditer(text):
            digits = compact(match.group())
            country = _country_of(digits, before)
            if country and is_vat_number(country + digits):
                take("vat", country + digits, *match.span())
    return found


def _longest(text: str) -> str | None:
    """The longest beginning of the text, cut at spaces, that is a VAT number."""
    parts = re.split(r"([ .-])", text)
    for count in range(len(parts), 0, -2):
        value = "".join(parts[:count])
        if is_vat_number(value):
            return value
    return None


def _shaped(text: str) -> str | None:
    """The longest beginning of the text, cut at spaces, that is as long as VAT numbers are."""
    parts = re.split(r"([ .-])", text)
    for count in range(len(parts), 0, -2):
        value = "".join(parts[:count])
        digits = sum(letter.isdigit() for letter in value)
        if digits >= 7 and 9 <= len(compact(value)) <= 14:
            return value
    return None


def _is_named_vat(grid: Grid, cell: Cell, start: int) -> bool:
    heading = heading_of(grid, cell)
    near = left_of(grid, cell, start, 2)[:2] + ([folded(heading.text)] if heading else [])
    return any(_VAT_NAME.search(text) for text in near)


def _country_of(digits: str, before: str) -> str | None:
    if re.search(r"\bp\.? ?iva|part(?:ita|\.)? ?iva|c\.?f\.?\b", before) and digits.isdigit():
        return "IT"
    if "B" in digits[1:] and digits[:9].isdigit():
        return "NL"
    if len(digits) == 9 and digits.isdigit():
        return "PT" if re.search(r"\b(?:n\.?i\.?f|nipc|contribuinte)\b", before) else None
    if re.search(r"\b(?:n\.?i\.?f|c\.?i\.?f)\b", before):
        return "ES"
    return None


def _is_buyers(grid: Grid, cell: Cell, start: int, parties: Parties) -> float:
    if key_of(cell) in parties.buyer:
        return 2.0
    if key_of(cell) in parties.seller:
        return -2.0
    texts = left_of(grid, cell, start, 2)
    heading = heading_of(grid, cell)
    doubt = max((weight("buyers_id", text) for text in texts[:1]), default=0.0)
    if doubt <= 0 and not texts and heading is not None:
        doubt = 0.5 * weight("buyers_id", folded(heading.text))
    if doubt <= 0:
        # At the foot of a page stands who sends it.
        doubt = -1.0 if cell.box.y0 > 0.8 * (grid.page.height_pt or 1.0) else 0.0
    return doubt
