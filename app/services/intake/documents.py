"""A supplier's file with all that is known of it: reading, answer, findings, whose duplicate it may be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sqlalchemy import Connection

from app.domain.problems import Problem
from app.intake.coding import reading_from_json
from app.intake.reading import Reading
from app.services.intake.answers import Answer, answer_from_json, bare, checked
from app.store import supplier_files
from app.store.supplier_files import SupplierFile


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An earlier document that is, or may be, the same.

    same_file: the same bytes; same_invoice: supplier, number and total; other_total: supplier and number,
    but another total, or one of the totals is not known.
    """

    kind: Literal["same_file", "same_invoice", "other_total"]
    other: SupplierFile


@dataclass(frozen=True, slots=True)
class Document:
    """One file with all that is known of it."""

    file: SupplierFile
    reading: Reading | None
    answer: Answer
    duplicate: Duplicate | None
    problems: tuple[Problem, ...]

    @property
    def id(self) -> str:
        """The file's."""
        return self.file.id

    @property
    def turns(self) -> dict[int, int]:
        """By how many degrees clockwise a person turned pages, from 1; those not named lie as they came."""
        return turns_of(self.file)

    @property
    def is_invoice(self) -> bool:
        """Whether it was read, and reads like an invoice or a credit note."""
        return self.reading is not None and self.reading.kind in ("invoice", "credit_note")

    @property
    def is_untouched(self) -> bool:
        """Whether it was read from its words, and nobody has said anything of it."""
        return self.is_invoice and self.answer == Answer() and not self._is_from_xml

    @property
    def is_taught(self) -> bool:
        """Whether there is something to learn: a person looked, at a page that has words."""
        return self.reading is not None and self.reading.kind != "unreadable" and not self._is_from_xml

    def may_be_like(self, other: Document) -> bool:
        """Whether it may be of the same supplier: it was read so, or none was found."""
        named = {bare(other.file.supplier_name)}
        if other.reading is not None and "supplier_name" in other.reading.fields:
            named.add(bare(other.reading.fields["supplier_name"].value))
        name = bare(self.file.supplier_name)
        return not name or name in named or self.file.supplier_key == other.file.supplier_key

    @property
    def _is_from_xml(self) -> bool:
        return self.reading is not None and any(f.source == "xml" for f in self.reading.fields.values())

    @property
    def is_ready(self) -> bool:
        """Whether it could be filed without a look."""
        return (
            self.is_invoice
            and self.reading is not None
            and not self.problems
            and not self.reading.warnings
            and (self.duplicate is None or self.answer.is_kept_apart)
        )

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stands against filing it as an invoice."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def document_of(connection: Connection, file: SupplierFile) -> Document:
    """The file as it stands in the store."""
    reading = reading_of(file)
    answer = answer_from_json(file.answer)
    problems = tuple(checked(reading, answer)) if reading is not None else ()
    return Document(file, reading, answer, _duplicate(connection, file), problems)


def reading_of(file: SupplierFile) -> Reading | None:
    """What was read of it; places on the page are no amounts and may be binary."""
    return reading_from_json(json.loads(file.reading, parse_float=float)) if file.reading else None


def turns_of(file: SupplierFile) -> dict[int, int]:
    """How the pages of the file are turned."""
    kept = json.loads(file.turns, parse_float=Decimal) if file.turns else {}
    return {int(page): int(degrees) for page, degrees in kept.items()}


def turns_text(turns: Mapping[int, int]) -> str:
    """The same as it is kept: pages that lie as they came are left out."""
    kept = {str(page): degrees % 360 for page, degrees in sorted(turns.items()) if degrees % 360}
    return json.dumps(kept) if kept else ""


def _duplicate(connection: Connection, file: SupplierFile) -> Duplicate | None:
    for other in supplier_files.with_content(connection, file.sha256):
        if _is_earlier(other, file):
            return Duplicate("same_file", other)
    others = [
        other
        for other in supplier_files.with_number(connection, file.number_key)
        if _is_earlier(other, file) and _is_same_supplier(other, file)
    ]
    for other in others:
        if other.gross and file.gross and Decimal(other.gross) == Decimal(file.gross):
            return Duplicate("same_invoice", other)
    return Duplicate("other_total", others[0]) if others else None


def _is_earlier(other: SupplierFile, file: SupplierFile) -> bool:
    return (other.added_at, other.id) < (file.added_at, file.id)


def _is_same_supplier(one: SupplierFile, other: SupplierFile) -> bool:
    """By what identifies them; the same name will do where an identifier was read of one of them only."""
    if one.supplier_key and one.supplier_key == other.supplier_key:
        return True
    name = bare(one.supplier_name)
    return bool(name) and name == bare(other.supplier_name)
