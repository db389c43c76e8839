"""Pages as ranges over measured blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count, islice
from operator import attrgetter, is_not
from typing import NamedTuple

from app.documents.layout.blocks import Block

_HEIGHT = attrgetter("height_pt")
_SLACK_PT = 0.01
_LEAST_LINES_BEFORE_CUT = 2
_FEW = 64


class Page(NamedTuple):
    """Blocks `first` to `last - 1`; the first without what is above `offset_pt`, and of block `last`
    itself what is above `cut_pt`, if that is more than 0."""

    first: int
    offset_pt: float
    last: int
    cut_pt: float


@dataclass(frozen=True)
class Room:
    """Heights of a page's parts, in points; the table's blocks are `table_start` to `table_end - 1`.

    A page that continues the table begins with `repeated_pt` for its head; `reserved_pt` is kept
    free at the foot of a page on which the table may go on.
    """

    body_pt: float
    table_start: int
    table_end: int
    repeated_pt: float
    reserved_pt: float

    def repeats_head(self, first: int) -> bool:
        """Whether a page that begins with this block repeats the head of the table."""
        return self.table_start < first < self.table_end

    def height_pt(self, first: int) -> float:
        """What a page that begins with this block holds."""
        height_pt = self.body_pt
        if self.repeats_head(first):
            height_pt -= self.repeated_pt
        if first < self.table_end:
            height_pt -= self.reserved_pt
        return height_pt


@dataclass(frozen=True)
class Paged:
    """Pages with what they were made of."""

    blocks: list[Block]
    keeps: list[bool]
    room: Room
    pages: list[Page]


def paginate_again(before: Paged | None, blocks: list[Block], keeps: list[bool], room: Room) -> Paged:
    """What `paginate` gives: the pages from before if few blocks changed, and none in height or cuts."""
    if before is not None and before.room == room and before.keeps == keeps:
        changed = list(islice(compress(count(), map(is_not, before.blocks, blocks)), _FEW + 1))
        if len(changed) <= _FEW and all(_cut_alike(before.blocks[i], blocks[i]) for i in changed):
            return Paged(blocks, keeps, room, before.pages)
    return Paged(blocks, keeps, room, paginate(blocks, keeps, room))


def _cut_alike(old: Block, new: Block) -> bool:
    return (old.height_pt, old.cut_over_pt) == (new.height_pt, new.cut_over_pt) and old.cuts_pt == new.cuts_pt


def paginate(blocks: Sequence[Block], keeps: Sequence[bool], room: Room) -> list[Page]:
    """The pages, none of them empty.

    `keeps[i]` ties block i to the next. A tie gives way only where the tied blocks are higher than a
    page together; a block is cut only above its own limit, or where it could not be placed at all.
    """
    reach = list(accumulate(map(_HEIGHT, blocks), initial=0.0))
    total = len(blocks)
    pages: list[Page] = []
    first, offset_pt = 0, 0.0
    while first < total:
        limit_pt = reach[first] + offset_pt + room.height_pt(first) + _SLACK_PT
        fit = max(bisect_right(reach, limit_pt, lo=first) - 1, first)
        if fit >= total:
            pages.append(Page(first, offset_pt, total, 0.0))
            break
        start_pt = offset_pt if fit == first else 0.0
        end_pt = limit_pt - reach[fit]
        block = blocks[fit]
        if block.height_pt - start_pt > min(block.cut_over_pt, room.body_pt - room.repeated_pt):
            cut_pt = block.cut_before(start_pt, end_pt, _LEAST_LINES_BEFORE_CUT)
            if cut_pt:
                pages.append(Page(first, offset_pt, fit, cut_pt))
                first, offset_pt = fit, cut_pt
                continue
        last = fit
        while last > first and keeps[last - 1]:
            last -= 1
        if last == first:
            cut_pt = block.cut_before(start_pt, end_pt, 1)
            if not cut_pt and fit == first:
                cut_pt = block.cut_after(start_pt)
            if cut_pt:
                pages.append(Page(first, offset_pt, fit, cut_pt))
                first, offset_pt = fit, cut_pt
                continue
            last = max(fit, first + 1)
        pages.append(Page(first, offset_pt, last, 0.0))
        first, offset_pt = last, 0.0
    return pages
