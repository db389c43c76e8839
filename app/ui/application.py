"""The Qt application, which on a Mac is handed files while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Tells of each file that comes from the Dock or by Open With: as an event, not as an argument."""

    file_handed = Signal(object)  # Path

    def event(self, event: QEvent) -> bool:
        # Not an event filter, which would be asked about every event of every widget.
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_handed.emit(Path(event.file()))
            return True
        return super().event(event)
