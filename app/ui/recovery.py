"""When the file of the documents is damaged: the newest good backup is looked for, offered, put in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.autosave import Autosave
from app.ui.formats import time_text
from app.ui.jobs import Jobs
from app.ui.messages import Message
from app.ui.session import Session

if TYPE_CHECKING:
    from app.services.workspace import Backup, StoreLocation

TOPIC = "failure StoreDamaged"


class Recovery(QObject):
    """Offers the way back. Nothing is replaced before the person says so, and nothing is deleted then."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(
        self,
        jobs: Jobs,
        session: Session,
        autosave: Autosave,
        location: Callable[[], StoreLocation],
        save_copy: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session = session
        self._autosave = autosave
        self._location = location
        self._save_copy = save_copy
        self._is_busy = False

    def takes(self, error: Exception) -> bool:
        """Whether this is a damaged store; then a way out is looked for, and told when it is found."""
        from app.services.workspace import PageDamaged, StoreDamaged, Workspace

        if not isinstance(error, StoreDamaged) or isinstance(error, PageDamaged):
            return False
        if not self._is_busy:
            self._is_busy = True
            location = self._location()
            self._jobs.run(lambda _control: Workspace.sound_backups(location)).then(
                self._on_backups_found, self._on_no_backup_found
            )
        return True

    def _on_backups_found(self, backups: list[Backup]) -> None:
        self._is_busy = False
        if not backups:
            self.message.emit(
                Message(
                    self.tr(
                        "The file of your documents is damaged, and there is no good backup beside it. "
                        "It was left as it is: keep a copy of it, and save the document shown here as a file."
                    ),
                    "bad",
                    TOPIC,
                    ((self.tr("Save a copy…"), self._save_copy),),
                    stays=True,
                )
            )
            return
        self.message.emit(
            Message(
                self.tr(
                    "The file of your documents is damaged. The newest good backup is of {time}; "
                    "what is shown here is put on top of it, and the damaged file is kept."
                ).format(time=time_text(backups[0].made_at)),
                "bad",
                TOPIC,
                (
                    (self.tr("Go back to that backup"), _Offer(self, backups[0]).take),
                    (self.tr("Save a copy…"), self._save_copy),
                ),
                stays=True,
            )
        )

    def _on_no_backup_found(self, _error: Exception) -> None:
        self._on_backups_found([])

    def restore(self, backup: Backup) -> None:
        """Put the backup in place and go on with it."""
        if self._is_busy:
            return
        self._is_busy = True
        self._session.restore(backup.path).then(_Offer(self, backup).report, self._on_restore_failed)

    def report_restored(self, backup: Backup, kept_aside: Path | None) -> None:
        """Say what is where now."""
        self._is_busy = False
        self._autosave.start_over()
        self._session.is_open = True
        self._session.opened.emit()
        self._session.changed.emit()
        self.message.emit(
            Message(
                self.tr(
                    "The backup of {time} is in place. What was issued after it is only in the damaged file, "
                    "kept as {path}."
                ).format(time=time_text(backup.made_at), path=kept_aside or ""),
                "warn",
                TOPIC,
                stays=True,
            )
        )

    def _on_restore_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(error)


class _Offer:
    """One backup, for when it is asked for and when it is in place."""

    def __init__(self, recovery: Recovery, backup: Backup) -> None:
        self._recovery, self._backup = recovery, backup

    def take(self) -> None:
        self._recovery.restore(self._backup)

    def report(self, kept_aside: Path | None) -> None:
        self._recovery.report_restored(self._backup, kept_aside)
