"""Copy, cut and paste of rows, and the account of what a paste did."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.ui.draft_store import DraftStore
from app.ui.grid import order
from app.ui.grid.cells import Locale
from app.ui.grid.commands import RowCommands
from app.ui.grid.model import RowsModel
from app.ui.grid.table import LineTable
from app.ui.grid.vat import STANDARD_RATES

if TYPE_CHECKING:
    from app.ui.grid.paste import Pasted

MAX_TOLD: Final = 6


class RowTransfer(QObject):
    """Rows to and from the clipboard.

    Signals: `told` with a sentence and whether it is a warning; `pasted` with the Pasted value.
    """

    told = Signal(str, bool)
    pasted = Signal(object)

    def __init__(self, store: DraftStore, model: RowsModel, table: LineTable, commands: RowCommands) -> None:
        super().__init__(table)
        self._store = store
        self._model = model
        self._table = table
        self._commands = commands

    def copy(self) -> None:
        """Put the selected rows, sections whole, on the clipboard."""
        chosen = order.with_sections(self._store.draft.rows, set(self._table.selected_ids))
        rows = [row for row in self._store.draft.rows if row.id in chosen]
        if rows:
            from app.ui.grid.clipboard import mime_of

            QGuiApplication.clipboard().setMimeData(mime_of(rows, self._store.totals, self._model.locale))

    def cut(self) -> None:
        """Copy the selected rows, then delete them."""
        self.copy()
        self._commands.delete_rows()

    def paste(self) -> None:
        """Insert what is on the clipboard below the current row, as one step."""
        self._table.finish_editing()
        self.paste_mime(QGuiApplication.clipboard().mimeData())

    def paste_mime(self, mime: QMimeData) -> None:
        """Insert rows of this program, or rows of a spreadsheet."""
        if self._store.is_read_only:
            self._store.refused.emit(self.tr("Paste rows"))
            return
        from app.ui.grid.clipboard import rows_in

        place = self._commands.place_below()
        own = rows_in(mime)
        if own is not None:
            if self._commands.put(self.tr("Paste rows"), place, order.copies(own)):
                self.told.emit(self._count(len(own)), False)
            return
        if not mime.hasText() or not mime.text().strip():
            self.told.emit(self.tr("The clipboard holds no text. Copy cells in a spreadsheet first."), True)
            return
        self._paste_text(mime.text(), place)

    def _paste_text(self, text: str, place: int) -> None:
        from app.ui.grid.paste import read_sheet

        draft = self._store.draft
        model = self._commands.new_line(place)
        rates = [Decimal(rate) for rate in STANDARD_RATES.get(draft.seller.country, ())]
        known = {line.vat_rate for line in draft.lines if line.vat_rate is not None}
        pasted = read_sheet(
            text,
            lambda: model.model_copy(update={"id": order.new_row_id()}),
            rates=[*rates, *known],
            group=Locale(self._model.locale).group,
            decimals=self._store.totals.decimals,
        )
        if not self._commands.put(self.tr("Paste rows"), place, pasted.lines):
            return
        self.pasted.emit(pasted)
        self.told.emit(" ".join(self._account(pasted)), bool(pasted.unread or pasted.net_differs))

    def _count(self, rows: int) -> str:
        return self.tr("Rows pasted: {count}.").format(count=rows)

    def _account(self, pasted: Pasted) -> Iterable[str]:
        yield self._count(len(pasted.lines))
        if pasted.unread:
            yield self.tr("These cells could not be read and stand in the description instead:")
            told = [
                self.tr("row {row}, {column}: “{text}”").format(row=u.row, column=u.column, text=u.text)
                for u in pasted.unread[:MAX_TOLD]
            ]
            if len(pasted.unread) > MAX_TOLD:
                told.append(self.tr("and {count} more").format(count=len(pasted.unread) - MAX_TOLD))
            yield f"{'; '.join(told)}."
        if pasted.net_differs:
            text = self.tr("Quantity × price is not the amount the sheet states in row {rows}.")
            yield text.format(rows=_listed(pasted.net_differs))
        if pasted.sums_left_out:
            text = self.tr("Sums were left out, row {rows}: they are computed here.")
            yield text.format(rows=_listed(pasted.sums_left_out))


def _listed(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:MAX_TOLD]))
    return f"{shown} …" if len(numbers) > MAX_TOLD else shown
