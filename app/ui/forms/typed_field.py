"""Fields whose value is typed: one line or several, each key press in the draft at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from app.domain.problems import Problem
from app.ui.forms.binding import Binding, new_stay
from app.ui.forms.codecs import Codec, Unreadable
from app.ui.forms.field import Field
from app.ui.forms.limits import fitting
from app.ui.forms.line_edit import LineEdit
from app.ui.forms.text_edit import TextEdit
from app.ui.theme import SPACE_M, set_role

_LINE_BREAK = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]+\s*")
"""What pasting several lines brings into a field of one."""


class TypedField(Field):
    """A field whose value is typed: every key press that makes sense is in the draft at once.

    Text that makes no sense stays as it is, the draft keeps its value, and on leaving the field the
    reason stands under it.
    """

    editor: LineEdit | TextEdit

    def __init__(
        self, path: str, label: str, editor: LineEdit | TextEdit, codec: Codec, binding: Binding
    ) -> None:
        super().__init__(path, label, editor, binding)
        self.codec = codec
        self._unread: Unreadable | None = None
        self._on_entry: Any = None
        self._is_rolling_back = False
        edited = editor.textEdited if isinstance(editor, LineEdit) else editor.text_edited
        edited.connect(self._on_text_edited)
        editor.entered.connect(self._on_entered)
        editor.left.connect(self._on_left)
        editor.undo_asked.connect(self._on_undo_asked)
        editor.redo_asked.connect(self._on_redo_asked)
        editor.restore_asked.connect(self._on_restore_asked)
        if isinstance(editor, LineEdit):
            editor.returnPressed.connect(self.settle)
        binding.store.entries_asked.connect(self._on_entries_asked)

    @property
    def is_unread(self) -> bool:
        """Whether the field holds text that stands for no value."""
        return self._unread is not None

    def show_value(self, value: Any) -> None:
        if self._is_rolling_back:
            return
        if self.editor.hasFocus():
            if self._unread is not None or self._says(value):
                return
        elif self._unread is not None:
            self._forget_unread()
        self.editor.replace_text(self.codec.text_of(value))

    def start_over(self, value: Any) -> None:
        self._unread = None
        self._on_entry = value
        self.editor.can_restore = False
        self.stay = new_stay()
        self.set_error("")
        self.editor.replace_text(self.codec.text_of(value))

    def settle(self) -> None:
        """Show the value in its own form, or say why the text stands for none.

        In that case the draft has again what it had before: half of what was typed is no value.
        """
        if self._unread is not None:
            self._is_rolling_back = True
            if self.binding.value(self.path) != self._on_entry:
                self.put(self._on_entry)
            self._is_rolling_back = False
            self.binding.store.check_soon()
            kept = self.codec.text_of(self._on_entry)
            keeps = self.tr("The invoice keeps “{value}”.").format(value=kept[:40]) if kept else ""
            self.set_error(f"{self._unread.sentence} {keeps}".rstrip())
        else:
            self.editor.replace_text(self.codec.text_of(self.binding.value(self.path)))

    def _says(self, value: Any) -> bool:
        try:
            return bool(fitting(self.path, self.codec.value_of(self.editor.text())) == value)
        except Unreadable:
            return False

    def _forget_unread(self) -> None:
        if self._unread is not None:
            self.binding.store.check_soon()
        self._unread = None
        self.set_error("")

    def _on_entries_asked(self, problems: list[Problem]) -> None:
        """Text left here is not in the document: it is told of before anything is issued."""
        if self._unread is not None:
            told = {"text": self.editor.text()[:60], "reason": self._unread.sentence}
            problems.append(Problem(self.path, "entry_unreadable", "error", told))

    def _on_text_edited(self, text: str) -> None:
        self.editor.can_restore = True
        if isinstance(self.editor, LineEdit) and _LINE_BREAK.search(text):
            text = _LINE_BREAK.sub(" ", text)
            self.editor.replace_text(text)
        try:
            value = fitting(self.path, self.codec.value_of(text))
        except Unreadable as unreadable:
            self._unread = unreadable
            if not self.error.isHidden():
                self.set_error(unreadable.sentence)
            return
        self._forget_unread()
        if value != self.binding.value(self.path):
            self.put(value)

    def _on_entered(self) -> None:
        self.stay = new_stay()
        self._on_entry = self.binding.value(self.path)
        self.editor.can_restore = self._unread is not None

    def _on_left(self) -> None:
        self.editor.can_restore = False
        self.settle()

    def _on_undo_asked(self) -> None:
        if self._unread is not None:
            self._take_back_unread()
        else:
            self.stay = new_stay()
            self.binding.store.undo()
            self._on_entry = self.binding.value(self.path)

    def _on_redo_asked(self) -> None:
        if self._unread is None:
            self.stay = new_stay()
            self.binding.store.redo()
            self._on_entry = self.binding.value(self.path)

    def _on_restore_asked(self) -> None:
        self.editor.can_restore = False
        self._forget_unread()
        if self.binding.value(self.path) != self._on_entry:
            self.put(self._on_entry)
        self._show_stored()

    def _take_back_unread(self) -> None:
        self._forget_unread()
        self._show_stored()

    def _show_stored(self) -> None:
        self.editor.replace_text(self.codec.text_of(self.binding.value(self.path)))


class LineField(TypedField):
    """One typed line, with room at its end for a remark such as "30 days"."""

    editor: LineEdit

    def __init__(
        self,
        path: str,
        label: str,
        codec: Codec,
        binding: Binding,
        *,
        placeholder: str = "",
        remark: Callable[[], str] | None = None,
        align_right: bool = False,
    ) -> None:
        self._remark = remark
        super().__init__(path, label, LineEdit(), codec, binding)
        self.editor.setPlaceholderText(placeholder)
        if align_right:
            self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.remark = QLabel(self.editor)
        set_role(self.remark, "label")
        self._row = row = QHBoxLayout(self.editor)
        row.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        row.addStretch(1)
        row.addWidget(self.remark)
        self.remark.setVisible(remark is not None)
        if remark is not None:
            self.remark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def refresh_remark(self) -> None:
        """Ask again for the remark, and keep the text clear of it."""
        if self._remark is None:
            return
        self.remark.setText("" if self.is_unread else self._remark())
        self.editor.setTextMargins(0, 0, self.remark.sizeHint().width(), 0)

    def start_over(self, value: Any) -> None:
        super().start_over(value)
        self.refresh_remark()

    def set_error(self, sentence: str) -> None:
        super().set_error(sentence)
        self.refresh_remark()


class TextField(TypedField):
    """Several typed lines."""

    editor: TextEdit

    def __init__(
        self,
        path: str,
        label: str,
        codec: Codec,
        binding: Binding,
        *,
        placeholder: str = "",
        least_lines: int = 1,
    ) -> None:
        super().__init__(path, label, TextEdit(least_lines), codec, binding)
        self.editor.setPlaceholderText(placeholder)
