"""What is known of a provider's lists, kept here so that completion needs no network, and of its ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, get_args

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from app.store.schema import REMOTE_LINKS, REMOTE_RECORDS
from app.store.upsert import upsert
from app.store.words import terms_of, words_of

LinkKind = Literal["customer", "supplier", "item"]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record. `body` is JSON; `words` all one might type to find it."""

    remote_id: str
    title: str
    detail: str
    words: str
    body: str


def replace(
    connection: Connection, connection_id: str, list_id: str, records: Iterable[RecordRow], seen_at: str
) -> int:
    """Keep this list in place of the one before; how many there are. The later of two of one id counts."""
    forget(connection, connection_id, list_id)
    unique = {record.remote_id: record for record in records}
    if not unique:
        return 0
    values = [
        {
            "connection_id": connection_id,
            "list": list_id,
            "remote_id": record.remote_id,
            "title": record.title,
            "detail": record.detail,
            "body": record.body,
            "seen_at": seen_at,
        }
        for record in unique.values()
    ]
    connection.execute(insert(REMOTE_RECORDS), values)
    here = (REMOTE_RECORDS.c.connection_id == connection_id) & (REMOTE_RECORDS.c.list == list_id)
    rows = {
        found.remote_id: found.row
        for found in connection.execute(select(REMOTE_RECORDS.c.remote_id, REMOTE_RECORDS.c.row).where(here))
    }
    is_sqlite = connection.dialect.name == "sqlite"
    scope = _scope(connection_id, list_id)
    indexed: list[dict[str, Any]] = []
    for record in unique.values():
        words = [scope, *dict.fromkeys(words_of(f"{record.title} {record.detail} {record.words}"))]
        indexed.append({"row": rows[record.remote_id], "words": " ".join(words) if is_sqlite else words})
    statement = (
        "INSERT INTO remote_search (rowid, words) VALUES (:row, :words)"
        if is_sqlite
        else "INSERT INTO remote_search (rowid, words) "
        "VALUES (:row, array_to_tsvector(CAST(:words AS text[])))"
    )
    connection.execute(text(statement), indexed)
    return len(unique)


def forget(connection: Connection, connection_id: str, list_id: str = "") -> None:
    """Forget one list of a connection; or all it has, and what is linked to them."""
    here = REMOTE_RECORDS.c.connection_id == connection_id
    if list_id:
        here = here & (REMOTE_RECORDS.c.list == list_id)
    rows = [{"row": row} for row in connection.execute(select(REMOTE_RECORDS.c.row).where(here)).scalars()]
    if rows:
        connection.execute(text("DELETE FROM remote_search WHERE rowid = :row"), rows)
    connection.execute(delete(REMOTE_RECORDS).where(here))
    if not list_id:
        forget_links(connection, connection_id)


def found(
    connection: Connection, connection_id: str, list_id: str, typed: str, limit: int
) -> list[RecordRow]:
    """The records that have a word beginning with each word typed; by title without words."""
    columns = (
        REMOTE_RECORDS.c.remote_id, REMOTE_RECORDS.c.title, REMOTE_RECORDS.c.detail, REMOTE_RECORDS.c.body
    )  # fmt: skip
    query = select(*columns)
    terms = [part for term in terms_of(typed) for part in term.parts]
    if terms:
        scope = _scope(connection_id, list_id)
        is_sqlite = connection.dialect.name == "sqlite"
        asked = (
            " AND ".join([f'"{scope}"', *(f'"{part}"*' for part in terms)])
            if is_sqlite
            else " & ".join([f"'{scope}'", *(f"'{part}':*" for part in terms)])
        )
        condition = "remote_search MATCH :asked" if is_sqlite else "words @@ CAST(:asked AS tsquery)"
        matching = text(f"SELECT rowid FROM remote_search WHERE {condition} LIMIT :most").bindparams(
            bindparam("asked", asked), bindparam("most", limit)
        )
        rows = list(connection.execute(matching).scalars())
        query = query.where(REMOTE_RECORDS.c.row.in_(rows))
    else:
        query = query.where(REMOTE_RECORDS.c.connection_id == connection_id, REMOTE_RECORDS.c.list == list_id)
    query = query.order_by(REMOTE_RECORDS.c.row).limit(limit)
    return [RecordRow(r.remote_id, r.title, r.detail, "", r.body) for r in connection.execute(query)]


def seen_at(connection: Connection, connection_id: str, list_id: str) -> str | None:
    """When the list was read last; None if it was not, or was empty."""
    query = select(REMOTE_RECORDS.c.seen_at).where(
        REMOTE_RECORDS.c.connection_id == connection_id, REMOTE_RECORDS.c.list == list_id
    )
    return connection.execute(query.limit(1)).scalar()


def link(connection: Connection, connection_id: str, kind: LinkKind, local_id: str, remote_id: str) -> None:
    """Say which record there is which contact or item here; an empty `remote_id` takes it back."""
    here = (
        (REMOTE_LINKS.c.connection_id == connection_id)
        & (REMOTE_LINKS.c.kind == kind)
        & (REMOTE_LINKS.c.local_id == local_id)
    )
    if not remote_id:
        connection.execute(delete(REMOTE_LINKS).where(here))
        return
    values = {"connection_id": connection_id, "kind": kind, "local_id": local_id, "remote_id": remote_id}
    written = upsert(connection, REMOTE_LINKS).values(**values)
    keys = [column.name for column in REMOTE_LINKS.primary_key]
    connection.execute(written.on_conflict_do_update(index_elements=keys, set_={"remote_id": remote_id}))


def forget_links(connection: Connection, connection_id: str) -> None:
    """Forget which records there are which contacts and items here."""
    connection.execute(delete(REMOTE_LINKS).where(REMOTE_LINKS.c.connection_id == connection_id))


def learn(connection: Connection, connection_id: str, learned: Mapping[str, str]) -> None:
    """Keep what a send has found or made, named as in `known`; an empty id takes a link back."""
    for name, remote_id in learned.items():
        kind, _, local_id = name.partition(":")
        for known_kind in get_args(LinkKind):
            if kind == known_kind and local_id:
                link(connection, connection_id, known_kind, local_id, remote_id)


def known(connection: Connection, connection_id: str, wanted: Mapping[LinkKind, set[str]]) -> dict[str, str]:
    """The ids there of these contacts and items, by `customer:<contact>` and `item:<item>`."""
    links: dict[str, str] = {}
    for kind, ids in wanted.items():
        query = select(REMOTE_LINKS.c.local_id, REMOTE_LINKS.c.remote_id).where(
            REMOTE_LINKS.c.connection_id == connection_id,
            REMOTE_LINKS.c.kind == kind,
            REMOTE_LINKS.c.local_id.in_(ids),
        )
        links |= {f"{kind}:{row.local_id}": row.remote_id for row in connection.execute(query)}
    return links


def _scope(connection_id: str, list_id: str) -> str:
    """A word no one types that stands for the list. Letters and digits, which no database takes apart."""
    return f"\ue001{sha256(f'{connection_id} {list_id}'.encode()).hexdigest()[:32]}"
