"""The learned layouts in the real window: corrected, forgotten, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.intake.archive_room import ArchiveRoom
from app.ui.intake.learned_dialog import LearnedDialog
from tests.services.intake.papers import Bill
from tests.ui.intake.conftest import Clerk

Bills = Callable[..., list[Path]]


@pytest.fixture
def dialog(clerk: Clerk, bills: Bills, qtbot: QtBot) -> Iterator[LearnedDialog]:
    """Opened over one supplier that was corrected, while another of its bills waits."""
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.stand_on(0)
    name = clerk.room.panel.boxes["supplier_name"].edit
    name.selectAll()
    qtbot.keyClicks(name, "Brunel et fils")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    clerk.rest()
    clerk.program.window.visits.show_room("supplier_archive")
    archive = clerk.program.window.rooms.page("supplier_archive")
    assert isinstance(archive, ArchiveRoom)
    archive.learned.click()
    clerk.rest()
    [shown] = clerk.program.window.findChildren(LearnedDialog)
    shown.list.table.selectRow(0)
    clerk.rest()
    yield shown
    clerk.rest()


def told(dialog: LearnedDialog) -> dict[str, str]:
    """Of each field, what is known first."""
    found: dict[str, str] = {}
    for row in dialog.facts.model.values:
        found.setdefault(row.title, row.text)
    return found


def stand_on(dialog: LearnedDialog, title: str) -> None:
    titles = [row.title for row in dialog.facts.model.values]
    dialog.facts.table.selectRow(titles.index(title))


def test_a_learned_value_is_changed_and_what_waits_is_read_with_it(
    dialog: LearnedDialog, clerk: Clerk, qtbot: QtBot
) -> None:
    assert told(dialog)["Supplier"] == "is always “Brunel et fils”"
    stand_on(dialog, "Supplier")
    dialog.text.selectAll()
    qtbot.keyClicks(dialog.text, "Maison Brunel")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    clerk.rest()
    assert told(dialog)["Supplier"] == "is always “Maison Brunel”"
    dialog.close_button.click()
    clerk.rest()
    assert [document.file.supplier_name for document in clerk.documents] == ["Maison Brunel"]


def test_a_value_that_is_none_is_refused_in_words(dialog: LearnedDialog, clerk: Clerk, qtbot: QtBot) -> None:
    stand_on(dialog, "Currency")
    dialog.text.selectAll()
    qtbot.keyClicks(dialog.text, "francs")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    clerk.rest()
    assert "francs" in dialog.told.text()
    assert told(dialog)["Currency"] == "is always “EUR”"
    dialog.accept()


def test_a_fact_and_a_supplier_are_removed_and_come_back_by_undo(dialog: LearnedDialog, clerk: Clerk) -> None:
    before = told(dialog)
    stand_on(dialog, "Supplier")
    dialog.remove.click()
    clerk.rest()
    assert "Supplier" not in told(dialog)
    dialog.forget.click()
    clerk.rest()
    assert dialog.list.model.values == ()
    assert not dialog.forget.isEnabled()
    for _step in range(2):
        dialog.undo.click()
        clerk.rest()
    assert told(dialog) == before
    assert not dialog.undo.isEnabled()
    dialog.accept()
