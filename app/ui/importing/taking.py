"""An import from a page of records: the sheet, what is said afterwards, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.importing.importing import NotTakenBack, Taken
from app.ui.importing.sheet import ImportSheet
from app.ui.messages import Message
from app.ui.session import Session
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.importing.headings import Kind


class Taking(QObject):
    """Opens the sheet over its page, one at a time."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    changed = Signal()  # records are not what they were

    def __init__(self, kind: Kind, session: Session, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._kind: Kind = kind
        self._session = session
        self._theme = theme
        self._page = page
        self.sheet: ImportSheet | None = None

    def open(self) -> None:
        """Show the sheet."""
        if self.sheet is None:
            self.sheet = ImportSheet(self._kind, self._session, self._theme, self._page)
            self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.sheet.kept.connect(self._on_kept)
            self.sheet.take_back_asked.connect(self.take_back)
            self.sheet.finished.connect(self._on_finished)
        self.sheet.open()

    def bring(self, path: Path) -> None:
        """Look at this file in the sheet."""
        if self.sheet is not None:
            self.sheet.bring(path)

    def take_back(self) -> None:
        """Put everything that the last import wrote back to what it was."""
        kind = self._kind
        if self.sheet is not None:
            self.sheet.reject()
        self._session.call(lambda workspace: workspace.importing().take_back(kind)).then(
            self._on_taken_back, self._on_not_taken_back
        )

    def _on_finished(self, _result: int) -> None:
        self.sheet = None

    def _on_kept(self, taken: Taken) -> None:
        self.changed.emit()
        words = self.tr("“{file}” was imported. New: {added}, changed: {changed}.").format(
            file=taken.file, added=taken.added, changed=taken.changed
        )
        offers = ((self.tr("Take it back"), self.take_back),)
        self.message.emit(Message(words, topic="import", offers=offers, stays=True))

    def _on_taken_back(self, taken: Taken | None) -> None:
        if taken is None:
            self.message.emit(Message(self.tr("There is no import to take back."), topic="import"))
            return
        self.changed.emit()
        words = self.tr("The import of “{file}” was taken back. Removed: {added}, as before: {changed}.")
        self.message.emit(
            Message(words.format(file=taken.file, added=taken.added, changed=taken.changed), topic="import")
        )

    def _on_not_taken_back(self, error: Exception) -> None:
        if not isinstance(error, NotTakenBack):
            self.failed.emit(error)
            return
        words = self.tr(
            "The import stays: {count} of its records were changed since ({names}). "
            "What should not be here can be deleted one by one."
        )
        names = ", ".join(error.names) + (" …" if error.count > len(error.names) else "")
        self.message.emit(Message(words.format(count=error.count, names=names), "warn", "import"))
