"""A grid over a real store, shown offscreen, and the keys to work it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.domain.parties import Address, Party
from app.domain.rows import Line, Section
from app.services.history import History
from app.ui.draft_store import DraftStore
from app.ui.grid import LineGrid
from app.ui.grid.cells import Column
from app.ui.grid.editors import Editor
from app.ui.theme import Theme


@dataclass
class Document:
    """What a store opens."""

    draft: Draft
    id: str = "d1"
    status: Any = "draft"
    issued: Any = None
    is_held: bool = False
    history: History = field(init=False)

    def __post_init__(self) -> None:
        self.history = History(self.draft)


class Desk:
    """The grid with its store, and a hand on the keyboard."""

    def __init__(self, store: DraftStore, grid: LineGrid, form: QWidget) -> None:
        self.form = form
        self.store = store
        self.grid = grid
        self.table = grid.table

    @property
    def rows(self) -> tuple[Line | Section, ...]:
        return self.store.draft.rows

    @property
    def editor(self) -> Editor:
        found = self.table.cells.editor
        assert found is not None, "no editor is open"
        return found

    @property
    def is_editing(self) -> bool:
        return self.table.cells.editor is not None

    @property
    def focus(self) -> QWidget:
        return self.table.cells.editor or self.table

    @property
    def place(self) -> tuple[int, int]:
        index = self.table.currentIndex()
        return index.row(), index.column()

    def open(self, *rows: Line | Section, status: str = "draft", **changes: Any) -> None:
        self.store.open(Document(Draft(rows=rows, **changes), status=status))
        self.table.setFocus()

    def go(self, row: int, column: int = Column.DESCRIPTION) -> None:
        self.table.setCurrentIndex(self.grid.model.index(row, column))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyPress(self.focus, key, modifiers)
        QTest.keyRelease(self.focus, key, modifiers)

    def type(self, text: str) -> None:
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus, character)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(self.focus, event)

    def text(self, row: int, column: int) -> str:
        return str(self.grid.model.index(row, column).data())


FRENCH = Party(name="Atelier", addresses=(Address(country="FR", city="Lyon"),))


@pytest.fixture
def theme(qapp: Any) -> Iterator[Theme]:
    theme = Theme()
    theme.apply(qapp, "light")
    yield theme
    theme.deleteLater()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    store = DraftStore()
    grid = LineGrid(store, theme)
    # Between two other fields, as in the composer: Qt hands Tab on only when there is somewhere to go.
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    for widget in (QLineEdit(), grid, QLineEdit()):
        column.addWidget(widget)
    form.resize(744, 520)
    form.show()
    desk = Desk(store, grid, form)
    desk.open(seller=FRENCH)
    return desk


@pytest.fixture
def line() -> Callable[..., Line]:
    def make(label: str, price: str = "10", **changes: Any) -> Line:
        return Line(
            id=label or "empty", label=label, unit_price=Decimal(price), vat_rate=Decimal(20), **changes
        )

    return make
