"""Small things the store remembers by name."""

from __future__ import annotations

from sqlalchemy import Connection, select, text

from app.store.schema import META


def value(connection: Connection, name: str) -> str | None:
    """What is kept under this name; None if nothing is."""
    return connection.execute(select(META.c.value).where(META.c.name == name)).scalar()


def put_once(connection: Connection, name: str, value_: str) -> str:
    """Keep it unless something is kept already; what is kept then."""
    statement = text("INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
    connection.execute(statement, {"name": name, "value": value_})
    return str(value(connection, name))
