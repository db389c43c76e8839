"""Everything can be reached and is named: by keyboard, by screen reader, in the table of actions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.actions import ACTIONS
from app.ui.dialogs.keys import KeysDialog
from tests.ui.shell.conftest import settle

ROOMS = ("composer", "drafts", "issued", "bin", "customers", "catalogue", "outbox", "connections", "settings")
ROOT = Path(__file__).resolve().parents[3]

SEED = """
import sys
from pathlib import Path
from app.services.samples import sample
from app.services.snapshot import write_snapshot
write_snapshot(Path(sys.argv[1]) / "window", sample("atelier").edited(id="d1"), "draft")
"""

FIRST_PAINT = """
import linecache, sys
from pathlib import Path
from app.start import load_window
load_window()
from PySide6.QtCore import QEvent, QObject
import PySide6.QtWidgets
from app.bootstrap import Places, Program, application, load_settings

class FirstPaint(QObject):
    modules = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and FirstPaint.modules is None:
            FirstPaint.modules = set(sys.modules)
            FirstPaint.sources = set(linecache.cache)
            FirstPaint.widgets = set(vars(PySide6.QtWidgets))
        return False

app = application()
folder = Path(sys.argv[1])
program = Program(app, Places(folder / "s.toml", folder), load_settings(folder / "s.toml").settings)
watcher = FirstPaint()
program.window.installEventFilter(watcher)
program.start()
program.window.close()
program.stop()
print(program.seat.store.draft.buyer.name)
print(" ".join(sorted(FirstPaint.modules)))
print(*(name for name in FirstPaint.sources if Path(name).is_relative_to(Path.cwd() / "app")))
print(*FirstPaint.widgets)
"""


@pytest.mark.parametrize("room", ROOMS)
def test_every_control_one_can_go_to_has_a_name(program: Program, qtbot: QtBot, room: str):
    program.window.visits.show_room(room)
    settle(qtbot, program)
    nameless = []
    for widget in program.window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert nameless == []


@pytest.mark.parametrize("room", ROOMS)
def test_tab_goes_round_and_comes_back(program: Program, qtbot: QtBot, room: str):
    window = program.window
    window.visits.show_room(room)
    settle(qtbot, program)
    window.activateWindow()
    window.top_bar.finder.setFocus()
    seen: list[QWidget] = []
    for _ in range(400):
        window.focusNextChild()
        focus = window.focusWidget()
        if focus is window.top_bar.finder:
            break
        assert focus is not None
        assert focus not in seen, f"{type(focus).__name__} twice: the tab order has a loop"
        seen.append(focus)
    else:
        pytest.fail("the tab order does not come back")
    assert len(seen) >= 8


def test_no_key_means_two_things():
    keys = [QKeySequence(k).toString() for spec in ACTIONS for k in spec.shortcuts]
    assert len(keys) == len(set(keys))


def test_the_promised_keys_are_there():
    promised = {
        "new": "Ctrl+N", "duplicate": "Ctrl+D", "palette": "Ctrl+K", "insert_line": "Ctrl+Return",
        "insert_section": "Ctrl+Shift+Return", "move_up": "Alt+Up", "move_down": "Alt+Down",
        "delete_rows": "Ctrl+Backspace", "complete": "Ctrl+J", "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z",
        "history": "Ctrl+Alt+Z", "refresh_preview": "F5", "swap": "F6", "save_pdf": "Ctrl+P",
        "next_finding": "F8", "issue": "Ctrl+Shift+I", "send": "Ctrl+Shift+S", "keys": "Shift+F1",
        "guide": "F1",
    }  # fmt: skip
    table = {spec.name: spec.shortcuts for spec in ACTIONS}
    assert {name: keys for name, keys in promised.items() if keys not in table[name]} == {}


def test_the_help_lists_only_keys_that_work_here(program: Program):
    window = program.window
    window.visits.show_customers()
    window.visits.show_keys()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, KeysDialog) and w.isVisible())
    words = {text for _keys, text in dialog.rows}
    assert "Find or do anything" in words
    assert "Insert a line below" not in words
    dialog.close()


def test_a_narrow_window_shows_form_and_preview_in_turn(program: Program, qtbot: QtBot):
    window = program.window
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.composer.is_narrow)
    assert window.parts.form.isVisible()
    assert not window.parts.preview.isVisible()
    window.actions_by_name["swap"].trigger()
    assert window.parts.preview.isVisible()
    window.actions_by_name["swap"].trigger()
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.parts.preview.isVisible() and window.parts.form.isVisible())


def test_no_word_of_the_sheet_of_keys_is_cut(program: Program, qtbot: QtBot):
    program.window.visits.show_keys()
    sheet = next(w for w in QApplication.topLevelWidgets() if isinstance(w, KeysDialog) and w.isVisible())
    settle(qtbot, program)
    cut = [
        label.text()
        for label in sheet.findChildren(QLabel)
        if not label.wordWrap() and label.width() < label.sizeHint().width()
    ]
    sheet.close()
    assert cut == []


NOT_SEEN_AT_FIRST = (
    "sqlalchemy", "sqlite3", "reportlab", "babel", "httpx", "keyring", "PIL", "pypdfium2", "lxml", "segno",
    "asyncio", "concurrent", "email", "http", "importlib.metadata", "logging.handlers", "tomllib",
    "pikepdf", "subprocess", "multiprocessing",
    "app.client", "app.documents", "app.intake", "app.practice", "app.providers", "app.services.intake",
    "app.services.sending", "app.services.wording", "app.store",
    "app.services.findings", "app.services.samples", "app.services.workspace",
    "app.domain.checks", "app.domain.explain", "app.ui.crash_log", "app.ui.dialogs", "app.ui.guide",
    "app.ui.pages", "app.ui.intake.review_room", "app.ui.intake.archive_room", "app.ui.opening",
    "app.ui.sending.review_rows", "app.ui.sending.reasons", "app.ui.updates",
    "app.ui.palette", "app.ui.forms.colour_field", "app.ui.forms.logo_field", "app.ui.grid.details",
    "app.ui.grid.differ",
    "app.ui.grid.menu", "app.ui.grid.paste", "app.ui.totals.checks_panel", "app.ui.totals.explain_panel",
)  # fmt: skip
"""What the first paint does without; `importlib.metadata` comes with the first validator built."""


def _first_paint(folder: Path) -> list[str]:
    """The buyer shown, the modules loaded, the sources read and the classes of widgets brought up."""
    for program in (SEED, FIRST_PAINT):
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
            timeout=120,
        )
    return done.stdout.splitlines()


def test_the_first_paint_reads_the_source_of_no_module_of_ours(tmp_path: Path):
    _buyer, _modules, sources, _widgets = _first_paint(tmp_path)
    assert sources == ""


def test_the_first_paint_brings_up_no_class_of_widgets_that_it_does_not_show(tmp_path: Path):
    widgets = _first_paint(tmp_path)[-1].split()
    assert "QTableView" in widgets
    assert not {"QWizard", "QMdiArea", "QFileDialog"}.intersection(widgets)


def test_the_first_paint_with_the_last_document_imports_nothing_that_is_not_seen(tmp_path: Path):
    shown, names, _sources, _widgets = _first_paint(tmp_path)
    loaded = names.split()
    assert shown == "Société Lumen SAS"
    assert "PySide6.QtWidgets" in loaded
    surplus = [
        name
        for name in loaded
        if any(name == unseen or name.startswith(f"{unseen}.") for unseen in NOT_SEEN_AT_FIRST)
    ]
    assert surplus == []
