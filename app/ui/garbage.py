"""Python's cycle collector, kept on the GUI thread.

A cycle that holds a QObject and is collected on another thread destroys it there; Qt answers with
"Timers cannot be stopped from another thread" and, now and then, a crash. Any Python thread that
allocates can set the collector off, so automatic collection is switched off and done here instead,
between events, where it also never falls into a key press.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot

LOOK_EVERY_MS = 3000
WORTH_COLLECTING = 5_000
"""So many more objects made than freed since the last look."""
LOOKS_BETWEEN_FULL = 20


class GuiThreadGarbage(QObject):
    """Owns the collector from creation until `stop()`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks_since_full = 0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        gc.disable()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect what is young if it is worth it, and now and then everything."""
        self._looks_since_full += 1
        if gc.get_count()[0] < WORTH_COLLECTING:
            return
        is_full = self._looks_since_full >= LOOKS_BETWEEN_FULL
        gc.collect(2 if is_full else 1)
        if is_full:
            self._looks_since_full = 0

    def stop(self) -> None:
        """Give the collector back to Python."""
        self._timer.stop()
        gc.enable()
