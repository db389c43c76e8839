"""A whole program in a folder of its own, as a person would start it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.settings import Settings
from app.ui.language import install_language
from app.ui.seat import Places

Start = Callable[..., Program]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "settings.toml", tmp_path / "data")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, places: Places) -> Iterator[Start]:
    """Starts the program in the same folder each time; a second start needs the first one stopped."""
    running: list[tuple[Program, list[str]]] = []

    def start_one(
        settings: Settings | None = None, *, typed_at_once: str = "", waits_for_store: bool = True
    ) -> Program:
        program = Program(qapp, places, settings or Settings(interface_language="en"))
        crashes: list[str] = []
        running.append((program, crashes))
        program.seat.crashes.crashed.connect(crashes.append)
        program.window.resize(1440, 900)
        if typed_at_once:
            program.seat.store.edit("Change subject", subject=typed_at_once)
        program.start()
        if waits_for_store:
            qtbot.waitUntil(lambda: program.seat.session.is_open, timeout=10_000)
        return program

    yield start_one
    for program, _crashes in running:
        if program.is_running:
            settle(qtbot, program)
            program.window.close()
            program.stop()
    install_language(qapp, "en")
    for _program, crashes in running:
        assert not crashes, crashes[0]


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until everything asked for is done."""
    qtbot.waitUntil(lambda: not program.seat.jobs.is_busy() and program.seat.autosave.is_idle, timeout=10_000)


def said(program: Program) -> str:
    """What the line under the top bar says now."""
    shown = program.window.messages.shown
    return "" if shown is None else shown.text


def press(qtbot: QtBot, program: Program, key: Qt.Key, *, shift: bool = False) -> None:
    """Press Ctrl and a key in the window, as a person who is in it does."""
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
    modifiers = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, key, modifiers | Qt.KeyboardModifier.ShiftModifier if shift else modifiers)


@pytest.fixture
def program(start: Start, qtbot: QtBot) -> Program:
    begun = start()
    settle(qtbot, begun)
    return begun
