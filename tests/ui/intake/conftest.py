"""A whole program whose review room is open, and invented bills to drop on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.intake.documents import Document
from app.ui.intake.review_room import ReviewRoom
from tests.services.intake.papers import Bill, bill_pdf
from tests.ui.shell.conftest import places, program, settle, start

__all__ = ["places", "program", "start"]

PATIENCE_MS = 30_000


class Clerk:
    """What a person does and sees in the review room of one program."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot
        program.window.visits.show_room("to_review")
        self.room = cast(ReviewRoom, program.window.rooms.page("to_review"))
        self.rest()

    @property
    def documents(self) -> list[Document]:
        return list(self.room.queue.cards.documents)

    def rest(self) -> None:
        """Until everything that was begun is done."""
        self.qtbot.waitUntil(lambda: not self.program.seat.intake.is_reading, timeout=PATIENCE_MS)
        settle(self.qtbot, self.program)
        self.qtbot.waitUntil(lambda: not self.program.seat.intake.is_reading, timeout=PATIENCE_MS)
        settle(self.qtbot, self.program)

    def drop(self, *paths: Path) -> None:
        self.program.window.flows.open_paths(paths)
        self.rest()

    def stand_on(self, row: int) -> None:
        self.room.queue.go_to(row)
        self.rest()
        self.room.panel.go_to_first_open()

    def text(self, name: str) -> str:
        return self.room.panel.boxes[name].edit.text()  # type: ignore[index]


@pytest.fixture
def clerk(program: Program, qtbot: QtBot) -> Clerk:
    return Clerk(program, qtbot)


@pytest.fixture
def bills(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes a PDF for each of these."""

    def write(*each: Bill) -> list[Path]:
        folder = tmp_path / "bills"
        folder.mkdir(exist_ok=True)
        paths = []
        for bill in each:
            path = folder / f"{bill.number}.pdf"
            path.write_bytes(bill_pdf(bill))
            paths.append(path)
        return paths

    return write
