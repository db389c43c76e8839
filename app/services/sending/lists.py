"""A provider's lists: read page by page, kept here, completed without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from app.client.calls import Flow
from app.client.errors import Cancelled, Unexpected
from app.client.provider import Connection, Provider, RemotePage, RemoteRecord
from app.client.transport import Cancel
from app.client.wire import json_text
from app.services.sending.frozen import exact
from app.services.sending.problems import SendingProblem
from app.store import remote_records
from app.store.database import Database
from app.store.remote_records import RecordRow

MOST_RECORDS: Final = 200_000

Progress = Callable[[int, int | None], None]
"""Is told how many are read, and of how many if the provider says."""


def read(
    provider: Provider,
    connection: Connection,
    list_id: str,
    ask: Callable[[Flow[RemotePage]], RemotePage],
    progress: Progress,
    cancel: Cancel,
) -> Iterator[RemoteRecord]:
    """Every record of the list. Raises ProviderError; Unexpected for a list that does not end."""
    listed = next((each for each in provider.lists if each.id == list_id), None)
    if listed is None:
        raise SendingProblem("no_such_list", {"provider": provider.title, "list": list_id})
    cursor, count = "", 0
    seen: set[str] = set()
    while True:
        if cancel.is_set:
            raise Cancelled("cancelled")
        page = ask(listed.page(connection, cursor))
        yield from page.records
        count += len(page.records)
        progress(count, page.total)
        if not page.cursor:
            return
        if page.cursor in seen or count > MOST_RECORDS:
            raise Unexpected("answer_wrong_type", {"member": "cursor", "wanted": "end", "found": "text"})
        cursor = page.cursor
        seen.add(cursor)


def keep(database: Database, connection_id: str, list_id: str, records: list[RemoteRecord], now: str) -> int:
    """Keep the list in place of the one before, whole or not at all; how many there are."""
    rows = (RecordRow(r.id, r.title, r.detail, r.words, json_text(dict(r.body))) for r in records)
    with database.writing() as connection:
        return remote_records.replace(connection, connection_id, list_id, rows, now)


def complete(
    database: Database, connection_id: str, list_id: str, typed: str, limit: int
) -> tuple[RemoteRecord, ...]:
    """The records that answer what is typed, from what is kept here."""
    with database.reading() as connection:
        rows = remote_records.found(connection, connection_id, list_id, typed, limit)
    return tuple(RemoteRecord(r.remote_id, r.title, r.detail, "", exact(r.body)) for r in rows)
