"""Fields of a few fixed choices, and fields that are on or off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton, QWidget

from app.ui.forms.binding import Binding, new_stay
from app.ui.forms.field import Field
from app.ui.forms.line_edit import is_redo, is_undo
from app.ui.theme import SPACE_L

Choice = tuple[Any, str]

LINE_PX = 1.5


class ChoiceBox(QComboBox):
    """A combo box that the wheel does not change while the page is scrolled over it."""

    def __init__(self, binding: Binding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (is_undo(event) or is_redo(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self._binding.store.undo()
        elif is_redo(event):
            self._binding.store.redo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), LINE_PX))
        x, y = self.width() - SPACE_L, self.height() // 2
        painter.drawPolyline([QPoint(x - 4, y - 2), QPoint(x, y + 2), QPoint(x + 4, y - 2)])


class SwitchBox(QCheckBox):
    """A check box whose box is seen on every ground, on or off."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        side = min(box.width(), box.height())
        box = QRect(box.x(), box.center().y() - side // 2, side, side)
        role = QPalette.ColorRole
        colour = self.palette().color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        edge = colour(role.Highlight if is_on else role.PlaceholderText)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(colour(role.Highlight if is_on else role.Base))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 3, 3)
        if is_on:
            painter.setPen(QPen(colour(role.HighlightedText), LINE_PX))
            x, y = box.center().x(), box.center().y()
            painter.drawPolyline([QPoint(x - 3, y), QPoint(x - 1, y + 3), QPoint(x + 4, y - 3)])


class ChoiceField(Field):
    """One of a few choices."""

    editor: ChoiceBox

    def __init__(self, path: str, label: str, choices: Sequence[Choice], binding: Binding) -> None:
        super().__init__(path, label, ChoiceBox(binding), binding)
        self._values = [value for value, _ in choices]
        for _, text in choices:
            self.editor.addItem(text)
        self.editor.activated.connect(self._on_activated)

    def show_value(self, value: Any) -> None:
        if value in self._values:
            self.editor.setCurrentIndex(self._values.index(value))
        else:
            self.editor.setCurrentIndex(-1)
            self.editor.setPlaceholderText("" if value is None else str(value))

    def _on_activated(self, index: int) -> None:
        self.stay = new_stay()
        self.put(self._values[index])


class SwitchField(Field):
    """Something that is on or off; its label stands beside it."""

    editor: SwitchBox

    def __init__(self, path: str, label: str, binding: Binding) -> None:
        super().__init__(path, label, SwitchBox(label), binding)
        self.label.hide()
        self.editor.clicked.connect(self._on_clicked)

    def show_value(self, value: Any) -> None:
        self.editor.setChecked(bool(value))

    def _on_clicked(self, checked: bool) -> None:
        self.stay = new_stay()
        self.put(checked)
