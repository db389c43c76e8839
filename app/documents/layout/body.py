"""The rows of the table between two states of a document: only rows that changed are set again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from app.documents.ends import common_ends
from app.documents.layout.blocks import Block
from app.documents.layout.columns import Steps, Widths, line_widths, section_widths
from app.documents.layout.table import RowSetter
from app.documents.view.said import LineView, RowView, SectionView

_NOWHERE = -1


@dataclass(slots=True)
class _Row:
    """What is known of one row: what it was measured for, its blocks and where they stand."""

    view: RowView
    asked: Widths
    shows: tuple[bool, bool] = (True, True)
    place: int = _NOWHERE
    tail_place: int = _NOWHERE
    block: Block | None = None
    tail: Block | None = None


@dataclass(frozen=True, eq=False)
class TableParts:
    """The rows as blocks. The other lists have a member for each block.

    Attributes:
        keeps: whether the block is tied to the next.
        ordinals: the number of the block's line, 0 where it is no line.
        line_counts: how many lines of the document stand up to and in the block.
        places: the block of each row and subtotal that is shown, by its path.
    """

    blocks: list[Block] = field(default_factory=list)
    keeps: list[bool] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    line_counts: list[int] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def add(self, block: Block, *, keep: bool, ordinal: int, line_count: int) -> int:
        """Append a block; answers its place."""
        self.blocks.append(block)
        self.keeps.append(keep)
        self.ordinals.append(ordinal)
        self.line_counts.append(line_count)
        return len(self.blocks) - 1


class TableBody:
    """The rows of one document after another state of it, in one look and language."""

    def __init__(self, lines: Steps, sections: Steps) -> None:
        self._line_steps = lines
        self._section_steps = sections
        self._views: tuple[RowView, ...] = ()
        self._rows: list[_Row] = []
        self._asked: Counter[Widths] = Counter()
        self._changed: list[_Row] = []
        self._parts: TableParts | None = None
        self._set_by: tuple[RowSetter, str] | None = None

    def measure(self, views: tuple[RowView, ...]) -> Collection[Widths]:
        """Take the rows over; answers what their cells ask of the columns, each width once."""
        head, tail = common_ends(self._views, views)
        old = self._rows[head : len(self._rows) - tail]
        new = views[head : len(views) - tail]
        if self._parts is not None and _fit_into_place(old, new):
            rows = [
                row
                if row.view is view
                else _Row(view, self._widths(view), row.shows, row.place, row.tail_place)
                for row, view in zip(old, new, strict=True)
            ]
            self._changed += (row for row, before in zip(rows, old, strict=True) if row is not before)
        else:
            self._parts = None
            known = {row.view.row_id: row for row in old}
            rows = [
                row
                if (row := known.get(view.row_id)) is not None and row.view is view
                else _Row(view, self._widths(view))
                for view in new
            ]
        self._asked.subtract(row.asked for row in old)
        self._asked.update(row.asked for row in rows)
        self._asked = +self._asked
        self._rows[head : len(self._rows) - tail] = rows
        self._views = views
        return self._asked.keys()

    def set(self, setter: RowSetter, subtotal_label: str) -> TableParts:
        """The rows as blocks."""
        if self._set_by != (setter, subtotal_label):
            self._set_by = (setter, subtotal_label)
            self._parts = None
            for row in self._rows:
                row.block = row.tail = None
        parts = self._parts
        if parts is None:
            parts = self._set_all(setter, subtotal_label)
        elif self._changed:
            blocks = parts.blocks.copy()
            for row in self._changed:
                if row.place != _NOWHERE:
                    blocks[row.place] = _block(row, setter)
                if row.tail_place != _NOWHERE:
                    blocks[row.tail_place] = _tail(row, setter, subtotal_label)
            parts = replace(parts, blocks=blocks)
        self._parts = parts
        self._changed = []
        return parts

    def _widths(self, view: RowView) -> Widths:
        if isinstance(view, LineView):
            return line_widths(view, self._line_steps)
        return section_widths(view, self._section_steps)

    def _set_all(self, setter: RowSetter, subtotal_label: str) -> TableParts:
        parts = TableParts()
        section: _Row | None = None
        shows = (True, True)
        shows_lines = True
        count = 0

        def close(row: _Row | None) -> None:
            if row is None or not isinstance(row.view, SectionView):
                return
            row.tail_place = _NOWHERE
            if row.view.shows_lines and row.view.shows_subtotal:
                parts.keeps[-1] = True
                tail = _tail(row, setter, subtotal_label)
                row.tail_place = parts.add(tail, keep=False, ordinal=0, line_count=count)
                parts.places[tail.path] = row.tail_place

        for row in self._rows:
            view = row.view
            if isinstance(view, LineView):
                count += 1
                if not shows_lines:
                    row.place = _NOWHERE
                    parts.line_counts[-1] = count
                    continue
                if row.shows != shows:
                    row.shows, row.block = shows, None
                row.place = parts.add(_block(row, setter), keep=False, ordinal=count, line_count=count)
            else:
                close(section)
                section = row
                shows_lines = view.shows_lines
                shows = (view.shows_prices, view.shows_quantities)
                row.place = parts.add(_block(row, setter), keep=shows_lines, ordinal=0, line_count=count)
            parts.places["rows." + view.row_id] = row.place
        close(section)
        return parts


def _fit_into_place(old: list[_Row], new: tuple[RowView, ...]) -> bool:
    """Whether each new row can stand where the old one stood, with nothing around it changing."""
    return len(old) == len(new) and all(
        row.view is view or (row.view.row_id == view.row_id and _flags(row.view) == _flags(view))
        for row, view in zip(old, new, strict=True)
    )


def _flags(view: RowView) -> tuple[bool, ...]:
    if isinstance(view, LineView):
        return ()
    return view.shows_lines, view.shows_subtotal, view.shows_prices, view.shows_quantities


def _block(row: _Row, setter: RowSetter) -> Block:
    if row.block is None:
        if isinstance(row.view, LineView):
            prices, quantities = row.shows
            row.block = setter.line(row.view, row.asked, shows_prices=prices, shows_quantities=quantities)
        else:
            row.block = setter.section(row.view)
    return row.block


def _tail(row: _Row, setter: RowSetter, label: str) -> Block:
    if row.tail is None and isinstance(row.view, SectionView):
        row.tail = setter.subtotal(row.view, label)
    if row.tail is None:
        raise TypeError("only sections have subtotals")
    return row.tail
