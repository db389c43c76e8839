"""Sending: connections, the outbox with the steps of each entry, and what is known of the other side."""

from __future__ import annotations

from sqlalchemy import Connection

_TABLES = """
CREATE TABLE connections (
  id TEXT PRIMARY KEY,
  provider TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  connection_id TEXT NOT NULL,
  provider TEXT NOT NULL,
  action TEXT NOT NULL,
  related TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN
    ('queued', 'sending', 'looking', 'waiting', 'asking', 'done', 'refused', 'withdrawn')),
  submission TEXT NOT NULL,
  fields TEXT NOT NULL,
  number TEXT NOT NULL,
  buyer TEXT NOT NULL,
  payable TEXT NOT NULL,
  currency TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  error TEXT NOT NULL DEFAULT '',
  receipt TEXT NOT NULL DEFAULT '',
  judgement TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL DEFAULT '',
  queued_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX outbox_once ON outbox (document_id, connection_id, action, related)
  WHERE state IN ('queued', 'sending', 'looking', 'waiting', 'asking')
    OR (action = 'submit' AND state = 'done');
CREATE INDEX outbox_by_document ON outbox (document_id, created_at);
CREATE INDEX outbox_by_time ON outbox (created_at);
CREATE INDEX outbox_live ON outbox (created_at)
  WHERE state IN ('queued', 'sending', 'looking', 'waiting', 'asking');

CREATE TABLE outbox_steps (
  entry TEXT NOT NULL REFERENCES outbox (id),
  step TEXT NOT NULL,
  seq INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  intended_at TEXT NOT NULL,
  answered_at TEXT,
  status INTEGER,
  reply TEXT,
  PRIMARY KEY (entry, step)
);

CREATE TABLE remote_records (
  connection_id TEXT NOT NULL,
  list TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  body TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  row {serial},
  UNIQUE (connection_id, list, remote_id)
);

CREATE TABLE remote_links (
  connection_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'item')),
  local_id TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  PRIMARY KEY (connection_id, kind, local_id)
);
"""

_SETTLED = "('done', 'refused', 'withdrawn')"
_ENTRY_SETTLED = f"EXISTS (SELECT 1 FROM outbox WHERE id = {{row}}.entry AND state IN {_SETTLED})"

_SQLITE_GUARDS = (
    """CREATE VIRTUAL TABLE remote_search USING fts5(
  words, tokenize = 'ascii', prefix = '1 2 3 4 5 6 7 8', detail = none)""",
    f"""CREATE TRIGGER outbox_update BEFORE UPDATE ON outbox WHEN OLD.state IN {_SETTLED}
BEGIN SELECT RAISE(ABORT, 'what is settled in the outbox never changes'); END""",
    """CREATE TRIGGER outbox_delete BEFORE DELETE ON outbox
BEGIN SELECT RAISE(ABORT, 'what is in the outbox stays'); END""",
    # INSERT OR REPLACE deletes without firing a delete trigger.
    f"""CREATE TRIGGER outbox_insert BEFORE INSERT ON outbox
WHEN EXISTS (SELECT 1 FROM outbox WHERE id = NEW.id AND state IN {_SETTLED})
BEGIN SELECT RAISE(ABORT, 'what is settled in the outbox never changes'); END""",
    *(
        f"""CREATE TRIGGER outbox_steps_{verb.lower()} BEFORE {verb} ON outbox_steps
WHEN {_ENTRY_SETTLED.format(row=row)}
BEGIN SELECT RAISE(ABORT, 'what is settled in the outbox never changes'); END"""
        for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
    ),
)

_POSTGRESQL_GUARDS = (
    "CREATE TABLE remote_search (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)",
    "CREATE INDEX remote_search_words ON remote_search USING gin (words)",
    """CREATE FUNCTION refuse_settled() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what is settled in the outbox never changes'; END $$""",
    f"""CREATE TRIGGER outbox_settled BEFORE UPDATE ON outbox
FOR EACH ROW WHEN (OLD.state IN {_SETTLED}) EXECUTE FUNCTION refuse_settled()""",
    """CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox
FOR EACH ROW EXECUTE FUNCTION refuse_settled()""",
    """CREATE TRIGGER outbox_whole BEFORE TRUNCATE ON outbox
FOR EACH STATEMENT EXECUTE FUNCTION refuse_settled()""",
    f"""CREATE FUNCTION refuse_settled_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF TG_OP = 'INSERT' THEN
  IF {_ENTRY_SETTLED.format(row="NEW")} THEN
    RAISE EXCEPTION 'what is settled in the outbox never changes'; END IF;
  RETURN NEW;
END IF;
IF {_ENTRY_SETTLED.format(row="OLD")} THEN
  RAISE EXCEPTION 'what is settled in the outbox never changes'; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW; END $$""",
    """CREATE TRIGGER outbox_steps_settled BEFORE INSERT OR UPDATE OR DELETE ON outbox_steps
FOR EACH ROW EXECUTE FUNCTION refuse_settled_step()""",
)


def apply(connection: Connection) -> None:
    """Make the tables, the search over remote records, and the guards over what is settled."""
    is_sqlite = connection.dialect.name == "sqlite"
    serial = "INTEGER PRIMARY KEY AUTOINCREMENT" if is_sqlite else "BIGSERIAL PRIMARY KEY"
    for statement in _TABLES.format(serial=serial).split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        connection.exec_driver_sql(statement)
