"""A list beside the editor of what is selected: customers and the catalogue.

There is no Save: a change is kept after a short pause and when one leaves the field. What is deleted
can be had back from the message.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.abstract import AbstractWidget
from app.ui.forms.names import NameList
from app.ui.jobs import Job
from app.ui.messages import Message
from app.ui.pages.codes import countries
from app.ui.pages.invalid import InvalidEntries
from app.ui.pages.list_view import ListView
from app.ui.pages.record_form import RecordField, RecordForm
from app.ui.pages.table import Column
from app.ui.reading import Lock
from app.ui.session import Session
from app.ui.theme import SPACE_L, SPACE_S, SPACE_XL, Theme, set_role

if TYPE_CHECKING:
    from app.services.importing.headings import Kind
    from app.ui.importing.taking import Taking

EDITOR_WIDTH = 420


class RecordsPage(AbstractWidget):
    """What customers and catalogue have in common; each says what a record is."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._theme = theme
        self._taking: Taking | None = None
        self._record: Any = None
        self._saving: Job | None = None
        set_role(self, "ground")
        self.list = ListView(self.title(), self.columns(), theme, self.found_by)
        self.list.set_empty_words(*self.empty_words())
        self.form = RecordForm(self.fields(), theme)
        self.new_button = QPushButton(self.new_words())
        set_role(self.new_button, "primary")
        self.import_button = QPushButton(self.tr("Import…"))
        self.delete_button = QPushButton(self.tr("Delete"))
        set_role(self.delete_button, "danger")
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._heading, "title")
        self.list.actions_row.setSpacing(theme.px(SPACE_S))
        self.list.actions_row.addWidget(self.import_button)
        self.list.actions_row.addWidget(self.new_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        self._panel = self._editor_panel(theme)
        row.addWidget(self._panel)
        self.setFocusProxy(self.list.search)
        self.setAcceptDrops(True)
        self._connect()
        self._show_record(None)
        Lock(session, self.new_button, self.delete_button, self.form)

    def use_names(self, names: NameList) -> None:
        """Offer countries by their names, when those are known."""
        self._names = names
        names.arrived.connect(self._on_names_arrived)
        self._on_names_arrived()

    def _on_names_arrived(self) -> None:
        if any(field.name == "country" for field in self.fields()):
            self.form.set_choices("country", countries(self._names.countries))

    def _connect(self) -> None:
        self.list.current_changed.connect(self._on_current_changed)
        self.list.chosen.connect(self._on_list_chosen)
        self.form.edited.connect(self._on_form_edited)
        self.new_button.clicked.connect(self.start_new)
        self.import_button.clicked.connect(self._on_import_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)

    def _editor_panel(self, theme: Theme) -> QWidget:
        panel = QFrame()
        set_role(panel, "surface")
        panel.setFixedWidth(theme.px(EDITOR_WIDTH))
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.delete_button)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(theme.px(SPACE_XL), theme.px(SPACE_L), theme.px(SPACE_XL), theme.px(SPACE_L))
        body.setSpacing(theme.px(SPACE_S))
        body.addLayout(head)
        body.addWidget(self.form, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(scroll, "surface")
        scroll.setWidget(inside)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        return panel

    # What a page of records says of itself.

    @abstractmethod
    def title(self) -> str:
        """Heading of the page."""

    @abstractmethod
    def import_kind(self) -> Kind:
        """What a file brought here holds."""

    @abstractmethod
    def new_words(self) -> str:
        """What the button for a new record says."""

    @abstractmethod
    def empty_words(self) -> tuple[str, str]:
        """The sentences for no records, and for none that matches."""

    @abstractmethod
    def columns(self) -> Sequence[Column[Any]]:
        """Columns of the list."""

    @abstractmethod
    def fields(self) -> Sequence[RecordField]:
        """Fields of the editor."""

    @abstractmethod
    def found_by(self, text: str) -> Job:
        """Search the store."""

    @abstractmethod
    def blank(self) -> Any:
        """A new record."""

    @abstractmethod
    def name_of(self, record: Any) -> str:
        """What a record is called."""

    @abstractmethod
    def texts_of(self, record: Any) -> dict[str, str]:
        """A record as the form shows it."""

    @abstractmethod
    def record_from(self, texts: dict[str, str], before: Any) -> Any:
        """The record the form states; raises InvalidEntries."""

    @abstractmethod
    def save(self, record: Any) -> Job:
        """Store a record."""

    @abstractmethod
    def delete(self, record: Any) -> Job:
        """Take a record out of the store."""

    # What happens.

    def refresh(self) -> None:
        """Ask the store again."""
        self.list.refresh()

    def start_new(self) -> None:
        """Open an empty editor."""
        self.form.flush()
        self.list.table.clearSelection()
        self._show_record(self.blank())
        self.form.focus(self.fields()[0].name)

    def ask_import(self) -> Taking:
        """Open the sheet in which a file of another program is looked at and taken in."""
        from app.ui.importing.taking import Taking

        if self._taking is None:
            self._taking = Taking(self.import_kind(), self.session, self._theme, self)
            self._taking.message.connect(self.message)
            self._taking.failed.connect(self.failed)
            self._taking.changed.connect(self._on_taken)
        self.form.flush()
        self._taking.open()
        return self._taking

    def edit(self, record_id: str) -> None:
        """Show the record with this id as soon as it is listed."""
        self.list.search.clear()
        self.list.select(lambda record: record.id == record_id)
        self.refresh()

    def _show_record(self, record: Any) -> None:
        self._record = record
        self._panel.setVisible(record is not None)
        if record is None:
            return
        self._heading.setText(self.name_of(record) or self.new_words())
        self.delete_button.setVisible(bool(record.id))
        self.form.show_values(self.texts_of(record))

    def _on_current_changed(self, record: Any) -> None:
        if record is None or (self._record is not None and record.id == self._record.id):
            return
        self.form.flush()
        self._show_record(record)

    def _on_list_chosen(self, record: Any) -> None:
        self.form.flush()
        self._show_record(record)
        self.form.focus(self.fields()[0].name)

    def _on_form_edited(self) -> None:
        if self._record is None or (self._saving is not None and not self._record.id):
            return
        try:
            changed = self.record_from(self.form.values(), self._record)
        except InvalidEntries as invalid:
            self.form.set_errors(invalid.sentences)
            return
        self.form.set_errors({})
        if changed == self._record or not self.name_of(changed):
            return
        self._heading.setText(self.name_of(changed))
        if self._record.id:
            self._record = changed
        self._saving = self.save(changed).then(self._on_saved, self._on_save_failed)

    def _on_saved(self, record: Any) -> None:
        self._saving = None
        if self._record is not None and self._record.id in ("", record.id):
            was_new = not self._record.id
            self._record = record
            self.delete_button.show()
            if was_new:
                self.list.select(lambda listed: listed.id == record.id)
                self._on_form_edited()
        self.refresh()
        self.session.changed.emit()

    def _on_save_failed(self, error: Exception) -> None:
        self._saving = None
        self.failed.emit(error)

    def _on_import_clicked(self) -> None:
        self.ask_import()

    def _on_taken(self) -> None:
        """What is shown may have been changed by the file, or be gone again."""
        self._show_record(None)
        self.list.table.clearSelection()
        self.refresh()
        self.session.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._table_of(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._table_of(event)
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.ask_import().bring(path)

    def _table_of(self, event: QDropEvent) -> Path | None:
        from app.ui.importing.dropped import table_of

        return table_of(event)

    def _on_delete_clicked(self) -> None:
        record = self._record
        if record is None:
            return
        self._show_record(None)
        self.list.table.clearSelection()
        self.delete(record).then(_Deleted(self, record).report, self._on_save_failed)

    def report_deleted(self, record: Any) -> None:
        """Say that it is gone, and offer to have it back."""
        self.refresh()
        text = self.tr("“{name}” was deleted.").format(name=self.name_of(record))
        self.message.emit(Message(text, offers=((self.tr("Undo"), _Deleted(self, record).undo),)))

    def hideEvent(self, event: QHideEvent) -> None:
        self.form.flush()
        super().hideEvent(event)


class _Deleted:
    def __init__(self, page: RecordsPage, record: Any) -> None:
        self._page, self._record = page, record

    def report(self, _nothing: object) -> None:
        self._page.report_deleted(self._record)

    def undo(self) -> None:
        self._page.save(self._record).then(self._page._on_saved, self._page._on_save_failed)
