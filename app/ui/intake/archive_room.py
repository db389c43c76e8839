"""What was filed of suppliers' documents: found again, saved, exported, sent on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from app.services.intake import FieldName, day_of, values_of
from app.services.intake.documents import Document
from app.ui.formats import date_text
from app.ui.intake.desk import SupplierDesk
from app.ui.intake.field_values import total_text
from app.ui.jobs import Job
from app.ui.messages import Message
from app.ui.pages.list_view import ListView
from app.ui.pages.table import Column
from app.ui.theme import Theme, set_role

if TYPE_CHECKING:
    from app.services.intake.desk import IntakeDesk
    from app.services.intake.export import Exported

translate = QCoreApplication.translate
EXPORT_MOST = 100_000


class ArchiveRoom(QWidget):
    """The filed documents, the newest first."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    review_asked = Signal(str)  # the id of a file that is back in the queue
    send_asked = Signal(object)  # Document
    learned_asked = Signal()

    def __init__(self, desk: SupplierDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        set_role(self, "ground")
        self.list = ListView(self.tr("Archive"), _columns(), theme, self._find)
        self.list.set_empty_words(
            self.tr("Nothing filed yet. What you accept under “To review” is kept here."),
            self.tr("Nothing here matches “{text}”. Try fewer words, a number or an amount."),
        )
        self.send = QPushButton(self.tr("Send…"))
        set_role(self.send, "primary")
        self.take_back = QPushButton(self.tr("Back to review"))
        self.save = QPushButton(self.tr("Save the file…"))
        self.export = QPushButton(self.tr("Export…"))
        self.learned = QPushButton(self.tr("What was learned…"))
        for button in (self.learned, self.export, self.save, self.take_back, self.send):
            self.list.actions_row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list.search)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.chosen.connect(self._on_chosen)
        self.send.clicked.connect(self._on_send)
        self.take_back.clicked.connect(self._on_take_back)
        self.save.clicked.connect(self._on_save)
        self.export.clicked.connect(self._on_export)
        self.learned.clicked.connect(self.learned_asked)
        desk.changed.connect(self._on_desk_changed)
        self._on_current_changed(None)

    def refresh(self) -> None:
        """Ask the store again."""
        self.list.refresh()

    def show_file(self, file_id: str) -> None:
        """Stand on that file."""
        self.list.search.clear()
        self.list.select(lambda document: bool(document.id == file_id))
        self.refresh()

    def export_to(self, folder: Path) -> None:
        """Write what is listed into the folder: originals, a table, UBL."""
        text = self.list.search.text()

        def work(desk: IntakeDesk) -> Exported:
            from app.services.intake.export import export_archive

            return export_archive(desk, desk.archive(text, EXPORT_MOST), folder)

        self._desk.show_for(work).then(self._on_exported, self.failed.emit)

    def _find(self, text: str) -> Job:
        return self._desk.ask(lambda desk: desk.archive(text))

    def _on_desk_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_current_changed(self, document: Document | None) -> None:
        for button in (self.take_back, self.save):
            button.setEnabled(document is not None)
        self.send.setEnabled(document is not None and document.file.decision == "accepted")

    def _on_chosen(self, document: Document) -> None:
        if document.file.decision == "accepted":
            self.send_asked.emit(document)

    def _on_send(self) -> None:
        if self.list.current is not None:
            self.send_asked.emit(self.list.current)

    def _on_take_back(self) -> None:
        document = self.list.current
        if document is not None:
            file_id = document.id
            self._desk.ask(lambda desk: desk.take_back(file_id)).then(self._on_taken_back, self.failed.emit)

    def _on_taken_back(self, document: Document | None) -> None:
        self._desk.changed.emit()
        if document is not None:
            self.review_asked.emit(document.id)

    def _on_save(self) -> None:
        document = self.list.current
        if document is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the file"), document.file.name)
        if name:
            self._desk.ask(_saving(document.id, Path(name))).then(self._on_saved, self.failed.emit)

    def _on_saved(self, name: str) -> None:
        self.message.emit(Message(self.tr("Saved as {name}.").format(name=name), topic="intake"))

    def _on_export(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export into which folder?"))
        if folder:
            self.export_to(Path(folder))

    def _on_exported(self, done: Exported) -> None:
        words = self.tr(
            "{count} files exported, with a table (suppliers.csv) and {ubl} of them also as UBL."
        ).format(count=done.files, ubl=done.e_invoices)
        self.message.emit(Message(words, topic="intake"))


def _saving(file_id: str, path: Path) -> Callable[[IntakeDesk], str]:
    def save(desk: IntakeDesk) -> str:
        from app.services.whole_file import write_whole

        write_whole(path, desk.original(file_id) or b"")
        return path.name

    return save


def _columns() -> list[Column[Document]]:
    return [
        Column[Document](translate("Intake", "Supplier"), _supplier, stretches=True),
        Column[Document](translate("Intake", "Number"), lambda document: _value(document, "invoice_number")),
        Column[Document](translate("Intake", "Date"), lambda document: _day(document, "date")),
        Column[Document](translate("Intake", "Due date"), lambda document: _day(document, "due_date")),
        Column[Document](translate("Intake", "Total"), _total, is_number=True),
        Column[Document](translate("Intake", "State"), _state),
        Column[Document](translate("Intake", "File"), lambda document: document.file.name, is_secondary=True),
    ]


def _value(document: Document, name: FieldName) -> str:
    return values_of(document.reading, document.answer).get(name, "") if document.reading else ""


def _supplier(document: Document) -> str:
    return document.file.supplier_name or document.file.name


def _day(document: Document, name: FieldName) -> str:
    return date_text(day_of(_value(document, name)))


def _total(document: Document) -> str:
    return total_text(document.file.gross, _value(document, "currency")) if document.file.gross else ""


def _state(document: Document) -> str:
    if document.file.decision == "kept":
        return translate("Intake", "kept as it is")
    return translate("Intake", "accepted")
