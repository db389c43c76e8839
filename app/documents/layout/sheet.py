"""A document on pages: which block stands where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property
from itertools import accumulate

from app.documents.layout.blocks import Block
from app.documents.layout.frame import Frame
from app.documents.layout.pagination import Page, Room
from app.documents.layout.styles import Styles
from app.documents.layout.table import RowSetter
from app.documents.logo import Logo
from app.documents.text import Typesetter
from app.documents.view.said import PaperView
from app.domain.money import EXACT, ZERO
from app.domain.totals import Totals


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A block on a page: `y_pt` is where its upper end is; seen is what lies from `from_pt` to `to_pt`.

    Attributes:
        line_number: the number to print before the line, 0 for none.
    """

    block: Block
    y_pt: float
    from_pt: float
    to_pt: float
    line_number: int = 0


@dataclass(frozen=True, eq=False)
class Sheet:
    """A document on pages.

    Attributes:
        ordinals: for each block the number of its line, 0 where it is no line.
        line_counts: for each block how many lines of the document stand up to and in it.
        is_whole: False: more pages follow that are not laid out yet.
        row_places: the block of each row and subtotal that is shown, by its path, counted from the first
            below the table's head.
    """

    view: PaperView
    totals: Totals
    frame: Frame
    styles: Styles
    setter: Typesetter
    rows: RowSetter
    blocks: list[Block]
    ordinals: list[int]
    line_counts: list[int]
    row_places: Mapping[str, int]
    room: Room
    table_head: Block
    pages: list[Page]
    foot: Block
    logo: Logo | None
    is_whole: bool = True

    def placed(self, index: int) -> Iterator[Placed]:
        """What stands on a page, from the top down."""
        page = self.pages[index]
        frame, room = self.frame, self.room
        carries = self.view.draft.paper.carried_forward
        y_pt = frame.top_pt
        if room.repeats_head(page.first):
            yield Placed(self.table_head, y_pt, 0.0, self.table_head.height_pt)
            y_pt += self.table_head.height_pt
            if carries:
                block = self._carried(self.view.brought_label, page.first)
                yield Placed(block, y_pt, 0.0, block.height_pt)
                y_pt += block.height_pt
        end = page.last + (1 if page.cut_pt else 0)
        numbered = self.rows.grid.shows_number
        for number in range(page.first, end):
            block = self.blocks[number]
            from_pt = page.offset_pt if number == page.first else 0.0
            to_pt = page.cut_pt if page.cut_pt and number == page.last else block.height_pt
            if block is self.foot and not from_pt and to_pt == block.height_pt:
                y_pt = frame.bottom_pt - block.height_pt
            ordinal = self.ordinals[number] if numbered and not from_pt else 0
            yield Placed(block, y_pt, from_pt, to_pt, ordinal)
            y_pt += to_pt - from_pt
        if carries and room.table_start < page.last < room.table_end:
            block = self._carried(self.view.carried_label, page.last)
            yield Placed(block, frame.bottom_pt - block.height_pt, 0.0, block.height_pt)

    def _carried(self, label: str, before: int) -> Block:
        amount = self._running_nets[self.line_counts[before - 1]]
        return self.rows.carried(label, self.view.figures.amount(amount))

    @cached_property
    def _running_nets(self) -> list[Decimal]:
        with localcontext(EXACT):
            return list(accumulate((line.net for line in self.totals.lines), initial=ZERO))
