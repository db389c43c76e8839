"""The window stands where it can be seen, and the keys go into the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.placing import centred, placed
from app.ui.seat import Places
from tests.ui.shell.conftest import Start, settle

MAIN, RIGHT = QRect(0, 25, 1440, 875), QRect(1440, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(-300, 0, 800, 600), QRect(0, 25, 800, 600)),
        (QRect(1000, 700, 800, 600), QRect(1440, 480, 800, 600)),
        (QRect(1500, 100, 2500, 1600), QRect(1440, 0, 1920, 1080)),
        (QRect(-4000, 3000, 800, 600), QRect(320, 163, 800, 600)),
    ],
)
def test_a_window_comes_to_stand_on_a_screen_that_is_there(wanted: QRect, found: QRect):
    assert placed(wanted, [MAIN, RIGHT]) == found


def test_without_any_screen_a_window_stays_as_it_is():
    assert placed(QRect(1, 2, 3, 4), []) == QRect(1, 2, 3, 4)


def test_what_is_larger_than_its_room_fills_it():
    assert centred(QSize(5000, 300), MAIN).width() == MAIN.width()


def test_the_first_window_fits_the_screen(program: Program):
    room = program.window.screen().availableGeometry()
    assert program.window.minimumWidth() <= room.width()
    assert program.window.minimumHeight() <= room.height()


def test_a_window_kept_on_a_screen_that_is_gone_is_seen_again(start: Start, places: Places, qtbot: QtBot):
    first = start()
    settle(qtbot, first)
    first.window.setGeometry(9000, 9000, 900, 600)
    kept: QByteArray = first.window.saveGeometry()
    first.window.close()
    first.stop()
    QSettings(str(places.geometry_file), QSettings.Format.IniFormat).setValue("window", kept)
    second = start()
    frame = 40
    room = second.window.screen().availableGeometry().adjusted(-frame, -frame, frame, frame)
    assert room.contains(second.window.geometry())


def test_at_the_start_the_keys_go_into_the_composer(program: Program):
    focus = program.window.focusWidget()
    assert focus is not None
    assert program.window.composer.isAncestorOf(focus)


def test_a_document_opened_from_a_list_takes_the_keys(program: Program, qtbot: QtBot):
    window = program.window
    window.activateWindow()
    window.top_bar.finder.setFocus()
    window.visits.show_drafts()
    settle(qtbot, program)
    window.flows.new_document()
    settle(qtbot, program)
    qtbot.waitUntil(lambda: window.rooms.current == "composer")
    focus = window.focusWidget()
    assert focus is not None
    assert window.composer.isAncestorOf(focus)


def test_the_paper_follows_the_field_one_is_in(program: Program, qtbot: QtBot):
    window = program.window
    window.activateWindow()
    told: list[str] = []
    window.parts.form.current_path_changed.connect(told.append)
    window.parts.form.header.subject.editor.setFocus()
    qtbot.waitUntil(lambda: told[-1:] == ["subject"])
    assert QApplication.focusWidget() is window.parts.form.header.subject.editor
    window.parts.form.focus_path("seller.addresses.0.city")
    qtbot.waitUntil(lambda: told[-1:] == ["seller.addresses"])
