"""Sees the network come back while something waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 3_000


def _has_route() -> bool:
    from app.services.sending.route import has_route

    return has_route()


class NetworkWatch(QObject):
    """Looks now and then, from `begin` until `rest`; tells each time a way out is there again."""

    returned = Signal()

    def __init__(self, parent: QObject, has_route: Callable[[], bool] = _has_route) -> None:
        super().__init__(parent)
        self._has_route = has_route
        self._was_there = True
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Something waits for the network from now on."""
        if not self._timer.isActive():
            self._was_there = self._has_route()
            self._timer.start()

    def rest(self) -> None:
        """Nothing waits for it any more."""
        self._timer.stop()

    def look(self) -> None:
        """See whether it is there now."""
        is_there = self._has_route()
        was_there, self._was_there = self._was_there, is_there
        if is_there and not was_there:
            self.returned.emit()
