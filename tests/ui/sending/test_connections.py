"""Connections: made, tested, signed in, deleted; their secrets in the keyring and nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.sending import Connection, Secret
from app.services.sending.opening import SendingAccess
from app.services.vault import Vault, VaultProblem
from app.ui.sending.connection_cards import open_browser
from app.ui.sending.connection_panel import ConnectionPanel
from app.ui.sending.connections_page import ConnectionsPage
from app.ui.sending.desk import SendingDesk
from app.ui.sending.entry_dialogs import SureDialog
from app.ui.sending.secret_fields import SecretLine
from app.ui.sending.signing_in import SigningIn
from tests.ui.sending.conftest import PATIENCE_MS, answer, rest

KEY = "sk_test_51FactotumProofOfNothing0123456789"


class Keyring:
    """A keyring one can take away and give back; counts how often it was asked for."""

    def __init__(self, trouble: str = "") -> None:
        self.trouble = trouble
        self.asked = 0
        self.vault = Vault.for_this_run_only()

    def __call__(self) -> Vault:
        self.asked += 1
        if self.trouble:
            raise VaultProblem(self.trouble, {"where": "a drawer"})
        return self.vault


Open = Callable[[Keyring], ConnectionsPage]


@pytest.fixture
def open_page(program: Program, qtbot: QtBot) -> Open:
    """The page of connections of this program over a keyring of one's own."""

    def open_one(keyring: Keyring) -> ConnectionsPage:
        seat = program.seat
        desk = SendingDesk(
            seat.jobs,
            seat.session,
            lambda: SendingAccess.at(seat.location(), seat.places.data_folder, keyring),
        )
        desk.setParent(seat.sending)
        page = ConnectionsPage(desk, seat.theme, program.window)
        page.resize(1200, 800)
        page.show()
        page.refresh()
        rest(qtbot, program)
        return page

    return open_one


def started(page: ConnectionsPage, provider_id: str, title: str, **secrets: str) -> ConnectionPanel:
    page.start_new(provider_id)
    editor = page.panel.form.basics.editor("title")
    assert isinstance(editor, QLineEdit)
    editor.setText(title)
    for name, value in secrets.items():
        page.panel.form.secrets.lines[name].setText(value)
    return page.panel


def states(page: ConnectionsPage) -> dict[str, str]:
    return {row.title: row.card.state for row in page.list.model.values}


def files_with(folder: Path, text: str) -> list[str]:
    return [str(p) for p in folder.rglob("*") if p.is_file() and text.encode() in p.read_bytes()]


def test_one_can_practise_with_all_five_without_account_or_keyring(program: Program, open_page: Open):
    keyring = Keyring("keyring_missing")
    page = open_page(keyring)
    assert {row.provider.id for row in page.list.model.values} == {
        "pennylane_v2", "pennylane_v1", "pennylane_supplier", "chargeover_v3", "stripe_v1",
    }  # fmt: skip
    assert {row.card.mode for row in page.list.model.values} == {"practice"}
    assert set(states(page).values()) == {"ready"}
    assert keyring.asked == 0
    page.list.table.selectRow(0)
    assert "Nothing leaves this computer" in page.panel.told.text()
    assert not page.panel.form.secrets.isVisible()
    assert not page.panel.delete_button.isVisible()
    assert program.seat.sending is not None


def test_a_connection_is_kept_with_its_secret_in_the_keyring_alone(
    program: Program, qtbot: QtBot, open_page: Open
):
    keyring = Keyring()
    page = open_page(keyring)
    panel = started(page, "stripe_v1", "Atelier, test", token=KEY)
    panel.keep.click()
    assert panel.form.secrets.lines["token"].text() == ""
    rest(qtbot, program)
    row = next(row for row in page.list.model.values if row.title == "Atelier, test")
    assert (row.card.mode, row.card.state) == ("test", "ready")
    assert keyring.vault.secret(row.id, "token") == Secret(KEY)
    assert panel.told.text() == "Saved."
    assert "kept in the keyring" in panel.form.secrets.lines["token"].placeholderText()
    program.seat.session.call(lambda workspace: workspace.back_up())
    rest(qtbot, program)
    assert files_with(program.seat.places.data_folder, KEY) == []


def test_what_does_not_look_like_a_key_is_said_and_not_kept(program: Program, qtbot: QtBot, open_page: Open):
    keyring = Keyring()
    page = open_page(keyring)
    panel = started(page, "stripe_v1", "Wrong", token="pk_live_nothing")
    panel.keep.click()
    rest(qtbot, program)
    assert "Wrong" not in states(page)
    assert "does not look like such a key" in panel.form.secrets._errors["token"].text()
    assert KEY not in panel.told.text()


def test_without_a_keyring_memory_is_a_choice_and_never_a_file(
    program: Program, qtbot: QtBot, open_page: Open
):
    page = open_page(Keyring("keyring_missing"))
    panel = started(page, "stripe_v1", "No keyring", token=KEY)
    panel.keep.click()
    rest(qtbot, program)
    assert "no keyring" in panel.told.text()
    assert panel.unlock.isVisible()
    assert panel.run_only.isVisible()
    panel.run_only.click()
    rest(qtbot, program)
    assert states(page)["No keyring"] == "ready"
    assert files_with(program.seat.places.data_folder, KEY) == []


def test_a_keyring_that_was_unlocked_takes_the_secret_without_typing_it_again(
    program: Program, qtbot: QtBot, open_page: Open
):
    keyring = Keyring("keyring_locked")
    page = open_page(keyring)
    panel = started(page, "stripe_v1", "Locked", token=KEY)
    panel.keep.click()
    rest(qtbot, program)
    assert "locked" in panel.told.text()
    keyring.trouble = ""
    panel.unlock.click()
    rest(qtbot, program)
    assert states(page)["Locked"] == "ready"
    assert panel._pending is None


def test_testing_a_connection_says_who_one_is(program: Program, qtbot: QtBot, open_page: Open):
    page = open_page(Keyring())
    page.show_connection("practice-stripe_v1")
    rest(qtbot, program)
    page.panel.test.click()
    rest(qtbot, program)
    assert page.panel.told.text().startswith("It works. You are signed in as ")
    row = next(row for row in page.list.model.values if row.id == "practice-stripe_v1")
    assert row.card.connection.account


def test_a_deleted_connection_leaves_no_secret(program: Program, qtbot: QtBot, open_page: Open):
    keyring = Keyring()
    page = open_page(keyring)
    panel = started(page, "stripe_v1", "Short-lived", token=KEY)
    panel.keep.click()
    rest(qtbot, program)
    connection_id = page.panel.row.id if page.panel.row is not None else ""
    answer(SureDialog, "confirm")
    panel.delete_button.click()
    rest(qtbot, program)
    assert panel.told.text() == "Saved."
    assert "Short-lived" not in states(page)
    assert keyring.vault.secret(connection_id, "token") is None
    assert not panel.isVisible()


def test_leaving_the_page_forgets_what_was_typed(open_page: Open):
    page = open_page(Keyring())
    panel = started(page, "stripe_v1", "Half done", token=KEY)
    page.hide()
    assert panel.form.secrets.lines["token"].text() == ""


def test_a_secret_cannot_be_read_copied_or_brought_back(qtbot: QtBot):
    line = SecretLine(is_secret=True)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "hidden")
    assert line.displayText() != "hidden"
    QApplication.clipboard().setText("before")
    line.selectAll()
    line.copy()
    assert QApplication.clipboard().text() == "before"
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "hidden"
    line.wipe()
    line.undo()
    assert line.text() == ""
    assert not line.isUndoAvailable()


def test_signing_in_shows_the_link_where_no_browser_opens_and_can_be_stopped(
    program: Program, qtbot: QtBot, open_page: Open
):
    page = open_page(Keyring())
    connection = Connection(id="oauth", provider="pennylane_v2", title="Browser", mode="test", scheme="oauth")
    secrets = {"client_id": Secret("an-application"), "client_secret": Secret(KEY)}
    desk = page._desk
    desk.ask(lambda sending: sending.save_connection(connection, secrets))
    rest(qtbot, program)
    sign = SigningIn(desk, program.seat.theme, lambda _link: False)
    qtbot.addWidget(sign)
    sign.show()
    sign.begin("oauth")
    qtbot.waitUntil(lambda: bool(sign.link.text()), timeout=PATIENCE_MS)
    assert sign.link.text().startswith("https://")
    assert KEY not in sign.link.text()
    assert "No browser opened" in sign.told.text()
    sign.copy.click()
    assert QApplication.clipboard().text() == sign.link.text()
    with qtbot.waitSignal(sign.failed, timeout=PATIENCE_MS):
        sign.cancel.click()
    assert sign.start.isVisible()
    assert sign.link.text() == ""


if sys.platform.startswith("linux"):  # other systems lend no libraries

    def test_a_bundled_program_starts_the_browser_without_its_own_libraries(
        tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ):
        seen = tmp_path / "seen"
        opener = tmp_path / "xdg-open"
        script = f'echo "$1 ${{LD_LIBRARY_PATH:-none}}" > {seen}.part\nmv {seen}.part {seen}\n'
        opener.write_text(f"#!/bin/sh\n{script}")
        opener.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        assert open_browser("https://example.invalid/")
        qtbot.waitUntil(seen.exists, timeout=PATIENCE_MS)
        assert seen.read_text() == "https://example.invalid/ none\n"
