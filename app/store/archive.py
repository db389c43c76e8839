"""What is issued: numbers taken, snapshots that never change, and the numbers nobody can account for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Connection, func, insert, select, update

from app.domain.draft import DocumentKind
from app.domain.money import ZERO
from app.store.book import Series
from app.store.clock import read
from app.store.numbering import counter_in, number_of, period_of
from app.store.records import IssuedRecord, MissingNumber, SeriesGaps
from app.store.schema import CORRECTIONS, COUNTERS, DOCUMENTS, ISSUED, VOIDS


@dataclass(frozen=True, slots=True)
class TakenNumber:
    """A number and what it occupies in its series."""

    series: str
    kind: DocumentKind
    period: str
    number: str
    counter: int | None
    continued_from: int | None
    """the counter that would have come, when the series was told to continue at a higher one"""


def next_number(connection: Connection, series: Series, on: date) -> TakenNumber:
    """The number the next document of the series would take; nothing is consumed."""
    expected = _expected(connection, series, on)
    counter = expected if series.next is None else max(expected, series.next)
    while is_issued(connection, series.id, series.kind, number_of(series.pattern, counter, on)):
        counter += 1
    skipped = series.next is not None and counter > expected
    return TakenNumber(
        series.id,
        series.kind,
        period_of(series.reset, on),
        number_of(series.pattern, counter, on),
        counter,
        expected if skipped else None,
    )


def take_number(connection: Connection, series: Series, on: date) -> TakenNumber:
    """The next number of the series, taken: whoever asks at the same moment waits for this transaction."""
    period = period_of(series.reset, on)
    _lock_counter(connection, series, period)
    taken = next_number(connection, series, on)
    assert taken.counter is not None
    _set_next(connection, series, period, taken.counter + 1)
    return taken


def adopt_number(
    connection: Connection, series: Series, number: str, on: date, *, lock: bool
) -> TakenNumber | None:
    """A number given elsewhere, with its place in the series; None when it is issued already."""
    period = period_of(series.reset, on)
    if lock:
        _lock_counter(connection, series, period)
    if is_issued(connection, series.id, series.kind, number):
        return None
    counter = counter_in(series.pattern, number, on)
    return TakenNumber(series.id, series.kind, period, number, counter, None)


def is_issued(connection: Connection, series: str, kind: DocumentKind, number: str) -> bool:
    """Whether a document of that series has this number."""
    found = connection.execute(
        select(func.count())
        .select_from(ISSUED)
        .where(ISSUED.c.series == series, ISSUED.c.kind == kind, ISSUED.c.number == number)
    )
    return bool(found.scalar_one())


def add(connection: Connection, document_id: str, taken: TakenNumber, kept: dict[str, Any]) -> None:
    """Keep the issued document for good."""
    connection.execute(
        insert(ISSUED).values(
            document_id=document_id,
            series=taken.series,
            kind=taken.kind,
            period=taken.period,
            counter=taken.counter,
            continued_from=taken.continued_from,
            number=taken.number,
            **kept,
        )
    )


def record_of(connection: Connection, document_id: str) -> tuple[IssuedRecord, str, int] | None:
    """The record of an issued document, its draft as JSON and the schema of that; None: not issued."""
    row = connection.execute(
        select(
            ISSUED.c.number,
            ISSUED.c.issued_at,
            ISSUED.c.pdf_sha256,
            ISSUED.c.draft_sha256,
            ISSUED.c.rules,
            ISSUED.c.draft,
            ISSUED.c.schema_version,
            VOIDS.c.reason,
            VOIDS.c.voided_at,
        )
        .outerjoin(VOIDS, VOIDS.c.document_id == ISSUED.c.document_id)
        .where(ISSUED.c.document_id == document_id)
    ).one_or_none()
    if row is None:
        return None
    record = IssuedRecord(
        row.number,
        read(row.issued_at),
        row.pdf_sha256,
        row.draft_sha256,
        row.rules,
        row.reason or "",
        read(row.voided_at) if row.voided_at else None,
    )
    return record, row.draft, row.schema_version


def pdf_of(connection: Connection, document_id: str) -> tuple[bytes, str] | None:
    """The stored page bytes and their SHA-256; None when the document is not issued."""
    row = connection.execute(
        select(ISSUED.c.pdf, ISSUED.c.pdf_sha256).where(ISSUED.c.document_id == document_id)
    ).one_or_none()
    return None if row is None else (bytes(row.pdf), row.pdf_sha256)


def text_of(connection: Connection, document_id: str) -> str:
    """The draft of an issued document as JSON, as it was written; empty when the document is not issued."""
    text = select(ISSUED.c.draft).where(ISSUED.c.document_id == document_id)
    return str(connection.execute(text).scalar() or "")


def add_void(connection: Connection, document_id: str, reason: str, now: str) -> None:
    """Say for good that the issued document does not count."""
    connection.execute(insert(VOIDS).values(document_id=document_id, voided_at=now, reason=reason))


def add_correction(connection: Connection, credit_note_id: str, invoice_id: str) -> bool:
    """Say that the credit note corrects the invoice; False when that is not issued here."""
    issued = select(ISSUED.c.document_id).where(ISSUED.c.document_id == invoice_id)
    if connection.execute(issued).first() is None:
        return False
    connection.execute(insert(CORRECTIONS).values(document_id=credit_note_id, corrects=invoice_id))
    return True


def corrected_by(connection: Connection, credit_note_id: str) -> list[str]:
    """The invoices a credit note corrects."""
    found = select(CORRECTIONS.c.corrects).where(CORRECTIONS.c.document_id == credit_note_id)
    return list(connection.execute(found).scalars())


def is_credited(connection: Connection, invoice_id: str) -> bool:
    """Whether the credit notes that still stand amount to the whole gross of the invoice."""
    gross = connection.execute(select(DOCUMENTS.c.gross).where(DOCUMENTS.c.id == invoice_id)).scalar_one()
    notes = connection.execute(
        select(DOCUMENTS.c.gross)
        .join(CORRECTIONS, CORRECTIONS.c.document_id == DOCUMENTS.c.id)
        .where(CORRECTIONS.c.corrects == invoice_id, DOCUMENTS.c.status == "issued")
    ).scalars()
    standing = [Decimal(note) for note in notes]
    return bool(standing) and abs(sum(standing, ZERO)) >= abs(Decimal(gross))


def gaps(connection: Connection, series: Sequence[Series]) -> list[SeriesGaps]:
    """Each series and period in use, with its missing, voided and left-out numbers.

    Numbers the series has not come to yet are not missing, even when a document that brought its
    own number is already beyond them.
    """
    rows = connection.execute(
        select(
            ISSUED.c.series,
            ISSUED.c.kind,
            ISSUED.c.period,
            ISSUED.c.counter,
            ISSUED.c.continued_from,
            ISSUED.c.number,
            DOCUMENTS.c.issue_date,
            VOIDS.c.reason,
        )
        .join(DOCUMENTS, DOCUMENTS.c.id == ISSUED.c.document_id)
        .outerjoin(VOIDS, VOIDS.c.document_id == ISSUED.c.document_id)
        .where(ISSUED.c.counter.is_not(None))
        .order_by(ISSUED.c.series, ISSUED.c.kind, ISSUED.c.period, ISSUED.c.counter)
    ).all()
    runs: dict[tuple[str, DocumentKind, str], list[Any]] = {}
    for row in rows:
        runs.setdefault((row.series, cast(DocumentKind, row.kind), row.period), []).append(row)
    patterns = {(s.id, s.kind): s.pattern for s in series}
    upcoming = {(row.series, row.kind, row.period): row.next for row in connection.execute(select(COUNTERS))}
    return [
        SeriesGaps(
            *run,
            found[0].counter,
            found[-1].counter,
            tuple(_missing(found, patterns.get(run[:2], ""), upcoming.get(run, 1))),
        )
        for run, found in runs.items()
    ]


def _missing(rows: Sequence[Any], pattern: str, upcoming: int) -> list[MissingNumber]:
    missing: list[MissingNumber] = []
    expected = 1
    for row in rows:
        on = date.fromisoformat(row.issue_date)
        end = min(row.counter, upcoming)
        left_from = end if row.continued_from is None else row.continued_from
        for counter in range(expected, min(left_from, end)):
            missing.append(MissingNumber(counter, _named(pattern, counter, on), "missing"))
        start = max(expected, left_from)
        if start < end:
            told = f"The series was told to continue at {row.number}."
            missing.append(
                MissingNumber(start, _named(pattern, start, on), "continued", told, row.counter - 1)
            )
        if row.reason is not None:
            missing.append(MissingNumber(row.counter, row.number, "void", row.reason))
        expected = row.counter + 1
    return missing


def _named(pattern: str, counter: int, on: date) -> str:
    return number_of(pattern, counter, on) if pattern else str(counter)


def _expected(connection: Connection, series: Series, on: date) -> int:
    counter = connection.execute(
        select(COUNTERS.c.next).where(*_counter_key(series, period_of(series.reset, on)))
    ).scalar()
    return 1 if counter is None else int(counter)


def _lock_counter(connection: Connection, series: Series, period: str) -> None:
    """Make the counter's row if need be, and hold it until the transaction ends."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as upsert

        connection.execute(
            upsert(COUNTERS)
            .values(series=series.id, kind=series.kind, period=period, next=1)
            .on_conflict_do_nothing()
        )
        connection.execute(select(COUNTERS).where(*_counter_key(series, period)).with_for_update())
    else:
        connection.execute(
            insert(COUNTERS)
            .prefix_with("OR IGNORE")
            .values(series=series.id, kind=series.kind, period=period, next=1)
        )


def _set_next(connection: Connection, series: Series, period: str, counter: int) -> None:
    connection.execute(update(COUNTERS).where(*_counter_key(series, period)).values(next=counter))


def _counter_key(series: Series, period: str) -> tuple[Any, ...]:
    return (COUNTERS.c.series == series.id, COUNTERS.c.kind == series.kind, COUNTERS.c.period == period)
