"""The context menu of the grid: the same commands by mouse, and what a section shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid.commands import RowCommands
from app.ui.grid.table import LineTable
from app.ui.grid.transfer import RowTransfer


class RowMenu(QObject):
    """Builds the menu for the row the cursor is on."""

    def __init__(
        self, store: DraftStore, table: LineTable, commands: RowCommands, transfer: RowTransfer
    ) -> None:
        super().__init__(table)
        self._store = store
        self._table = table
        self._commands = commands
        self._transfer = transfer

    def build(self) -> QMenu:
        """The menu, ready to be shown."""
        menu = QMenu(self._table)
        row = self._table.current_row
        if not self._store.is_read_only:
            if isinstance(row, Line):
                self._line(menu, row)
            elif isinstance(row, Section):
                self._section(menu, row)
            menu.addSeparator()
            self._rows(menu)
            menu.addSeparator()
        self._add(menu, self.tr("Copy"), self._transfer.copy, "Ctrl+C", enabled=row is not None)
        if not self._store.is_read_only:
            self._add(menu, self.tr("Cut"), self._transfer.cut, "Ctrl+X", enabled=row is not None)
            self._add(menu, self.tr("Paste"), self._transfer.paste, "Ctrl+V")
        return menu

    def _line(self, menu: QMenu, line: Line) -> None:
        self._add(
            menu, self.tr("Edit the details under the label"), self._table.edit_description, "Shift+Return"
        )
        self._add(menu, self.tr("All fields of the line…"), self._commands.show_details, "F4")
        menu.addSeparator()
        is_gross = line.price_entry == "gross"
        entry = "net" if is_gross else "gross"
        self._check(
            menu,
            self.tr("Price includes VAT"),
            is_gross,
            partial(self._commands.set_fields, self.tr("Change price entry"), {"price_entry": entry}, Line),
        )

    def _section(self, menu: QMenu, head: Section) -> None:
        self._add(
            menu, self.tr("Edit the text under the title"), self._table.edit_description, "Shift+Return"
        )
        self._add(menu, self.tr("All fields of the section…"), self._commands.show_details, "F4")
        folded = self._table.is_folded(head.id)
        self._check(
            menu,
            self.tr("Fold the lines away in this list"),
            folded,
            partial(self._table.fold, head.id, folded=not folded),
        )
        menu.addSeparator()
        for field, text in (
            ("show_subtotal", self.tr("Print the subtotal")),
            ("show_prices", self.tr("Print prices")),
            ("show_quantities", self.tr("Print quantities")),
            ("show_lines", self.tr("Print the lines")),
        ):
            now = getattr(head, field)
            changes: dict[str, Any] = {field: not now}
            call = partial(
                self._commands.set_fields, self.tr("Change what a section shows"), changes, Section
            )
            self._check(menu, text, now, call)

    def _rows(self, menu: QMenu) -> None:
        has_row = self._table.current_row is not None
        commands = self._commands
        self._add(menu, self.tr("Insert a line below"), commands.insert_line, "Ctrl+Return")
        self._add(menu, self.tr("Insert a section"), commands.insert_section, "Ctrl+Shift+Return")
        self._add(menu, self.tr("Duplicate"), commands.duplicate_rows, "Ctrl+Shift+D", enabled=has_row)
        self._add(menu, self.tr("Move up"), commands.move_up, "Alt+Up", enabled=has_row)
        self._add(menu, self.tr("Move down"), commands.move_down, "Alt+Down", enabled=has_row)
        self._add(menu, self.tr("Delete"), commands.delete_rows, "Ctrl+Backspace", enabled=has_row)

    def _add(
        self, menu: QMenu, text: str, call: Callable[[], object], keys: str, *, enabled: bool = True
    ) -> None:
        # The key stands in the text: as a shortcut it would compete with the window's action.
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{text}\t{shown}")
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: call())

    def _check(self, menu: QMenu, text: str, checked: bool, call: Callable[[], object]) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda _checked=False: call())
