"""The texts of the window: all of them can be translated, and all of them are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.resources import resource
from app.services.settings import Settings
from app.ui.sidebar import RoomButton
from tests.ui.shell.conftest import Start, settle

ROOT = Path(__file__).resolve().parents[3]
SOURCES = sorted((ROOT / "app" / "ui").rglob("*.py"))
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP", "words"}


def translating_calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in TRANSLATING:
                    yield path, node


def messages() -> list[tuple[str, str, str, bool]]:
    """Context, source, translation and whether it is finished, of the French catalogue."""
    found = []
    for context in ElementTree.parse(resource("i18n/factotum_fr.ts")).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None and bool(translation.text)
            found.append((name, message.findtext("source", ""), translation.text or "", done))
    return found


def test_no_text_is_put_together_before_it_is_translated():
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in translating_calls()
        if any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert not wrong


def test_every_text_of_the_code_is_in_the_catalogue():
    known = {source for _context, source, _translation, _done in messages()}
    lacking = {
        argument.value
        for _path, call in translating_calls()
        for argument in call.args[-1:]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    } - known
    assert not lacking, "run python packaging/i18n.py"


def test_every_text_has_a_french_translation():
    assert [source for _context, source, _translation, done in messages() if not done] == []


def test_placeholders_are_the_same_in_both_languages():
    def placeholders(text: str) -> list[str]:
        return sorted(re.findall(r"\{[^{}]*\}", text.replace("{{", "").replace("}}", "")))

    wrong = [s for _c, s, t, _d in messages() if placeholders(s) != placeholders(t)]
    assert not wrong


def test_french_signs_stand_behind_a_space_that_does_not_break():
    wrong = [t for _c, _s, t, _d in messages() if re.search(r"(?<=\S) [:;?!»](?!\w)|« ", t)]
    assert not wrong


def test_the_compiled_catalogue_is_that_of_the_source(tmp_path: Path):
    fresh = tmp_path / "fresh.qm"
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    if not lrelease.exists():
        pytest.fail(f"{lrelease} is missing; it comes with PySide6")
    subprocess.run(
        [str(lrelease), str(resource("i18n/factotum_fr.ts")), "-qm", str(fresh)],
        check=True,
        capture_output=True,
    )
    assert fresh.read_bytes() == resource("i18n/factotum_fr.qm").read_bytes(), "run python packaging/i18n.py"


def test_the_window_changes_its_language_at_once_and_keeps_the_document(start: Start, qtbot: QtBot):
    program = start(Settings(interface_language="en"))
    program.seat.store.edit("Change subject", subject="Kept")
    settle(qtbot, program)
    before = program.window
    program.window.visits.show_room("settings")
    program.seat.change_settings(program.seat.settings.model_copy(update={"interface_language": "fr"}))
    settle(qtbot, program)
    assert program.window is not before
    assert program.window.rooms.current == "settings"
    rooms = {button.text() for button in program.window.sidebar.findChildren(RoomButton)}
    assert {"Brouillons", "Clients", "Réglages"} <= rooms
    assert program.seat.store.draft.subject == "Kept"
    program.seat.store.edit("Change subject", subject="Still saved")
    settle(qtbot, program)
    assert program.seat.autosave.state == "saved"


def test_no_english_is_left_in_the_french_window(start: Start, qtbot: QtBot):
    program = start(Settings(interface_language="fr"))
    settle(qtbot, program)
    for room in ("drafts", "issued", "bin", "customers", "catalogue", "outbox", "connections", "settings"):
        program.window.visits.show_room(room)
    settle(qtbot, program)
    differing = {s for _c, s, t, _d in messages() if s != t and len(s) > 3}
    same = {t for _c, _s, t, _d in messages()}
    shown = {
        widget.text()
        for kind in (QLabel, QPushButton)
        for top in QApplication.topLevelWidgets()
        for widget in top.findChildren(kind)
    }
    assert not (shown & differing) - same
