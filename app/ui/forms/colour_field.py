"""A colour, typed as #RRGGBB or chosen from a dialog; its patch stands at the end of the field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QToolButton

from app.ui.forms.binding import Binding
from app.ui.forms.codecs import Words
from app.ui.forms.typed_field import LineField
from app.ui.theme import SPACE_L, set_role


class ColourField(LineField):
    """Shows each colour that is typed as soon as it is one; the patch opens the choice of colours."""

    def __init__(self, path: str, label: str, binding: Binding) -> None:
        super().__init__(path, label, Words(upper=True), binding)
        self.dialog: QColorDialog | None = None
        self.choose = QToolButton(self.editor)
        self.choose.setIconSize(QSize(SPACE_L, SPACE_L))
        self.choose.setCursor(Qt.CursorShape.PointingHandCursor)
        self.choose.setAccessibleName(self.tr("Choose a colour: {field}").format(field=label))
        self.choose.setToolTip(self.tr("Choose a colour …"))
        set_role(self.choose, "patch")
        self._row.addWidget(self.choose)
        self.editor.setTextMargins(0, 0, self.choose.sizeHint().width(), 0)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.editor.textChanged.connect(self._on_text_changed)

    def start_over(self, value: Any) -> None:
        super().start_over(value)
        self._on_text_changed(self.editor.text())

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.choose.setEnabled(not read_only)

    def _on_text_changed(self, text: str) -> None:
        colour = QColor(text.strip())
        patch = QPixmap(SPACE_L, SPACE_L)
        patch.fill(colour if colour.isValid() else Qt.GlobalColor.transparent)
        self.choose.setIcon(QIcon(patch))

    def _on_choose_clicked(self) -> None:
        shown = QColor(self.editor.text().strip())
        self.dialog = QColorDialog(shown if shown.isValid() else QColor(Qt.GlobalColor.black), self)
        self.dialog.setWindowTitle(self.choose.accessibleName())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.colorSelected.connect(self._on_colour_selected)
        self.dialog.open()

    def _on_colour_selected(self, colour: QColor) -> None:
        self.new_stay()
        self._forget_unread()
        self.put(colour.name().upper())
