"""Why nothing can be changed while a newer version's documents are shown, said where it would be changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from app.ui.session import Session


def reason() -> str:
    """Why something cannot be done, where it would be done."""
    return QCoreApplication.translate(
        "Reading", "A newer version of Factotum wrote these documents: here they can be seen, not changed."
    )


class Lock(QObject):
    """Switches widgets off while the store is open to be read only; their tool tips say why."""

    def __init__(self, session: Session, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._widgets = widgets
        session.opened_to_read.connect(self.lock)
        if session.newer is not None:
            self.lock()

    @Slot()
    def lock(self) -> None:
        """Switch them off."""
        for widget in self._widgets:
            widget.setEnabled(False)
            widget.setToolTip(reason())
