"""The paper beside the editor: one keystroke costs one row, one page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Final, Literal
from weakref import WeakKeyDictionary

from app.documents.layout.blocks import LINE_TOP_PT, Block
from app.documents.layout.maker import SheetMaker
from app.documents.layout.pagination import Page
from app.documents.layout.sheet import Placed, Sheet
from app.documents.logo import Logo, LogoProblem, read_logo
from app.documents.render import write_pdf
from app.documents.text import Align, FontFaces, PdfFonts
from app.documents.view import PaperWriter
from app.domain.draft import Draft
from app.domain.rows import Section
from app.domain.totals import Totals

Stage = Literal["draft", "issued"]
LONG_ROWS: Final = 400
"""More rows than this are seen to wait for."""
FIRST_ROWS: Final = 120
"""At least two pages of rows of one line each."""
_PART_BEFORE: Final[dict[Align, float]] = {"left": 0.0, "right": 1.0, "centre": 0.5}


@dataclass(frozen=True, slots=True)
class PaperState:
    """How many pages the document has, and their size in points."""

    page_count: int
    width_pt: float
    height_pt: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page that shows a field; in points from the top left corner."""

    path: str
    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float


class LivePaper:
    """The paper of one document while it is edited; for use from one thread.

    Rows that are the same objects as before are neither worded nor measured again, only the page
    asked for is drawn, and fonts stay as they are until a new character appears.
    """

    def __init__(self, faces: FontFaces | None = None) -> None:
        faces = faces or default_faces()
        self._writer = PaperWriter()
        self._maker = SheetMaker(faces)
        self._fonts = PdfFonts(faces, keep_subsets=True)
        self._sheet: Sheet | None = None
        self._spots: WeakKeyDictionary[Block, tuple[tuple[float, float, float], tuple[Spot, ...]]]
        self._spots = WeakKeyDictionary()

    def update(self, draft: Draft, totals: Totals, stage: Stage) -> PaperState:
        """Take over a new state of the document."""
        self._sheet = lay_out(draft, totals, stage, self._writer, self._maker)
        frame = self._sheet.frame
        return PaperState(len(self._sheet.pages), frame.width_pt, frame.height_pt)

    def begin(self, draft: Draft, totals: Totals, stage: Stage) -> PaperState | None:
        """Take over the first page alone of a long document, which takes no longer than a short one.

        Its figures are those of the whole; its number is not counted yet, and its columns may still
        move. None for a document that is not long, and nothing is taken over then.
        """
        if len(draft.rows) <= LONG_ROWS:
            return None
        first, figures = _beginning(draft, totals)
        sheet = lay_out(first, figures, stage, self._writer, self._maker)
        if len(sheet.pages) < 2:
            return None
        self._sheet = replace(sheet, is_whole=False)
        return PaperState(1, sheet.frame.width_pt, sheet.frame.height_pt)

    def page_pdf(self, index: int) -> bytes:
        """One page, from 0, as a PDF of its own. Raises IndexError, and LookupError before `update`."""
        return write_pdf(self._laid_out, self._fonts, range(self._checked(index), index + 1))

    def spots(self, index: int) -> tuple[Spot, ...]:
        """Where fields stand on a page; smaller places come after those they lie in."""
        sheet = self._laid_out
        self._checked(index)
        return tuple(spot for placed in sheet.placed(index) for spot in self._spots_of(placed, sheet))

    def _spots_of(self, placed: Placed, sheet: Sheet) -> tuple[Spot, ...]:
        place = (placed.y_pt, placed.from_pt, placed.to_pt)
        known = self._spots.get(placed.block)
        if known is None or known[0] != place:
            known = self._spots[placed.block] = place, _spots(placed, sheet)
        return known[1]

    def page_of(self, path: str) -> int | None:
        """The first page that shows this field, or else what it belongs to; None if no page does."""
        sheet = self._laid_out
        while path:
            index = _block_of(sheet, path)
            if index is not None:
                return _page_of_mark(sheet, index, path)
            path = path.rpartition(".")[0]
        return None

    @property
    def _laid_out(self) -> Sheet:
        if self._sheet is None:
            raise LookupError("no document yet: call update first")
        return self._sheet

    def _checked(self, index: int) -> int:
        pages = len(self._laid_out.pages)
        if not 0 <= index < pages:
            raise IndexError(f"page {index} of {pages}")
        return index


def _beginning(draft: Draft, totals: Totals) -> tuple[Draft, Totals]:
    """The document with its first rows alone, and their figures beside those of the whole."""
    rows = draft.rows[:FIRST_ROWS]
    sections = sum(isinstance(row, Section) for row in rows)
    return draft.edited(rows=rows), replace(
        totals, lines=totals.lines[: len(rows) - sections], sections=totals.sections[:sections]
    )


def lay_out(draft: Draft, totals: Totals, stage: Stage, writer: PaperWriter, maker: SheetMaker) -> Sheet:
    """The document on pages; a logo that cannot be printed is left out."""
    view = writer.write(draft, totals, is_draft=stage == "draft")
    return maker.make(view, totals, _logo(draft))


def default_faces() -> FontFaces:
    """The faces of this machine, found once."""
    global _faces
    if _faces is None:
        _faces = FontFaces.default()
    return _faces


_faces: FontFaces | None = None


def _logo(draft: Draft) -> Logo | None:
    if not draft.paper.logo:
        return None
    try:
        return read_logo(draft.paper.logo)
    except LogoProblem:
        return None


def _block_of(sheet: Sheet, path: str) -> int | None:
    """The first block that stands for this field, or for what it belongs to, or shows it."""
    start, end = sheet.room.table_start, sheet.room.table_end
    for row in (path, ".".join(path.split(".")[:2])):
        if row in sheet.row_places:
            return start + 1 + sheet.row_places[row]
    blocks = sheet.blocks
    others: list[int] = [*range(start + 1), *range(end, len(blocks))]
    below = path + "."
    for index in others:
        if blocks[index].path and f"{path}.".startswith(blocks[index].path + "."):
            return index
    for index in others:
        for mark in blocks[index].texts:
            if mark.path == path or mark.path.startswith(below):
                return index
    return start if path == "rows" else None


def _first_whole(page: Page) -> float:
    """The first block that begins on the page; a block that goes on there began before it."""
    return page.first + 0.5 if page.offset_pt else page.first


def _page_of_mark(sheet: Sheet, index: int, path: str) -> int:
    """The page of a block, or of the first line in it that shows the field, if the block is cut."""
    pages = sheet.pages
    page = max(bisect_right(pages, float(index), key=_first_whole) - 1, 0)
    y_pt = next((mark.y_pt - LINE_TOP_PT for mark in sheet.blocks[index].texts if mark.path == path), 0.0)
    while pages[page].last == index and pages[page].cut_pt and y_pt >= pages[page].cut_pt:
        page += 1
    return page


def _spots(placed: Placed, sheet: Sheet) -> tuple[Spot, ...]:
    block = placed.block
    frame, setter = sheet.frame, sheet.setter
    down_pt = placed.y_pt - placed.from_pt
    spots = []
    if block.path:
        bottom_pt = placed.y_pt + placed.to_pt - placed.from_pt
        spots.append(Spot(block.path, frame.left_pt, placed.y_pt, frame.right_pt, bottom_pt))
    if block.logo is not None and not placed.from_pt:
        logo = block.logo
        y_pt = logo.y_pt + down_pt
        spots.append(Spot("paper.logo", logo.x_pt, y_pt, logo.x_pt + logo.width_pt, y_pt + logo.height_pt))
    for mark in block.texts:
        if not mark.path or not placed.from_pt <= max(mark.y_pt - LINE_TOP_PT, 0) < placed.to_pt:
            continue
        width_pt = mark.line.width_pt
        x_pt = mark.x_pt - _PART_BEFORE[mark.align] * width_pt
        y_pt = mark.y_pt + down_pt
        spots.append(
            Spot(
                mark.path, x_pt, y_pt - setter.ascent_pt(mark.style),
                x_pt + width_pt, y_pt + setter.descent_pt(mark.style),
            )
        )  # fmt: skip
    return tuple(spots)
