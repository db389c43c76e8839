"""A field for a code with a name: type part of either, choose from what matches."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent

from app.ui.forms.binding import Binding, new_stay
from app.ui.forms.codecs import Unreadable
from app.ui.forms.suggestions import Suggestion, Suggestions
from app.ui.forms.typed_field import LineField
from app.ui.forms.words import translate

Names = Callable[[], Mapping[str, str]]


class CodeWithName:
    """Writes "EUR · euro"; reads a code or the beginning of a name."""

    def __init__(self, names: Names, *, show_code: bool = True, common: tuple[str, ...] = ()) -> None:
        self._names = names
        self.common = common
        self._show_code = show_code

    def text_of(self, value: Any) -> str:
        if not value:
            return ""
        name = self._names().get(value, "")
        if not name:
            return str(value)
        return f"{value} · {name}" if self._show_code else name

    def value_of(self, text: str) -> Any:
        text = text.strip()
        if not text:
            return ""
        found = self.matching(text)
        if found:
            return found[0]
        if not self._names() and len(text) == 2 and text.isascii() and text.isalpha():
            return text.upper()
        raise Unreadable(
            translate("Entry", "Nothing here is called “{text}”. Type a code or a part of the name.").format(
                text=text[:40]
            )
        )

    def matching(self, text: str) -> list[str]:
        """Codes that match, the best first: the code itself, codes and names that begin so, names with it."""
        names = self._names()
        code = text.partition(" · ")[0]
        if code in names and self.text_of(code) == text:
            return [code]
        asked = _folded(text)
        ranked: list[tuple[int, str, str]] = []
        for code, name in names.items():
            folded = _folded(name)
            if code.lower() == asked or folded == asked:
                rank = 0
            elif code.lower().startswith(asked):
                rank = 1
            elif folded.startswith(asked):
                rank = 2
            elif f" {asked}" in f" {folded}":
                rank = 3
            elif asked in folded:
                rank = 4
            else:
                continue
            ranked.append((rank, folded, code))
        ranked.sort(key=lambda r: (r[0] > 0, r[2] not in self.common, *r))
        return [code for _, _, code in ranked]


class Picker(LineField):
    """A typed line with a list of codes and names under it; a choice counts when it is made."""

    codec: CodeWithName

    def __init__(
        self,
        path: str,
        label: str,
        codec: CodeWithName,
        names: Names,
        binding: Binding,
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(path, label, codec, binding, placeholder=placeholder)
        self._names = names
        self.suggestions = Suggestions(self.editor, label)
        self.suggestions.chosen.connect(self._on_chosen)
        self.editor.down_pressed.connect(self._on_down_pressed)
        self.editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.editor
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and not self.editor.isReadOnly()
            and not self.editor.hasSelectedText()
        ):
            self.editor.selectAll()
            self._show_all()
        return super().eventFilter(watched, event)

    def names_arrived(self) -> None:
        """Show the name beside the code, unless someone types."""
        if not self.editor.hasFocus() and not self.is_unread:
            self.settle()

    def settle(self) -> None:
        self.suggestions.close()
        text = self.editor.text()
        stored = self.binding.value(self.path)
        if text != self.codec.text_of(stored) and not self.editor.isReadOnly():
            self._take(text)
        super().settle()

    def _take(self, text: str) -> None:
        try:
            value = self.codec.value_of(text)
            if not value and self.binding.value(self.path) and not self._may_be_empty():
                value = self.binding.value(self.path)
        except Unreadable as unreadable:
            self._unread = unreadable
            return
        self._forget_unread()
        if value != self.binding.value(self.path):
            self.put(value)

    def _may_be_empty(self) -> bool:
        return self.path.endswith("country")

    def _on_text_edited(self, text: str) -> None:
        self.editor.can_restore = True
        self._forget_unread()
        found = [] if not text.strip() else self.codec.matching(text)
        self.suggestions.show([self._suggestion(code) for code in found], choose_first=True)

    def _show_all(self) -> None:
        codes = sorted(self._names(), key=self._sort_key)
        self.suggestions.show([self._suggestion(code) for code in codes], value=self.binding.value(self.path))

    def _sort_key(self, code: str) -> tuple[bool, str]:
        return (code not in self.codec.common, _folded(self.codec.text_of(code)))

    def _suggestion(self, code: str) -> Suggestion:
        return Suggestion(self.codec.text_of(code), code)

    def _on_down_pressed(self) -> None:
        if not self.editor.isReadOnly():
            self._show_all()

    def _on_chosen(self, code: str) -> None:
        self.stay = new_stay()
        self._forget_unread()
        if code != self.binding.value(self.path):
            self.put(code)
        self.editor.replace_text(self.codec.text_of(code))
        self.editor.selectAll()

    def _on_undo_asked(self) -> None:
        if self.editor.text() != self.codec.text_of(self.binding.value(self.path)):
            self.suggestions.close()
            self._take_back_unread()
        else:
            super()._on_undo_asked()

    def _on_restore_asked(self) -> None:
        self.suggestions.close()
        super()._on_restore_asked()


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
