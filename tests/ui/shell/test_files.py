"""Draft files that come in by drop, by name or by choice: opened as new drafts, or refused with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.domain.codec import MAX_BYTES, draft_to_json
from app.services.settings import Settings
from tests.services.invoices import invoice
from tests.ui.shell.conftest import Start, press, said, settle
from tests.ui.shell.test_journey import issue

WAIT_MS = 20_000


def drop(program: Program, *paths: Path) -> bool:
    """Drop files on the window as the system does; whether it took them."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window = program.window
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = window.rect().center()
    enter = QDragEnterEvent(middle, action, files, button, key)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(middle), action, files, button, key))
    return enter.isAccepted()


def test_a_draft_that_is_dropped_is_opened_as_a_new_one(program: Program, qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "offer.json"
    path.write_text(draft_to_json(invoice(subject="From a file")), "utf-8")
    assert drop(program, path)
    qtbot.waitUntil(lambda: program.seat.store.draft.subject == "From a file", timeout=WAIT_MS)
    settle(qtbot, program)
    assert program.seat.store.document_id
    assert "Opened as a new draft" in said(program)
    assert path.exists()


def test_what_is_being_typed_is_stored_before_a_dropped_draft_is_shown(
    program: Program, qtbot: QtBot, tmp_path: Path
):
    path = tmp_path / "offer.json"
    path.write_text(draft_to_json(invoice(subject="From a file")), "utf-8")
    program.seat.store.edit("Subject", subject="Just typed")
    drop(program, path)
    qtbot.waitUntil(lambda: program.seat.store.draft.subject == "From a file", timeout=WAIT_MS)
    settle(qtbot, program)
    found = program.seat.session.call(lambda workspace: {card.subject for card in workspace.cards("drafts")})
    with qtbot.waitSignal(found.finished) as answer:
        pass
    assert answer.args[0].value == {"Just typed", "From a file"}


HOSTILE = {
    "rapport.docx": (b"%PDF-1.7\n\xff\xfe\x00 not text", "something else than text"),
    "photo.webp": (b"\x89PNG\r\n\x1a\n", "something else than text"),
    "broken.json": (b'{"subject": "half', "line 1, column 13"),
    "list.json": (b"[1, 2]", "something else than a document"),
    "newer.json": (b'{"schema_version": 99}', "newer version"),
    "odd.json": (b'{"schema_version": "one"}', "which version"),
    "deep.json": (b"[" * 100_000, "nested too deeply"),
    "twice.json": (b'{"subject": "a", "subject": "b"}', "“subject” stands in it twice"),
    "nan.json": (b'{"prepaid": NaN}', "NaN is not a number"),
    "huge-number.json": (
        b'{"rows": [{"kind": "line", "id": "r1", "quantity": 1e99999999999999999999}]}',
        "larger or smaller",
    ),
    "wrong.json": (b'{"rows": [{"kind": "line", "id": "r1", "quantity": "many"}]}', "“rows.r1.quantity”"),
    "unknown.json": (b'{"sbject": "x"}', "“sbject”"),
    "markup<b>.json": (b"<svg onload=1>", "“markup<b>.json” is no draft"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_draft_is_refused_with_the_reason(
    program: Program, qtbot: QtBot, tmp_path: Path, name: str
):
    content, reason = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    before = program.seat.store.draft
    drop(program, tmp_path / name)
    qtbot.waitUntil(lambda: "is no draft" in said(program), timeout=WAIT_MS)
    assert reason in said(program)
    assert ".json" in said(program)
    assert "Error" not in said(program)
    assert program.seat.store.draft == before


def test_a_huge_file_is_not_even_read(program: Program, qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 40)
    drop(program, path)
    qtbot.waitUntil(lambda: "2000 MB" in said(program), timeout=WAIT_MS)


def test_a_folder_is_looked_through_for_suppliers_files(program: Program, qtbot: QtBot, tmp_path: Path):
    drop(program, tmp_path)
    settle(qtbot, program)
    assert program.window.rooms.current == "to_review"


def test_a_missing_file_is_named(program: Program, qtbot: QtBot, tmp_path: Path):
    drop(program, tmp_path / "gone.json")
    qtbot.waitUntil(lambda: "“gone.json” cannot be read: it is not there" in said(program), timeout=WAIT_MS)


def test_a_refusal_is_said_in_french(start: Start, qtbot: QtBot, tmp_path: Path):
    program = start(Settings(interface_language="fr"))
    (tmp_path / "rapport.docx").write_bytes(HOSTILE["rapport.docx"][0])
    drop(program, tmp_path / "rapport.docx")
    qtbot.waitUntil(lambda: "n’est pas un brouillon" in said(program), timeout=WAIT_MS)
    assert "autre chose que du texte" in said(program)


def test_good_files_among_bad_ones_are_opened_and_both_are_said(
    program: Program, qtbot: QtBot, tmp_path: Path
):
    paths = []
    for name in ("One", "Two"):
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(draft_to_json(invoice(subject=name)), "utf-8")
    (tmp_path / "x.docx").write_bytes(HOSTILE["rapport.docx"][0])
    drop(program, paths[0], tmp_path / "x.docx", paths[1])
    qtbot.waitUntil(lambda: program.seat.store.draft.subject == "Two", timeout=WAIT_MS)
    assert "“x.docx” is no draft" in said(program)
    assert "2 new drafts" in said(program)


def test_something_that_is_no_file_is_not_taken(program: Program):
    text = QMimeData()
    text.setText("only words")
    enter = QDragEnterEvent(
        program.window.rect().center(),
        Qt.DropAction.CopyAction,
        text,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(program.window, enter)
    assert not enter.isAccepted()


def test_ctrl_o_opens_what_ctrl_shift_e_has_saved(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "copy.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    store = program.seat.store
    store.edit("Subject", subject="Kept twice")
    settle(qtbot, program)
    first = store.document_id
    press(qtbot, program, Qt.Key.Key_E, shift=True)
    qtbot.waitUntil(path.exists, timeout=WAIT_MS)
    assert json.loads(path.read_text("utf-8"))["subject"] == "Kept twice"
    press(qtbot, program, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: store.document_id not in ("", first), timeout=WAIT_MS)
    assert store.draft.subject == "Kept twice"


def test_the_file_of_an_issued_number_comes_in_as_a_new_draft(program: Program, qtbot: QtBot, tmp_path: Path):
    store = program.seat.store
    store.edit("Ours", seller=invoice().seller)
    issue(qtbot, program)
    number, issued = store.draft.number, store.document_id
    path = tmp_path / "issued.json"
    path.write_text(draft_to_json(store.draft), "utf-8")
    drop(program, path)
    qtbot.waitUntil(lambda: store.document_id != issued, timeout=WAIT_MS)
    assert (store.status, store.draft.number) == ("draft", "")
    assert f"{number} is issued already" in said(program)
