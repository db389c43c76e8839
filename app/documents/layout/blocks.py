"""Measured pieces of a page: what is drawn where, from the top left corner of the piece, in points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Literal, NamedTuple

from app.documents.text import Align, TextLine, TextStyle

Role = Literal[
    "heading", "paragraph", "head_row", "row", "header_cell", "cell", "totals", "figure", "artefact"
]
"""What a drawing means to somebody who cannot see it; artefacts are decoration."""

LINE_TOP_PT = 10.0
"""How far above a baseline a block is cut."""


class TextMark(NamedTuple):
    """A line of text with its baseline at `y_pt`; `x_pt` is its left end, right end or middle."""

    line: TextLine
    x_pt: float
    y_pt: float
    style: TextStyle
    align: Align
    role: Role
    path: str


class BoxMark(NamedTuple):
    """A filled rectangle: a rule, a bar."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    colour: str
    role: Role = "artefact"


class QrMark(NamedTuple):
    """A QR code; its modules are worked out when it is drawn."""

    x_pt: float
    y_pt: float
    side_pt: float
    payload: str
    colour: str


class LogoMark(NamedTuple):
    """The seller's logo, scaled into this rectangle."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float


@dataclass(frozen=True, eq=False)
class Block:
    """One piece of the page that is drawn as a whole unless it must be cut between its lines.

    Attributes:
        marks: the lines of text, or what makes them once they are wanted.
        cut_over_pt: the height above which the block may be cut although it would fit on a page.
        path: the field the whole block stands for.
        role: what the block is as a whole.
    """

    height_pt: float
    marks: tuple[TextMark, ...] | Callable[[], tuple[TextMark, ...]] = ()
    boxes: tuple[BoxMark, ...] = ()
    qr: QrMark | None = None
    logo: LogoMark | None = None
    path: str = ""
    cut_over_pt: float = inf
    role: Role = "paragraph"

    @cached_property
    def texts(self) -> tuple[TextMark, ...]:
        """The lines of text."""
        return self.marks() if callable(self.marks) else self.marks

    def forget_texts(self) -> None:
        """Let go of lines that can be made again."""
        if callable(self.marks):
            self.__dict__.pop("texts", None)

    @cached_property
    def cuts_pt(self) -> list[float]:
        """Where the block can be cut: above each distinct baseline but the first."""
        return sorted({mark.y_pt - LINE_TOP_PT for mark in self.texts})[1:]

    def cut_before(self, start_pt: float, end_pt: float, least_lines: int) -> float:
        """The last cut at or before `end_pt` that leaves lines after `start_pt`; 0 if there is none."""
        cuts = self.cuts_pt
        first = bisect_right(cuts, start_pt)
        last = bisect_right(cuts, end_pt) - 1
        return cuts[last] if last >= first + least_lines - 1 else 0.0

    def cut_after(self, start_pt: float) -> float:
        """The first cut after `start_pt`; 0 if there is none."""
        index = bisect_right(self.cuts_pt, start_pt)
        return self.cuts_pt[index] if index < len(self.cuts_pt) else 0.0


class Stack:
    """Collects marks from the top down; `y_pt` is where the next thing begins."""

    def __init__(self, y_pt: float = 0.0) -> None:
        self.y_pt = y_pt
        self.texts: list[TextMark] = []
        self.boxes: list[BoxMark] = []
        self.qr: QrMark | None = None
        self.logo: LogoMark | None = None

    def gap(self, height_pt: float) -> None:
        """Leave this much empty."""
        self.y_pt += height_pt

    def block(self, *, path: str = "", cut_over_pt: float = inf, role: Role = "paragraph") -> Block:
        """Everything collected, as high as it has grown."""
        return Block(
            self.y_pt, tuple(self.texts), tuple(self.boxes), self.qr, self.logo, path, cut_over_pt, role
        )
