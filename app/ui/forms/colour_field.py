"""A colour, typed as #RRGGBB, with a patch of it at the end of the field."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor, QPixmap

from app.ui.forms.binding import Binding
from app.ui.forms.codecs import Words
from app.ui.forms.typed_field import LineField
from app.ui.theme import SPACE_L


class ColourField(LineField):
    """Shows each colour that is typed as soon as it is one."""

    def __init__(self, path: str, label: str, binding: Binding) -> None:
        super().__init__(path, label, Words(upper=True), binding)
        self.remark.show()
        self.editor.textChanged.connect(self._on_text_changed)

    def start_over(self, value: Any) -> None:
        super().start_over(value)
        self._on_text_changed(self.editor.text())

    def _on_text_changed(self, text: str) -> None:
        colour = QColor(text.strip())
        patch = QPixmap(SPACE_L, SPACE_L)
        if colour.isValid():
            patch.fill(colour)
            self.remark.setPixmap(patch)
        else:
            self.remark.clear()
