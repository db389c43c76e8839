"""Run in processes of their own by the tests: `python -m tests.store.worker <what> <store> ...`."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.services.workspace import StoreFull, StoreLocation, StoreProblem, Workspace
from tests.services.invoices import invoice, typed


def page_of(draft: object, _totals: object) -> bytes:
    return f"page of {getattr(draft, 'number', '')}".encode()


def location_of(text: str) -> StoreLocation:
    """A folder or a URL."""
    return StoreLocation(url=text) if "://" in text else StoreLocation(Path(text), busy_timeout_s=60)


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def issue(store: str, count: str) -> None:
    """Make and issue so many invoices as fast as it goes, and say each number."""
    workspace = Workspace.open(location_of(store), render=page_of)
    ids = [workspace.create(invoice()).id for _ in range(int(count))]
    say("ready")
    sys.stdin.readline()
    for document_id in ids:
        issued = workspace.issue(document_id, today=date(2026, 5, 4)).issued
        assert issued is not None
        say(issued.number)
    workspace.close()


def edit(store: str, document_id: str) -> None:
    """Edit without end, and say each edit once it is recorded."""
    workspace = Workspace.open(location_of(store), render=page_of)
    opened = workspace.open_document(document_id)
    count = len(opened.history.steps)
    while True:
        count += 1
        workspace.record(document_id, [typed(opened.history, f"Step {count}", subject=f"edit {count}")])
        say(str(count))


def fill(store: str, document_id: str) -> None:
    """Edit until the disk takes no more; then, given room again, record the same edit once more."""
    import resource

    workspace = Workspace.open(location_of(store), render=page_of)
    opened = workspace.open_document(document_id)
    room = 400_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    count = 0
    while True:
        count += 1
        change = typed(opened.history, f"Step {count}", subject=f"edit {count}", memo="long " * 400 * count)
        try:
            workspace.record(document_id, [change])
        except StoreFull as full:
            say(f"full {count} {full.summary}")
            break
    found = workspace.open_document(document_id)
    say(found.draft.subject)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    workspace.record(document_id, [change])
    workspace.close()
    say("stored")


def restore(store: str, backup: str, room: str) -> None:
    """Put a backup in place on a disk that takes no file larger than `room`."""
    _limit(int(room))
    try:
        Workspace.restore(location_of(store), Path(backup))
        say("restored")
    except StoreProblem as told:
        say(f"{type(told).__name__}: {told.way_out}")


def migrate(store: str, room: str) -> None:
    """Open a store on a disk that takes no file larger than `room`."""
    _limit(int(room))
    try:
        Workspace.open(location_of(store), render=page_of).release()
        say("open")
    except StoreProblem as told:
        say(f"{type(told).__name__}: {told.way_out}")


def _limit(room: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))


def look(store: str) -> None:
    """Open a store as someone who may not write there, and say what the store answers."""
    with TemporaryDirectory() as spare:
        Workspace.open(location_of(spare), render=page_of).close()
    if os.geteuid() == 0:
        # Root may write everywhere; what is imported by now needs no reading any more.
        os.seteuid(65534)
    try:
        Workspace.open(location_of(store), render=page_of).close()
        say("open")
    except StoreProblem as told:
        say(f"{type(told).__name__}: {told.summary} {told.way_out}")


def hold(store: str) -> None:
    """Hold the write lock until told to let go."""
    import sqlite3

    connection = sqlite3.connect(Path(store) / "factotum.sqlite3", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    say("held")
    sys.stdin.readline()
    connection.execute("ROLLBACK")
    say("free")


if __name__ == "__main__":
    acts = (issue, edit, fill, restore, migrate, look, hold)
    {act.__name__: act for act in acts}[sys.argv[1]](*sys.argv[2:])
