"""Suppliers' files: the originals byte for byte, what was read of them, and what was learned."""

from __future__ import annotations

from sqlalchemy import Connection

_TABLES = """
CREATE TABLE supplier_originals (
  sha256 TEXT PRIMARY KEY,
  size_bytes {long} NOT NULL,
  content {bytes} NOT NULL
);

CREATE TABLE supplier_files (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES supplier_originals (sha256),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reading', 'to_review', 'filed', 'bin')),
  added_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  filed_at TEXT,
  first_page INTEGER,
  last_page INTEGER,
  rotation INTEGER NOT NULL DEFAULT 0,
  reading TEXT,
  answer TEXT,
  supplier_name TEXT NOT NULL DEFAULT '',
  supplier_key TEXT NOT NULL DEFAULT '',
  number_key TEXT NOT NULL DEFAULT '',
  gross TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT ''
);
CREATE INDEX supplier_files_by_state ON supplier_files (state, added_at);
CREATE INDEX supplier_files_by_content ON supplier_files (sha256);
CREATE INDEX supplier_files_by_number ON supplier_files (number_key, supplier_key);

CREATE TABLE supplier_memory (
  key TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
"""

_SQLITE_GUARDS = tuple(
    f"""CREATE TRIGGER supplier_originals_{verb.lower()} BEFORE {verb} ON supplier_originals
BEGIN SELECT RAISE(ABORT, 'an original never changes'); END"""
    for verb in ("UPDATE",)
)
_POSTGRESQL_GUARDS = (
    """CREATE FUNCTION refuse_original_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'an original never changes'; END $$""",
    """CREATE TRIGGER supplier_originals_unchanged BEFORE UPDATE ON supplier_originals
FOR EACH ROW EXECUTE FUNCTION refuse_original_change()""",
)


def apply(connection: Connection) -> None:
    """Make the tables and the guard over the originals."""
    is_sqlite = connection.dialect.name == "sqlite"
    types = {"long": "INTEGER", "bytes": "BLOB"} if is_sqlite else {"long": "BIGINT", "bytes": "BYTEA"}
    for statement in _TABLES.format(**types).split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        connection.exec_driver_sql(statement)
