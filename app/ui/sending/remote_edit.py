"""A field for an id at the provider, completed from its own list; the list is read anew on request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.jobs import Job, JobControl
from app.ui.sending.desk import Errand, SendingDesk
from app.ui.sending.words import error_words
from app.ui.theme import SPACE_S, SPACE_XS, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import RemoteRecord, StopSwitch
    from app.services.sending.sending import Sending

MOST_SHOWN = 12


class Lists(QObject):
    """The lists of one connection: completed from what is kept here, read anew with progress and cancel."""

    progressed = Signal(str, object, object)  # list id, how many are read, of how many (or None)
    refreshed = Signal(str, object)  # list id, how many there are
    failed = Signal(str, str)  # list id, why, in words

    def __init__(self, desk: SendingDesk, connection_id: str, provider_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._connection_id = connection_id
        self._provider_id = provider_id
        self._reading: dict[str, Errand] = {}

    def complete(self, list_id: str, text: str) -> Job:
        """The records that answer what is typed; no network."""
        connection_id = self._connection_id
        return self._desk.ask(lambda sending: sending.complete(connection_id, list_id, text, MOST_SHOWN))

    def is_reading(self, list_id: str) -> bool:
        """Whether this list is being read anew."""
        return list_id in self._reading

    def refresh(self, list_id: str) -> None:
        """Read the list anew from the provider."""
        if list_id in self._reading:
            return
        connection_id = self._connection_id

        def read(sending: Sending, stop: StopSwitch, control: JobControl) -> int:
            return sending.refresh_list(
                connection_id, list_id, lambda done, total: control.progress(done, total or 0), stop
            )

        errand = self._reading[list_id] = self._desk.send_for(read)
        progress = _Progress(self, list_id)
        errand.job.progressed.connect(progress.tell)
        errand.job.then(progress.end, progress.fail)

    def cancel(self, list_id: str) -> None:
        """Stop reading; the list from before stays."""
        errand = self._reading.get(list_id)
        if errand is not None:
            errand.stop.set()

    def end(self, list_id: str, count: int) -> None:
        """The list is read."""
        self._reading.pop(list_id, None)
        self.refreshed.emit(list_id, count)

    def fail(self, list_id: str, error: Exception) -> None:
        """It could not be read."""
        self._reading.pop(list_id, None)
        self.failed.emit(list_id, error_words(error, self._provider_id))


class _Progress:
    def __init__(self, lists: Lists, list_id: str) -> None:
        self._lists, self._list_id = lists, list_id

    def tell(self, done: object, total: object, _text: str) -> None:
        self._lists.progressed.emit(self._list_id, done, total or None)

    def end(self, count: int) -> None:
        self._lists.end(self._list_id, count)

    def fail(self, error: Exception) -> None:
        self._lists.fail(self._list_id, error)


class RemoteEdit(QLineEdit):
    """Type a name or an id; choosing writes the id. Several are kept apart by commas."""

    def __init__(self, list_id: str, list_title: str, lists: Lists, theme: Theme) -> None:
        super().__init__()
        self._list_id = list_id
        self._lists = lists
        self._records: tuple[RemoteRecord, ...] = ()
        self._asking: Job | None = None
        self.setPlaceholderText(self.tr("type a name or an id"))
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._popup.setAccessibleName(list_title)
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._on_activated)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.status, "label")
        self.refresh = QPushButton()
        self.refresh.setAutoDefault(False)
        set_role(self.refresh, "link")
        self.refresh.setAccessibleName(self.tr("Read the list “{list}” anew").format(list=list_title))
        self.holder = QWidget()
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_S))
        row.addWidget(self, 1)
        row.addWidget(self.refresh)
        column = QVBoxLayout(self.holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_XS))
        column.addLayout(row)
        column.addWidget(self.status)
        self.status.hide()
        self._show_button()
        self.textEdited.connect(self._on_text_edited)
        self.refresh.clicked.connect(self._on_refresh_clicked)
        lists.progressed.connect(self._on_progressed)
        lists.refreshed.connect(self._on_refreshed)
        lists.failed.connect(self._on_failed)

    def _show_button(self) -> None:
        is_reading = self._lists.is_reading(self._list_id)
        self.refresh.setText(self.tr("Stop reading") if is_reading else self.tr("Refresh list"))

    def _on_text_edited(self, text: str) -> None:
        if self._asking is not None:
            self._asking.abandon()
        asked = text.rpartition(",")[2].strip()
        self._asking = self._lists.complete(self._list_id, asked).then(self._on_completed, self._on_not_found)

    def _on_completed(self, records: Sequence[RemoteRecord]) -> None:
        self._asking = None
        self._records = tuple(records)
        self._model.setStringList([_line(record) for record in records])
        if records and self.hasFocus():
            self._completer.complete()
        else:
            self._popup.hide()

    def _on_not_found(self, _error: Exception) -> None:
        """What is typed stays; an id can always be written by hand."""
        self._asking = None

    def _on_activated(self, text: str) -> None:
        record = next((record for record in self._records if _line(record) == text), None)
        if record is None:
            return
        before = self.text().rpartition(",")[0]
        self.setText(f"{before}, {record.id}" if before else record.id)
        self._say(record.title)
        self.editingFinished.emit()

    def _on_refresh_clicked(self) -> None:
        if self._lists.is_reading(self._list_id):
            self._lists.cancel(self._list_id)
        else:
            self._lists.refresh(self._list_id)
            self._say(self.tr("Reading …"))
        self._show_button()

    def _on_progressed(self, list_id: str, done: object, total: object) -> None:
        if list_id == self._list_id:
            words = self.tr("{done} of {total} read") if total else self.tr("{done} read")
            self._say(words.format(done=done, total=total))

    def _on_refreshed(self, list_id: str, count: object) -> None:
        if list_id == self._list_id:
            self._say(self.tr("{count} in the list").format(count=count))
            self._show_button()

    def _on_failed(self, list_id: str, why: str) -> None:
        if list_id == self._list_id:
            self._say(why)
            self._show_button()

    def _say(self, text: str) -> None:
        self.status.setText(text)
        self.status.setVisible(bool(text))


def _line(record: RemoteRecord) -> str:
    return " · ".join(filter(None, (record.title, record.detail, record.id)))
