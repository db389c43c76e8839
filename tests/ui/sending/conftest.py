"""A whole program, and the words and clicks with which one sends from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.sending import Entry
from app.services.sending.sending import Sending
from app.ui.sending.outbox_page import OutboxPage
from app.ui.sending.review_sheet import ReviewSheet
from tests.ui.shell.conftest import Start, places, settle, start

__all__ = ["places", "start"]

T = TypeVar("T")
PATIENCE_MS = 20_000


def rest(qtbot: QtBot, program: Program) -> None:
    """Until nothing runs any more, what one job asked of another included."""
    seat = program.seat

    def is_quiet() -> bool:
        return not seat.jobs.is_busy() and seat.autosave.is_idle and not seat.sending.is_draining

    for _ in range(3):
        settle(qtbot, program)
        qtbot.waitUntil(is_quiet, timeout=PATIENCE_MS)


def asked(qtbot: QtBot, program: Program, work: Callable[[Sending], T]) -> T:
    """What the sending side answers."""
    answers: list[T] = []
    program.seat.sending.ask(work).then(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    return answers[0]


def reviewed(qtbot: QtBot, program: Program, connection_id: str) -> ReviewSheet:
    """The sheet with the plan for this connection."""
    program.window.actions_by_name["send"].trigger()
    reviewing = program.window.sending.reviewing
    qtbot.waitUntil(lambda: reviewing.sheet is not None, timeout=PATIENCE_MS)
    rest(qtbot, program)
    sheet = reviewing.sheet
    assert sheet is not None
    place = sheet.connections.findData(connection_id)
    assert place >= 0
    sheet.connections.setCurrentIndex(place)
    sheet.connections.activated.emit(place)
    rest(qtbot, program)
    return sheet


def sent(qtbot: QtBot, program: Program, connection_id: str) -> Entry:
    """The entry of the open document after it was sent there as a person does it."""
    reviewed(qtbot, program, connection_id).send.click()
    rest(qtbot, program)
    return newest(qtbot, program)


def newest(qtbot: QtBot, program: Program) -> Entry:
    """The newest entry of the outbox."""
    return asked(qtbot, program, lambda sending: sending.entries(limit=1))[0]


def outbox(qtbot: QtBot, program: Program, entry_id: str) -> OutboxPage:
    """The outbox with this entry shown."""
    program.window.sending.show_entry(entry_id)
    rest(qtbot, program)
    page = program.window.rooms.page("outbox")
    assert isinstance(page, OutboxPage)
    return page


def order(qtbot: QtBot, program: Program, connection_id: str, trouble: str) -> None:
    """Let something go wrong at that practice account; nothing to let all be well."""
    asked(qtbot, program, lambda sending: sending.practice.order(connection_id, trouble or None))  # type: ignore[arg-type]


def documents(qtbot: QtBot, program: Program, connection_id: str) -> int:
    """How many documents there are at that practice account."""

    def count(sending: Sending) -> int:
        connection = sending.connection(connection_id)
        return sending.practice.documents(sending.provider(connection.provider), connection)

    return asked(qtbot, program, count)


def answer(kind: type[QWidget], name: str) -> None:
    """Press that button of the next dialog of this kind, as soon as it waits for an answer."""
    from PySide6.QtCore import QTimer

    timer = QTimer(QApplication.instance())
    timer.setInterval(10)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            getattr(dialog, name).click()

    timer.timeout.connect(press)
    timer.start()


@pytest.fixture
def program(start: Start, qtbot: QtBot) -> Program:
    begun = start()
    begun.seat.store.edit("Change subject", subject="Travaux d’automne")
    rest(qtbot, begun)
    return begun
