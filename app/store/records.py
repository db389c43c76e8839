"""What the store tells about its documents. Frozen, and free of any database library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from app.domain.draft import DocumentKind

Status = Literal["draft", "issued", "void", "credited"]
Shelf = Literal["drafts", "issued", "bin", "all"]


@dataclass(frozen=True, slots=True)
class StoreLocation:
    """Where the store is: a folder of its own, or the URL of a database server."""

    folder: Path | None = None
    url: str = ""
    busy_timeout_s: float = 5.0
    backups_kept: int = 10


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """One document in a list. `matched` is the text a search found, when the card does not show it."""

    id: str
    status: Status
    kind: DocumentKind
    number: str
    buyer_name: str
    subject: str
    issue_date: date | None
    due_date: date | None
    currency: str
    payable: Decimal
    updated_at: datetime
    matched: str = ""


@dataclass(frozen=True, slots=True)
class IssuedRecord:
    """The proof of an issued document."""

    number: str
    issued_at: datetime
    pdf_sha256: str
    draft_sha256: str
    rules: str = ""
    void_reason: str = ""
    voided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents lie on each shelf."""

    drafts: int
    issued: int
    bin: int = 0


@dataclass(frozen=True, slots=True)
class MissingNumber:
    """A number nobody can show a valid document for, and why if that is known."""

    counter: int
    number: str
    reason: Literal["missing", "void", "continued"]
    explanation: str = ""
    last_counter: int | None = None
    """`continued`: the numbers up to this one were left to another program"""


@dataclass(frozen=True, slots=True)
class SeriesGaps:
    """The numbers of one series and period, and those among them without a valid document."""

    series: str
    kind: DocumentKind
    period: str
    first: int
    last: int
    missing: tuple[MissingNumber, ...]


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the whole database."""

    path: Path
    made_at: datetime
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote."""

    folder: Path
    documents: int
    pdfs: int
    contacts: int
    items: int
    is_complete: bool
    """False: it was cancelled"""
