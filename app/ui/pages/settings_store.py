"""Where the documents are, how they leave, and the backups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.formats import time_text
from app.ui.jobs import Job, JobCancelled
from app.ui.messages import Message
from app.ui.opening import open_outside
from app.ui.seat import Seat
from app.ui.theme import SPACE_M, set_role

if TYPE_CHECKING:
    from app.services.workspace import Backup, ExportReport, StoreProblem

MEGABYTE = 1_000_000


class StoreSettings(QWidget):
    """The folder, export of everything, backup now."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._job: Job | None = None
        self.place = QLabel(seat.settings.store_url.rpartition("@")[2] or str(seat.places.data_folder))
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.place.setWordWrap(True)
        self.open_folder = QPushButton(self.tr("Show the folder"))
        self.export = QPushButton(self.tr("Export everything…"))
        self.back_up = QPushButton(self.tr("Back up now"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.bar.hide()
        self.cancel.hide()
        self.backups = QLabel()
        self.backups.setWordWrap(True)
        set_role(self.backups, "secondary")
        row = QHBoxLayout()
        row.setSpacing(seat.theme.px(SPACE_M))
        for button in (self.open_folder, self.export, self.back_up):
            row.addWidget(button)
        row.addStretch(1)
        running = QHBoxLayout()
        running.setSpacing(seat.theme.px(SPACE_M))
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(seat.theme.px(SPACE_M))
        column.addWidget(self.place)
        column.addLayout(row)
        column.addLayout(running)
        column.addWidget(self.backups)
        self.open_folder.clicked.connect(self._on_open_folder_clicked)
        self.export.clicked.connect(self.ask_export)
        self.back_up.clicked.connect(self.back_up_now)
        self.cancel.clicked.connect(self._on_cancel_clicked)

    def refresh(self) -> None:
        """Ask for the backups there are."""
        self._seat.session.call(lambda workspace: (workspace.backups(), workspace.backup_problem)).then(
            self._on_backups_found, self._on_backups_unknown
        )

    def export_to(self, folder: Path) -> None:
        """Write everything as plain files below this folder."""
        if self._job is not None:
            return
        self._job = self._seat.session.call_aside(
            lambda workspace, control: workspace.export_everything(
                folder, control.progress, lambda: control.cancelled
            )
        ).then(self._on_exported, self._on_export_failed)
        self._job.progressed.connect(self._on_export_progressed)
        self.export.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.cancel.show()

    def ask_export(self) -> None:
        """Ask for a folder, and export everything into it."""
        if self._job is not None:
            return
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export everything into"))
        if chosen:
            self.export_to(Path(chosen))

    def back_up_now(self) -> None:
        """Copy the store beside the others."""
        if not self.back_up.isEnabled():
            return
        self.back_up.setEnabled(False)
        self._seat.session.call_aside(lambda workspace, _control: workspace.back_up()).then(
            self._on_backed_up, self._on_back_up_failed
        )

    def _on_open_folder_clicked(self) -> None:
        open_outside(QUrl.fromLocalFile(str(self._seat.places.data_folder)))

    def _on_cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_export_progressed(self, done: int, total: int, _text: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_exported(self, report: ExportReport) -> None:
        self._rest()
        url = QUrl.fromLocalFile(str(report.folder))
        words = (
            self.tr(
                "{documents} documents, {pdfs} PDF files, {contacts} customers and {items} items written."
            )
            if report.is_complete
            else self.tr("Cancelled. {documents} documents were written and can be deleted.")
        )
        self.message.emit(
            Message(
                words.format(
                    documents=report.documents, pdfs=report.pdfs, contacts=report.contacts, items=report.items
                ),
                topic="export",
                offers=((self.tr("Show the folder"), lambda: open_outside(url)),),
            )
        )

    def _on_export_failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, JobCancelled):
            self.failed.emit(error)

    def _rest(self) -> None:
        self._job = None
        self.export.setEnabled(True)
        self.bar.hide()
        self.cancel.hide()

    def _on_backed_up(self, path: Path | None) -> None:
        self.back_up.setEnabled(True)
        words = (
            self.tr("The server that keeps the documents makes its own backups.")
            if path is None
            else self.tr("Backed up as {path}.").format(path=path)
        )
        self.message.emit(Message(words, topic="backup"))
        self.refresh()

    def _on_back_up_failed(self, error: Exception) -> None:
        self.back_up.setEnabled(True)
        self.failed.emit(error)

    def _on_backups_found(self, found: tuple[list[Backup], StoreProblem | None]) -> None:
        backups, problem = found
        said = [self._last_words(backups)]
        if problem is not None:
            said.append(self.tr("The last one by itself failed: {why}").format(why=problem.detail))
        self.backups.setText(" ".join(said))

    def _on_backups_unknown(self, _error: Exception) -> None:
        self.backups.setText("")

    def _last_words(self, backups: list[Backup]) -> str:
        if self._seat.settings.store_url:
            return self.tr("The server that keeps the documents makes its own backups.")
        if not backups:
            return self.tr("No backup yet. One is made by itself each day you work.")
        newest = backups[0]
        return self.tr("Last backup {time}, {size} MB; {count} kept.").format(
            time=time_text(newest.made_at),
            size=max(1, round(newest.size_bytes / MEGABYTE)),
            count=len(backups),
        )
