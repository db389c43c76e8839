"""The rooms at the left are reached with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.sidebar import FOOT, ROOMS

NAMES = [name for _, rooms in ROOMS for name, _ in rooms] + [FOOT[0]]


@pytest.mark.parametrize("name", NAMES)
def test_a_click_on_a_room_enters_it(program: Program, qtbot: QtBot, name: str) -> None:
    window = program.window
    qtbot.mouseClick(window.sidebar._buttons[name], Qt.MouseButton.LeftButton)
    assert window.rooms.current == name
    assert window.stack.currentWidget() is window.rooms.page(name)
