"""A field: its label above, its editor, and under it what is wrong with the entry."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.abstract import AbstractWidget
from app.ui.forms.binding import Binding, new_stay
from app.ui.theme import SPACE_XS, set_role


class Field(AbstractWidget):
    """What all fields share: label, place for an error, name for screen readers."""

    def __init__(self, path: str, label: str, editor: QWidget, binding: Binding) -> None:
        super().__init__()
        self.path = path
        self.label_text = label
        self.editor = editor
        self.binding = binding
        self.stay = new_stay()
        self.label = QLabel(label, self)
        self.label.setBuddy(editor)
        set_role(self.label, "label")
        self.error = QLabel(self)
        self.error.setWordWrap(True)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.error, "error")
        self.error.hide()
        editor.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self.error)
        column.addStretch(1)
        self.setFocusProxy(editor)

    def hide_label(self) -> None:
        """Leave the label to the screen reader, where a heading above says it already."""
        self.label.hide()

    def new_stay(self) -> None:
        """Let the next edit be an undo step of its own."""
        self.stay = new_stay()

    def put(self, value: Any) -> None:
        """Write the value into the draft as part of this stay."""
        self.binding.put(self.path, value, self.step_label(), self.stay)

    def step_label(self) -> str:
        """What the undo step is called."""
        return self.tr("Change “{field}”").format(field=self.label_text)

    def set_error(self, sentence: str) -> None:
        """Say under the field what is wrong; an empty sentence takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        if bool(self.editor.property("wrong")) != bool(sentence):
            self.editor.setProperty("wrong", bool(sentence))
            style = self.editor.style()
            style.unpolish(self.editor)
            style.polish(self.editor)

    @abstractmethod
    def show_value(self, value: Any) -> None:
        """The value has changed, here or elsewhere."""

    def start_over(self, value: Any) -> None:
        """Another document is shown: nothing typed before counts."""
        self.stay = new_stay()
        self.set_error("")
        self.show_value(value)

    def set_read_only(self, read_only: bool) -> None:
        """Whether the document takes no edit."""
        if isinstance(self.editor, QLineEdit | QPlainTextEdit):
            self.editor.setReadOnly(read_only)
        else:
            self.editor.setEnabled(not read_only)
