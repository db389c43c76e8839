"""A person's day with the window, from the sample to the issued invoice and back after a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.dialogs.history import HistoryDialog
from app.ui.dialogs.issue import IssueDialog
from app.ui.dialogs.void import VoidDialog
from app.ui.palette import Palette
from tests.services.invoices import invoice
from tests.ui.shell.conftest import Start, settle


def dialog_of(kind: type[QDialog]) -> QDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def is_open(kind: type[QDialog]) -> bool:
    return any(isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets())


class WhenOpen(QTimer):
    """Acts on a modal dialog as soon as it is open."""

    def __init__(self, kind: type[QDialog], act: Callable[[Any], None]) -> None:
        super().__init__(interval=10)
        self._kind, self._act = kind, act
        self.texts: list[str] = []
        self.timeout.connect(self._look)
        self.start()

    def _look(self) -> None:
        if is_open(self._kind):
            self.stop()
            dialog = dialog_of(self._kind)
            self.texts = [label.text() for label in dialog.findChildren(QLabel)]
            self._act(dialog)


def issue(qtbot: QtBot, program: Program) -> list[str]:
    asked = WhenOpen(IssueDialog, lambda dialog: dialog.confirm.click())
    program.window.actions_by_name["issue"].trigger()
    qtbot.waitUntil(lambda: program.seat.store.status == "issued", timeout=20_000)
    settle(qtbot, program)
    return asked.texts


def test_first_run_shows_a_finished_sample_that_is_stored_only_when_edited(program: Program, qtbot: QtBot):
    store = program.seat.store
    assert store.draft.buyer.name
    assert program.seat.autosave.state == "sample"
    counted = program.seat.session.call(lambda workspace: workspace.counts().drafts)
    with qtbot.waitSignal(counted.finished) as answer:
        pass
    assert answer.args[0].value == 0
    store.edit("Change subject", subject="Mine now")
    settle(qtbot, program)
    assert program.seat.autosave.state == "saved"
    assert store.document_id
    assert store.draft.subject == "Mine now"
    assert [step.label for step in store.history.steps] == ["Change subject"]


def test_everything_is_there_again_after_a_restart_undo_included(start: Start, qtbot: QtBot):
    first = start()
    for subject in ("One", "Two", "Three"):
        first.seat.store.edit("Change subject", subject=subject)
    first.seat.store.undo()
    settle(qtbot, first)
    first.window.close()
    first.stop()
    second = start()
    assert second.seat.store.draft.subject == "Two"
    settle(qtbot, second)
    assert second.seat.store.history.can_redo
    second.window.actions_by_name["undo"].trigger()
    assert second.seat.store.draft.subject == "One"
    second.window.actions_by_name["redo"].trigger()
    second.window.actions_by_name["redo"].trigger()
    assert second.seat.store.draft.subject == "Three"


def test_what_is_typed_before_the_store_is_open_is_kept_on_top_of_the_past(start: Start, qtbot: QtBot):
    first = start()
    first.seat.store.edit("Change subject", subject="Before")
    settle(qtbot, first)
    first.window.close()
    first.stop()
    second = start(typed_at_once="Typed at once")
    settle(qtbot, second)
    assert second.seat.store.draft.subject == "Typed at once"
    assert [step.after.subject for step in second.seat.store.history.steps] == ["Before", "Typed at once"]
    assert second.seat.autosave.state == "saved"


def test_issue_names_the_number_and_makes_the_document_read_only(program: Program, qtbot: QtBot):
    store = program.seat.store
    store.edit("Ours", seller=invoice().seller, issue_date=date(2026, 11, 21))
    texts = issue(qtbot, program)
    assert any("F2026-0001" in text and "cannot be undone" in text for text in texts)
    assert store.draft.number == "F2026-0001"
    assert store.is_read_only
    before = store.draft
    with qtbot.waitSignal(store.refused):
        store.edit("Change subject", subject="Too late")
    assert store.draft == before
    assert not program.window.actions_by_name["insert_line"].isEnabled()
    assert program.window.actions_by_name["credit_note"].isEnabled()


def test_an_issued_invoice_can_be_credited_voided_and_saved_as_the_stored_page(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store, window = program.seat.store, program.window
    store.edit("Ours", seller=invoice().seller, issue_date=date(2026, 11, 21))
    issue(qtbot, program)
    issued_id = store.document_id
    target = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_by_name["save_pdf"].trigger()
    qtbot.waitUntil(target.exists, timeout=10_000)
    stored = program.seat.session.call(lambda workspace: workspace.pdf_of(issued_id))
    with qtbot.waitSignal(stored.finished) as answer:
        pass
    assert target.read_bytes() == answer.args[0].value

    window.actions_by_name["credit_note"].trigger()
    qtbot.waitUntil(lambda: store.draft.kind == "credit_note", timeout=10_000)
    assert store.draft.preceding_invoices[0].number == "F2026-0001"

    window.flows.open_document(issued_id)
    qtbot.waitUntil(lambda: store.document_id == issued_id, timeout=10_000)

    def give_reason(dialog: VoidDialog) -> None:
        assert not dialog.confirm.isEnabled()
        qtbot.keyClicks(dialog.reason_field, "Wrong customer")
        dialog.confirm.click()

    asked = WhenOpen(VoidDialog, give_reason)
    window.actions_by_name["void"].trigger()
    qtbot.waitUntil(lambda: store.status == "void", timeout=10_000)
    assert store.issued.void_reason == "Wrong customer"
    assert any("stays taken" in text for text in asked.texts)


def test_a_draft_that_cannot_be_issued_says_what_to_mend(program: Program, qtbot: QtBot):
    program.window.flows.new_document()
    qtbot.waitUntil(lambda: not program.seat.store.draft.rows, timeout=10_000)
    program.window.actions_by_name["issue"].trigger()
    shown = program.window.messages.shown
    assert shown is not None
    assert "have to be mended" in shown.text
    assert "who it is from" in shown.text
    assert not is_open(IssueDialog)


def test_new_document_is_stored_with_its_first_edit_only(program: Program, qtbot: QtBot):
    program.window.actions_by_name["new"].trigger()
    qtbot.waitUntil(lambda: program.seat.autosave.state == "new", timeout=10_000)
    program.seat.store.edit("Change subject", subject="Begun")
    settle(qtbot, program)
    assert program.seat.store.document_id
    assert program.seat.autosave.state == "saved"


def test_a_deleted_draft_comes_back_from_the_message(program: Program, qtbot: QtBot):
    store = program.seat.store
    store.edit("Change subject", subject="Not lost")
    settle(qtbot, program)
    document_id = store.document_id
    program.window.actions_by_name["delete_draft"].trigger()
    qtbot.waitUntil(lambda: program.window.rooms.current == "drafts", timeout=10_000)
    assert store.document_id != document_id
    _words, undo = program.window.messages.shown.offers[0]
    undo()
    qtbot.waitUntil(lambda: store.document_id == document_id, timeout=10_000)
    assert store.draft.subject == "Not lost"


def test_list_search_finds_by_any_word_and_enter_opens(program: Program, qtbot: QtBot):
    store, window = program.seat.store, program.window
    store.edit("Change subject", subject="Réfection du pont")
    settle(qtbot, program)
    wanted = store.document_id
    window.flows.new_document()
    qtbot.waitUntil(lambda: not store.document_id, timeout=10_000)
    store.edit("Change subject", subject="Other")
    settle(qtbot, program)
    window.actions_by_name["drafts"].trigger()
    page = window.rooms.page("drafts")
    qtbot.waitUntil(lambda: len(page.list.model.values) == 2, timeout=10_000)
    qtbot.keyClicks(page.list.search, "refection")
    qtbot.waitUntil(lambda: [card.id for card in page.list.model.values] == [wanted], timeout=10_000)
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.document_id == wanted, timeout=10_000)
    assert window.rooms.current == "composer"


def test_palette_reaches_documents_and_actions_by_keyboard(program: Program, qtbot: QtBot):
    store, window = program.seat.store, program.window
    store.edit("Change subject", subject="Étude")
    settle(qtbot, program)
    window.actions_by_name["palette"].trigger()
    qtbot.waitUntil(lambda: is_open(Palette))
    palette = dialog_of(Palette)
    qtbot.keyClicks(palette.field, "etude")
    qtbot.waitUntil(lambda: any("Étude" in entry.words for entry in palette.model.entries), timeout=10_000)
    palette.field.clear()
    qtbot.keyClicks(palette.field, "customers")
    qtbot.waitUntil(lambda: palette.model.entries[0].words == "Customers")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.rooms.current == "customers"


def test_history_goes_to_any_step_and_back(program: Program, qtbot: QtBot):
    store, window = program.seat.store, program.window
    for subject in ("One", "Two", "Three"):
        store.edit(f"Subject {subject}", subject=subject)
    settle(qtbot, program)
    window.actions_by_name["history"].trigger()
    dialog = dialog_of(HistoryDialog)
    assert dialog.model.rowCount() == 4
    assert "shown now" in dialog.model.index(0).data()
    dialog.list.clicked.emit(dialog.model.index(2))
    assert store.draft.subject == "One"
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert store.draft.subject == "Three"
