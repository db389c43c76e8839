"""What outlives a window: settings, theme, jobs, session, the open document and its autosave.

A window is rebuilt when the language changes; the seat stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.settings import Settings, save_settings
from app.ui.autosave import Autosave
from app.ui.crash import CrashReporter
from app.ui.draft_store import DraftStore
from app.ui.jobs import Jobs
from app.ui.session import Session
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.workspace import StoreLocation, Workspace


@dataclass(frozen=True, slots=True)
class Places:
    """Where this seat keeps things."""

    settings_file: Path
    data_folder: Path

    @property
    def snapshot_folder(self) -> Path:
        """The last document, for a quick start."""
        return self.data_folder / "window"

    @property
    def log_folder(self) -> Path:
        """What went wrong inside."""
        return self.data_folder / "logs"

    @property
    def geometry_file(self) -> Path:
        """Size and place of the window."""
        return self.data_folder / "window" / "geometry.ini"


class Seat(QObject):
    """One person at one screen."""

    settings_changed = Signal(object, object)  # before, after: Settings
    settings_not_kept = Signal(object)  # Exception

    def __init__(self, places: Places, settings: Settings, jobs: Jobs | None = None) -> None:
        super().__init__()
        self.places = places
        self.settings = settings
        self.jobs = jobs or Jobs()
        self.theme = Theme(self)
        self.store = DraftStore(self.jobs)
        self.session = Session(self.jobs, self._opener(places, settings))
        self.autosave = Autosave(self.store, self.session, places.snapshot_folder)
        self.crashes = CrashReporter(places.log_folder)
        self.jobs.failed.connect(self.crashes.report)
        self.session.opened.connect(self.autosave.save_now)

    def location(self) -> StoreLocation:
        """Where the documents are."""
        return _location(self.places, self.settings)

    def change_settings(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        before, self.settings = self.settings, settings
        if before == settings:
            return
        self.settings_changed.emit(before, settings)
        path = self.places.settings_file
        self.jobs.run(lambda _control: save_settings(settings, path), lane="settings").then(
            None, self.settings_not_kept.emit
        )

    def _opener(self, places: Places, settings: Settings) -> Callable[[], Workspace]:
        def open_workspace() -> Workspace:
            from app.services.workspace import Workspace

            return Workspace.open(_location(places, settings))

        return open_workspace


def _location(places: Places, settings: Settings) -> StoreLocation:
    from app.services.workspace import StoreLocation

    folder = None if settings.store_url else places.data_folder
    return StoreLocation(folder=folder, url=settings.store_url, backups_kept=settings.backups_kept)
