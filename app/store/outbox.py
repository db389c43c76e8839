"""The outbox as rows. Every change of an entry says in which attempt and state it expects to find it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update

from app.store.prepared import Prepared
from app.store.schema import DOCUMENTS, OUTBOX, OUTBOX_STEPS
from app.store.upsert import upsert

LIVE: Final = ("queued", "sending", "looking", "waiting", "asking")
SENDABLE: Final = ("queued", "sending", "looking", "waiting")
DENIED: Final = -1
"""The status of a step that a person says was not done."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to be queued. `submission` and `fields` are JSON of the sending side."""

    id: str
    document_id: str
    connection_id: str
    provider: str
    action: str
    related: str
    submission: str
    fields: str
    number: str
    buyer: str
    payable: str
    currency: str
    queued_by: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of an entry; `reply` is JSON, None while the outcome is open."""

    step: str
    fingerprint: str
    intended_at: str
    answered_at: str | None
    status: int | None
    reply: str | None


_HOLDS: Final = Prepared(
    select(OUTBOX.c.id)
    .where(
        OUTBOX.c.document_id == bindparam("document"),
        OUTBOX.c.action == "submit",
        or_(
            *(OUTBOX.c.state == state for state in LIVE),
            (OUTBOX.c.state == "done") & (OUTBOX.c.related == ""),
        ),
    )
    .limit(1)
)


class Overtaken(Exception):
    """Someone else has taken the entry on in the meantime; nothing was written."""


def add(connection: Connection, entry: NewEntry, now: str) -> str:
    """Queue it; the id of the entry that is there: this one, or the one already there for the same."""
    values = {name: getattr(entry, name) for name in NewEntry.__slots__}
    values |= {"state": "queued", "attempts": 0, "created_at": now, "updated_at": now}
    connection.execute(upsert(connection, OUTBOX).values(**values).on_conflict_do_nothing())
    there = select(OUTBOX.c.id).where(
        OUTBOX.c.document_id == entry.document_id,
        OUTBOX.c.connection_id == entry.connection_id,
        OUTBOX.c.action == entry.action,
        OUTBOX.c.related == entry.related,
        OUTBOX.c.state.in_(LIVE) | ((OUTBOX.c.action == "submit") & (OUTBOX.c.state == "done")),
    )
    return str(connection.execute(there).scalar_one())


def row(connection: Connection, entry_id: str) -> Row[Any] | None:
    """The whole entry; None if there is none."""
    return connection.execute(select(OUTBOX).where(OUTBOX.c.id == entry_id)).one_or_none()


_CARD = tuple(c for c in OUTBOX.c if c.name not in ("submission", "fields", "judgement"))


def cards(
    connection: Connection, *, document_id: str = "", states: Collection[str] = (), limit: int = 500
) -> Sequence[Row[Any]]:
    """Entries without what is frozen in them, the newest first."""
    query = select(*_CARD).order_by(OUTBOX.c.created_at.desc(), OUTBOX.c.id).limit(limit)
    if document_id:
        query = query.where(OUTBOX.c.document_id == document_id)
    if states:
        query = query.where(OUTBOX.c.state.in_(tuple(states)))
    return connection.execute(query).all()


def sendable(connection: Connection) -> Sequence[Any]:
    """Id, connection, state, attempts and time of every entry that may be sent some time, oldest first."""
    query = (
        select(
            OUTBOX.c.id, OUTBOX.c.connection_id, OUTBOX.c.state, OUTBOX.c.attempts, OUTBOX.c.next_attempt_at
        )
        .where(OUTBOX.c.state.in_(SENDABLE))
        .order_by(OUTBOX.c.created_at, OUTBOX.c.id)
    )
    return connection.execute(query).all()


def counts(connection: Connection) -> dict[str, int]:
    """How many entries there are in each state."""
    query = select(OUTBOX.c.state, func.count()).group_by(OUTBOX.c.state)
    return {state: int(count) for state, count in connection.execute(query)}


def change(
    connection: Connection,
    entry_id: str,
    *,
    attempts: int,
    states: Collection[str],
    now: str,
    attempts_to: int | None = None,
    **values: Any,
) -> None:
    """Change the entry if it is still in that attempt and one of those states. Raises Overtaken.

    `attempts_to` begins another attempt: whoever was in the one before can write no more.
    """
    if attempts_to is not None:
        values["attempts"] = attempts_to
    statement = (
        update(OUTBOX)
        .where(OUTBOX.c.id == entry_id, OUTBOX.c.attempts == attempts, OUTBOX.c.state.in_(tuple(states)))
        .values(updated_at=now, **values)
    )
    if connection.execute(statement).rowcount != 1:
        raise Overtaken(entry_id)


def wake(connection: Connection, connection_id: str, now: str) -> None:
    """Let what waits for this connection to be mended leave with the next drain."""
    connection.execute(
        update(OUTBOX)
        .where(OUTBOX.c.connection_id == connection_id, OUTBOX.c.state == "waiting")
        .values(next_attempt_at=now)
    )


def has_live(connection: Connection, connection_id: str) -> bool:
    """Whether something is on its way over this connection."""
    query = select(OUTBOX.c.id).where(OUTBOX.c.connection_id == connection_id, OUTBOX.c.state.in_(LIVE))
    return connection.execute(query.limit(1)).first() is not None


def holds(connection: Connection, document_id: str) -> bool:
    """Whether this draft is on its way, or at a provider, so that it must not change here.

    What was practised (`related` names the state of the document that was) holds nothing once it is done.
    """
    return _HOLDS.first(connection, {"document": document_id}) is not None


def is_draft(connection: Connection, document_id: str) -> bool:
    """Whether the document is a draft of this store."""
    query = select(DOCUMENTS.c.status).where(DOCUMENTS.c.id == document_id)
    return connection.execute(query).scalar() == "draft"


def submitted(
    connection: Connection, document_id: str, connection_id: str, related: str = ""
) -> Row[Any] | None:
    """The entry that is bringing, or has brought, the document there; None if none is."""
    query = select(*_CARD).where(
        OUTBOX.c.document_id == document_id,
        OUTBOX.c.connection_id == connection_id,
        OUTBOX.c.action == "submit",
        OUTBOX.c.related == related,
        OUTBOX.c.state.in_((*LIVE, "done")),
    )
    return connection.execute(query).one_or_none()


def steps(connection: Connection, entry_id: str) -> list[StepRow]:
    """The steps of an entry in the order they were begun."""
    query = select(OUTBOX_STEPS).where(OUTBOX_STEPS.c.entry == entry_id).order_by(OUTBOX_STEPS.c.seq)
    return [_step(found) for found in connection.execute(query)]


def step(connection: Connection, entry_id: str, name: str) -> StepRow | None:
    """One step; None if it never began."""
    query = select(OUTBOX_STEPS).where(OUTBOX_STEPS.c.entry == entry_id, OUTBOX_STEPS.c.step == name)
    found = connection.execute(query).one_or_none()
    return None if found is None else _step(found)


def write_step(connection: Connection, entry_id: str, written: StepRow, *, attempts: int) -> None:
    """Keep the step in place of what was known of it. Raises Overtaken if the entry is not ours any more."""
    mine = select(OUTBOX.c.id).where(
        OUTBOX.c.id == entry_id, OUTBOX.c.attempts == attempts, OUTBOX.c.state == "sending"
    )
    if connection.dialect.name == "postgresql":
        mine = mine.with_for_update()
    if connection.execute(mine).first() is None:
        raise Overtaken(entry_id)
    values = {name: getattr(written, name) for name in StepRow.__slots__}
    here = (OUTBOX_STEPS.c.entry == entry_id) & (OUTBOX_STEPS.c.step == written.step)
    if not connection.execute(update(OUTBOX_STEPS).where(here).values(**values)).rowcount:
        last = select(func.coalesce(func.max(OUTBOX_STEPS.c.seq), 0)).where(OUTBOX_STEPS.c.entry == entry_id)
        seq = int(connection.execute(last).scalar_one()) + 1
        connection.execute(insert(OUTBOX_STEPS).values(entry=entry_id, seq=seq, **values))


def deny_open_steps(connection: Connection, entry_id: str, *, also: str = "") -> None:
    """Mark the steps whose outcome is open, and the one named: a person says they were not done."""
    is_open = OUTBOX_STEPS.c.reply.is_(None) | (OUTBOX_STEPS.c.step == also)
    here = (OUTBOX_STEPS.c.entry == entry_id) & is_open
    connection.execute(update(OUTBOX_STEPS).where(here).values(answered_at=None, status=DENIED, reply=None))


def _step(found: Row[Any]) -> StepRow:
    return StepRow(
        found.step, found.fingerprint, found.intended_at, found.answered_at, found.status, found.reply
    )
