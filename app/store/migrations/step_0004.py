"""Links to suppliers beside those to customers and items."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    """CREATE TABLE wider_links (
  connection_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'supplier', 'item')),
  local_id TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  PRIMARY KEY (connection_id, kind, local_id)
)""",
    "INSERT INTO wider_links SELECT connection_id, kind, local_id, remote_id FROM remote_links",
    "DROP TABLE remote_links",
    "ALTER TABLE wider_links RENAME TO remote_links",
)


def apply(connection: Connection) -> None:
    """Make the table anew, for a condition of a column cannot be changed in place everywhere."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
