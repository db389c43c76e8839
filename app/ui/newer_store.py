"""When a newer version wrote the documents: the window shows them, exports them, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from app.ui.messages import Message
from app.ui.reading import reason

if TYPE_CHECKING:
    from app.ui.window import MainWindow

TOPIC = "newer"
LOOKING: Final = frozenset(
    (
        "save_pdf", "save_file", "export_everything", "quit", "history", "palette", "drafts", "issued", "bin",
        "customers", "catalogue", "settings", "composer", "refresh_preview", "swap", "guide", "keys", "menu",
        "look_for_newer_version", "about",
    )
)  # fmt: skip
"""The actions that change no document, and so remain."""


class Reading(QObject):
    """Turns the window of a seat into one that only shows, once the store turns out to be newer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.seat.session.opened_to_read.connect(self._on_session_opened_to_read)
        if window.seat.session.newer is not None:
            self._on_session_opened_to_read()

    def takes(self, error: Exception) -> bool:
        """Whether this says no more than that nothing can be changed; then that is said once."""
        from app.services.workspace import StoreNewer

        if self._window.seat.session.newer is None or not isinstance(error, StoreNewer):
            return False
        self._say()
        return True

    @Slot()
    def _on_session_opened_to_read(self) -> None:
        window, seat = self._window, self._window.seat
        is_unstored = not seat.autosave.is_idle
        seat.autosave.give_up()
        seat.store.close_to_changes()
        window.actions_by_name.keep_only(LOOKING, reason())
        window.sidebar.keep_only(LOOKING, reason())
        self._say(is_unstored=is_unstored)

    def _say(self, *, is_unstored: bool = False) -> None:
        window = self._window
        words = self.tr(
            "A newer version of Factotum wrote these documents. This one shows and exports what it can read "
            "of them, and changes nothing."
        )
        way_out = (self.tr("Export everything…"), window.visits.export_everything)
        if is_unstored:
            words += " " + self.tr("What you have just typed is not stored: save a copy of it.")
            way_out = (self.tr("Save a copy…"), window.flows.save_file)
        newer = (self.tr("Get the newer version"), window.visits.look_for_newer_version)
        window.messages.say(Message(words, "warn", TOPIC, (newer, way_out), stays=True))
