"""The columns of the table: as wide as their widest cells, the rest for the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from app.documents.layout.styles import Styles
from app.documents.text import TextStyle, Typesetter
from app.documents.view.said import Columns, LineView, SectionView

GAP_PT: Final = 14.0
_STEP_PT: Final = 6
_LEAST_TEXT_PT: Final = 130.0
_UNLIMITED: Final = 10_000
_REMEMBERED: Final = 50_000


class Widths(NamedTuple):
    """Width of each column with figures, in steps, so that a keystroke seldom moves them."""

    number: int = 0
    quantity: int = 0
    price: int = 0
    vat: int = 0
    gross: int = 0
    net: int = 0


@dataclass(frozen=True)
class Grid:
    """Where the columns stand; each `..._x_pt` is the right edge of a column with figures.

    Attributes:
        room: the widest cell that each column takes without a line break, before any scaling.
    """

    left_pt: float
    text_x_pt: float
    text_width_pt: float
    quantity_x_pt: float
    price_x_pt: float
    vat_x_pt: float
    gross_x_pt: float
    net_x_pt: float
    widths: Widths
    room: Widths
    figures: TextStyle
    shows_price: bool
    shows_vat: bool
    shows_gross: bool
    shows_number: bool


_WIDEST: Final = Widths(_UNLIMITED, quantity=84, price=114, vat=60, gross=_UNLIMITED, net=_UNLIMITED)


class Steps(dict[str, int]):
    """The width of a cell in one style, in steps; remembered by its text."""

    def __init__(self, setter: Typesetter, style: TextStyle) -> None:
        super().__init__()
        self._setter = setter
        self._style = style

    def __missing__(self, text: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        width = self[text] = ceil(self._setter.width_pt(text, self._style) / _STEP_PT) * _STEP_PT
        return width


def line_widths(view: LineView, steps: Steps) -> Widths:
    """What the cells of one line ask for."""
    price = steps[view.price]
    if view.price_note:
        price = max(price, steps[view.price_note])
    return Widths(0, steps[view.quantity], price, steps[view.vat], steps[view.gross], steps[view.net])


def section_widths(view: SectionView, steps: Steps) -> Widths:
    """What the sums of a section ask for."""
    return Widths(gross=steps[view.gross], net=steps[view.net])


def head_widths(columns: Columns, steps: Steps, line_count: int) -> Widths:
    """What the heads of the columns ask for."""
    return Widths(
        number=max(steps[columns.number], steps[str(line_count)]) if columns.number else 0,
        quantity=steps[columns.quantity],
        price=steps[columns.price],
        vat=steps[columns.vat],
        gross=steps[columns.gross],
        net=steps[columns.net],
    )


def grid_for(
    asked: Iterable[Widths], columns: Columns, left_pt: float, right_pt: float, styles: Styles
) -> Grid:
    """The columns for these cells; figures are set smaller where amounts leave the text no room."""
    room = Widths(*map(min, map(max, zip(*asked, strict=True)), _WIDEST))
    shown = Widths(
        number=room.number if columns.number else 0,
        quantity=room.quantity,
        price=room.price if columns.price else 0,
        vat=room.vat if columns.vat else 0,
        gross=room.gross if columns.gross else 0,
        net=room.net,
    )
    gaps_pt = GAP_PT * sum(1 for width in shown[1:] if width)
    room_pt = right_pt - left_pt - _LEAST_TEXT_PT - gaps_pt
    figures = styles.body
    total = sum(shown)
    if total > room_pt:
        scale = max(room_pt / total, 0.55)
        figures = TextStyle(round(styles.body.size_pt * scale - 0.05, 1), colour=styles.body.colour)
        shown = Widths(*(ceil(width * scale) for width in shown))
    net_x = right_pt
    gross_x = net_x - shown.net - GAP_PT
    vat_x = gross_x - (shown.gross + GAP_PT if shown.gross else 0)
    price_x = vat_x - (shown.vat + GAP_PT if shown.vat else 0)
    quantity_x = price_x - (shown.price + GAP_PT if shown.price else 0)
    text_x = left_pt + (shown.number + 8 if shown.number else 0)
    return Grid(
        left_pt=left_pt,
        text_x_pt=text_x,
        text_width_pt=quantity_x - shown.quantity - GAP_PT - text_x,
        quantity_x_pt=quantity_x,
        price_x_pt=price_x,
        vat_x_pt=vat_x,
        gross_x_pt=gross_x,
        net_x_pt=net_x,
        widths=shown,
        room=room,
        figures=figures,
        shows_price=bool(shown.price),
        shows_vat=bool(shown.vat),
        shows_gross=bool(shown.gross),
        shows_number=bool(shown.number),
    )
