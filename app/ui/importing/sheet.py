"""Customers or items of another program: brought, looked at row by row, and only then kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.importing.importing import Choices, NotAsPlanned, Preview, Taken
from app.services.importing.tables import Layout, Table, UnreadableTable
from app.ui.dialogs.frame import Sheet
from app.ui.failures import failure_text
from app.ui.formats import time_text
from app.ui.importing.columns import ColumnsPanel
from app.ui.importing.dropped import table_of
from app.ui.importing.options import ImportOptions
from app.ui.importing.reading import keeping, previewing
from app.ui.importing.words import STATE_ROLES, entry_words, state_words, unreadable_words
from app.ui.jobs import Job, JobCancelled
from app.ui.pages.list_view import ListView
from app.ui.pages.table import Column
from app.ui.session import Session
from app.ui.theme import SPACE_L, SPACE_M, Theme, set_role

if TYPE_CHECKING:
    from app.services.importing.headings import Kind
    from app.services.importing.plan import Entry, State
    from app.services.workspace import Workspace

SHEET_WIDTH, SHEET_HEIGHT = 1180, 760
STATES: tuple[State, ...] = ("new", "changed", "left", "same", "refused")


class ImportSheet(Sheet):
    """Accepted when the import was kept."""

    kept = Signal(object)  # Taken
    take_back_asked = Signal()

    def __init__(self, kind: Kind, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ImportSheet", "Import customers")
            if kind == "customers"
            else translate("ImportSheet", "Import catalogue items"),
            theme,
            parent,
        )
        self._kind: Kind = kind
        self._session = session
        self._job: Job | None = None
        self._path: Path | None = None
        self._table: Table | None = None
        self._preview: Preview | None = None
        self._is_keeping = False
        self.setAcceptDrops(True)
        wanted = QSize(theme.px(SHEET_WIDTH), theme.px(SHEET_HEIGHT))
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableGeometry().size()))
        self.file = QLabel(self.tr("Choose a CSV file, or drop it here."))
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = QPushButton(self.tr("Choose a file…"))
        self.last = QLabel()
        self.last.setTextFormat(Qt.TextFormat.PlainText)
        self.take_back = QPushButton(self.tr("Take it back"))
        self.options = ImportOptions(theme)
        self.columns = ColumnsPanel(kind, theme)
        self.rows = ListView(self.tr("Rows"), self._row_columns(), theme, self._found)
        self.shown = QComboBox()
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.detail, "secondary")
        self.tally = QLabel()
        self.tally.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.trouble, "error")
        self.bar = QProgressBar()
        self._lay_out()
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.take_in = self.add_button(self.tr("Import"), "primary")
        self.choose.clicked.connect(self._on_choose_clicked)
        self.take_in.clicked.connect(self._on_take_in_clicked)
        self.options.layout_changed.connect(self._on_layout_changed)
        self.options.reading_changed.connect(self._on_reading_changed)
        self.columns.changed.connect(self._on_reading_changed)
        self.shown.activated.connect(self.rows.refresh)
        self.rows.current_changed.connect(self._on_row_chosen)
        self.take_back.clicked.connect(self.take_back_asked)
        self.detail.hide()
        self._show_state()
        session.call(partial(_last, kind)).then(self._on_last_known, self._on_last_unknown)

    def _lay_out(self) -> None:
        theme = self.theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_M))
        head.addWidget(self.file, 1)
        head.addWidget(self.choose)
        former = QHBoxLayout()
        former.setSpacing(theme.px(SPACE_M))
        former.addWidget(self.last, 1)
        former.addWidget(self.take_back)
        set_role(self.last, "secondary")
        set_role(self.take_back, "link")
        self.last.hide()
        self.take_back.hide()
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.bar.setTextVisible(False)
        set_role(self.rows.heading, "title")
        self.rows.table.horizontalHeader().setResizeContentsPrecision(100)
        self.rows.set_empty_words("", self.tr("No row matches “{text}”."))
        self.shown.setAccessibleName(self.tr("Rows that are listed"))
        self.shown.addItem(self.tr("All rows"), "")
        for state in STATES:
            self.shown.addItem(state_words(state), state)
        self.rows.actions_row.addWidget(self.shown)
        layout = self.rows.layout()
        assert layout is not None
        layout.setContentsMargins(theme.px(SPACE_L), 0, 0, 0)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_L))
        heading = QLabel(self.tr("Columns"))
        set_role(heading, "title")
        heading.setMinimumHeight(self.rows.search.sizeHint().height())
        column.addWidget(heading)
        column.addWidget(self.columns, 1)
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(left, 2)
        beside.addWidget(self.rows, 3)
        hint = QLabel(
            self.tr(
                "Any file with one row for each: of another program, of a spreadsheet saved as CSV, or of "
                "our own export. What each column is, is found out and can be changed; nothing is written "
                "before you have seen what becomes of each row, and the whole can be taken back."
            )
        )
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(hint, "secondary")
        self.pages = QStackedWidget()
        self.pages.addWidget(hint)
        self.pages.addWidget(both)
        self.body.addLayout(head)
        self.body.addLayout(former)
        self.body.addWidget(self.options)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.detail)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.tally)

    def _row_columns(self) -> Sequence[Column[Any]]:
        kind = self._kind

        def number(entry: Entry) -> str:
            return str(entry.line)

        def state(entry: Entry) -> str:
            return state_words(entry.state)

        def role(entry: Entry) -> str:
            return STATE_ROLES[entry.state]

        def name(entry: Entry) -> str:
            return entry.name[:60]

        def what(entry: Entry) -> str:
            return entry_words(kind, entry)

        return [
            Column[Any](self.tr("Line"), number, is_number=True),
            Column[Any](self.tr("Outcome"), state, pill=role),
            Column[Any](self.tr("Name"), name),
            Column[Any](self.tr("Why, or what changes"), what, stretches=True),
        ]

    # What one brings and chooses.

    def bring(self, path: Path) -> None:
        """Look at this file, unless another is being written."""
        if self._is_keeping:
            return
        self._path = path
        self._table = None
        self.file.setText(path.name)
        self._ask(Layout(), Choices(known=self.options.known_chosen()))

    def _on_choose_clicked(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.tab);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), "", kinds)
        if chosen:
            self.bring(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if table_of(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = table_of(event)
        if path is not None and self.take_in.isVisible():
            event.acceptProposedAction()
            self.bring(path)

    def _on_layout_changed(self) -> None:
        """Other cells may mean other columns: what they are is found out anew."""
        if self._path is not None:
            self._table = None
            self._ask(self.options.layout_chosen(), Choices(known=self.options.known_chosen()))

    def _on_reading_changed(self) -> None:
        if self._table is not None:
            choices = Choices(self.columns.mapping(), self.options.mark_chosen(), self.options.known_chosen())
            self._ask(self._table.layout, choices)

    def _ask(self, layout: Layout, choices: Choices) -> None:
        if self._path is None or self._is_keeping:
            return
        if self._job is not None:
            self._job.abandon()
        self._preview = None
        work = previewing(self._kind, self._path, self._table, layout, choices)
        self._job = self._session.call_aside(work).then(self._on_previewed, self._on_failed)
        self._job.progressed.connect(self._on_progressed)
        self._show_state()

    def _on_take_in_clicked(self) -> None:
        if self._preview is None or self._path is None or self._job is not None:
            return
        work = keeping(self._preview, self._path.name)
        self._is_keeping = True
        self._job = self._session.call_aside(work).then(self._on_kept, self._on_failed)
        self._job.progressed.connect(self._on_progressed)
        self._show_state()

    # What comes back.

    def _on_progressed(self, done: int, total: int, _text: str) -> None:
        self.bar.setRange(0, max(total, done))
        self.bar.setValue(done)

    def _on_previewed(self, preview: Preview) -> None:
        self._job = None
        self._preview, self._table = preview, preview.table
        self._on_row_chosen(None)
        self.options.show_found(preview)
        self.columns.show_columns(preview.table, preview.mapping)
        self.rows.refresh()
        self._show_state()
        if self.choose.hasFocus() and self.take_in.isEnabled():
            self.take_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_chosen(self, entry: Entry | None) -> None:
        """The whole of what its cell may be too narrow for."""
        self.detail.setText("" if entry is None else entry_words(self._kind, entry))
        self.detail.setVisible(bool(self.detail.text()))

    def _on_last_known(self, taken: Taken | None) -> None:
        if taken is None:
            return
        words = self.tr("Last import: {file}, {time}. New: {added}, changed: {changed}.")
        self.last.setText(
            words.format(file=taken.file, time=time_text(taken.at), added=taken.added, changed=taken.changed)
        )
        self.last.show()
        self.take_back.show()

    def _on_last_unknown(self, _error: Exception) -> None:
        """What could be taken back is not offered; the import itself says what is wrong with the store."""

    def _on_kept(self, taken: Taken) -> None:
        self._job = None
        self._is_keeping = False
        self.kept.emit(taken)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._is_keeping = False
        self._show_state()
        if isinstance(error, JobCancelled):
            return
        if isinstance(error, NotAsPlanned):
            self._on_reading_changed()
            return
        self.trouble.setText(
            unreadable_words(error) if isinstance(error, UnreadableTable) else failure_text(error)
        )
        self.trouble.show()

    def reject(self) -> None:
        """Stop what goes on. What is being written says itself whether it was stopped in time."""
        if self._job is not None and self._is_keeping:
            self._job.cancel()
            return
        if self._job is not None:
            self._job.abandon()
            self._job = None
        super().reject()

    def _found(self, text: str) -> Job:
        """The rows of the preview that answer, looked for off the GUI's thread."""
        entries = self._preview.plan.entries if self._preview is not None else ()
        return self._session.call(partial(_matching, entries, text, str(self.shown.currentData())))

    def _show_state(self) -> None:
        preview, is_busy = self._preview, self._job is not None
        self.bar.setVisible(is_busy)
        if is_busy:
            self.bar.setRange(0, 0)
            self.trouble.hide()
        self.trouble.setVisible(not is_busy and bool(self.trouble.text()) and preview is None)
        if preview is not None or is_busy:
            self.trouble.setText("")
        self.options.setVisible(self._path is not None)
        self.pages.setCurrentIndex(1 if self._table is not None else 0)
        counts = preview.plan.counts() if preview is not None else {}
        writes = counts.get("new", 0) + counts.get("changed", 0)
        self.take_in.setEnabled(not is_busy and writes > 0)
        for part in (self.choose, self.options, self.columns):
            part.setEnabled(not self._is_keeping)
        if preview is None:
            self.tally.setText(self.tr("Reading the file…") if is_busy else "")
            return
        told = self.tr("{outcome}: {count}")
        said = [
            told.format(outcome=state_words(state), count=counts[state])
            for state in STATES
            if counts.get(state)
        ]
        if not writes:
            said.append(self.tr("There is nothing to import."))
        self.tally.setText("   ".join(said))


def _last(kind: Kind, workspace: Workspace) -> Taken | None:
    return workspace.importing().last(kind)


def _matching(entries: Sequence[Entry], text: str, state: str, _workspace: object) -> list[Entry]:
    wanted = text.casefold().strip()
    return [
        entry
        for entry in entries
        if (not state or entry.state == state)
        and (not wanted or wanted in entry.name.casefold() or wanted == str(entry.line))
    ]
