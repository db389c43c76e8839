"""The journal of edits: one row a change, replayed on the last checkpoint of its document.

A push and a replace both say: the steps up to `position - 1` stay, this is step `position`. That is
why rows overtaken by later ones can be left out at any checkpoint without changing what is replayed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import JsonValue
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from app.domain.codec import UnreadableDraft, draft_from_json, draft_to_json
from app.domain.difference import BrokenDifference, apply
from app.domain.draft import SCHEMA_VERSION, Draft
from app.domain.recall import recalled
from app.store.prepared import Prepared
from app.store.problems import StoreDamaged
from app.store.schema import CHECKPOINTS, DOCUMENTS, JOURNAL

_WAY_OUT = "Go back to a backup; the other documents can be used. Nothing was changed."
CHECKPOINT_EVERY = 100
CHECKPOINT_ROWS = 100_000
CHECKPOINT_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class JournalStep:
    """A step as it is kept: its differences as JSON."""

    id: str
    label: str
    key: str | None
    at: str
    forward: JsonValue
    backward: JsonValue


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One change to keep."""

    change_id: str
    kind: Literal["push", "replace", "move"]
    position: int
    step: JournalStep | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """A draft as its journal leaves it."""

    draft: Draft
    steps: tuple[JournalStep, ...]
    position: int


_INSERT = Prepared(insert(JOURNAL).inline(), [c.name for c in JOURNAL.c if c.name != "seq"])
_HEAD = select(DOCUMENTS.c.head, DOCUMENTS.c.status, DOCUMENTS.c.deleted_at).where(
    DOCUMENTS.c.id == bindparam("document")
)
_LOCKED_HEAD = _HEAD.with_for_update()
_MOVE_HEAD = Prepared(
    update(DOCUMENTS)
    .where(
        DOCUMENTS.c.id == bindparam("document"),
        DOCUMENTS.c.head == bindparam("base"),
        DOCUMENTS.c.status == "draft",
    )
    .values(
        head=bindparam("new_head"),
        position=bindparam("new_position"),
        updated_at=bindparam("now"),
        pending=DOCUMENTS.c.pending + bindparam("more"),
        pending_bytes=DOCUMENTS.c.pending_bytes + bindparam("more_bytes"),
        is_indexed=False,
    )
    .returning(DOCUMENTS.c.pending, DOCUMENTS.c.pending_bytes)
)


@dataclass(frozen=True, slots=True)
class Pending:
    """What has been kept since the last checkpoint."""

    changes: int
    size_bytes: int

    def is_due(self, rows: int) -> bool:
        """Whether replaying it on a draft of so many rows would take longer than one likes to wait."""
        return (
            self.changes >= CHECKPOINT_EVERY
            or self.size_bytes >= CHECKPOINT_BYTES
            or (self.changes >= CHECKPOINT_EVERY // 4 and self.changes * rows >= CHECKPOINT_ROWS)
        )


@dataclass(frozen=True, slots=True)
class Head:
    """Where a document stands."""

    change_id: str
    status: str
    is_deleted: bool


def head_of(connection: Connection, document_id: str) -> Head | None:
    """Where the document stands, locked until the transaction ends; None: there is no such document."""
    row = connection.execute(_LOCKED_HEAD, {"document": document_id}).first()
    return None if row is None else Head(row.head, row.status, row.deleted_at is not None)


def position_of(connection: Connection, document_id: str) -> int:
    """How many steps of the document are done."""
    found = select(DOCUMENTS.c.position).where(DOCUMENTS.c.id == document_id)
    return int(connection.execute(found).scalar_one())


def append(
    connection: Connection, document_id: str, base: str, entries: Sequence[JournalEntry], now: str
) -> Pending | None:
    """Keep the changes made on `base`; what is pending with them.

    None, and nothing is kept: the document is no draft, or `base` is not its last change.
    """
    rows = [_row(document_id, entry) for entry in entries]
    size = sum(len(row["forward"] or "") + len(row["backward"] or "") for row in rows)
    last = entries[-1]
    moved = _MOVE_HEAD.first(
        connection,
        {
            "document": document_id,
            "base": base,
            "new_head": last.change_id,
            "new_position": last.position,
            "now": now,
            "more": len(rows),
            "more_bytes": size,
        },
    )
    if moved is None:
        return None
    for row in rows:
        _INSERT.first(connection, row)
    return Pending(*moved)


def checkpoint(connection: Connection, document_id: str, draft: Draft, position: int) -> None:
    """Keep the whole draft, and drop the rows that later ones have overtaken."""
    seq = connection.execute(
        select(func.coalesce(func.max(JOURNAL.c.seq), 0)).where(JOURNAL.c.document_id == document_id)
    ).scalar_one()
    values = {
        "seq": seq,
        "position": position,
        "schema_version": SCHEMA_VERSION,
        "draft": draft_to_json(draft, is_indented=False),
    }
    changed = connection.execute(
        update(CHECKPOINTS).where(CHECKPOINTS.c.document_id == document_id).values(**values)
    )
    if not changed.rowcount:
        connection.execute(insert(CHECKPOINTS).values(document_id=document_id, **values))
    connection.execute(
        update(DOCUMENTS).where(DOCUMENTS.c.id == document_id).values(pending=0, pending_bytes=0)
    )
    later = JOURNAL.alias("later")
    overtaken = (
        select(later.c.seq)
        .where(
            later.c.document_id == document_id,
            later.c.step_id == JOURNAL.c.step_id,
            later.c.seq > JOURNAL.c.seq,
        )
        .exists()
    )
    connection.execute(
        delete(JOURNAL).where(JOURNAL.c.document_id == document_id, JOURNAL.c.step_id.is_(None) | overtaken)
    )


def stored_draft(text: str, schema_version: int) -> Draft:
    """The draft we wrote ourselves, so read without the suspicion an outside file deserves.

    Raises StoreDamaged when it is none any more.
    """
    if schema_version == SCHEMA_VERSION:
        # What does not come back as it was written may still be a draft, and is told in words if not.
        with suppress(ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
            return recalled(json.loads(text, parse_float=str))
    try:
        return draft_from_json(text)
    except UnreadableDraft as error:
        raise StoreDamaged(
            "This document is damaged in the store.",
            str(error),
            _WAY_OUT,
        ) from error


def whole_text(connection: Connection, document_id: str) -> str:
    """The document as it was last written whole, in the words of whichever version wrote it."""
    kept = select(CHECKPOINTS.c.draft).where(CHECKPOINTS.c.document_id == document_id)
    return str(connection.execute(kept).scalar() or "")


def replay(connection: Connection, document_id: str) -> Replayed:
    """The draft with its steps. Raises StoreDamaged when it cannot be put together."""
    kept = connection.execute(
        select(CHECKPOINTS).where(CHECKPOINTS.c.document_id == document_id)
    ).one_or_none()
    if kept is None:
        raise StoreDamaged("This document is damaged in the store.", "It has no checkpoint.", _WAY_OUT)
    rows = connection.execute(
        select(JOURNAL).where(JOURNAL.c.document_id == document_id).order_by(JOURNAL.c.seq)
    ).all()
    draft = stored_draft(kept.draft, kept.schema_version)
    try:
        return _replayed(draft, kept.position, kept.seq, rows)
    except BrokenDifference as error:
        raise StoreDamaged("This document is damaged in the store.", str(error), _WAY_OUT) from error


def _replayed(draft: Draft, position: int, checkpoint_seq: int, rows: Sequence[Any]) -> Replayed:
    steps: list[JournalStep] = []
    for row in rows:
        done = row.seq <= checkpoint_seq
        if row.step_id is None:
            if not done:
                draft = _moved(draft, steps, position, row.position)
                position = row.position
            continue
        step = JournalStep(row.step_id, row.label, row.key, row.at, _value(row.forward), _value(row.backward))
        if not done:
            draft = apply(_moved(draft, steps, position, row.position - 1), step.forward)
            position = row.position
        steps[row.position - 1 :] = [step]
    return Replayed(draft, tuple(steps), position)


def _moved(draft: Draft, steps: Sequence[JournalStep], position: int, target: int) -> Draft:
    for step in reversed(steps[target:position]):
        draft = apply(draft, step.backward)
    for step in steps[position:target]:
        draft = apply(draft, step.forward)
    return draft


def _row(document_id: str, entry: JournalEntry) -> dict[str, Any]:
    step = entry.step
    return {
        "document_id": document_id,
        "change_id": entry.change_id,
        "kind": entry.kind,
        "position": entry.position,
        "schema_version": SCHEMA_VERSION,
        "step_id": step.id if step else None,
        "label": step.label if step else None,
        "key": step.key if step else None,
        "at": step.at if step else None,
        "forward": _text(step.forward) if step else None,
        "backward": _text(step.backward) if step else None,
    }


def _value(text: str) -> JsonValue:
    """A difference as it was written; a fraction is text, as everywhere in a draft."""
    value: JsonValue = json.loads(text, parse_float=str)
    return value


def _text(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pending_of(connection: Connection, document_ids: Iterable[str]) -> list[str]:
    """Which of these documents have changes since their last checkpoint."""
    found = select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(list(document_ids)), DOCUMENTS.c.pending > 0)
    return list(connection.execute(found).scalars())


def known_changes(connection: Connection, document_id: str, change_ids: Iterable[str]) -> set[str]:
    """Which of these changes are in the journal."""
    found = connection.execute(
        select(JOURNAL.c.change_id).where(
            JOURNAL.c.document_id == document_id, JOURNAL.c.change_id.in_(list(change_ids))
        )
    )
    return set(found.scalars())
