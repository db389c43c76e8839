"""Nothing typed is lost: not when the store is locked, not to another window, not at the end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.workspace import StoreLocation, Workspace
from app.ui.seat import Places
from tests.ui.shell.conftest import Start, settle

WAIT_MS = 20_000


def database_of(places: Places) -> str:
    return str(places.data_folder / "factotum.sqlite3")


def stored_subject(places: Places, document_id: str) -> str:
    workspace = Workspace.open(StoreLocation(folder=places.data_folder))
    with closing(workspace):
        return workspace.open_document(document_id).draft.subject


def test_a_locked_store_is_told_without_asking_and_tried_again(
    program: Program, places: Places, qtbot: QtBot
):
    store, autosave = program.seat.store, program.seat.autosave
    store.edit("Change subject", subject="Before")
    settle(qtbot, program)
    with closing(sqlite3.connect(database_of(places))) as other:
        other.execute("BEGIN IMMEDIATE")
        store.edit("Change subject", subject="While locked")
        qtbot.waitUntil(lambda: autosave.state == "waiting", timeout=WAIT_MS)
        shown = program.window.messages.shown
        assert shown is not None
        assert "Another program holds the documents" in shown.text
        store.edit("Change subject", subject="Still typing")
        other.rollback()
    autosave.save_now()
    qtbot.waitUntil(lambda: autosave.state == "saved", timeout=WAIT_MS)
    assert program.window.messages.shown is None
    assert stored_subject(places, store.document_id) == "Still typing"


def test_a_window_does_not_close_before_everything_is_on_disk(program: Program, places: Places, qtbot: QtBot):
    store = program.seat.store
    store.edit("Change subject", subject="Before")
    settle(qtbot, program)
    with closing(sqlite3.connect(database_of(places))) as other:
        other.execute("BEGIN IMMEDIATE")
        store.edit("Change subject", subject="At the last moment")
        assert not program.window.close()
        assert program.window.isVisible()
        other.rollback()
    with qtbot.waitSignal(program.window.closed, timeout=WAIT_MS):
        program.seat.autosave.save_now()
    assert stored_subject(places, store.document_id) == "At the last moment"


def test_two_windows_on_one_draft_lose_neither_version(program: Program, places: Places, qtbot: QtBot):
    store = program.seat.store
    store.edit("Change subject", subject="Common")
    settle(qtbot, program)
    shared = store.document_id
    other = Workspace.open(StoreLocation(folder=places.data_folder))
    with closing(other):
        theirs = other.open_document(shared)
        change = theirs.history.edit(
            "Change subject", theirs.draft.edited(subject="Theirs"), key=None, at=datetime.now(UTC)
        )
        other.record(shared, [change])
    store.edit("Change subject", subject="Ours")
    qtbot.waitUntil(lambda: store.document_id != shared, timeout=WAIT_MS)
    settle(qtbot, program)
    assert store.draft.subject == "Ours"
    assert stored_subject(places, shared) == "Theirs"
    assert stored_subject(places, store.document_id) == "Ours"
    assert "Both are kept" in program.window.messages.shown.text


def test_a_store_that_cannot_be_opened_leaves_the_last_document_to_work_on(
    start: Start, places: Places, qtbot: QtBot
):
    first = start()
    first.seat.store.edit("Change subject", subject="Known")
    settle(qtbot, first)
    first.window.close()
    first.stop()
    with closing(sqlite3.connect(database_of(places))) as broken:
        pages = broken.execute("PRAGMA page_count").fetchone()[0]
    assert pages > 0
    with open(database_of(places), "r+b") as file:  # noqa: PTH123
        file.write(b"this is no database any more" * 100)
    second = start(waits_for_store=False)
    qtbot.waitUntil(lambda: second.window.messages.shown is not None, timeout=WAIT_MS)
    assert second.seat.store.draft.subject == "Known"
    second.seat.store.edit("Change subject", subject="Typed without a store")
    assert second.seat.store.draft.subject == "Typed without a store"
    assert not second.window.close()
    second.window.close_anyway()
    second.stop()


class Thrower(QObject):
    def throw(self) -> None:
        raise RuntimeError("a slot that fails")


def test_an_unexpected_error_is_logged_once_and_the_window_lives_on(
    program: Program, places: Places, qtbot: QtBot
):
    reporter = program.seat.crashes
    reporter.crashed.disconnect()
    reporter.crashed.connect(program.window._on_crashed)
    details: list[str] = []
    reporter.crashed.connect(details.append)
    for _ in range(3):
        try:
            Thrower().throw()
        except RuntimeError as error:
            reporter.report(error)
    assert len(details) == 1
    assert "in throw" in details[0]
    assert "a slot that fails" not in details[0].replace('raise RuntimeError("a slot that fails")', "")
    assert "Your work is kept" in program.window.messages.shown.text
    log = places.log_folder / "factotum.log"
    qtbot.waitUntil(lambda: log.exists() and "in throw" in log.read_text("utf-8"), timeout=WAIT_MS)
    program.seat.store.edit("Change subject", subject="After the error")
    settle(qtbot, program)
    assert program.seat.autosave.state == "saved"
