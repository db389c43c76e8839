"""Of a supplier's file: how each page is turned, and what is wanted of the provider it is sent to."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    "ALTER TABLE supplier_files DROP COLUMN rotation",
    "ALTER TABLE supplier_files ADD COLUMN turns TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE supplier_files ADD COLUMN wishes TEXT NOT NULL DEFAULT ''",
)


def apply(connection: Connection) -> None:
    """One turn for a whole file was never used; pages of one scan lie in several ways."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
