"""Issuing with real keys, from the question to the stored page, the credit note, the void and the report."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.dialogs.issue import IssueDialog
from app.ui.dialogs.void import VoidDialog
from app.ui.formats import time_text
from tests.services.invoices import invoice
from tests.ui.shell.conftest import Start, press, settle
from tests.ui.shell.test_journey import WhenOpen, is_open

WAIT_MS = 20_000


def issue_by_keys(qtbot: QtBot, program: Program) -> list[str]:
    asked = WhenOpen(IssueDialog, lambda dialog: qtbot.keyClick(dialog.confirm, Qt.Key.Key_Return))
    press(qtbot, program, Qt.Key.Key_I, shift=True)
    qtbot.waitUntil(lambda: program.seat.store.status == "issued", timeout=WAIT_MS)
    settle(qtbot, program)
    return asked.texts


def test_from_the_question_to_the_report_on_numbers(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store, window = program.seat.store, program.window
    store.edit("Ours", seller=invoice().seller, issue_date=date(2026, 11, 21))
    texts = issue_by_keys(qtbot, program)
    sentence = next(text for text in texts if "F2026-0001" in text)
    assert "21 Nov 2026" in sentence
    assert "EUR" in sentence
    assert store.draft.buyer.name in sentence
    assert "cannot be undone" in sentence
    assert store.is_read_only
    assert not window.actions_by_name["issue"].isEnabled()
    invoice_id = store.document_id

    target = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(qtbot, program, Qt.Key.Key_P)
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    assert target.read_bytes().startswith(b"%PDF")
    assert hashlib.sha256(target.read_bytes()).hexdigest() == store.issued.pdf_sha256

    window.actions_by_name["credit_note"].trigger()
    qtbot.waitUntil(lambda: store.draft.kind == "credit_note", timeout=WAIT_MS)
    store.edit("Date", issue_date=date(2026, 11, 22))
    texts = issue_by_keys(qtbot, program)
    assert any("A2026-0001" in text for text in texts)
    assert store.draft.number == "A2026-0001"
    window.flows.open_document(invoice_id)
    qtbot.waitUntil(lambda: store.document_id == invoice_id, timeout=WAIT_MS)
    assert store.status == "credited"

    window.flows.duplicate_document()
    qtbot.waitUntil(lambda: store.document_id not in ("", invoice_id), timeout=WAIT_MS)
    store.edit("Date", issue_date=date(2026, 11, 23))
    issue_by_keys(qtbot, program)
    assert store.draft.number == "F2026-0002"

    def give_reason(dialog: VoidDialog) -> None:
        qtbot.keyClicks(dialog.reason_field, "Sent to the <b>wrong</b> firm")
        qtbot.keyClick(dialog.reason_field, Qt.Key.Key_Return)

    asked = WhenOpen(VoidDialog, give_reason)
    window.actions_by_name["void"].trigger()
    qtbot.waitUntil(lambda: store.status == "void", timeout=WAIT_MS)
    assert asked.texts
    assert "Sent to the <b>wrong</b> firm" in window.issued_bar.text.text()

    window.actions_by_name["settings"].trigger()
    gaps = window.rooms.page("settings").number_part.gaps
    qtbot.waitUntil(lambda: "F2026-0002 is void" in gaps.text(), timeout=WAIT_MS)
    assert "Invoices 2026: 1 to 2, no gaps" in gaps.text()
    assert "Credit notes 2026: 1 to 1, no gaps" in gaps.text()


def test_after_a_restart_an_issued_invoice_says_again_when_that_was(start: Start, qtbot: QtBot):
    first = start()
    first.seat.store.edit("Ours", seller=invoice().seller)
    issue_by_keys(qtbot, first)
    said = first.window.issued_bar.text.text()
    assert said == f"Issued {time_text(first.seat.store.issued.issued_at)}. It stays as it is."
    first.window.close()
    first.stop()
    second = start(waits_for_store=False)
    assert second.window.issued_bar.text.text() in ("", said)
    qtbot.waitUntil(lambda: second.window.issued_bar.text.text() == said, timeout=WAIT_MS)


def test_enter_issues_and_escape_does_not(program: Program, qtbot: QtBot):
    store = program.seat.store
    store.edit("Ours", seller=invoice().seller)
    asked = WhenOpen(IssueDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    program.window.actions_by_name["issue"].trigger()
    qtbot.waitUntil(lambda: bool(asked.texts), timeout=WAIT_MS)
    settle(qtbot, program)
    assert not is_open(IssueDialog)
    assert store.status == "draft"


def test_a_number_given_twice_is_refused_with_its_reason(program: Program, qtbot: QtBot):
    store = program.seat.store
    store.edit("Ours", seller=invoice().seller, number="X-7")
    issue_by_keys(qtbot, program)
    program.window.flows.duplicate_document()
    qtbot.waitUntil(lambda: store.status == "draft", timeout=WAIT_MS)
    store.edit("Number", number="X-7")
    settle(qtbot, program)
    asked = WhenOpen(IssueDialog, lambda dialog: dialog.confirm.click())
    program.window.actions_by_name["issue"].trigger()
    qtbot.waitUntil(
        lambda: (
            program.window.messages.shown is not None
            and "X-7 is issued already" in program.window.messages.shown.text
        ),
        timeout=WAIT_MS,
    )
    assert any("X-7" in text for text in asked.texts)
    assert store.status == "draft"


def test_the_sample_is_not_issued_and_one_key_puts_oneself_in(program: Program, qtbot: QtBot):
    store, window = program.seat.store, program.window
    fictional = store.draft.seller.name
    press(qtbot, program, Qt.Key.Key_I, shift=True)
    assert fictional in window.messages.shown.text
    assert "Ctrl+M" in window.messages.shown.text
    assert not is_open(IssueDialog)
    store.edit("Subject", subject="My first invoice")
    settle(qtbot, program)
    assert store.draft.seller.name == fictional
    press(qtbot, program, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: not store.draft.seller.name, timeout=WAIT_MS)
    settle(qtbot, program)
    window.parts.form.keep_seller_requested.emit(invoice().seller)
    settle(qtbot, program)
    press(qtbot, program, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: store.draft.seller == invoice().seller, timeout=WAIT_MS)
    store.check_now()
    assert not [problem for problem in store.problems if problem.severity == "error"]
    window.actions_by_name["new"].trigger()
    qtbot.waitUntil(lambda: store.draft.seller == invoice().seller and not store.draft.rows, timeout=WAIT_MS)
