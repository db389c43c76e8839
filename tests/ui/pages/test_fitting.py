"""What a list shows when it is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from app.ui.pages.fitting import STRETCHED_MIN_WIDTH, ColumnFit
from app.ui.pages.table import Column, TableOfValues
from app.ui.theme import Theme

STATE, DOCUMENT, WHAT, WHERE, WHEN = range(5)


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> QTableView:
    theme = Theme()
    theme.apply(qapp, "light")
    columns = (
        Column[str]("State", lambda _: "waits for the network"),
        Column[str]("Document", str, stretches=True),
        Column[str]("What", lambda _: "Send it there", is_secondary=True),
        Column[str]("Where", lambda _: "An account with a long name"),
        Column[str]("Last change", lambda _: "the day before yesterday", is_secondary=True),
    )
    made = QTableView()
    qtbot.addWidget(made)
    made.setModel(TableOfValues(columns))
    header = made.horizontalHeader()
    for place, column in enumerate(columns):
        header.setSectionResizeMode(
            place, header.ResizeMode.Stretch if column.stretches else header.ResizeMode.ResizeToContents
        )
    ColumnFit(made, columns, theme)
    made.resize(1400, 300)
    made.show()
    made.model().show(["A document", "Another"])
    return made


def hidden(table: QTableView) -> list[int]:
    return [place for place in range(5) if table.isColumnHidden(place)]


def test_secondary_columns_give_way_one_by_one_and_come_back(table: QTableView, qtbot: QtBot):
    assert hidden(table) == []
    told = table.sizeHintForColumn(STATE) + table.sizeHintForColumn(WHERE)
    frame = table.width() - table.viewport().width()
    room = told + STRETCHED_MIN_WIDTH + frame
    table.resize(room + table.sizeHintForColumn(WHAT), 300)
    qtbot.waitUntil(lambda: hidden(table) == [WHEN])
    table.resize(room, 300)
    qtbot.waitUntil(lambda: hidden(table) == [WHAT, WHEN])
    assert table.columnWidth(DOCUMENT) >= STRETCHED_MIN_WIDTH
    table.resize(1400, 300)
    qtbot.waitUntil(lambda: hidden(table) == [])


def test_what_is_not_secondary_stays_however_narrow_the_list_is(table: QTableView, qtbot: QtBot):
    table.resize(120, 300)
    qtbot.waitUntil(lambda: hidden(table) == [WHAT, WHEN])
