"""Connections as rows: accounts at providers, without their secrets."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from app.store.schema import CONNECTIONS


def bodies(connection: Connection) -> list[str]:
    """Every connection as JSON, by title."""
    query = select(CONNECTIONS.c.body).order_by(CONNECTIONS.c.title, CONNECTIONS.c.id)
    return list(connection.execute(query).scalars())


def body(connection: Connection, connection_id: str) -> str | None:
    """One connection as JSON; None if there is none."""
    query = select(CONNECTIONS.c.body).where(CONNECTIONS.c.id == connection_id)
    return connection.execute(query).scalar()


def save(
    connection: Connection, connection_id: str, provider: str, title: str, body: str, updated_at: str
) -> None:
    """Keep it, in place of the one of the same id."""
    values = {"provider": provider, "title": title, "body": body, "updated_at": updated_at}
    here = CONNECTIONS.c.id == connection_id
    if not connection.execute(update(CONNECTIONS).where(here).values(**values)).rowcount:
        connection.execute(insert(CONNECTIONS).values(id=connection_id, **values))


def remove(connection: Connection, connection_id: str) -> None:
    """Forget the connection; its entries in the outbox stay."""
    connection.execute(delete(CONNECTIONS).where(CONNECTIONS.c.id == connection_id))
