"""A simple form over named texts: labels above, errors below, changes told after a short pause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.ui.theme import FIELD_HEIGHT, SPACE_M, SPACE_XS, Theme, set_role

PAUSE_MS = 600
COLUMNS = 6
CHOICE_LEAST_LETTERS = 6

Editor = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field; `span` counts sixths of the form's width. `choices` are (value, words)."""

    name: str
    label: str
    kind: Literal["line", "text", "choice", "switch"] = "line"
    span: int = 6
    choices: tuple[tuple[str, str], ...] = ()
    placeholder: str = ""


class RecordForm(QWidget):
    """Shows named texts and tells when the person changed them; a switch is `yes` or empty."""

    edited = Signal()  # after a pause, or on leaving the form

    def __init__(self, fields: Sequence[RecordField], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors: dict[str, Editor] = {}
        self._errors: dict[str, QLabel] = {}
        self._is_showing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.edited)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(SPACE_M))
        grid.setVerticalSpacing(theme.px(SPACE_XS))
        for stretch in range(COLUMNS):
            grid.setColumnStretch(stretch, 1)
        row = used = 0
        for field in fields:
            if used + field.span > COLUMNS:
                row, used = row + 1, 0
            self._add(field, grid, row * 4, used, theme)
            grid.setRowMinimumHeight(row * 4 + 3, theme.px(SPACE_XS))
            used += field.span
        grid.setRowStretch((row + 1) * 4, 1)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show these values; fields not named are emptied. Nothing is told."""
        self._pause.stop()
        self._is_showing = True
        for name, editor in self._editors.items():
            _put(editor, values.get(name, ""))
            self.set_error(name, "")
        self._is_showing = False

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: _text(editor) for name, editor in self._editors.items()}

    def set_error(self, name: str, sentence: str) -> None:
        """Say under a field what is wrong with it, or nothing."""
        label = self._errors[name]
        label.setText(sentence)
        label.setVisible(bool(sentence))
        self._editors[name].setAccessibleDescription(sentence)

    def set_errors(self, sentences: Mapping[str, str]) -> None:
        """Say what is wrong, field by field; the others are right."""
        for name in self._errors:
            self.set_error(name, sentences.get(name, ""))

    def flush(self) -> None:
        """Tell a change that is still waiting for its pause."""
        if self._pause.isActive():
            self._pause.stop()
            self.edited.emit()

    def set_choices(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these values in a field, and keep the one that is chosen."""
        editor = self._editors[name]
        if isinstance(editor, QComboBox):
            self._is_showing, was = True, self._is_showing
            chosen = str(editor.currentData() or "")
            editor.clear()
            for value, words in choices:
                editor.addItem(words, value)
            _put(editor, chosen)
            self._is_showing = was

    def focus(self, name: str) -> None:
        """Put the caret into a field."""
        self._editors[name].setFocus()

    def editor(self, name: str) -> Editor:
        """The widget of a field."""
        return self._editors[name]

    def _add(self, field: RecordField, grid: QGridLayout, row: int, column: int, theme: Theme) -> None:
        editor = self._make(field, theme)
        editor.setAccessibleName(field.label)
        label = QLabel(field.label if field.kind != "switch" else "")
        label.setBuddy(editor)
        set_role(label, "label")
        error = QLabel()
        error.setWordWrap(True)
        error.hide()
        set_role(error, "error")
        grid.addWidget(label, row, column, 1, field.span)
        grid.addWidget(editor, row + 1, column, 1, field.span)
        grid.addWidget(error, row + 2, column, 1, field.span)
        self._editors[field.name] = editor
        self._errors[field.name] = error

    def _make(self, field: RecordField, theme: Theme) -> Editor:
        if field.kind == "text":
            text = QPlainTextEdit()
            text.setPlaceholderText(field.placeholder)
            text.setTabChangesFocus(True)
            text.setFixedHeight(theme.px(FIELD_HEIGHT) * 2)
            text.textChanged.connect(self._on_edited)
            return text
        if field.kind == "choice":
            choice = QComboBox()
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(CHOICE_LEAST_LETTERS)
            for value, words in field.choices:
                choice.addItem(words, value)
            choice.currentIndexChanged.connect(self._on_edited)
            return choice
        if field.kind == "switch":
            switch = QCheckBox(field.label)
            switch.toggled.connect(self._on_edited)
            return switch
        line = QLineEdit()
        line.setPlaceholderText(field.placeholder)
        line.textChanged.connect(self._on_edited)
        line.editingFinished.connect(self.flush)
        return line

    def _on_edited(self) -> None:
        if not self._is_showing:
            self._pause.start()


def _put(editor: Editor, value: str) -> None:
    if isinstance(editor, QComboBox):
        index = editor.findData(value)
        if index < 0 and value:
            editor.addItem(value, value)
            index = editor.count() - 1
        editor.setCurrentIndex(max(0, index))
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(value)
    elif editor.text() != value:
        editor.setText(value)


def _text(editor: Editor) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    if isinstance(editor, QCheckBox):
        return "yes" if editor.isChecked() else ""
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text()
