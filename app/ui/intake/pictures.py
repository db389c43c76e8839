"""Brings pictures and words of the shown document to its page; late ones of another are dropped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from app.services.intake import Failed
from app.services.intake.clicking import Clickable
from app.services.intake.desk import IntakeDesk
from app.services.intake.documents import Document
from app.services.wording_intake import remark_text
from app.ui.intake.desk import SupplierDesk
from app.ui.intake.page_view import PageView
from app.ui.jobs import Job
from app.ui.language import wording_language


class Pictures(QObject):
    """One for each page view."""

    words_came = Signal()
    turned = Signal(object)  # Document with a page turned otherwise

    def __init__(self, desk: SupplierDesk, page: PageView) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._shown = ("", "")
        self._words: Job | None = None
        self._picture: Job | None = None
        self.clickable: Clickable | None = None
        page.picture_wanted.connect(self._on_picture_wanted)
        page.turned.connect(self._on_turned)

    def is_new(self, document: Document) -> bool:
        """Whether this document, as it can be opened now, is another one than is shown."""
        return self._shown != _shown(document)

    def show_document(self, document: Document) -> None:
        """Begin with its first page."""
        self.clear()
        self._shown = _shown(document)
        reading = document.reading
        file_id = document.id
        if reading is not None and reading.error is not None and _is_locked(document):
            self._page.clear(remark_text(reading.error, wording_language())[0])
            return
        self._words = self._desk.show_for(lambda desk: Clickable(desk.words(file_id)))
        self._words.then(self._on_words, self._on_no_words)
        self._page.show_document(reading.page_count if reading is not None else 1, document.turns)

    def clear(self) -> None:
        """Nothing is shown."""
        for job in (self._words, self._picture):
            if job is not None:
                job.abandon()
        self._words = self._picture = None
        self._shown = ("", "")
        self.clickable = None
        self._page.clear("")

    def _on_picture_wanted(self, page: int, width: int, rotation: int) -> None:
        if self._picture is not None:
            self._picture.abandon()
        file_id = self._shown[0]
        if file_id:
            self._picture = self._desk.show_for(lambda desk: _image(desk, file_id, page, width, rotation))
            self._picture.then(self._on_picture, self._on_no_picture)

    def _on_turned(self, page: int, degrees: int) -> None:
        file_id = self._shown[0]
        if file_id:
            self._desk.ask(lambda desk: desk.turn(file_id, page, degrees)).then(
                self._on_turn_kept, self._desk.failed.emit
            )

    def _on_turn_kept(self, document: Document | None) -> None:
        if document is not None:
            self.turned.emit(document)

    def _on_words(self, clickable: Clickable) -> None:
        self._words = None
        self.clickable = clickable
        if self._page.canvas.isVisibleTo(self._page):
            self._page.show_words(clickable)
        self.words_came.emit()

    def _on_no_words(self, _error: Exception) -> None:
        """The page is shown without words to click on."""
        self._words = None

    def _on_picture(self, image: QImage) -> None:
        self._picture = None
        self._page.show_picture(image)

    def _on_no_picture(self, error: Exception) -> None:
        self._picture = None
        if isinstance(error, Failed):
            self._page.clear(" ".join(filter(None, remark_text(error.remark, wording_language()))))
        else:
            self._page.clear(
                QCoreApplication.translate("Intake", "The page cannot be shown. The file itself is kept.")
            )


def _shown(document: Document) -> tuple[str, str]:
    return document.id, "locked" if _is_locked(document) else "open"


def _is_locked(document: Document) -> bool:
    error = document.reading.error if document.reading is not None else None
    return error is not None and error.code in ("file_encrypted", "password_wrong")


def _image(desk: IntakeDesk, file_id: str, page: int, width: int, rotation: int) -> QImage:
    """Decoded here, in the thread of the job, so that the window does not wait for it."""
    return QImage.fromData(desk.picture(file_id, page, width, rotation).png)
