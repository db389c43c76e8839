"""What stands on the paper, as ready strings with the field each of them comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from app.documents.labels import Labels
from app.documents.numbers import Figures
from app.documents.text import isolated
from app.domain.draft import Draft

Reason = tuple[str, str, str]
"""VAT category, exemption reason and code; all empty if a row gives none."""

SEPARATOR: Final = " · "
NO_REASON: Final[Reason] = ("", "", "")


class Said(NamedTuple):
    """One text and the path of the field it comes from; an empty path leads nowhere."""

    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is said under it."""

    label: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as it is printed: the name, the postal lines, then whatever else it states."""

    name: Said
    postal: tuple[Said, ...] = ()
    others: tuple[Said, ...] = ()
    label: str = ""

    @property
    def is_stated(self) -> bool:
        """Whether anything is known of the party; its label alone says nothing."""
        return bool(self.name.text.strip() or self.postal or self.others)


class LineView(NamedTuple):
    """One line of the table; `gross` is empty where the table has no column for it."""

    row_id: str
    label: Said
    details: tuple[Said, ...]
    quantity: str
    price: str
    price_note: str
    vat: str
    net: str
    gross: str
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section head with its sums; the head carries them itself if its lines are hidden."""

    row_id: str
    title: str
    text: str
    net: str
    gross: str
    shows_subtotal: bool
    shows_prices: bool
    shows_quantities: bool
    shows_lines: bool
    reason: Reason = NO_REASON


RowView = LineView | SectionView


@dataclass(frozen=True, slots=True)
class TotalView:
    """One row of the totals block."""

    label: str
    amount: str
    path: str
    is_payable: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Heads of the table's columns; an empty head means that the column is not there."""

    number: str
    description: str
    quantity: str
    price: str
    vat: str
    gross: str
    net: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The upper part of the first page."""

    title: str
    number: Said
    dates: tuple[Said, ...]
    seller: PartyView
    buyer: PartyView
    others: tuple[PartyView, ...]
    """place of delivery, tax representative, payee: each under its label"""
    facts: tuple[Fact, ...]
    subject: Said
    paragraphs: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """What follows the table: totals, sentences, payment, legal lines."""

    totals: tuple[TotalView, ...]
    notes: tuple[Said, ...]
    paragraphs: tuple[Said, ...]
    payment: tuple[Said, ...]
    legal: tuple[Said, ...]
    qr: str
    """the EPC payload, empty if there is none"""
    qr_caption: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything that turns values into words for one document."""

    labels: Labels
    figures: Figures
    marks_gross: bool
    """whether a price that includes VAT says so; it need not where the head of the column does"""
    shows_gross: bool
    """whether the table has a column for amounts with VAT"""


@dataclass(frozen=True)
class PaperView:
    """A document in words, ready to be laid out."""

    draft: Draft
    language: str
    locale: str
    is_draft: bool
    watermark: str
    heading: Heading
    columns: Columns
    rows: tuple[LineView | SectionView, ...]
    closing: Closing
    running_head: str
    subtotal_label: str
    carried_label: str
    brought_label: str
    labels: Labels
    figures: Figures


def joined(parts: Iterable[str], separator: str = SEPARATOR) -> str:
    """The parts that are not empty in one line, each in its own direction."""
    return separator.join(isolated(part) for part in parts if part)


def said(text: str, path: str) -> tuple[Said, ...]:
    """The text with its path, or nothing if it is blank."""
    return (Said(text, path),) if text.strip() else ()
