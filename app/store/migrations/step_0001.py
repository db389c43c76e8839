"""The first tables. Never edited once released: a later step changes what this one made."""

from __future__ import annotations

from sqlalchemy import Connection

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'void', 'credited')),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  buyer_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  issue_date TEXT,
  due_date TEXT,
  currency TEXT NOT NULL,
  payable TEXT NOT NULL,
  gross TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  head TEXT NOT NULL,
  position INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  pending_bytes {long} NOT NULL,
  is_indexed BOOLEAN NOT NULL,
  search_row {long} NOT NULL,
  shelf TEXT GENERATED ALWAYS AS (
    CASE WHEN deleted_at IS NOT NULL THEN 'bin' WHEN status = 'draft' THEN 'drafts' ELSE 'issued' END
  ) STORED
);
CREATE INDEX documents_by_shelf ON documents (shelf, updated_at);
CREATE INDEX documents_by_time ON documents (updated_at);
CREATE UNIQUE INDEX documents_by_search_row ON documents (search_row);
CREATE INDEX documents_to_index ON documents (id) WHERE NOT is_indexed;

CREATE TABLE journal (
  seq {serial},
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  change_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  step_id TEXT,
  position INTEGER NOT NULL,
  label TEXT,
  key TEXT,
  at TEXT,
  schema_version INTEGER NOT NULL,
  forward TEXT,
  backward TEXT
);
CREATE INDEX journal_by_document ON journal (document_id, seq);

CREATE TABLE checkpoints (
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  seq {long} NOT NULL,
  position INTEGER NOT NULL,
  schema_version INTEGER NOT NULL,
  draft TEXT NOT NULL
);

CREATE TABLE issued (
  document_id TEXT PRIMARY KEY REFERENCES documents (id),
  series TEXT NOT NULL,
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  counter {long},
  continued_from {long},
  number TEXT NOT NULL CHECK (number <> ''),
  issued_at TEXT NOT NULL,
  rules TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  draft TEXT NOT NULL,
  draft_sha256 TEXT NOT NULL,
  totals TEXT NOT NULL,
  pdf {bytes} NOT NULL,
  pdf_sha256 TEXT NOT NULL,
  UNIQUE (series, kind, number),
  UNIQUE (series, kind, period, counter)
);

CREATE TABLE voids (
  document_id TEXT PRIMARY KEY REFERENCES issued (document_id),
  voided_at TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TABLE corrections (
  document_id TEXT NOT NULL REFERENCES issued (document_id),
  corrects TEXT NOT NULL REFERENCES issued (document_id),
  PRIMARY KEY (document_id, corrects)
);
CREATE INDEX corrections_by_invoice ON corrections (corrects);

CREATE TABLE counters (
  series TEXT NOT NULL,
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  next {long} NOT NULL,
  PRIMARY KEY (series, kind, period)
);

CREATE TABLE contacts (
  id TEXT PRIMARY KEY, schema_version INTEGER NOT NULL, body TEXT NOT NULL, words TEXT NOT NULL,
  used_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX contacts_by_use ON contacts (used_at);

CREATE TABLE items (
  id TEXT PRIMARY KEY, schema_version INTEGER NOT NULL, body TEXT NOT NULL, words TEXT NOT NULL,
  used_at TEXT NOT NULL, updated_at TEXT NOT NULL
);
CREATE INDEX items_by_use ON items (used_at);
"""

_SQLITE_GUARDS = (
    """CREATE VIRTUAL TABLE search USING fts5(
  words, snippets UNINDEXED, tokenize = 'ascii', prefix = '1 2 3 4 5 6 7 8 9 10 11 12', detail = none)""",
    *(
        f"""CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'what is issued never changes'); END"""
        for table in ("issued", "voids")
        for verb in ("UPDATE", "DELETE")
    ),
    # INSERT OR REPLACE deletes without firing a delete trigger.
    """CREATE TRIGGER issued_insert BEFORE INSERT ON issued
WHEN EXISTS (SELECT 1 FROM issued WHERE document_id = NEW.document_id
  OR (series = NEW.series AND kind = NEW.kind AND number = NEW.number)
  OR (series = NEW.series AND kind = NEW.kind AND period = NEW.period AND counter = NEW.counter))
BEGIN SELECT RAISE(ABORT, 'this document or number is issued already'); END""",
    """CREATE TRIGGER voids_insert BEFORE INSERT ON voids
WHEN EXISTS (SELECT 1 FROM voids WHERE document_id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'this document is void already'); END""",
)

_POSTGRESQL_GUARDS = (
    "CREATE TABLE search (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL, snippets TEXT NOT NULL)",
    "CREATE INDEX search_words ON search USING gin (words)",
    "CREATE SEQUENCE search_rows",
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what is issued never changes'; END $$""",
    *(
        f"""CREATE TRIGGER {table}_unchanged BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change()"""
        for table in ("issued", "voids")
    ),
    *(
        f"""CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"""
        for table in ("issued", "voids")
    ),
)


def apply(connection: Connection) -> None:
    """Make the tables, the search index and the guards over what is issued."""
    is_sqlite = connection.dialect.name == "sqlite"
    types = (
        {"serial": "INTEGER PRIMARY KEY AUTOINCREMENT", "long": "INTEGER", "bytes": "BLOB"}
        if is_sqlite
        else {"serial": "BIGSERIAL PRIMARY KEY", "long": "BIGINT", "bytes": "BYTEA"}
    )
    for statement in _TABLES.format(**types).split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        connection.exec_driver_sql(statement)
