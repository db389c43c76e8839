"""Documents as rows: what lists show, the bin, and keeping both in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.money import plain
from app.store import journal, search
from app.store.clock import day, iso, read
from app.store.records import Counts, DocumentCard, Shelf, Status
from app.store.schema import DOCUMENTS, SHELF
from app.store.words import Term

_CARD = (
    DOCUMENTS.c.id,
    DOCUMENTS.c.status,
    DOCUMENTS.c.kind,
    DOCUMENTS.c.number,
    DOCUMENTS.c.buyer_name,
    DOCUMENTS.c.subject,
    DOCUMENTS.c.issue_date,
    DOCUMENTS.c.due_date,
    DOCUMENTS.c.currency,
    DOCUMENTS.c.payable,
    DOCUMENTS.c.updated_at,
)


def add(connection: Connection, draft: Draft, totals: Totals, now: str) -> None:
    """Keep a new draft; it has its id."""
    row = search.index(connection, draft.id, draft, totals, "drafts")
    connection.execute(
        insert(DOCUMENTS).values(
            id=draft.id,
            status="draft",
            created_at=now,
            updated_at=now,
            head="",
            position=0,
            pending=0,
            pending_bytes=0,
            is_indexed=True,
            search_row=row,
            **_columns(draft, totals),
        )
    )
    journal.checkpoint(connection, draft.id, draft, 0)


def reindex(connection: Connection, document_id: str, draft: Draft, totals: Totals) -> None:
    """Bring the list's columns and the search index in step with the draft."""
    status, deleted_at = connection.execute(
        select(DOCUMENTS.c.status, DOCUMENTS.c.deleted_at).where(DOCUMENTS.c.id == document_id)
    ).one()
    shelf = search.shelf_of(status, deleted_at is not None)
    row = search.index(connection, document_id, draft, totals, shelf)
    connection.execute(
        update(DOCUMENTS)
        .where(DOCUMENTS.c.id == document_id)
        .values(is_indexed=True, search_row=row, **_columns(draft, totals))
    )


def standing(connection: Connection, document_id: str) -> tuple[Status, str] | None:
    """Status and last change of the document; None when there is no such document."""
    row = connection.execute(
        select(DOCUMENTS.c.status, DOCUMENTS.c.head).where(DOCUMENTS.c.id == document_id)
    ).one_or_none()
    return None if row is None else (row.status, row.head)


def to_index(connection: Connection) -> list[tuple[str, str]]:
    """The documents edited since they were indexed, with the id of their last change."""
    # In the very words of the partial index: SQLite does not see that `is_indexed IS 0` means the same.
    rows = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.head).where(text("NOT is_indexed")))
    return [(row.id, row.head) for row in rows]


def mark_all_for_indexing(connection: Connection) -> None:
    """Have every document indexed anew."""
    connection.execute(update(DOCUMENTS).values(is_indexed=False))


def set_deleted(connection: Connection, document_id: str, deleted_at: str | None) -> None:
    """Put the document into the bin, or take it out."""
    connection.execute(
        update(DOCUMENTS).where(DOCUMENTS.c.id == document_id).values(deleted_at=deleted_at, is_indexed=False)
    )


def set_status(connection: Connection, document_id: str, status: str, now: str) -> None:
    """Say where the document is in its life."""
    connection.execute(
        update(DOCUMENTS)
        .where(DOCUMENTS.c.id == document_id)
        .values(status=status, updated_at=now, is_indexed=False)
    )


def forget_deleted(connection: Connection, before: str) -> int:
    """Remove for good the drafts put into the bin before that moment; how many."""
    old = select(DOCUMENTS.c.id).where(
        DOCUMENTS.c.deleted_at.is_not(None), DOCUMENTS.c.deleted_at < before, DOCUMENTS.c.status == "draft"
    )
    ids = list(connection.execute(old).scalars())
    for document_id in ids:
        search.remove(connection, document_id)
        connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == document_id))
    return len(ids)


def cards(connection: Connection, shelf: Shelf, terms: Sequence[Term], limit: int) -> list[DocumentCard]:
    """The documents of a shelf that answer the query, the ones changed last first."""
    if terms:
        found = search.found(select(*_CARD), connection, terms, shelf).limit(limit)
        return [
            _card(row, search.matched_text(terms, _shown(row), row.snippets))
            for row in connection.execute(found)
        ]
    query = select(*_CARD).order_by(DOCUMENTS.c.updated_at.desc(), DOCUMENTS.c.id).limit(limit)
    column = SHELF
    query = query.where(column != "bin" if shelf == "all" else column == shelf)
    return [_card(row, "") for row in connection.execute(query)]


def card(connection: Connection, document_id: str) -> DocumentCard | None:
    """What lists show of one document; None when there is no such document."""
    row = connection.execute(select(*_CARD).where(DOCUMENTS.c.id == document_id)).one_or_none()
    return None if row is None else _card(row, "")


def counts(connection: Connection) -> Counts:
    """How many documents lie on each shelf."""
    rows = connection.execute(select(SHELF, func.count()).select_from(DOCUMENTS).group_by(SHELF))
    found = {row[0]: int(row[1]) for row in rows}
    return Counts(found.get("drafts", 0), found.get("issued", 0), found.get("bin", 0))


def all_ids(connection: Connection) -> list[str]:
    """The ids of every document that is not in the bin, oldest first."""
    return list(
        connection.execute(
            select(DOCUMENTS.c.id)
            .where(DOCUMENTS.c.deleted_at.is_(None))
            .order_by(DOCUMENTS.c.created_at, DOCUMENTS.c.id)
        ).scalars()
    )


def _columns(draft: Draft, totals: Totals) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "number": draft.number,
        "buyer_name": draft.buyer.name,
        "subject": draft.subject,
        "issue_date": iso(draft.issue_date),
        "due_date": iso(draft.due_date),
        "currency": draft.currency,
        "payable": plain(totals.payable),
        "gross": plain(totals.gross),
    }


def _shown(row: Any) -> tuple[str, ...]:
    return (row.number, row.buyer_name, row.subject)


def _card(row: Any, matched: str) -> DocumentCard:
    return DocumentCard(
        id=row.id,
        status=row.status,
        kind=row.kind,
        number=row.number,
        buyer_name=row.buyer_name,
        subject=row.subject,
        issue_date=day(row.issue_date),
        due_date=day(row.due_date),
        currency=row.currency,
        payable=Decimal(row.payable),
        updated_at=read(row.updated_at),
        matched=matched,
    )
