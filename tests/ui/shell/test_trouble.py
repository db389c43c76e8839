"""A full disk and a store that may not be written: told at the right place, and nothing typed is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.dialogs.issue import IssueDialog
from app.ui.seat import Places
from tests.services.invoices import invoice
from tests.ui.shell.conftest import said, settle
from tests.ui.shell.test_journey import WhenOpen
from tests.ui.shell.test_keeping import stored_subject
from tests.ui.shell.trouble import ask_store, no_room

WAIT_MS = 20_000


def test_typing_goes_on_without_room_and_is_saved_once_there_is(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    store, autosave = program.seat.store, program.seat.autosave
    store.edit("Subject", subject="Before")
    settle(qtbot, program)
    with no_room():
        store.edit("Subject", subject="Without room")
        qtbot.waitUntil(lambda: autosave.state == "waiting", timeout=WAIT_MS)
        assert "The disk is full" in said(program)
        for subject in ("Still", "typing", "on"):
            store.edit("Subject", subject=subject)
        assert store.draft.subject == "on"
        assert not program.window.close()
    autosave.save_now()
    qtbot.waitUntil(lambda: autosave.is_idle, timeout=WAIT_MS)
    assert "disk is full" not in said(program)
    assert stored_subject(places, store.document_id) == "on"
    steps = ask_store(places, "SELECT count(DISTINCT step_id), count(*) FROM journal WHERE kind = 'push'")
    assert steps == [(5, 5)]


def test_a_sample_that_cannot_be_stored_stays_and_is_stored_later(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    store, autosave = program.seat.store, program.seat.autosave
    with no_room():
        store.edit("Subject", subject="First words")
        qtbot.waitUntil(lambda: autosave.state == "waiting", timeout=WAIT_MS)
        program.window.flows.new_document()
        qtbot.waitUntil(lambda: "stays open" in said(program), timeout=WAIT_MS)
        assert store.draft.subject == "First words"
    autosave.save_now()
    qtbot.waitUntil(lambda: autosave.is_idle, timeout=WAIT_MS)
    assert stored_subject(places, store.document_id) == "First words"
    assert ask_store(places, "SELECT count(*) FROM documents") == [(1,)]


def test_issuing_without_room_takes_no_number(program: Program, places: Places, qtbot: QtBot) -> None:
    store = program.seat.store
    store.edit("Ours", seller=invoice().seller, issue_date=date(2026, 11, 21))
    settle(qtbot, program)

    def confirm(dialog: IssueDialog) -> None:
        full.__enter__()
        dialog.confirm.click()

    full = no_room()
    asked = WhenOpen(IssueDialog, confirm)
    program.window.actions_by_name["issue"].trigger()
    try:
        qtbot.waitUntil(lambda: "no number was taken" in said(program), timeout=WAIT_MS)
    finally:
        full.__exit__(None, None, None)
    assert any("F2026-0001" in text for text in asked.texts)
    assert "The disk is full" in said(program)
    assert store.status == "draft"
    assert ask_store(places, "SELECT count(*) FROM issued") == [(0,)]
    again = WhenOpen(IssueDialog, lambda dialog: dialog.confirm.click())
    program.window.actions_by_name["issue"].trigger()
    qtbot.waitUntil(lambda: store.status == "issued", timeout=WAIT_MS)
    assert again.texts
    assert store.draft.number == "F2026-0001"


def test_a_pdf_without_room_leaves_the_former_file(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "page.pdf"
    target.write_bytes(b"the former one")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with no_room():
        program.window.actions_by_name["save_pdf"].trigger()
        qtbot.waitUntil(lambda: "no room left" in said(program), timeout=WAIT_MS)
        settle(qtbot, program)
    assert target.read_bytes() == b"the former one"
    assert [path.name for path in tmp_path.glob("*page*")] == ["page.pdf"]


def test_an_export_without_room_says_so_and_the_store_goes_on(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.seat.store.edit("Subject", subject="Before")
    settle(qtbot, program)
    program.window.visits.show_settings()
    settle(qtbot, program)
    part = program.window.rooms.page("settings").store_part
    (tmp_path / "out").mkdir()
    with no_room():
        part.export_to(tmp_path / "out")
        qtbot.waitUntil(lambda: "no room left" in said(program), timeout=WAIT_MS)
    assert part.export.isEnabled()
    assert part.bar.isHidden()
    program.seat.store.edit("Subject", subject="After")
    settle(qtbot, program)
    assert program.seat.autosave.state == "saved"


def test_settings_log_and_snapshot_without_room_disturb_nothing(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    seat = program.seat
    reporter = seat.crashes
    reporter.crashed.disconnect()
    with no_room():
        seat.change_settings(seat.settings.model_copy(update={"compact_rows": True}))
        qtbot.waitUntil(lambda: "settings file could not be written" in said(program), timeout=WAIT_MS)
        reporter.report(LookupError("not logged, not a second error"))
        settle(qtbot, program)
    assert seat.settings.compact_rows
    assert not places.settings_file.exists()
    settle(qtbot, program)
    seat.store.edit("Subject", subject="With a snapshot")
    settle(qtbot, program)
    (places.snapshot_folder / "last-document.json").unlink()
    places.snapshot_folder.rmdir()
    places.snapshot_folder.write_text("a file where the folder was")
    seat.store.edit("Subject", subject="No snapshot")
    settle(qtbot, program)
    assert seat.autosave.state == "saved"
    assert stored_subject(places, seat.store.document_id) == "No snapshot"
    places.snapshot_folder.unlink()


def test_a_store_that_turns_read_only_keeps_what_is_typed_until_it_may_be_written(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    store, autosave = program.seat.store, program.seat.autosave
    store.edit("Subject", subject="Before")
    settle(qtbot, program)
    reopened = program.seat.session.call(lambda workspace: _forbid_writing(workspace, True))
    with qtbot.waitSignal(reopened.finished):
        pass
    store.edit("Subject", subject="Not allowed")
    qtbot.waitUntil(lambda: autosave.state == "waiting", timeout=WAIT_MS)
    assert "cannot be written" in said(program)
    store.edit("Subject", subject="Still typing")
    allowed = program.seat.session.call(lambda workspace: _forbid_writing(workspace, False))
    with qtbot.waitSignal(allowed.finished):
        pass
    autosave.save_now()
    qtbot.waitUntil(lambda: autosave.is_idle, timeout=WAIT_MS)
    assert stored_subject(places, store.document_id) == "Still typing"


def _forbid_writing(workspace: Any, is_forbidden: bool) -> None:
    """SQLite's own switch, on the connection the window uses."""
    engine = workspace._database.engine
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA query_only = {int(is_forbidden)}")
