"""Parting one file into documents and making one of several, each to be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.ui.intake.desk import SupplierDesk
from app.ui.messages import Message


class Pieces(QObject):
    """One for each review room."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    made = Signal(str)  # the id of the file to stand on now

    def __init__(self, desk: SupplierDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def split(self, file_id: str, page: int) -> None:
        """Begin a new document at that page."""
        self._desk.show_for(lambda desk: (desk.split(file_id, [page]), [file_id])).then(
            self._on_made, self.failed.emit
        )

    def merge(self, ids: Sequence[str]) -> None:
        """Make one document of these, in their order."""
        if len(ids) > 1:
            self._desk.show_for(lambda desk: ([desk.merge(ids)], ids)).then(self._on_made, self.failed.emit)

    def undo(self, made: Sequence[str], made_of: Sequence[str]) -> None:
        """Put back together, or apart, what was."""
        self.made.emit(made_of[0])
        self._desk.ask(lambda desk: desk.undo_pieces(made, made_of)).then(self._on_undone, self.failed.emit)

    def _on_made(self, done: tuple[Sequence[object], Sequence[str]]) -> None:
        made = [getattr(file, "id", "") for file in done[0] if file is not None]
        made_of = done[1]
        if not made:
            return
        self.made.emit(made[0])
        words = (
            self.tr("One document of {count}.").format(count=len(made_of))
            if len(made_of) > 1
            else self.tr("{count} documents of one.").format(count=len(made))
        )
        undo = _Undo(self, made, made_of)
        self.message.emit(Message(words, topic="intake", offers=((self.tr("Undo"), undo.run),)))
        self._desk.changed.emit()
        self._desk.read()

    def _on_undone(self, _nothing: None) -> None:
        self._desk.changed.emit()


class _Undo:
    def __init__(self, pieces: Pieces, made: Sequence[str], made_of: Sequence[str]) -> None:
        self._pieces, self._made, self._made_of = pieces, tuple(made), tuple(made_of)

    def run(self) -> None:
        self._pieces.undo(self._made, self._made_of)
