"""Ways out that keep everything: copies beside other windows, and backups for a damaged store."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.settings import Settings
from app.services.workspace import StoreLocation, Workspace
from app.ui.seat import Places
from tests.services.invoices import invoice
from tests.ui.shell.conftest import Start, settle
from tests.ui.shell.test_keeping import stored_subject
from tests.ui.shell.trouble import ask_store, damage, no_room

WAIT_MS = 20_000


def other_window(places: Places) -> Workspace:
    return Workspace.open(StoreLocation(folder=places.data_folder))


def test_a_copy_beside_another_window_keeps_every_step(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    store = program.seat.store
    for subject in ("One", "Common"):
        store.edit(f"Subject {subject}", subject=subject)
    settle(qtbot, program)
    shared = store.document_id
    with closing(other_window(places)) as other:
        theirs = other.open_document(shared)
        draft = theirs.draft.edited(subject="Theirs")
        change = theirs.history.edit("Subject", draft, key=None, at=datetime.now(UTC))
        other.record(shared, [change])
    with no_room():
        store.edit("Subject ours", subject="Ours")
        qtbot.waitUntil(lambda: program.seat.autosave.state == "waiting", timeout=WAIT_MS)
        store.edit("Subject more", subject="Ours and more")
    program.seat.autosave.save_now()
    qtbot.waitUntil(lambda: store.document_id not in ("", shared), timeout=WAIT_MS)
    settle(qtbot, program)
    assert stored_subject(places, shared) == "Theirs"
    assert stored_subject(places, store.document_id) == "Ours and more"
    labels = [step.label for step in store.history.steps]
    assert labels == ["Subject One", "Subject Common", "Subject ours", "Subject more"]
    assert "yours goes on as a copy" in program.window.messages.shown.text


def test_what_another_window_issued_stays_and_ours_goes_on_as_a_copy(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    store = program.seat.store
    store.edit("Ours", seller=invoice().seller, issue_date=date(2026, 11, 21))
    settle(qtbot, program)
    shared = store.document_id
    with closing(other_window(places)) as other:
        other.issue(shared, today=date(2026, 11, 21))
    store.edit("Subject", subject="Too late")
    qtbot.waitUntil(lambda: store.document_id not in ("", shared), timeout=WAIT_MS)
    settle(qtbot, program)
    assert (store.status, store.draft.subject, store.draft.number) == ("draft", "Too late", "")
    assert "without a number" in program.window.messages.shown.text
    assert ask_store(places, "SELECT number FROM issued") == [("F2026-0001",)]


def test_what_was_removed_for_good_goes_on_as_a_new_draft(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    store = program.seat.store
    store.edit("Subject", subject="Mine")
    settle(qtbot, program)
    removed = store.document_id
    with closing(other_window(places)) as other:
        other.delete_draft(removed)
        assert other.empty_bin(timedelta(0)) == 1
    store.edit("Subject", subject="Mine still")
    qtbot.waitUntil(lambda: store.document_id not in ("", removed), timeout=WAIT_MS)
    settle(qtbot, program)
    assert stored_subject(places, store.document_id) == "Mine still"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_damaged_store_goes_back_to_the_newest_good_backup_on_request(
    start: Start, places: Places, qtbot: QtBot, language: str
) -> None:
    first = start()
    first.seat.store.edit("Subject", subject="In the backup")
    settle(qtbot, first)
    first.window.close()
    first.stop()
    with closing(other_window(places)) as workspace:
        kept = workspace.cards("drafts")[0].id
        workspace.back_up()
    second = start()
    second.seat.store.edit("Subject", subject="After the backup")
    settle(qtbot, second)
    second.window.close()
    second.stop()
    damage(places)
    third = start(Settings.model_validate({"interface_language": language}), waits_for_store=False)
    messages = third.window.messages
    qtbot.waitUntil(lambda: messages.shown is not None and len(messages.shown.offers) == 2, timeout=WAIT_MS)
    assert ("damaged" if language == "en" else "endommagé") in messages.shown.text
    third.seat.store.edit("Subject", subject="Typed meanwhile")
    assert not list(places.data_folder.glob("*-damaged-*"))
    messages.shown.offers[0][1]()
    qtbot.waitUntil(lambda: third.seat.session.is_open, timeout=WAIT_MS)
    settle(qtbot, third)
    assert third.seat.store.draft.subject == "Typed meanwhile"
    assert third.seat.store.document_id == kept
    assert stored_subject(places, kept) == "Typed meanwhile"
    aside = list(places.data_folder.glob("*-damaged-*.sqlite3"))
    assert len(aside) == 1
    assert aside[0].read_bytes().startswith(b"this is no database")
    assert str(aside[0]) in messages.shown.text
    third.window.actions_by_name["undo"].trigger()
    assert third.seat.store.draft.subject == "In the backup"
    settle(qtbot, third)


def test_a_damaged_store_without_a_backup_says_so_and_offers_a_copy(
    start: Start, places: Places, qtbot: QtBot
) -> None:
    first = start()
    first.seat.store.edit("Subject", subject="Only here")
    settle(qtbot, first)
    first.window.close()
    first.stop()
    for backup in (places.data_folder / "backups").glob("*"):
        backup.write_bytes(b"damaged too")
    damage(places)
    second = start(waits_for_store=False)
    messages = second.window.messages
    qtbot.waitUntil(lambda: messages.shown is not None and "no good backup" in messages.shown.text)
    assert [words for words, _call in messages.shown.offers] == ["Save a copy…"]
    assert second.seat.store.draft.subject == "Only here"
    second.window.close_anyway()
    second.stop()
