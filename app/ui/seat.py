"""What outlives a window: settings, theme, jobs, session, the open document and its autosave.

A window is rebuilt when the language changes; the seat stays.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal

from app.services.settings import Settings, save_settings
from app.ui.autosave import Autosave
from app.ui.crash import CrashReporter
from app.ui.draft_store import DraftStore
from app.ui.intake.desk import SupplierDesk
from app.ui.jobs import Jobs
from app.ui.sending.desk import SendingDesk
from app.ui.session import Session
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.intake.opening import IntakeAccess
    from app.services.sending.opening import SendingAccess
    from app.services.workspace import StoreLocation, Workspace
    from app.ui.updates.desk import UpdateDesk


class Places(NamedTuple):
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
        self.session = Session(
            self.jobs, _opener(places, settings), lambda backup: _restore(_location(places, settings), backup)
        )
        self.sending = SendingDesk(self.jobs, self.session, lambda: _sending(places, settings))
        self.intake = SupplierDesk(self.jobs, self.session, lambda: _intake(places, settings))
        self.autosave = Autosave(self.store, self.session, places.snapshot_folder)
        self.crashes = CrashReporter(places.log_folder)
        self.jobs.failed.connect(self.crashes.report)
        self.session.opened.connect(self.autosave.save_now)
        self.session.opened.connect(self._on_session_opened)

    @cached_property
    def updates(self) -> UpdateDesk:
        """What is known of newer versions; made when the window has been there for a while."""
        from app.ui.updates.desk import UpdateDesk

        return UpdateDesk(self)

    def end_updates(self) -> None:
        """Stop what goes on about newer versions."""
        if "updates" in self.__dict__:
            self.updates.end()

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

    def _on_session_opened(self) -> None:
        self.session.call(lambda workspace: workspace.empty_bin()).then(
            self._on_bin_emptied, self._on_bin_not_emptied
        )

    def _on_bin_emptied(self, removed: int) -> None:
        if removed:
            self.session.changed.emit()

    def _on_bin_not_emptied(self, _error: Exception) -> None:
        """What is old enough to go goes the next time."""


def _opener(places: Places, settings: Settings) -> Callable[[], Workspace]:
    system = QLocale.system()
    languages, country = system.uiLanguages(), QLocale.territoryToCode(system.territory())

    def open_workspace() -> Workspace:
        from app.services.beginning import first_profile
        from app.services.workspace import StoreNewer, StoreProblem, Workspace

        location = _location(places, settings)
        try:
            workspace = Workspace.open(location)
        except StoreNewer as newer:
            return Workspace.open_to_read(location, newer)
        with suppress(StoreProblem):
            workspace.begin_profile(lambda: first_profile(languages, country))
        return workspace

    return open_workspace


def _sending(places: Places, settings: Settings) -> SendingAccess:
    from app.services.sending.opening import SendingAccess

    return SendingAccess.at(_location(places, settings), places.data_folder)


def _intake(places: Places, settings: Settings) -> IntakeAccess:
    from app.services.intake.opening import IntakeAccess

    return IntakeAccess.at(_location(places, settings))


def _restore(location: StoreLocation, backup: Path) -> Path | None:
    from app.services.workspace import Workspace

    return Workspace.restore(location, backup)


def _location(places: Places, settings: Settings) -> StoreLocation:
    from app.services.workspace import StoreLocation

    folder = None if settings.store_url else places.data_folder
    return StoreLocation(folder=folder, url=settings.store_url, backups_kept=settings.backups_kept)
