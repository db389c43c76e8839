"""What Enter does in a dialog is what the ring of the focus says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.samples import sample
from app.ui.dialogs.frame import Sheet
from app.ui.sending.live_dialog import LiveDialog
from app.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme()
    made.apply(qapp, "light")
    return made


def opened(qtbot: QtBot, dialog: QDialog) -> list[int]:
    """Open it and wait for the focus; the list takes what it ends with."""
    ends: list[int] = []
    dialog.finished.connect(ends.append)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    return ends


def question(theme: Theme, *fields: QLineEdit) -> Sheet:
    sheet = Sheet("Question", theme)
    for field in fields:
        sheet.body.addWidget(field)
    sheet.add_button("Not now").clicked.connect(sheet.reject)
    sheet.add_button("Do it", "primary").clicked.connect(sheet.accept)
    return sheet


def test_a_question_begins_on_what_enter_presses(qtbot: QtBot, theme: Theme):
    sheet = question(theme)
    ends = opened(qtbot, sheet)
    assert sheet.focusWidget().text() == "Do it"
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    assert ends == [QDialog.DialogCode.Accepted]


def test_enter_on_the_other_button_presses_that_one(qtbot: QtBot, theme: Theme):
    sheet = question(theme)
    ends = opened(qtbot, sheet)
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.focusWidget().text() == "Not now"
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    assert ends == [QDialog.DialogCode.Rejected]


def test_a_form_begins_in_its_first_field_and_enter_there_does_it(qtbot: QtBot, theme: Theme):
    field = QLineEdit()
    sheet = question(theme, field)
    ends = opened(qtbot, sheet)
    assert sheet.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert ends == [QDialog.DialogCode.Accepted]


def test_enter_does_not_send_for_good_what_begins_on_not_now(qtbot: QtBot, theme: Theme):
    draft = sample("atelier")
    dialog = LiveDialog(draft, Decimal("7522.26"), "Stripe", theme)
    ends = opened(qtbot, dialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert ends == [QDialog.DialogCode.Rejected]
