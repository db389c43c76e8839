"""The grid of lines and sections as the window knows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.problems import Problem
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import COLUMN_OF, Column
from app.ui.grid.commands import RowCommands
from app.ui.grid.messages import entry_message
from app.ui.grid.model import RowsModel
from app.ui.grid.session import field_of
from app.ui.grid.suggestions import Item, Search
from app.ui.grid.table import LineTable
from app.ui.grid.transfer import RowTransfer
from app.ui.grid.unread import Unread, UnreadEntry, problem_of
from app.ui.messages import Message, MessageBar, Tone
from app.ui.theme import Theme, set_role

if TYPE_CHECKING:
    from app.ui.grid.details import RowDetails
    from app.ui.grid.menu import RowMenu

MIN_ROWS_SHOWN: Final = 5
MAX_HINT_HEIGHT: Final = 4_000
FRAME_WIDTH: Final = 2


class LineGrid(QWidget):
    """Lines and sections of the open draft, edited in place.

    Signals: `current_path_changed` with the field path of the cell the cursor is on.
    """

    current_path_changed = Signal(str)

    def __init__(self, store: DraftStore, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self.setAccessibleName(self.tr("Lines and sections"))
        self.model = RowsModel(store, self)
        self._frame = QFrame(self)
        set_role(self._frame, "card")
        self.table = LineTable(store, theme, self.model, self._frame)
        self.commands = RowCommands(store, self.model, self.table)
        self.table.commands = self.commands
        self.transfer = RowTransfer(store, self.model, self.table, self.commands)
        self.table.transfer = self.transfer
        self.notices = MessageBar(theme, self._frame)
        self._details: RowDetails | None = None
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        inner.addWidget(self.notices)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self.setFocusProxy(self.table)
        self._connect()
        self.table.setCurrentIndex(self.model.index(0, 0))

    @cached_property
    def menu(self) -> RowMenu:
        """The context menu, made when it is first asked for."""
        from app.ui.grid.menu import RowMenu

        return RowMenu(self._store, self.table, self.commands, self.transfer)

    def _connect(self) -> None:
        self._store.entries_asked.connect(self._on_store_entries_asked)
        self._theme.changed.connect(self.table.take_theme)
        self.table.height_changed.connect(self.updateGeometry)
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self.commands.notice.connect(self._on_commands_notice)
        self.commands.details_wanted.connect(self.show_details)
        self.transfer.told.connect(self._on_transfer_told)

    def sizeHint(self) -> QSize:
        return QSize(691, min(self._content_height(), MAX_HINT_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        header = self.table.horizontalHeader().height()
        row = self.table.verticalHeader().defaultSectionSize()
        return QSize(480, min(header + row * MIN_ROWS_SHOWN, self._content_height()))

    def _content_height(self) -> int:
        notices = self.notices.sizeHint().height() if not self.notices.isHidden() else 0
        return self.table.content_height() + 2 * FRAME_WIDTH + notices

    # Commands

    def insert_line(self) -> None:
        """Insert a line below the current row."""
        self.commands.insert_line()

    def insert_section(self) -> None:
        """Insert a section head below the current row."""
        self.commands.insert_section()

    def move_up(self) -> None:
        """Move the selected rows, sections whole, up."""
        self.commands.move_up()

    def move_down(self) -> None:
        """Move the selected rows, sections whole, down."""
        self.commands.move_down()

    def delete_rows(self) -> None:
        """Delete the selected rows."""
        self.commands.delete_rows()

    def duplicate_rows(self) -> None:
        """Copy the selected rows below themselves."""
        self.commands.duplicate_rows()

    def paste_rows(self) -> None:
        """Insert the rows on the clipboard below the current row."""
        self.transfer.paste()

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard."""
        self.transfer.copy()

    @Slot(str)
    def show_details(self, row_id: str = "") -> RowDetails | None:
        """Open the window with every field of a row, the current one unless said otherwise."""
        row = self.table.current_row
        row_id = row_id or (row.id if row is not None else "")
        if not row_id:
            return None
        if self._details is None:
            from app.ui.grid.details import RowDetails

            self._details = RowDetails(self._store, self.model, self._theme, self)
        self._details.show()
        self._details.show_row(row_id)
        return self._details

    def edit_current(self) -> None:
        """Open the editor of the current cell."""
        index = self.table.currentIndex()
        if not index.isValid() or self.model.row_at(index.row()) is None:
            self.commands.append_line()
            index = self.table.currentIndex()
        self.table.setFocus()
        self.table.open_editor(index)

    def complete_current(self) -> None:
        """Show what could go into the current cell."""
        if self.table.cells.editor is None:
            self.edit_current()
        self.table.cells.ask()

    def finish_editing(self) -> None:
        """Close the open cell editor, if there is one."""
        self.table.finish_editing()

    def set_compact(self, compact: bool) -> None:
        """Lower rows."""
        self.table.set_compact(compact)

    # What cannot be read

    def unread_entries(self) -> tuple[UnreadEntry, ...]:
        """What was typed in cells and details, cannot be read and is not in the draft, in row order."""
        left = {(stay.row_id, stay.field): stay for stay in self.model.unread.values()}
        editor = self.table.cells.editor
        if editor is not None:
            left[editor.stay.row_id, editor.stay.field] = editor.stay
        found = {
            place: Unread(stay.text, stay.error) for place, stay in left.items() if stay.error is not None
        }
        if self._details is not None:
            found |= self._details.unread
        order = sorted(
            (
                (place, field, unread)
                for (row_id, field), unread in found.items()
                if (place := self.model.place_of(row_id)) is not None
            ),
            key=lambda each: each[:2],
        )
        return tuple(
            UnreadEntry(f"rows.{self.model.rows[place].id}.{field}", text, entry_message(error))
            for place, field, (text, error) in order
        )

    @Slot(object)
    def _on_store_entries_asked(self, problems: list[Problem]) -> None:
        problems.extend(map(problem_of, self.unread_entries()))

    # The catalogue

    def set_catalogue(self, search: Search | None) -> None:
        """Complete labels with this; it may answer at once, or later through `deliver_suggestions`."""
        self.table.cells.completion.take_search(search)

    def deliver_suggestions(self, text: str, items: Sequence[Item]) -> None:
        """Show catalogue items found for a text, if that is still what is typed."""
        self.table.cells.deliver(text, items)

    # Paths

    def focus_path(self, path: str) -> bool:
        """Go to the cell of a field path; False when it is not one of a row here."""
        parts = path.split(".")
        if len(parts) < 2 or parts[0] != "rows" or self.model.place_of(parts[1]) is None:
            return False
        field = parts[2] if len(parts) > 2 else "label"
        column = COLUMN_OF.get(field, Column.DESCRIPTION)
        self.table.finish_editing()
        self.table.select([parts[1]], column)
        self.table.setFocus()
        self._reveal_current()
        if field not in COLUMN_OF:
            details = self.show_details(parts[1])
            return details is not None and details.focus_field(".".join(parts[2:]))
        return True

    @property
    def current_path(self) -> str:
        """Field path of the cell the cursor is on; empty on the invitation."""
        row = self.table.current_row
        if row is None:
            return ""
        return f"rows.{row.id}.{field_of(row, Column(self.table.currentIndex().column()))}"

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_path_changed.emit(self.current_path)
        if self.table.hasFocus():
            self._reveal_current()
        row = self.table.current_row
        if self._details is not None and self._details.isVisible() and row is not None:
            self._details.show_row(row.id)

    def _reveal_current(self) -> None:
        """Scroll the page around the grid so far that the cell in hand is in view."""
        area, rect = self.table.page_area(), self.table.visualRect(self.table.currentIndex())
        page = None if area is None else area.widget()
        if area is None or page is None or not rect.isValid():
            return
        at = self.table.viewport().mapTo(page, rect.center())
        area.ensureVisible(area.horizontalScrollBar().value(), at.y(), 0, rect.height())

    @Slot(QPoint)
    def _on_menu_requested(self, at: QPoint) -> None:
        self.table.finish_editing()
        menu = self.menu.build()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))

    @Slot(str)
    def _on_commands_notice(self, text: str) -> None:
        self.notices.say(Message(text, "warn", topic="rows"))

    @Slot(str, bool)
    def _on_transfer_told(self, text: str, is_warning: bool) -> None:
        tone: Tone = "warn" if is_warning else "notice"
        self.notices.say(Message(text, tone, topic="paste", stays=is_warning))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            self.model.refresh()
            self.table.take_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
