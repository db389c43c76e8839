"""Sends what may go: the oldest first, one unreachable account not holding up the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from app.client.clock import Clock
from app.client.transport import Cancel
from app.services.sending.book import entry_of
from app.services.sending.dispatch import Dispatch
from app.services.sending.entries import DrainReport, Entry
from app.store import clock, outbox
from app.store.database import Database


def drained(
    database: Database,
    dispatch: Dispatch,
    clock_: Clock,
    cancel: Cancel,
    told: Callable[[Entry], None],
    *,
    only: frozenset[str],
    is_asked_for: bool,
) -> DrainReport:
    """What was done. Each entry is tried once; one whose account cannot be reached now holds its fellows."""
    came: Counter[str] = Counter()
    next_at: datetime | None = None
    shut: set[str] = set()
    with database.reading() as connection:
        rows = outbox.sendable(connection)
    for row in rows:
        if cancel.is_set:
            break
        if only and row.id not in only:
            continue
        at = clock.read(row.next_attempt_at) if row.next_attempt_at else None
        is_due = at is not None and at <= clock_.now()
        if row.state in ("waiting", "looking") and not is_due and not is_asked_for:
            came[row.state] += 1
            next_at = _sooner(next_at, at)
            continue
        if row.connection_id in shut:
            came["waiting"] += 1
            continue
        if not dispatch.send(row.id, cancel):
            came["busy"] += 1
            continue
        with database.reading() as connection:
            entry = entry_of(outbox.row(connection, row.id))
        came[entry.state] += 1
        next_at = _sooner(next_at, entry.next_attempt_at)
        if entry.state == "waiting":
            shut.add(entry.connection_id)
        told(entry)
    return DrainReport(
        done=came["done"],
        refused=came["refused"],
        asking=came["asking"],
        waiting=came["waiting"] + came["queued"],
        looking=came["looking"],
        busy=came["busy"],
        next_at=next_at,
    )


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((each for each in (one, other) if each is not None), default=None)
