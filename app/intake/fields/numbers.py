"""The invoice's own number: the word with digits that a label for it leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from app.domain.identifiers import is_vat_number
from app.intake.fields.amounts import box_of
from app.intake.fields.cells import Cell, Grid
from app.intake.fields.context import below
from app.intake.fields.dates import dates_in
from app.intake.fields.labels import LABELS, weight
from app.intake.fields.words import folded
from app.intake.page import Box

_TOKEN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-/]*(?: ?[-/] ?[A-Za-z0-9][A-Za-z0-9_.\-/]*)*")
_SPACED: Final = re.compile(r"\d{1,6}(?: \d{1,6}){1,5}(?!\S)")
_AMOUNT: Final = re.compile(r"\d{1,3}(?:\.?\d{3})*\.\d{2}|\d{1,3}(?:\.\d{3})+")
_PREFIX: Final = re.compile(r"(?:^|[\s:.°º])([A-Z]{1,4}) $")
LONGEST_LABEL: Final = 7
"""More words are a sentence, which leads to nothing beside or below it."""
_ACCOUNT: Final = re.compile(r"[A-Z]{2}\d{2} \d{4}|[A-Z]{2}\d{2} [A-Z]{4}\b")
"""How the number of an account begins."""
_HEADS: Final = re.compile(r"(?<![a-z])[a-z]{1,4}(?=[-/_]\d)")
NO_PREFIX: Final = frozenset(
    {"N", "NO", "NR", "NUM", "REF", "ID", "DE", "DU", "DEL", "VOM", "OF", "LE", "EUR", "NC"}
)
"""Capitals before digits that are no part of a number."""
_LEAD: Final = re.compile(r"^[\s:#.\-–°º]*")


class Numbered(NamedTuple):
    """A candidate with its score."""

    text: str
    cell: Cell
    box: Box
    score: float


def numbers_of(grids: Sequence[Grid]) -> list[Numbered]:
    """Candidates for the invoice's number, the best first; each text once."""
    found: dict[str, Numbered] = {}
    for grid in grids:
        for line in grid.lines:
            for cell in line:
                for candidate in _led_to(grid, cell):
                    known = found.get(candidate.text)
                    if known is None or known.score < candidate.score:
                        found[candidate.text] = candidate
    return sorted(found.values(), key=lambda candidate: candidate.score, reverse=True)


def _led_to(grid: Grid, cell: Cell) -> list[Numbered]:
    text = folded(cell.text)
    ends = sorted(
        {
            match.end()
            for label in LABELS["number"]
            if label.weight > 0
            for match in label.pattern.finditer(text)
            if not _is_in_number(text, match.end())
        }
    )
    if not ends:
        return []
    found: list[Numbered] = []
    first_page = 0.4 if grid.page.number == 1 else 0.0
    top = 0.5 * (1 - cell.box.y0 / (grid.page.height_pt or 1.0)) + first_page
    # In the cell itself, after the label.
    for end in ends:
        own = weight("number", text[:end])
        if own <= 0:
            continue
        candidate = _token_after(cell, end)
        if candidate and weight("number", text[: cell.text.find(candidate[0], max(0, end - 3))]) > 0:
            later = 0.3 * ends.index(end)
            found.append(Numbered(*candidate, own + 0.8 + top + later))
    label = weight("number", text)
    if label <= 0 or any(letter.isdigit() for letter in text[ends[-1] :]) or _is_sentence(text):
        return found
    # In the next cell of the line, then below in the column.
    row = grid.lines[cell.line]
    for distance, other in enumerate(row[cell.place + 1 : cell.place + 3]):
        candidate = _token_after(other, 0)
        if candidate:
            found.append(Numbered(*candidate, label + 0.6 + top - 0.3 * distance))
            break
    for distance, other in enumerate(below(grid, cell)):
        candidate = _token_after(other, 0)
        if candidate:
            found.append(Numbered(*candidate, label + 0.35 + top - 0.3 * distance))
            break
    return found


def _is_sentence(text: str) -> bool:
    return len(text.split()) > LONGEST_LABEL or (text.endswith(".") and len(text.split()) > 3)


def _is_in_number(text: str, at: int) -> bool:
    """Whether this place is behind the letters that a number begins with: RE-2026-12."""
    return text[at : at + 1] in ("-", "/", "_") and any(
        head.end() == at and text[at + 1 : at + 2].isdigit() for head in _HEADS.finditer(text)
    )


def _token_after(cell: Cell, start: int) -> tuple[str, Cell, Box] | None:
    """The first thing that can be a number behind this place of the cell; None if none comes near."""
    text = cell.text
    if len(folded(text)) != len(text):
        # Folding shifted the places: begin a little earlier, at a word.
        start = max(0, start - (len(folded(text)) - len(text)))
    lead = _LEAD.match(text[start:])
    at = start + (lead.end() if lead else 0)
    words_between = 0
    while at < len(text) and words_between < 3:
        spaced = _SPACED.match(text, at)
        if spaced and not _is_date_at(cell, at):
            return _found(cell, at, spaced.end())
        token = _TOKEN.match(text, at)
        if token is None:
            at += 1
            continue
        end = token.end()
        value = token.group().rstrip(".-/")
        is_bracketed = at > 0 and text[at - 1] == "(" and text[end : end + 1] == ")"
        is_part = re.match(r"[,.]\d", text[at + len(value) :]) is not None
        is_part = is_part or _ACCOUNT.match(text, at) is not None or is_vat_number(value) is True
        if not is_bracketed and not is_part and _may_be_number(value) and not _is_date_at(cell, at):
            return _found(cell, _with_prefix(text, start, at), at + len(value))
        words_between += 1
        at = end + 3 if is_part else end
        while at < len(text) and not text[at].isalnum():
            at += 1
    return None


def _with_prefix(text: str, start: int, at: int) -> int:
    """Where the number begins if capitals stand before its digits: FT 128/2025."""
    prefix = _PREFIX.search(text[start:at])
    if prefix is None or prefix.group(1) in NO_PREFIX or not text[at].isdigit():
        return at
    return start + prefix.start(1)


def _found(cell: Cell, start: int, end: int) -> tuple[str, Cell, Box]:
    return cell.text[start:end].strip(), cell, box_of(cell, start, end)


def _may_be_number(text: str) -> bool:
    digits = sum(letter.isdigit() for letter in text)
    return (
        digits > 0
        and not _AMOUNT.fullmatch(text)
        and 2 <= len(text) <= 40
        and (digits >= 2 or len(text) <= 4 or text.isdigit() or "_" in text or "-" in text)
    )


def _is_date_at(cell: Cell, at: int) -> bool:
    return any(printed.start - 2 <= at < max(printed.end, printed.start + 3) for printed in dates_in(cell))
