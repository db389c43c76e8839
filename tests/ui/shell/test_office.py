"""What an office needs beside invoices: everything exported, backups, an emptied bin, two windows."""

from __future__ import annotations

import csv
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.workspace import StoreLocation, Workspace
from app.store import clock
from app.ui.pages.settings_store import StoreSettings
from app.ui.seat import Places
from tests.services.invoices import invoice
from tests.store.processes import worker
from tests.ui.shell.conftest import Start, said, settle
from tests.ui.shell.test_journey import issue
from tests.ui.shell.trouble import ask_store

WAIT_MS = 30_000


def store_part(program: Program) -> StoreSettings:
    page = program.window.rooms.page("settings")
    part = getattr(page, "store_part", None)
    assert isinstance(part, StoreSettings)
    return part


def fill(places: Places, count: int) -> None:
    with closing(Workspace.open(StoreLocation(folder=places.data_folder))) as workspace:
        for number in range(count):
            workspace.create(invoice(subject=f"Document {number}"))


def test_saving_goes_on_while_everything_is_exported(
    program: Program, places: Places, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fill(places, 300)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    program.window.actions_by_name["export_everything"].trigger()
    assert program.window.rooms.current == "settings"
    part = store_part(program)
    qtbot.waitUntil(lambda: part.bar.value() > 0, timeout=WAIT_MS)
    assert not part.export.isEnabled()
    assert part.cancel.isVisible()
    program.seat.store.edit("Subject", subject="Typed meanwhile")
    qtbot.waitUntil(lambda: program.seat.autosave.state == "saved", timeout=WAIT_MS)
    saved_while_running = not part.export.isEnabled()
    qtbot.waitUntil(part.export.isEnabled, timeout=WAIT_MS)
    assert saved_while_running
    assert "300 documents" in said(program) or "301 documents" in (said(program))
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) >= 300


def test_an_export_can_be_cancelled_and_the_end_of_the_window_cancels_it_too(
    program: Program, places: Places, qtbot: QtBot, tmp_path: Path
):
    fill(places, 400)
    program.window.visits.show_settings()
    part = store_part(program)
    part.export_to(tmp_path / "first")
    qtbot.waitUntil(lambda: part.bar.value() > 0, timeout=WAIT_MS)
    part.cancel.click()
    qtbot.waitUntil(part.export.isEnabled, timeout=WAIT_MS)
    assert "Cancelled" in said(program)
    assert not (tmp_path / "first" / "README.txt").exists()
    part.export_to(tmp_path / "second")
    qtbot.waitUntil(lambda: part.bar.value() > 0, timeout=WAIT_MS)
    program.window.close()
    program.stop()
    assert not (tmp_path / "second" / "README.txt").exists()


def test_back_up_now_is_in_the_menu_and_says_where(program: Program, places: Places, qtbot: QtBot):
    settle(qtbot, program)
    program.window.actions_by_name["back_up"].trigger()
    qtbot.waitUntil(lambda: "Backed up as" in said(program), timeout=WAIT_MS)
    settle(qtbot, program)
    made = list((places.data_folder / "backups").glob("*.sqlite3"))
    assert len(made) == 1
    assert str(made[0]) in said(program)
    assert "1 kept" in store_part(program).backups.text()
    assert store_part(program).back_up.isEnabled()


def test_what_is_old_in_the_bin_goes_after_a_start_and_what_is_not_stays(
    start: Start, places: Places, qtbot: QtBot
):
    with closing(Workspace.open(StoreLocation(folder=places.data_folder))) as workspace:
        ids = [workspace.create(invoice(subject=name)).id for name in ("Old", "Newer", "Kept")]
        for document_id in ids[:2]:
            workspace.delete_draft(document_id)
    for document_id, days in zip(ids, (91, 89), strict=False):
        gone = clock.written(datetime.now(UTC) - timedelta(days=days))
        ask_store(places, f"UPDATE documents SET deleted_at = '{gone}' WHERE id = '{document_id}'")
    program = start()
    qtbot.waitUntil(lambda: ask_store(places, "SELECT count(*) FROM documents") == [(2,)], timeout=WAIT_MS)
    settle(qtbot, program)
    program.window.actions_by_name["bin"].trigger()
    page = program.window.rooms.page("bin")
    qtbot.waitUntil(lambda: [card.subject for card in page.list.model.values] == ["Newer"], timeout=WAIT_MS)


def test_a_deleted_draft_is_not_what_the_next_start_shows(start: Start, qtbot: QtBot):
    first = start()
    first.seat.store.edit("Subject", subject="Stays")
    settle(qtbot, first)
    stays = first.seat.store.document_id
    first.window.flows.new_document()
    qtbot.waitUntil(lambda: not first.seat.store.document_id, timeout=WAIT_MS)
    first.seat.store.edit("Subject", subject="Goes")
    settle(qtbot, first)
    first.window.actions_by_name["delete_draft"].trigger()
    qtbot.waitUntil(lambda: first.window.rooms.current == "drafts", timeout=WAIT_MS)
    settle(qtbot, first)
    first.window.close()
    first.stop()
    second = start()
    settle(qtbot, second)
    assert second.seat.store.document_id == stays


def test_two_windows_list_the_same_and_never_share_a_number(program: Program, places: Places, qtbot: QtBot):
    store = program.seat.store
    store.edit("Ours", seller=invoice().seller, issue_date=date(2026, 5, 4), subject="In this window")
    settle(qtbot, program)
    with worker("issue", str(places.data_folder), "3") as other:
        assert other.heard() == "ready"
        program.window.actions_by_name["drafts"].trigger()
        page = program.window.rooms.page("drafts")
        qtbot.waitUntil(lambda: len(page.list.model.values) == 4, timeout=WAIT_MS)
        program.window.visits.show_composer()
        other.tell()
        issue(qtbot, program)
        theirs = other.all_heard()
    numbers = sorted([store.draft.number, *theirs])
    assert numbers == [f"F2026-000{counter}" for counter in (1, 2, 3, 4)]
    program.window.actions_by_name["issued"].trigger()
    issued = program.window.rooms.page("issued")
    qtbot.waitUntil(
        lambda: sorted(card.number for card in issued.list.model.values) == numbers, timeout=WAIT_MS
    )
