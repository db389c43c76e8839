"""Suppliers' files as rows: the queue to review, the archive, and who is whose duplicate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from uuid import uuid4

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    Row,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from app.store.clock import read
from app.store.outbox import LIVE
from app.store.schema import METADATA, OUTBOX
from app.store.words import words_of

FileState = Literal["reading", "to_review", "filed", "bin"]
Shelf = Literal["filed", "unsent", "under_way", "sent", "refused", "kept", "bin"]
"""How one looks through the archive. unsent: accepted, and nowhere yet; refused is among these. What was
only practised counts as not sent."""
MOST_ALIKE: Final = 50
"""So many files of one number are looked at; `1` is the number of many suppliers' first invoice."""

MOST_IDS: Final = 500
"""So many values go into one statement."""

ORIGINALS = Table(
    "supplier_originals",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("size_bytes", Integer),
    Column("content", LargeBinary),
)

FILES = Table(
    "supplier_files",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("sha256", Text),
    Column("name", Text),
    Column("media_type", Text),
    Column("state", Text),
    Column("added_at", Text),
    Column("updated_at", Text),
    Column("filed_at", Text),
    Column("first_page", Integer),
    Column("last_page", Integer),
    Column("turns", Text),
    Column("wishes", Text),
    Column("reading", Text),
    Column("answer", Text),
    Column("supplier_name", Text),
    Column("supplier_key", Text),
    Column("number_key", Text),
    Column("gross", Text),
    Column("decision", Text),
    Column("words", Text),
)

MEMORY = Table(
    "supplier_memory",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("title", Text),
    Column("body", Text),
    Column("updated_at", Text),
)


@dataclass(frozen=True, slots=True)
class SupplierFile:
    """One file of the queue or the archive. `reading` and `answer` are JSON, empty while there is none.

    `answer` holds what a person made of the reading, `turns` how pages are turned, `wishes` what is wanted of
    the provider it is sent to. `first_page` and `last_page` (from 1) say which
    pages of a longer file this one was made of; None: it came as it is. `decision` is how it was filed:
    `accepted` as an invoice, or `kept` as it is.
    """

    id: str
    sha256: str
    name: str
    media_type: str
    state: FileState
    added_at: datetime
    reading: str = ""
    answer: str = ""
    supplier_name: str = ""
    supplier_key: str = ""
    number_key: str = ""
    gross: str = ""
    decision: str = ""
    first_page: int | None = None
    last_page: int | None = None
    turns: str = ""
    wishes: str = ""
    filed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of one supplier's layout. `body` is JSON of the reading side."""

    key: str
    title: str
    body: str
    updated_at: datetime


def add(
    connection: Connection,
    name: str,
    media_type: str,
    sha256: str,
    content: bytes,
    now: str,
    pages: tuple[int, int] | None = None,
) -> str:
    """Keep the file and put it into the queue; its id. The same bytes are kept once.

    `pages` are those of a longer file it was made of.
    """
    known = connection.execute(select(ORIGINALS.c.sha256).where(ORIGINALS.c.sha256 == sha256)).first()
    if known is None:
        connection.execute(insert(ORIGINALS).values(sha256=sha256, size_bytes=len(content), content=content))
    first_page, last_page = pages or (None, None)
    file_id = uuid4().hex
    connection.execute(
        insert(FILES).values(
            id=file_id,
            sha256=sha256,
            name=name,
            media_type=media_type,
            state="reading",
            added_at=now,
            updated_at=now,
            first_page=first_page,
            last_page=last_page,
            turns="",
            wishes="",
            supplier_name="",
            supplier_key="",
            number_key="",
            gross="",
            decision="",
            words=_words([name]),
        )
    )
    return file_id


def change(connection: Connection, file_id: str, now: str, **values: Any) -> bool:
    """Change columns of a file; whether it is there."""
    done = connection.execute(update(FILES).where(FILES.c.id == file_id).values(updated_at=now, **values))
    return bool(done.rowcount)


def keep_keys(
    connection: Connection, file_id: str, now: str, keys: Mapping[str, str], said: Sequence[str]
) -> None:
    """Keep what the file is compared by (`supplier_name`, `supplier_key`, `number_key`, `gross`), and the
    texts it is found by."""
    change(connection, file_id, now, **keys, words=_words(said))


def one(connection: Connection, file_id: str) -> SupplierFile | None:
    """The file of that id."""
    row = connection.execute(select(FILES).where(FILES.c.id == file_id)).first()
    return None if row is None else _file(row)


def original(connection: Connection, sha256: str) -> bytes | None:
    """The file as it came, byte for byte."""
    content = connection.execute(select(ORIGINALS.c.content).where(ORIGINALS.c.sha256 == sha256)).scalar()
    return None if content is None else bytes(content)


def listed(
    connection: Connection, states: Sequence[FileState], text: str = "", limit: int = 500
) -> list[SupplierFile]:
    """The files in these states that answer the text; the queue oldest first, the rest newest first."""
    is_queue = "to_review" in states or "reading" in states
    order = FILES.c.added_at if is_queue else FILES.c.updated_at.desc()
    query = select(FILES).where(FILES.c.state.in_(states)).order_by(order, FILES.c.id).limit(limit)
    for part in words_of(text)[:16]:
        query = query.where(FILES.c.words.like(f"% {part}%"))
    return [_file(row) for row in connection.execute(query)]


def shelved(
    connection: Connection, shelf: Shelf, text: str = "", limit: int = 500
) -> list[tuple[SupplierFile, Row[Any] | None]]:
    """The files on a shelf that answer the text, the newest first, each with the entry of the outbox that
    says most of it: the newest in earnest, else the newest that was practised."""
    query = select(FILES).where(*_on_shelf(shelf)).order_by(FILES.c.updated_at.desc(), FILES.c.id)
    for part in words_of(text)[:16]:
        query = query.where(FILES.c.words.like(f"% {part}%"))
    files = [_file(row) for row in connection.execute(query.limit(limit))]
    told: dict[str, Row[Any]] = {}
    for some in _batches([file.id for file in files]):
        sends = select(OUTBOX).where(OUTBOX.c.action == "submit", OUTBOX.c.document_id.in_(some))
        for row in connection.execute(sends.order_by(OUTBOX.c.created_at, OUTBOX.c.id)):
            before = told.get(row.document_id)
            if before is None or not row.related or before.related:
                told[row.document_id] = row
    return [(file, told.get(file.id)) for file in files]


def _on_shelf(shelf: Shelf) -> list[ColumnElement[bool]]:
    if shelf == "bin":
        return [FILES.c.state == "bin"]
    sends = select(OUTBOX.c.document_id).where(OUTBOX.c.action == "submit", OUTBOX.c.related == "")
    is_under_way = FILES.c.id.in_(sends.where(OUTBOX.c.state.in_(LIVE)))
    is_sent = FILES.c.id.in_(sends.where(OUTBOX.c.state == "done"))
    is_refused = FILES.c.id.in_(sends.where(OUTBOX.c.state == "refused"))
    more: dict[Shelf, list[ColumnElement[bool]]] = {
        "unsent": [FILES.c.decision == "accepted", ~is_under_way, ~is_sent],
        "under_way": [is_under_way],
        "sent": [is_sent],
        "refused": [is_refused, ~is_under_way, ~is_sent],
        "kept": [FILES.c.decision == "kept"],
    }
    return [FILES.c.state == "filed", *more.get(shelf, [])]


def counts(connection: Connection) -> dict[str, int]:
    """How many files are in each state."""
    query = select(FILES.c.state, func.count()).group_by(FILES.c.state)
    return {row.state: int(row[1]) for row in connection.execute(query)}


def with_content(connection: Connection, sha256: str) -> list[SupplierFile]:
    """The files of just these bytes, those in the bin among them, the oldest first."""
    query = select(FILES).where(FILES.c.sha256 == sha256).order_by(FILES.c.added_at, FILES.c.id)
    return [_file(row) for row in connection.execute(query)]


def with_number(connection: Connection, number_key: str) -> list[SupplierFile]:
    """The files of that number, those in the bin apart, the oldest first."""
    if not number_key:
        return []
    query = (
        select(FILES)
        .where(FILES.c.number_key == number_key, FILES.c.state != "bin")
        .order_by(FILES.c.added_at, FILES.c.id)
        .limit(MOST_ALIKE)
    )
    return [_file(row) for row in connection.execute(query)]


def forget_bin(connection: Connection) -> int:
    """Remove all files of the bin for good, and their originals; how many they were."""
    gone = connection.execute(delete(FILES).where(FILES.c.state == "bin")).rowcount
    connection.execute(delete(ORIGINALS).where(ORIGINALS.c.sha256.not_in(select(FILES.c.sha256))))
    return gone


def forget(connection: Connection, file_id: str) -> None:
    """Remove a file of the bin for good, and its original when no other row needs it."""
    row = connection.execute(
        select(FILES.c.sha256).where(FILES.c.id == file_id, FILES.c.state == "bin")
    ).first()
    if row is None:
        return
    connection.execute(delete(FILES).where(FILES.c.id == file_id))
    still = connection.execute(select(FILES.c.id).where(FILES.c.sha256 == row.sha256)).first()
    if still is None:
        connection.execute(delete(ORIGINALS).where(ORIGINALS.c.sha256 == row.sha256))


def memory(connection: Connection) -> list[Learned]:
    """What was learned of each supplier, the newest first."""
    query = select(MEMORY).order_by(MEMORY.c.updated_at.desc(), MEMORY.c.key)
    return [Learned(row.key, row.title, row.body, read(row.updated_at)) for row in connection.execute(query)]


def keep_memory(connection: Connection, key: str, title: str, body: str, now: str) -> None:
    """Keep what is known of a supplier's layout."""
    values = {"title": title, "body": body, "updated_at": now}
    if not connection.execute(update(MEMORY).where(MEMORY.c.key == key).values(**values)).rowcount:
        connection.execute(insert(MEMORY).values(key=key, **values))


def forget_memory(connection: Connection, key: str) -> None:
    """Forget a supplier's layout."""
    connection.execute(delete(MEMORY).where(MEMORY.c.key == key))


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(ids), MOST_IDS):
        yield ids[begin : begin + MOST_IDS]


def _words(said: Sequence[str]) -> str:
    found = dict.fromkeys(word for text in said for word in words_of(text))
    return "".join(f" {word}" for word in found)


def _file(row: Row[Any]) -> SupplierFile:
    return SupplierFile(
        id=row.id,
        sha256=row.sha256,
        name=row.name,
        media_type=row.media_type,
        state=row.state,
        added_at=read(row.added_at),
        reading=row.reading or "",
        answer=row.answer or "",
        supplier_name=row.supplier_name,
        supplier_key=row.supplier_key,
        number_key=row.number_key,
        gross=row.gross,
        decision=row.decision,
        first_page=row.first_page,
        last_page=row.last_page,
        turns=row.turns,
        wishes=row.wishes,
        filed_at=read(row.filed_at) if row.filed_at else None,
    )
