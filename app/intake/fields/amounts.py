"""Amounts as they are printed in Europe and America, read the way the document writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from app.intake.fields.cells import Cell, around
from app.intake.page import Box

Mark = Literal[".", ","]

_SPACES: Final = " \u00a0\u202f\u2009"
_NUMBER: Final = re.compile(
    r"(?<![\w.,/#])(?<!\d:)"
    r"(?P<open>\()?(?P<minus>[-−–]\s?)?(?P<before>[€$£¥]|EUR|USD|GBP|CHF)?\s?(?P<late>[-−–]\s?)?"
    rf"(?P<digits>\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})++(?:[.,]\d{{1,4}})?"
    r"|\d{1,3}(?:\.\d{3})++(?:,\d{1,4})?"
    r"|\d{1,3}(?:,\d{3})++(?:\.\d{1,4})?"
    r"|\d+[.,]\d{1,6}|\d+)"
    r"(?P<dash>,--?|\.--?|,-)?"
    r"(?P<after>-(?!\d))?"
    r"(?=$|[\s)%;*¹²]|[.,](?:\s|$)|€|\$|£|EUR|USD|CHF|Eur|Euro|kr|zł|/)"
)
_PERCENT: Final = re.compile(r"\s?(%|v\.?\s?h\.?|pct|percent)")
_CURRENCY_NEAR: Final = re.compile(r"^\s?(€|\$|£|¥|EUR|USD|GBP|CHF|Eur|Euro)")


class Amount(NamedTuple):
    """One number on a page. `decimals` as printed; `is_percent` if a percent sign follows.

    `since` and `until` are where in the cell the number before it ends and the one after it begins.
    """

    value: Decimal
    cell: Cell
    start: int
    box: Box
    decimals: int
    has_currency: bool
    is_percent: bool
    since: int = 0
    until: int | None = None


def decimal_mark(cells: Iterable[Cell]) -> Mark:
    """The mark this document puts before its cents; a comma if nothing tells."""
    votes: Counter[str] = Counter()
    for cell in cells:
        for found in re.finditer(r"\d([.,])\d{2}(?![\d.,]|\s?%)", cell.text):
            votes[found.group(1)] += 1
    return "." if votes["."] > votes[","] else ","


def amounts_in(cell: Cell, mark: Mark) -> Iterator[Amount]:
    """Every number of the cell that could be an amount or a percentage."""
    text = cell.text
    since = 0
    matches = list(_NUMBER.finditer(text))
    for place, found in enumerate(matches):
        value = _value(found.group("digits"), mark)
        if value is None:
            continue
        number, decimals = value
        if (
            found.group("minus")
            or found.group("late")
            or found.group("after")
            or (found.group("open") and text[found.end() : found.end() + 1] == ")")
        ):
            number = -number
        rest = text[found.end() :]
        yield Amount(
            number,
            cell,
            found.start(),
            box_of(cell, found.start("digits"), found.end("digits")),
            2 if found.group("dash") else decimals,
            bool(found.group("before") or _CURRENCY_NEAR.match(rest)),
            bool(_PERCENT.match(rest)),
            since,
            matches[place + 1].start() if place + 1 < len(matches) else None,
        )
        if not _PERCENT.match(rest):
            since = found.end()


def box_of(cell: Cell, start: int, end: int) -> Box:
    """Around the words that the characters from `start` to `end` of the cell's text belong to."""
    boxes, at = [], 0
    for word in cell.words:
        if at < end and at + len(word.text) > start:
            boxes.append(word.box)
        at += len(word.text) + 1
    return around(boxes or [cell.box])


def _value(digits: str, mark: Mark) -> tuple[Decimal, int] | None:
    text = re.sub(rf"[{_SPACES}'’]", "", digits)
    marks = [letter for letter in text if letter in ".,"]
    if not marks:
        return (Decimal(text), 0) if len(text) <= 12 else None
    last = marks[-1]
    whole, _, part = text.rpartition(last)
    is_thousands = len(part) == 3 and (last != mark or (len(set(marks)) == 1 and len(marks) > 1))
    if is_thousands:
        whole, part = whole + part, ""
    whole = whole.replace(".", "").replace(",", "")
    if len(whole) > 12:
        return None
    return Decimal(f"{whole or '0'}.{part}" if part else whole), len(part)


def money(amounts: Sequence[Amount]) -> list[Amount]:
    """Those that look like money: with cents or a currency, and no percent sign."""
    return [a for a in amounts if not a.is_percent and (a.decimals == 2 or a.has_currency)]
