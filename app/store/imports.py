"""Many customers or items written at once, and what is remembered to take them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from app.store.schema import META
from app.store.upsert import upsert

_AT_ONCE = 500


def bodies_of(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, str]:
    """The records of these ids, as they were written; those that are not there are left out."""
    found: dict[str, str] = {}
    for some in _parts(ids):
        rows = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some)))
        found |= {row.id: row.body for row in rows}
    return found


def put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Write these rows, new ones and known ones alike; when a known one was used stays as it is."""
    statement = upsert(connection, table)
    kept = ("schema_version", "body", "words", "updated_at")
    changes = {name: statement.excluded[name] for name in kept}
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=changes)
    for some in _parts(rows):
        connection.execute(statement, some)


def remove(connection: Connection, table: Table, ids: Sequence[str]) -> None:
    """Take these records out."""
    for some in _parts(ids):
        connection.execute(delete(table).where(table.c.id.in_(some)))


def remember(connection: Connection, name: str, value: str | None) -> None:
    """Keep the text under this name in place of an earlier one; None: forget it."""
    if value is None:
        connection.execute(delete(META).where(META.c.name == name))
        return
    statement = upsert(connection, META).values(name=name, value=value)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
    )


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
