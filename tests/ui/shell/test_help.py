"""F1 opens the guide at the page on where one is; the list of keys has its own key."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.settings import Settings
from app.ui.dialogs.keys import KeysDialog
from app.ui.guide.window import GuideWindow
from tests.services.invoices import invoice
from tests.ui.shell.conftest import Start, settle
from tests.ui.shell.test_journey import issue


def open_guides() -> list[GuideWindow]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, GuideWindow) and each.isVisible()
    ]


def ask(program: Program) -> GuideWindow:
    program.window.actions_by_name["guide"].trigger()
    (guide,) = open_guides()
    return guide


def test_the_guide_opens_where_one_is_and_only_once(program: Program):
    window = program.window
    window.parts.form.focus_path("subject")
    assert ask(program).page == "first-invoice"
    window.parts.grid.setFocus()
    assert ask(program).page == "lines"
    window.visits.show_customers()
    assert ask(program).page == "records"
    window.visits.show_settings()
    assert ask(program).page == "settings"
    ask(program).close()
    assert open_guides() == []


def test_an_issued_document_leads_to_how_it_is_corrected(program: Program, qtbot: QtBot):
    program.seat.store.edit("Ours", seller=invoice().seller, issue_date=date(2026, 11, 21))
    issue(qtbot, program)
    guide = ask(program)
    assert guide.page == "correct"
    guide.close()


def test_the_guide_speaks_the_language_of_the_window(start: Start, qtbot: QtBot):
    program = start(Settings(interface_language="fr"))
    settle(qtbot, program)
    program.window.visits.show_drafts()
    guide = ask(program)
    assert guide.windowTitle() == "Guide"
    assert "Votre première facture" in guide.browser.toPlainText()
    guide.close()


def test_a_question_mark_still_lists_the_keys(program: Program, qtbot: QtBot):
    program.window.visits.show_drafts()
    qtbot.keyClicks(program.window, "?")
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, KeysDialog) and w.isVisible()]
    assert len(shown) == 1
    shown[0].close()
    assert program.window.actions_by_name["keys"].shortcuts()[0].matches(Qt.Modifier.SHIFT | Qt.Key.Key_F1)
