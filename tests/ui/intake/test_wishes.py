"""What a person wants of the provider for a supplier's document: said in the review, kept, sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.services.sending import Connection, Plan
from app.ui.intake.archive_room import ArchiveRoom
from app.ui.intake.forwarding import Forwarding
from app.ui.intake.import_options import ImportOptions
from tests.services.intake.papers import Bill
from tests.ui.intake.conftest import Clerk
from tests.ui.sending.conftest import asked, rest

Bills = Callable[..., list[Path]]


class Sender:
    """What a person does and sees while a filed document is being sent."""

    def __init__(self, clerk: Clerk, qtbot: QtBot) -> None:
        self.program, self.qtbot = clerk.program, qtbot
        clerk.program.window.visits.show_room("supplier_archive")
        self.archive = cast(ArchiveRoom, clerk.program.window.rooms.page("supplier_archive"))
        clerk.rest()
        self.archive.list.table.selectRow(0)
        self.archive.send.click()
        self.rest()

    @property
    def forwarding(self) -> Forwarding:
        found = self.program.window.suppliers._forwarding
        assert found is not None
        return found

    @property
    def plan(self) -> Plan:
        sheet = self.forwarding.sheet
        assert sheet is not None
        assert sheet._plan is not None
        return sheet._plan

    @property
    def body(self) -> str:
        """The requests as they would be sent."""
        return "\n".join(str(request.body) for request in self.plan.requests)

    def rest(self) -> None:
        rest(self.qtbot, self.program)

    def options(self) -> ImportOptions:
        sheet = self.forwarding.sheet
        assert sheet is not None
        assert sheet.options.isVisible()
        sheet.options.click()
        self.rest()
        dialog = self.forwarding.options
        assert dialog is not None
        return dialog

    def done(self, dialog: ImportOptions) -> None:
        self.qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
        self.rest()


@pytest.fixture
def sender(clerk: Clerk, bills: Bills, qtbot: QtBot) -> Sender:
    practice = Connection(provider="pennylane_supplier", title="Practice", mode="practice")
    asked(qtbot, clerk.program, lambda sending: sending.save_connection(practice))
    clerk.drop(*bills(Bill()))
    clerk.stand_on(0)
    clerk.room.accept()
    clerk.rest()
    return Sender(clerk, qtbot)


def choose(dialog: ImportOptions, name: str, value: str) -> None:
    box = dialog.form.fields[name].editor
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def test_the_vat_code_follows_rate_and_country_until_a_person_says_another(sender: Sender) -> None:
    assert "FR_200" in sender.body
    dialog = sender.options()
    dialog.where.setCurrentIndex(1)
    choose(dialog, "vat_code", "BE_210")
    sender.done(dialog)
    assert "BE_210" in sender.body
    assert sender.plan.is_blocked, "21 % are not the 20 % of the line"
    dialog = sender.options()
    dialog.where.setCurrentIndex(1)
    choose(dialog, "vat_code", "AT_200")
    sender.done(dialog)
    assert not sender.plan.is_blocked
    assert "AT_200" in sender.body


def test_options_of_the_import_are_sent_and_still_there_next_time(sender: Sender, qtbot: QtBot) -> None:
    dialog = sender.options()
    choose(dialog, "import_as_incomplete", "true")
    qtbot.keyClicks(dialog.reference, "Dossier 12")
    sender.done(dialog)
    assert '"import_as_incomplete": true' in sender.body.replace("'", '"').replace("True", "true")
    assert "Dossier 12" in sender.body
    sheet = sender.forwarding.sheet
    assert sheet is not None
    sheet.back.click()
    sender.rest()
    sender.archive.send.click()
    sender.rest()
    assert "Dossier 12" in sender.body
    dialog = sender.options()
    assert dialog.reference.text() == "Dossier 12"
    sender.done(dialog)


def test_the_file_goes_under_the_name_the_archive_gives_it(sender: Sender) -> None:
    assert "2026-03-12 Quincaillerie Brunel SARL QB-2026-0117.pdf" in sender.body
