"""The suppliers' side of one window: its two rooms, what comes in, and where each way leads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.messages import Message
from app.ui.seat import Seat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.services.intake.documents import Document
    from app.ui.intake.archive_room import ArchiveRoom
    from app.ui.intake.desk import TakenIn
    from app.ui.intake.forwarding import Forwarding
    from app.ui.intake.review_room import ReviewRoom
    from app.ui.sending.outbox_page import OutboxPage

REVIEW, ARCHIVE = "to_review", "supplier_archive"


class SuppliersSide(QObject):
    """Makes the rooms, counts, and takes files in from anywhere in the window."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    counted = Signal(object)  # how many files wait, by room

    def __init__(self, seat: Seat, window: QWidget, enter: Callable[[str], QWidget]) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._enter = enter
        self._forwarding: Forwarding | None = None
        self._review: ReviewRoom | None = None
        desk = seat.intake
        desk.changed.connect(self._ask_counts)
        desk.was_read.connect(self._ask_counts)
        desk.taken_in.connect(self._on_taken_in)
        desk.failed.connect(self.failed)
        desk.recovered.connect(self._on_recovered)
        if seat.settings.watched_folder:
            seat.session.opened.connect(self._watch)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files in, and show them as they come; in their room the hand stays where it is."""
        self._seat.intake.take_in(paths)
        if self._review is None or not self._review.isVisible():
            self._enter(REVIEW)

    def add_supplier_files(self) -> None:
        """Choose files to take in."""
        cast("ReviewRoom", self._enter(REVIEW)).ask_files()

    def show_to_review(self) -> None:
        """The queue."""
        self._enter(REVIEW)

    def show_supplier_archive(self) -> None:
        """The archive."""
        self._enter(ARCHIVE)

    def make_page(self, name: str) -> QWidget:
        """The page of one of the two rooms."""
        if name == REVIEW:
            from app.ui.intake.review_room import ReviewRoom

            review = self._review = ReviewRoom(self._seat.intake, self._seat.theme)
            review.archive_asked.connect(self.show_in_archive)
            review.watch_asked.connect(self.ask_folder)
            review.bin_asked.connect(self._show_bin)
            review.message.connect(self.message)
            review.failed.connect(self.failed)
            self._ask_counts()
            return review
        from app.ui.intake.archive_room import ArchiveRoom

        archive = ArchiveRoom(self._seat.intake, self._seat.theme, self._pattern)
        archive.entry_asked.connect(self._show_entry)
        archive.pattern_chosen.connect(self._use_pattern)
        self._seat.sending.changed.connect(archive.refresh_if_shown)
        archive.review_asked.connect(self._show_in_review)
        archive.send_asked.connect(self._forward)
        archive.learned_asked.connect(self._show_learned)
        archive.message.connect(self.message)
        archive.failed.connect(self.failed)
        return archive

    def ask_folder(self) -> None:
        """Choose the folder whose new files come in by themselves, or none any more."""
        from PySide6.QtWidgets import QFileDialog

        before = self._seat.settings.watched_folder
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Take in what comes into which folder?"), before
        )
        self._seat.change_settings(self._seat.settings.model_copy(update={"watched_folder": folder}))
        self._seat.intake.watch(Path(folder) if folder else None)
        words = (
            self.tr("New files in {folder} come in by themselves from now on.").format(folder=folder)
            if folder
            else self.tr("No folder is watched.")
        )
        self.message.emit(Message(words, topic="intake watch"))

    def _watch(self) -> None:
        self._seat.intake.watch(Path(self._seat.settings.watched_folder))

    def show_in_archive(self, file_id: str) -> None:
        """Show that file in the archive."""
        cast("ArchiveRoom", self._enter(ARCHIVE)).show_file(file_id)

    def _show_bin(self) -> None:
        cast("ArchiveRoom", self._enter(ARCHIVE)).show_shelf("bin")

    def _show_entry(self, entry_id: str) -> None:
        cast("OutboxPage", self._enter("outbox")).show_entry(entry_id)

    def _show_in_review(self, file_id: str) -> None:
        cast("ReviewRoom", self._enter(REVIEW)).show_file(file_id)

    def _show_learned(self) -> None:
        from app.ui.intake.learned_dialog import LearnedDialog

        LearnedDialog(self._seat.intake, self._seat.theme, self._window).open()

    def _forward(self, document: Document) -> None:
        from app.ui.intake.forwarding import Forwarding

        if self._forwarding is None:
            seat = self._seat
            self._forwarding = Forwarding(
                seat.intake, seat.session, seat.sending, seat.theme, self._pattern, self._window
            )
            self._forwarding.failed.connect(self.failed)
            self._forwarding.message.connect(self.message)
            self._forwarding.connections_asked.connect(self._show_connections)
            self._forwarding.correction_asked.connect(self.show_in_archive)
        self._forwarding.send(document)

    def _use_pattern(self, pattern: str) -> None:
        self._seat.change_settings(self._seat.settings.model_copy(update={"archive_pattern": pattern}))

    def _pattern(self) -> str:
        return self._seat.settings.archive_pattern

    def _show_connections(self) -> None:
        self._enter("connections")

    def _on_recovered(self) -> None:
        self._seat.intake.changed.emit()
        self.message.emit(
            Message(self.tr("There is room again, and everything is kept."), topic="failure StoreFull")
        )

    def _on_taken_in(self, taken: TakenIn) -> None:
        from app.ui.intake.arrivals import taken_message

        told = taken_message(taken)
        if told is not None:
            self.message.emit(told)

    def _ask_counts(self, *_: object) -> None:
        self._seat.intake.ask(lambda desk: desk.counts()).then(self._on_counted, self._on_not_counted)

    def _on_counted(self, counts: Mapping[str, int]) -> None:
        self.counted.emit({REVIEW: counts.get("to_review", 0) + counts.get("reading", 0)})
        if self._review is not None:
            self._review.head.show_bin(counts.get("bin", 0))

    def _on_not_counted(self, _error: Exception) -> None:
        """The room itself says why it cannot be read."""
