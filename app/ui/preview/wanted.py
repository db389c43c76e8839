"""What the preview asks its drawing thread for, and what comes back: frozen values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from PySide6.QtGui import QImage

from app.domain.draft import Draft
from app.domain.totals import Totals

Stage = Literal["draft", "issued"]
Gap = tuple[str, str]
"""A field path, and the characters in that field that no face here can print."""


class Clip(NamedTuple):
    """A part of a page in device pixels, origin at the page's top left; may reach beyond the page."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, other: Clip) -> bool:
        """Whether `other` lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.x + self.width >= other.x + other.width
            and self.y + self.height >= other.y + other.height
        )

    def within(self, other: Clip) -> Clip:
        """The part that also lies in `other`; of no size if there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right = min(self.x + self.width, other.x + other.width)
        bottom = min(self.y + self.height, other.y + other.height)
        return Clip(x, y, max(0, right - x), max(0, bottom - y))


class SpotLike(Protocol):
    """A rectangle of the page, in points from the top left, and the field it shows."""

    @property
    def path(self) -> str: ...
    @property
    def x0_pt(self) -> float: ...
    @property
    def y0_pt(self) -> float: ...
    @property
    def x1_pt(self) -> float: ...
    @property
    def y1_pt(self) -> float: ...


class PaperStateLike(Protocol):
    """How many pages there are and how large each is, in points."""

    @property
    def page_count(self) -> int: ...
    @property
    def width_pt(self) -> float: ...
    @property
    def height_pt(self) -> float: ...


class PaperLike(Protocol):
    """The pages of one document, kept between edits; `LivePaper` is one. Used from one thread only."""

    def update(self, draft: Draft, totals: Totals, stage: Stage, /) -> PaperStateLike: ...
    def begin(self, draft: Draft, totals: Totals, stage: Stage, /) -> PaperStateLike | None: ...
    def page_pdf(self, index: int, /) -> bytes: ...
    def spots(self, index: int, /) -> Sequence[SpotLike]: ...
    def page_of(self, path: str, /) -> int | None: ...


def shows(spot_path: str, path: str) -> bool:
    """Whether a spot belongs to a field: it is the field, or a part of it."""
    return spot_path == path or spot_path.startswith(path + ".")


@dataclass(frozen=True, slots=True, eq=False)
class PageWish:
    """One page, and the part of it that has to be drawn; None: all of it."""

    index: int
    clip: Clip | None = None


class Wanted(NamedTuple):
    """One state of one document, and which of its pages are to be drawn.

    `opening` counts the documents shown so far: an answer to an earlier opening is never shown.
    `revision` counts the states. `scale` is in device pixels per point, `view` is the size of the
    visible part of the desk in device pixels. With `seek`, the page that shows this field is drawn
    before the others.
    """

    opening: int
    document_id: str
    revision: int
    draft: Draft
    totals: Totals
    stage: Stage
    pages: tuple[PageWish, ...]
    scale: float
    view: tuple[int, int]
    seek: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A drawn page, or the part `clip` of `full`, with the places of its fields."""

    index: int
    revision: int
    scale: float
    clip: Clip
    full: Clip
    image: QImage
    spots: tuple[SpotLike, ...]


class Drawn(NamedTuple):
    """An answer: the paper as it is now and one more picture of it.

    `found` is the page that shows the field sought, None if no page does or none was sought.
    """

    wanted: Wanted
    paper: PaperStateLike
    picture: Picture
    found: int | None


class Undrawn(NamedTuple):
    """An answer: this state could not be drawn, and why in one line."""

    wanted: Wanted
    reason: str


class Looked(NamedTuple):
    """An answer: what of this state cannot be printed."""

    wanted: Wanted
    gaps: tuple[Gap, ...]
