"""The rooms of the house, at the left: where one is, and how much lies there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.theme import SIDEBAR_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Theme, set_role

ROOMS: Final[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = (
    (
        QT_TRANSLATE_NOOP("Rooms", "Compose"),
        (
            ("drafts", QT_TRANSLATE_NOOP("Rooms", "Drafts")),
            ("issued", QT_TRANSLATE_NOOP("Rooms", "Issued")),
            ("bin", QT_TRANSLATE_NOOP("Rooms", "Bin")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Rooms", "Sending"),
        (
            ("outbox", QT_TRANSLATE_NOOP("Rooms", "Outbox")),
            ("connections", QT_TRANSLATE_NOOP("Rooms", "Connections")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Rooms", "Suppliers"),
        (
            ("to_review", QT_TRANSLATE_NOOP("Rooms", "To review")),
            ("supplier_archive", QT_TRANSLATE_NOOP("Rooms", "Archive")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Rooms", "Records"),
        (
            ("customers", QT_TRANSLATE_NOOP("Rooms", "Customers")),
            ("catalogue", QT_TRANSLATE_NOOP("Rooms", "Catalogue")),
        ),
    ),
)
FOOT: Final = ("settings", QT_TRANSLATE_NOOP("Rooms", "Settings"))


def _words(text: str) -> str:
    return QCoreApplication.translate("Rooms", text)


class RoomButton(QPushButton):
    """One room, with a count that is said as well as shown."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        set_role(self, "room")
        self._count = QLabel(self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(self._count, "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_S, 0)
        row.addStretch(1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(words)
        self.toggled.connect(self._on_toggled)

    def set_count(self, count: int) -> None:
        """Show how many there are; none shows nothing."""
        self._count.setText(str(count) if count else "")
        self._count.setVisible(bool(count))
        self.setAccessibleDescription(str(count) if count else "")
        self._on_toggled(self.isChecked())

    def _on_toggled(self, is_checked: bool) -> None:
        set_role(self._count, "pill_accent" if is_checked else "label")


class Sidebar(QWidget):
    """Asks for a room; shows the one the window is in."""

    room_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "sidebar")
        self.setFixedWidth(theme.px(SIDEBAR_WIDTH))
        self.setAccessibleName(self.tr("Rooms"))
        self._buttons: dict[str, RoomButton] = {}
        self._choosers: list[_Chooser] = []
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(SPACE_S), theme.px(SPACE_L), theme.px(SPACE_S), theme.px(SPACE_M))
        column.setSpacing(theme.px(2))
        for title, rooms in ROOMS:
            heading = QLabel(_words(title))
            set_role(heading, "group")
            heading.setContentsMargins(theme.px(SPACE_M - 2), theme.px(SPACE_M), 0, theme.px(SPACE_XS))
            column.addWidget(heading)
            for name, words in rooms:
                column.addWidget(self._button(name, words))
        column.addStretch(1)
        rule = QFrame()
        set_role(rule, "line")
        column.addWidget(rule)
        column.addSpacing(theme.px(SPACE_S))
        column.addWidget(self._button(*FOOT))

    def set_room(self, name: str) -> None:
        """Mark the room the window is in."""
        self._buttons[name].setChecked(True)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show how many documents lie in each room named."""
        for name, count in counts.items():
            self._buttons[name].set_count(count)

    def keep_only(self, names: frozenset[str], why_not: str) -> None:
        """Let no other room be entered; their tool tips say why."""
        for name, button in self._buttons.items():
            if name not in names:
                button.setEnabled(False)
                button.setToolTip(why_not)

    def _button(self, name: str, words: str) -> RoomButton:
        button = RoomButton(_words(words))
        chooser = _Chooser(self, name)
        self._choosers.append(chooser)
        button.clicked.connect(chooser.choose)
        self._buttons[name] = button
        self._group.addButton(button)
        return button


class _Chooser:
    def __init__(self, sidebar: Sidebar, name: str) -> None:
        self._emit: Callable[[str], None] = sidebar.room_chosen.emit
        self._name = name

    def choose(self) -> None:
        self._emit(self._name)
