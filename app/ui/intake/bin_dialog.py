"""Asks before suppliers' files are removed for good."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.frame import Sheet
from app.ui.theme import Theme

translate = QCoreApplication.translate


class BinDialog(Sheet):
    """Accepted only by the button that says what it does; Enter keeps everything."""

    def __init__(self, count: int, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        title = translate("Intake", "Delete for good?") if name else translate("Intake", "Empty the bin?")
        super().__init__(title, theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = (
            translate("Intake", "{name} goes for good, original too. This cannot be undone.")
            if name
            else translate(
                "Intake", "All {count} files in the bin go for good, originals too. This cannot be undone."
            )
        ).format(name=name, count=count)
        self.add_text(words)
        self.delete = self.add_button(translate("Intake", "Delete for good"), "danger")
        self.delete.clicked.connect(self.accept)
        self.keep = self.add_button(translate("Intake", "Keep"), "primary")
        self.keep.clicked.connect(self.reject)
        self.keep.setFocus()
