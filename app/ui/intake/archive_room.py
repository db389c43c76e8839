"""What was filed of suppliers' documents, and what was removed: found again, saved, exported, sent on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.intake import FieldName, values_of
from app.services.intake.documents import Document
from app.ui.intake.archive_columns import SHELVES, columns, supplier_of
from app.ui.intake.desk import SupplierDesk
from app.ui.jobs import Job
from app.ui.messages import Message
from app.ui.pages.list_view import ListView
from app.ui.theme import SPACE_L, SPACE_S, SPACE_XL, Theme, set_role

if TYPE_CHECKING:
    from app.services.intake.desk import IntakeDesk
    from app.services.intake.export import Exported
    from app.services.intake.shelves import Shelf, Shelved
    from app.ui.intake.bin_dialog import BinDialog
    from app.ui.intake.pattern_dialog import PatternDialog

EXPORT_MOST = 100_000


class ArchiveRoom(QWidget):
    """The shelves of the archive and the bin, the newest first."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    review_asked = Signal(str)  # the id of a file that is back in the queue
    send_asked = Signal(object)  # Document
    entry_asked = Signal(str)  # the id of an entry of the outbox
    learned_asked = Signal()
    pattern_chosen = Signal(str)

    def __init__(
        self, desk: SupplierDesk, theme: Theme, pattern: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._pattern = pattern
        self.dialog: BinDialog | PatternDialog | None = None
        set_role(self, "ground")
        self.shelves = QComboBox()
        self.shelves.setAccessibleName(self.tr("Which files"))
        for shelf, words in SHELVES:
            self.shelves.addItem(QCoreApplication.translate("Intake", words), shelf)
        self.list = ListView(self.tr("Archive"), columns(), theme, self._find)
        self.send = QPushButton(self.tr("Send…"))
        set_role(self.send, "primary")
        self.outbox = QPushButton(self.tr("Show in the outbox"))
        self.take_back = QPushButton(self.tr("Back to review"))
        self.save = QPushButton(self.tr("Save the file…"))
        self.export = QPushButton(self.tr("Export…"))
        self.learned = QPushButton(self.tr("What was learned…"))
        self.naming = QPushButton(self.tr("Names of the files…"))
        set_role(self.naming, "link")
        self.remove = QPushButton(self.tr("Delete for good…"))
        self.empty_bin = QPushButton(self.tr("Empty the bin…"))
        for button in (self.remove, self.empty_bin):
            set_role(button, "danger")
        self._lay_out()
        self._connect()
        self._on_shelf_changed()

    def _lay_out(self) -> None:
        for part in (self.shelves, self.learned, self.export, self.empty_bin):
            self.list.actions_row.addWidget(part)
        theme = self._theme
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(SPACE_XL), 0, theme.px(SPACE_XL), theme.px(SPACE_L))
        foot.setSpacing(theme.px(SPACE_S))
        foot.addWidget(self.naming)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        for button in (self.save, self.take_back, self.outbox, self.send):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.list.search)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._on_current_changed)
        self.list.chosen.connect(self._on_chosen)
        self.shelves.currentIndexChanged.connect(self._on_shelf_changed)
        self.send.clicked.connect(self._on_send)
        self.outbox.clicked.connect(self._on_outbox)
        self.take_back.clicked.connect(self._on_take_back)
        self.save.clicked.connect(self._on_save)
        self.export.clicked.connect(self._on_export)
        self.learned.clicked.connect(self.learned_asked)
        self.naming.clicked.connect(self._on_naming)
        self.remove.clicked.connect(self._on_remove)
        self.empty_bin.clicked.connect(self._on_empty_bin)
        self._desk.changed.connect(self.refresh_if_shown)

    @property
    def shelf(self) -> Shelf:
        """Which files are listed."""
        shelf: Shelf = self.shelves.currentData()
        return shelf

    def refresh(self) -> None:
        """Ask the store again."""
        self.list.refresh()

    def refresh_if_shown(self) -> None:
        """The same, if anybody sees it."""
        if self.isVisible():
            self.refresh()

    def show_shelf(self, shelf: Shelf) -> None:
        """List that shelf."""
        self.shelves.setCurrentIndex(self.shelves.findData(shelf))

    def show_file(self, file_id: str) -> None:
        """Stand on that file, on the shelf it lies on."""
        self.list.search.clear()
        self.list.select(lambda row: bool(row.id == file_id))
        self._desk.ask(lambda desk: desk.document(file_id)).then(self._on_wanted, self.failed.emit)

    def export_to(self, folder: Path) -> None:
        """Write what is listed into the folder: originals, a table, UBL."""
        text, shelf, pattern = self.list.search.text(), self.shelf, self._pattern()

        def work(desk: IntakeDesk) -> Exported:
            from app.services.intake.export import export_archive

            documents = [row.document for row in desk.shelf(shelf, text, EXPORT_MOST)]
            return export_archive(desk, documents, folder, pattern=pattern)

        self._desk.show_for(work).then(self._on_exported, self.failed.emit)

    def _find(self, text: str) -> Job:
        shelf = self.shelf
        return self._desk.ask(lambda desk: desk.shelf(shelf, text))

    def _on_wanted(self, document: Document | None) -> None:
        if document is None:
            self.refresh()
            return
        shelf: Shelf = "bin" if document.file.state == "bin" else "filed"
        blocked = QSignalBlocker(self.shelves)
        self.show_shelf(shelf)
        blocked.unblock()
        self._on_shelf_changed()

    def _on_shelf_changed(self, _at: int = 0) -> None:
        is_bin = self.shelf == "bin"
        for button in (self.remove, self.empty_bin):
            button.setVisible(is_bin)
        for button in (self.learned, self.export, self.naming, self.send):
            button.setVisible(not is_bin)
        self.take_back.setText(self.tr("Bring back") if is_bin else self.tr("Back to review"))
        nothing = {
            "filed": self.tr("Nothing filed yet. What you accept under “To review” is kept here."),
            "bin": self.tr("The bin is empty. What you remove under “To review” waits here."),
        }.get(self.shelf, self.tr("No file is on this shelf now."))
        self.list.set_empty_words(
            nothing, self.tr("Nothing here matches “{text}”. Try fewer words, a number or an amount.")
        )
        self._on_current_changed(self.list.current)
        self.refresh()

    def _on_current_changed(self, row: Shelved | None) -> None:
        for button in (self.take_back, self.save, self.remove):
            button.setEnabled(row is not None)
        self.send.setEnabled(_may_be_sent(row))
        self.outbox.setVisible(row is not None and row.entry is not None)

    def _on_chosen(self, row: Shelved) -> None:
        if row.document.file.state == "bin":
            self._take_back(row.id)
        elif row.entry is not None and (row.entry.is_live or row.entry.state == "done"):
            self.entry_asked.emit(row.entry.id)
        elif _may_be_sent(row):
            self.send_asked.emit(row.document)

    def _on_send(self) -> None:
        if self.list.current is not None:
            self.send_asked.emit(self.list.current.document)

    def _on_outbox(self) -> None:
        row: Shelved | None = self.list.current
        if row is not None and row.entry is not None:
            self.entry_asked.emit(row.entry.id)

    def _on_take_back(self) -> None:
        if self.list.current is not None:
            self._take_back(self.list.current.id)

    def _take_back(self, file_id: str) -> None:
        self._desk.ask(lambda desk: desk.take_back(file_id)).then(self._on_taken_back, self.failed.emit)

    def _on_taken_back(self, document: Document | None) -> None:
        self._desk.changed.emit()
        if document is not None:
            self._desk.read()
            self.review_asked.emit(document.id)

    def _on_save(self) -> None:
        row: Shelved | None = self.list.current
        if row is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the file"), _name_of(row.document, self._pattern())
        )
        if name:
            self._desk.ask(_saving(row.id, Path(name))).then(self._on_saved, self.failed.emit)

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

    def _on_naming(self) -> None:
        from app.ui.intake.pattern_dialog import PatternDialog

        row: Shelved | None = self.list.current or next(iter(self.list.model.values), None)
        values = _values_of(row.document) if row is not None else {}
        dialog = self.dialog = PatternDialog(self._pattern(), values, self._theme, self)
        self._naming = dialog
        dialog.accepted.connect(self._on_named)
        dialog.finished.connect(self._on_asked)
        dialog.open()

    def _on_named(self) -> None:
        self.pattern_chosen.emit(self._naming.pattern)

    # The bin.

    def _on_remove(self) -> None:
        row: Shelved | None = self.list.current
        if row is not None:
            file_id = row.id
            self._ask(1, supplier_of(row.document), lambda desk: desk.forget(file_id))

    def _on_empty_bin(self) -> None:
        self._desk.ask(lambda desk: desk.counts()).then(self._on_counted, self.failed.emit)

    def _on_counted(self, counts: dict[str, int]) -> None:
        if counts.get("bin"):
            self._ask(counts["bin"], "", lambda desk: desk.empty_bin())

    def _ask(self, count: int, name: str, work: Callable[[IntakeDesk], Any]) -> None:
        from app.ui.intake.bin_dialog import BinDialog

        dialog = self.dialog = BinDialog(count, name, self._theme, self)
        self._removing = work
        dialog.accepted.connect(self._on_agreed)
        dialog.finished.connect(self._on_asked)
        dialog.open()

    def _on_agreed(self) -> None:
        self._desk.ask(self._removing).then(self._on_removed, self.failed.emit)

    def _on_asked(self, _result: int) -> None:
        self.dialog = None

    def _on_removed(self, _count: object) -> None:
        self._desk.changed.emit()


def _may_be_sent(row: Shelved | None) -> bool:
    return row is not None and row.document.file.decision == "accepted"


def _values_of(document: Document) -> dict[FieldName, str]:
    return values_of(document.reading, document.answer) if document.reading is not None else {}


def _name_of(document: Document, pattern: str) -> str:
    from app.services.intake.file_names import archive_name

    return archive_name(_values_of(document), document.file.media_type, document.file.name, pattern)


def _saving(file_id: str, path: Path) -> Callable[[IntakeDesk], str]:
    def save(desk: IntakeDesk) -> str:
        from app.services.whole_file import write_whole

        write_whole(path, desk.original(file_id) or b"")
        return path.name

    return save
