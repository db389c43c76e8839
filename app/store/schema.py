"""The tables as queries see them. What makes them is `app.store.migrations`."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    literal_column,
)

METADATA = MetaData()

META = Table("meta", METADATA, Column("name", Text, primary_key=True), Column("value", Text))

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("status", Text),
    Column("kind", Text),
    Column("number", Text),
    Column("buyer_name", Text),
    Column("subject", Text),
    Column("issue_date", Text),
    Column("due_date", Text),
    Column("currency", Text),
    Column("payable", Text),
    Column("gross", Text),
    Column("created_at", Text),
    Column("updated_at", Text),
    Column("deleted_at", Text),
    Column("head", Text),
    Column("position", Integer),
    Column("pending", Integer),
    Column("pending_bytes", Integer),
    Column("is_indexed", Boolean),
    Column("search_row", Integer),
)

SHELF: ColumnElement[str] = literal_column("documents.shelf", Text)
"""Worked out by the database from status and deletion."""

JOURNAL = Table(
    "journal",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("document_id", Text),
    Column("change_id", Text),
    Column("kind", Text),
    Column("step_id", Text),
    Column("position", Integer),
    Column("label", Text),
    Column("key", Text),
    Column("at", Text),
    Column("schema_version", Integer),
    Column("forward", Text),
    Column("backward", Text),
)

CHECKPOINTS = Table(
    "checkpoints",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("seq", Integer),
    Column("position", Integer),
    Column("schema_version", Integer),
    Column("draft", Text),
)

ISSUED = Table(
    "issued",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("series", Text),
    Column("kind", Text),
    Column("period", Text),
    Column("counter", Integer),
    Column("continued_from", Integer),
    Column("number", Text),
    Column("issued_at", Text),
    Column("rules", Text),
    Column("schema_version", Integer),
    Column("draft", Text),
    Column("draft_sha256", Text),
    Column("totals", Text),
    Column("pdf", LargeBinary),
    Column("pdf_sha256", Text),
)

VOIDS = Table(
    "voids",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("voided_at", Text),
    Column("reason", Text),
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("document_id", Text, primary_key=True),
    Column("corrects", Text, primary_key=True),
)

COUNTERS = Table(
    "counters",
    METADATA,
    Column("series", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("next", Integer),
)


def _book(name: str) -> Table:
    return Table(
        name,
        METADATA,
        Column("id", Text, primary_key=True),
        Column("schema_version", Integer),
        Column("body", Text),
        Column("words", Text),
        Column("used_at", Text),
        Column("updated_at", Text),
    )


CONTACTS = _book("contacts")
ITEMS = _book("items")

CONNECTIONS = Table(
    "connections",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("provider", Text),
    Column("title", Text),
    Column("body", Text),
    Column("updated_at", Text),
)

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document_id", Text),
    Column("connection_id", Text),
    Column("provider", Text),
    Column("action", Text),
    Column("related", Text),
    Column("state", Text),
    Column("submission", Text),
    Column("fields", Text),
    Column("number", Text),
    Column("buyer", Text),
    Column("payable", Text),
    Column("currency", Text),
    Column("attempts", Integer),
    Column("next_attempt_at", Text),
    Column("error", Text),
    Column("receipt", Text),
    Column("judgement", Text),
    Column("verdict", Text),
    Column("queued_by", Text),
    Column("created_at", Text),
    Column("updated_at", Text),
)

OUTBOX_STEPS = Table(
    "outbox_steps",
    METADATA,
    Column("entry", Text, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("seq", Integer),
    Column("fingerprint", Text),
    Column("intended_at", Text),
    Column("answered_at", Text),
    Column("status", Integer),
    Column("reply", Text),
)

REMOTE_RECORDS = Table(
    "remote_records",
    METADATA,
    Column("connection_id", Text),
    Column("list", Text),
    Column("remote_id", Text),
    Column("title", Text),
    Column("detail", Text),
    Column("body", Text),
    Column("seen_at", Text),
    Column("row", Integer, primary_key=True),
)

REMOTE_LINKS = Table(
    "remote_links",
    METADATA,
    Column("connection_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("local_id", Text, primary_key=True),
    Column("remote_id", Text),
)
