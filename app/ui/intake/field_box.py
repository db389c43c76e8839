"""One field of a supplier's document: label, the word for how sure it is, the box, a sentence below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.services.intake import FieldName
from app.ui.intake.field_values import Unreadable, shown, typed
from app.ui.intake.filling import FieldState
from app.ui.intake.names import field_title
from app.ui.theme import SPACE_XS, Theme, set_role

translate = QCoreApplication.translate

ROLES: Final[dict[FieldState, str]] = {
    "sure": "pill_good",
    "e_invoice": "pill_good",
    "learned": "pill_good",
    "yours": "pill_accent",
    "check": "pill_warn",
    "to_complete": "pill_warn",
    "none": "",
}


def state_word(state: FieldState) -> str:
    """The state as the pill says it."""
    return {
        "sure": translate("Intake", "sure"),
        "check": translate("Intake", "check"),
        "to_complete": translate("Intake", "to complete"),
        "yours": translate("Intake", "yours"),
        "learned": translate("Intake", "learned"),
        "e_invoice": translate("Intake", "e-invoice"),
        "none": "",
    }[state]


def short_word(state: FieldState) -> str:
    """The state as a pill over a narrow field says it."""
    return translate("Intake", "empty") if state == "to_complete" else state_word(state)


class FieldBox(QWidget):
    """Shows a canonical value and tells the typed one; what cannot be read is told below and kept."""

    entered = Signal(str)  # the field has come in hand
    changed = Signal(str, str)  # field, canonical value that was typed
    accepted = Signal()  # Enter

    def __init__(
        self, name: FieldName, theme: Theme, parent: QWidget | None = None, *, is_narrow: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_narrow = is_narrow
        self.name: FieldName = name
        self._value = ""
        self._currency = ""
        self.is_unread = False
        title = field_title(name)
        self._label = QLabel(title)
        set_role(self._label, "label")
        self._pill = QLabel()
        set_role(self._pill, "pill")  # from the start: a label that is shown keeps the size it had
        self._pill.hide()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(title)
        self.edit.installEventFilter(self)
        self._label.setBuddy(self.edit)
        self._told = QLabel()
        self._told.setWordWrap(True)
        set_role(self._told, "error")
        self._told.hide()
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_XS))
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self._pill)
        head.addStrut(theme.px(20))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_XS))
        column.addLayout(head)
        column.addWidget(self.edit)
        column.addWidget(self._told)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._tidy)
        self.edit.returnPressed.connect(self.accepted)

    @property
    def value(self) -> str:
        """The canonical value."""
        return self._value

    def show_value(self, value: str, currency: str) -> None:
        """Show a value; nothing is told."""
        self._value, self._currency = value, currency
        self._tell("")
        text = shown(self.name, value, currency)
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def forget_typed(self) -> None:
        """Drop what was typed and could not be read: another document comes."""
        self._tell("")

    def show_state(self, state: FieldState) -> None:
        """Say how sure the value is."""
        words = state_word(state)
        if ROLES[state]:
            set_role(self._pill, ROLES[state])
        self._pill.setText(short_word(state) if self._is_narrow else words)
        self._pill.setVisible(bool(words))
        if not self.is_unread:
            self.edit.setAccessibleDescription(words)

    def _on_edited(self, text: str) -> None:
        try:
            value = typed(self.name, text)
        except Unreadable as reason:
            self._tell(str(reason.args[0]))
            return
        self._tell("")
        if value != self._value:
            self._value = value
            self.changed.emit(self.name, value)

    def _tidy(self) -> None:
        if not self.is_unread:
            self.show_value(self._value, self._currency)

    def _tell(self, sentence: str) -> None:
        self.is_unread = bool(sentence)
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        if self.edit.property("wrong") != self.is_unread:
            self.edit.setProperty("wrong", self.is_unread)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.name)
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        ):
            event.ignore()  # they turn the page, also from within a field
            return True
        return super().eventFilter(watched, event)
