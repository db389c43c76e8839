"""Fields of a few fixed choices, and fields that are on or off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.domain.draft import Draft
from app.ui.forms.binding import Binding, new_stay
from app.ui.forms.field import Field
from app.ui.forms.fresh import shown_value
from app.ui.forms.line_edit import is_redo, is_undo
from app.ui.forms.paths import value_at

Choice = tuple[Any, str]


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


class ChoiceField(Field):
    """One of a few choices."""

    editor: ChoiceBox

    def __init__(self, path: str, label: str, choices: Sequence[Choice], binding: Binding) -> None:
        super().__init__(path, label, ChoiceBox(binding), binding)
        self._values = [value for value, _ in choices]
        for _, text in choices:
            self.editor.addItem(text)
        self.editor.activated.connect(self._on_activated)
        binding.store.draft_changed.connect(self._on_draft_changed)

    def show_value(self, value: Any) -> None:
        if value is None:
            value = shown_value(self.binding.draft, self.path)
        if value in self._values:
            self.editor.setCurrentIndex(self._values.index(value))
        else:
            self.editor.setCurrentIndex(-1)
            self.editor.setPlaceholderText("" if value is None else str(value))

    def _on_activated(self, index: int) -> None:
        self.stay = new_stay()
        self.put(self._values[index])

    def _on_draft_changed(self, _before: object, after: Draft) -> None:
        """What an item that is not there yet will begin with may hang on other fields."""
        if value_at(after, self.path) is None:
            self.show_value(None)


class SwitchField(Field):
    """Something that is on or off; its label stands beside it."""

    editor: QCheckBox

    def __init__(self, path: str, label: str, binding: Binding) -> None:
        super().__init__(path, label, QCheckBox(label), binding)
        self.label.hide()
        self.editor.clicked.connect(self._on_clicked)

    def show_value(self, value: Any) -> None:
        self.editor.setChecked(bool(value))

    def _on_clicked(self, checked: bool) -> None:
        self.stay = new_stay()
        self.put(checked)
