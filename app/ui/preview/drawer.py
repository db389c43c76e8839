"""The drawing thread: it takes the newest state of the document and answers with pictures of it.

Older states that were never begun are dropped. ReportLab and PDFium are imported here, on the
thread, when the first page is wanted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.draft import Draft
from app.ui.preview.gaps import FindGaps, GapFinder
from app.ui.preview.wanted import (
    Clip,
    Drawn,
    Gap,
    Looked,
    PageWish,
    PaperLike,
    PaperStateLike,
    Picture,
    SpotLike,
    Undrawn,
    Wanted,
    shows,
)

THREAD_NAME = "preview"
SHEETS_KEPT = 4
PAINT_GRACE_S = 0.006
"""Between two pages the thread rests so long: the interpreter lock is the GUI thread's, to paint."""


def _live_paper() -> PaperLike:
    from app.services.paper import LivePaper

    return LivePaper()


def _unprintable(draft: Draft) -> Iterable[Gap]:
    from app.services.paper import unprintable

    return unprintable(draft)


class Drawer(QObject):
    """Owns the thread; lives on the GUI thread for as long as the preview does.

    Signals: drawn(Drawn), undrawn(Undrawn), looked(Looked), delivered on the GUI thread.
    """

    drawn = Signal(object)
    undrawn = Signal(object)
    looked = Signal(object)

    def __init__(
        self,
        make_paper: Callable[[], PaperLike] = _live_paper,
        find_gaps: FindGaps = _unprintable,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._easel = _Easel(
            make_paper, GapFinder(find_gaps), self.drawn.emit, self.undrawn.emit, self.looked.emit
        )
        self.destroyed.connect(self._easel.stop)

    def want(self, wanted: Wanted) -> None:
        """Draw this next; what was wanted before and is not begun is forgotten."""
        self._easel.want(wanted)

    def look_for_gaps(self, wanted: Wanted) -> None:
        """When there is nothing to draw, look what of this state cannot be printed."""
        self._easel.look_for_gaps(wanted)

    def stop(self) -> None:
        """End the thread and wait for it; the page in hand is finished first. May be repeated."""
        self._easel.stop()


class _Easel:
    """The thread and what it keeps; no Qt object, so that it may outlive its owner by a moment."""

    def __init__(
        self,
        make_paper: Callable[[], PaperLike],
        gap_finder: GapFinder,
        on_drawn: Callable[[Drawn], None],
        on_undrawn: Callable[[Undrawn], None],
        on_looked: Callable[[Looked], None],
    ) -> None:
        self._make_paper = make_paper
        self._gap_finder = gap_finder
        self._on_drawn = on_drawn
        self._on_undrawn = on_undrawn
        self._on_looked = on_looked
        self._changed = threading.Condition()
        self._next: Wanted | None = None
        self._to_look_at: Wanted | None = None
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._paper: PaperLike | None = None
        self._state: PaperStateLike | None = None
        self._revision = -1
        self._opening = -1
        self._sheets: dict[int, _Sheet] = {}
        self._spots: dict[int, tuple[SpotLike, ...]] = {}

    def want(self, wanted: Wanted) -> None:
        with self._changed:
            if self._stopping:
                return
            self._next = wanted
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=THREAD_NAME, daemon=True)
                self._thread.start()
            self._changed.notify()

    def look_for_gaps(self, wanted: Wanted) -> None:
        with self._changed:
            self._to_look_at = wanted
            self._changed.notify()

    def stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._next = None
            self._changed.notify()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _work(self) -> None:
        while (task := self._take()) is not None:
            wanted, is_to_draw = task
            try:
                if is_to_draw:
                    self._draw(wanted)
                else:
                    self._tell(self._on_looked, Looked(wanted, self._gap_finder.gaps(wanted.draft)))
            except Exception as error:
                self._paper = None
                self._sheets.clear()
                self._tell(self._on_undrawn, Undrawn(wanted, _reason(error)))

    def _take(self) -> tuple[Wanted, bool] | None:
        """What is to be done next, drawing before looking for gaps; None: nothing any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._next or self._to_look_at or self._stopping)
            if self._stopping:
                return None
            if self._next is not None:
                wanted, self._next, self._to_look_at = self._next, None, None
                return wanted, True
            looked_at, self._to_look_at = self._to_look_at, None
            return None if looked_at is None else (looked_at, False)

    def _is_overtaken_within(self, seconds: float) -> bool:
        """Give the GUI thread time to paint, unless something newer is wanted meanwhile."""
        with self._changed:
            return self._changed.wait_for(lambda: self._next is not None or self._stopping, seconds)

    def _draw(self, wanted: Wanted) -> None:
        if wanted.opening != self._opening:
            self._opening = wanted.opening
            if self._draw_beginning(wanted) and self._is_overtaken_within(PAINT_GRACE_S):
                return
        paper, state = self._updated(wanted)
        pages = [wish for wish in wanted.pages if wish.index < state.page_count]
        if not pages:
            pages = [PageWish(state.page_count - 1)]
        found = self._sought(paper, wanted, pages)
        if found is not None:
            pages = [found, *(wish for wish in pages if wish.index != found.index)]
        for wish in pages:
            if wish is not pages[0] and self._is_overtaken_within(PAINT_GRACE_S):
                return
            picture = self._picture(paper, wanted, wish)
            self._tell(self._on_drawn, Drawn(wanted, state, picture, found.index if found else None))

    def _draw_beginning(self, wanted: Wanted) -> bool:
        """Draw the first page of a long document before the others are laid out, if it is wanted first."""
        self._paper = paper = self._paper or self._make_paper()
        if not wanted.pages or wanted.pages[0].index:
            return False
        state = paper.begin(wanted.draft, wanted.totals, wanted.stage)
        if state is None:
            return False
        self._forget_pages()
        wish = self._sought(paper, wanted, [wanted.pages[0]])
        is_there = wanted.seek is None or (wish is not None and not wish.index)
        if is_there:
            picture = self._picture(paper, wanted, wish or wanted.pages[0])
            self._tell(self._on_drawn, Drawn(wanted, state, picture, wish.index if wish else None))
        self._forget_pages()
        return is_there

    def _forget_pages(self) -> None:
        """What is known of pages is of another layout."""
        self._state = None
        self._sheets.clear()
        self._spots.clear()

    def _sought(self, paper: PaperLike, wanted: Wanted, pages: list[PageWish]) -> PageWish | None:
        """The page that shows the field sought: one in view if there is one, else the first there is."""
        path = wanted.seek
        if path is None:
            return None
        for wish in pages:
            if any(shows(spot.path, path) for spot in self._spots_of(paper, wish.index)):
                return wish
        index = paper.page_of(path)
        if index is None:
            return None
        return PageWish(index, _around(self._spots_of(paper, index), wanted))

    def _spots_of(self, paper: PaperLike, index: int) -> tuple[SpotLike, ...]:
        spots = self._spots.get(index)
        if spots is None:
            spots = self._spots[index] = tuple(paper.spots(index))
        return spots

    def _updated(self, wanted: Wanted) -> tuple[PaperLike, PaperStateLike]:
        if self._paper is None:
            self._paper = self._make_paper()
            self._revision = -1
        if self._state is None or wanted.revision != self._revision:
            self._state = self._paper.update(wanted.draft, wanted.totals, wanted.stage)
            self._revision = wanted.revision
            self._spots.clear()
        return self._paper, self._state

    def _picture(self, paper: PaperLike, wanted: Wanted, wish: PageWish) -> Picture:
        from app.ui.preview.raster import draw_page

        sheet = self._sheets.get(wish.index)
        if sheet is None or sheet.revision != wanted.revision:
            pdf = paper.page_pdf(wish.index)
            picture = sheet.picture if sheet is not None and sheet.pdf == pdf else None
            sheet = _Sheet(wanted.revision, pdf, picture)
        last = sheet.picture
        if last is not None and last.scale == wanted.scale and _covers(last, wish.clip):
            image, clip, full = last.image, last.clip, last.full
        else:
            image, clip, full = draw_page(sheet.pdf, wanted.scale, wish.clip)
        spots = self._spots_of(paper, wish.index)
        picture = Picture(wish.index, wanted.revision, wanted.scale, clip, full, image, spots)
        sheet.picture = picture
        self._sheets.pop(wish.index, None)
        self._sheets[wish.index] = sheet
        if len(self._sheets) > SHEETS_KEPT:
            del self._sheets[next(iter(self._sheets))]
        return picture

    def _tell(self, emit: Callable[..., None], answer: Drawn | Undrawn | Looked) -> None:
        with self._changed:  # held, so that after stop() nothing is emitted by an object being destroyed
            if not self._stopping:
                emit(answer)


class _Sheet:
    """The PDF of one page as last drawn, and the picture made of it."""

    __slots__ = ("pdf", "picture", "revision")

    def __init__(self, revision: int, pdf: bytes, picture: Picture | None) -> None:
        self.revision = revision
        self.pdf = pdf
        self.picture = picture


def _covers(picture: Picture, wished: Clip | None) -> bool:
    return picture.clip.holds(picture.full if wished is None else wished.within(picture.full))


def _around(spots: Sequence[SpotLike], wanted: Wanted) -> Clip:
    """As much of a page as can be seen at once, around the field sought."""
    width, height = wanted.view
    sought = next((spot for spot in spots if shows(spot.path, wanted.seek or "")), None)
    x = y = 0
    if sought is not None:
        x = round((sought.x0_pt + sought.x1_pt) / 2 * wanted.scale)
        y = round((sought.y0_pt + sought.y1_pt) / 2 * wanted.scale)
    return Clip(x - width, y - height, 2 * width, 2 * height)


def _reason(error: Exception) -> str:
    said = str(error).strip().splitlines()
    return said[0] if said else type(error).__name__
