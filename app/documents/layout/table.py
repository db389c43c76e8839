"""The table: column widths from the widest cells, then each row as a block."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from app.documents.layout.blocks import Block, BoxMark, Stack, TextMark
from app.documents.layout.setting import put_paragraph
from app.documents.layout.styles import BODY_LEADING_PT, SMALL_LEADING_PT, Styles
from app.documents.text import TextLine, TextStyle, Typesetter
from app.documents.view.said import Columns, LineView, SectionView

_STEP_PT: Final = 6
_GAP_PT: Final = 14.0
_WIDEST_PT: Final = {"quantity": 84, "price": 114, "vat": 60}
_LEAST_TEXT_PT: Final = 130.0
ROW_PAD_PT: Final = 2.0
PRICE_PATHS: Final = (".discount", ".adjustments")


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
    """Where the columns stand; each `..._x_pt` is the right edge of a column with figures."""

    left_pt: float
    text_x_pt: float
    text_width_pt: float
    quantity_x_pt: float
    price_x_pt: float
    vat_x_pt: float
    gross_x_pt: float
    net_x_pt: float
    widths: Widths
    figures: TextStyle
    shows_price: bool
    shows_vat: bool
    shows_gross: bool
    shows_number: bool


def _step(width_pt: float) -> int:
    return ceil(width_pt / _STEP_PT) * _STEP_PT


def line_widths(view: LineView, setter: Typesetter, style: TextStyle) -> Widths:
    """What the cells of one line ask for."""
    width_pt = setter.width_pt
    return Widths(
        quantity=min(_step(width_pt(view.quantity, style)), _WIDEST_PT["quantity"]),
        price=min(
            _step(max(width_pt(view.price, style), width_pt(view.price_note, style))), _WIDEST_PT["price"]
        ),
        vat=min(_step(width_pt(view.vat, style)), _WIDEST_PT["vat"]),
        gross=_step(width_pt(view.gross, style)),
        net=_step(width_pt(view.net, style)),
    )


def section_widths(view: SectionView, setter: Typesetter, style: TextStyle) -> Widths:
    """What the sums of a section ask for."""
    return Widths(
        gross=_step(setter.width_pt(view.gross, style)), net=_step(setter.width_pt(view.net, style))
    )


def head_widths(columns: Columns, setter: Typesetter, style: TextStyle, line_count: int) -> Widths:
    """What the heads of the columns ask for."""
    number_pt = 0.0
    if columns.number:
        number_pt = max(setter.width_pt(columns.number, style), setter.width_pt(str(line_count), style))
    caps = _WIDEST_PT
    return Widths(
        number=_step(number_pt),
        quantity=min(_step(setter.width_pt(columns.quantity, style)), caps["quantity"]),
        price=min(_step(setter.width_pt(columns.price, style)), caps["price"]),
        vat=min(_step(setter.width_pt(columns.vat, style)), caps["vat"]),
        gross=_step(setter.width_pt(columns.gross, style)),
        net=_step(setter.width_pt(columns.net, style)),
    )


def grid_for(asked: set[Widths], columns: Columns, left_pt: float, right_pt: float, styles: Styles) -> Grid:
    """The columns for these cells; figures are set smaller where amounts leave the text no room."""
    widest = Widths(*map(max, zip(*asked, strict=True)))
    shown = Widths(
        number=widest.number if columns.number else 0,
        quantity=widest.quantity,
        price=widest.price if columns.price else 0,
        vat=widest.vat if columns.vat else 0,
        gross=widest.gross if columns.gross else 0,
        net=widest.net,
    )
    gaps_pt = _GAP_PT * sum(1 for width in shown[1:] if width)
    room_pt = right_pt - left_pt - _LEAST_TEXT_PT - gaps_pt
    figures = styles.body
    total = sum(shown)
    if total > room_pt:
        scale = max(room_pt / total, 0.55)
        figures = TextStyle(round(styles.body.size_pt * scale - 0.05, 1), colour=styles.body.colour)
        shown = Widths(*(ceil(width * scale) for width in shown))
    net_x = right_pt
    gross_x = net_x - shown.net - _GAP_PT
    vat_x = gross_x - (shown.gross + _GAP_PT if shown.gross else 0)
    price_x = vat_x - (shown.vat + _GAP_PT if shown.vat else 0)
    quantity_x = price_x - (shown.price + _GAP_PT if shown.price else 0)
    text_x = left_pt + (shown.number + 8 if shown.number else 0)
    return Grid(
        left_pt=left_pt,
        text_x_pt=text_x,
        text_width_pt=quantity_x - shown.quantity - _GAP_PT - text_x,
        quantity_x_pt=quantity_x,
        price_x_pt=price_x,
        vat_x_pt=vat_x,
        gross_x_pt=gross_x,
        net_x_pt=net_x,
        widths=shown,
        figures=figures,
        shows_price=bool(shown.price),
        shows_vat=bool(shown.vat),
        shows_gross=bool(shown.gross),
        shows_number=bool(shown.number),
    )


class RowSetter:
    """Sets rows into blocks for one grid."""

    def __init__(
        self, grid: Grid, styles: Styles, setter: Typesetter, figures: Typesetter, page_pt: float
    ) -> None:
        self.grid = grid
        self._styles = styles
        self._setter = setter
        self._figures = figures
        self._page_pt = page_pt

    def line(self, view: LineView, *, shows_prices: bool, shows_quantities: bool) -> Block:
        """One line: figures on the baseline of the label, details below it in the second ink."""
        grid, styles, setter = self.grid, self._styles, self._setter
        figures, style = self._figures, grid.figures
        first_y_pt = ROW_PAD_PT + BODY_LEADING_PT * 0.75
        path = "rows." + view.row_id
        cells: list[TextMark] = []
        bottom_pt = ROW_PAD_PT

        def cell(text: str, x_pt: float, field: str, width_pt: int) -> None:
            nonlocal bottom_pt
            line = figures.line(text, style)
            if line.width_pt <= width_pt + 0.5:
                cells.append(TextMark(line, x_pt, first_y_pt, style, "right", "cell", path + field))
                return
            y_pt = first_y_pt
            for part in figures.wrap(text, style, width_pt):
                cells.append(TextMark(part, x_pt, y_pt, style, "right", "cell", path + field))
                y_pt += BODY_LEADING_PT
            bottom_pt = max(bottom_pt, y_pt - BODY_LEADING_PT * 0.75)

        stack = Stack(ROW_PAD_PT)
        if view.label.text or not view.details:
            put_paragraph(
                stack, setter, view.label, styles.body, x_pt=grid.text_x_pt, width_pt=grid.text_width_pt,
                leading_pt=BODY_LEADING_PT, role="cell",
            )  # fmt: skip
        for detail in view.details:
            if not shows_prices and detail.path.endswith(PRICE_PATHS):
                continue
            put_paragraph(
                stack, setter, detail, styles.quiet, x_pt=grid.text_x_pt, width_pt=grid.text_width_pt,
                leading_pt=SMALL_LEADING_PT, role="cell",
            )  # fmt: skip
        if shows_quantities:
            cell(view.quantity, grid.quantity_x_pt, ".quantity", grid.widths.quantity)
        if shows_prices and grid.shows_price:
            cell(view.price, grid.price_x_pt, ".unit_price", grid.widths.price)
            if view.price_note:
                note = setter.line(view.price_note, styles.quiet)
                y_pt = first_y_pt + SMALL_LEADING_PT
                mark = TextMark(
                    note, grid.price_x_pt, y_pt, styles.quiet, "right", "cell", path + ".price_base_quantity"
                )
                cells.append(mark)
                bottom_pt = max(bottom_pt, y_pt + SMALL_LEADING_PT * 0.25)
        if grid.shows_vat:
            cell(view.vat, grid.vat_x_pt, ".vat_rate", grid.widths.vat)
        if shows_prices:
            if grid.shows_gross:
                cell(view.gross, grid.gross_x_pt, "", grid.widths.gross)
            cell(view.net, grid.net_x_pt, "", grid.widths.net)
        return Block(
            max(stack.y_pt, bottom_pt) + ROW_PAD_PT,
            (*stack.texts, *cells),
            path=path,
            cut_over_pt=self._page_pt,
            role="row",
        )

    def section(self, view: SectionView) -> Block:
        """A section head; with its lines hidden it carries the sums itself."""
        grid, styles, setter = self.grid, self._styles, self._setter
        stack = Stack(7.0)
        path = "rows." + view.row_id
        sums_pt = 0 if view.shows_lines else grid.widths.net + _GAP_PT
        width_pt = grid.net_x_pt - sums_pt - grid.left_pt
        if not view.shows_lines and grid.shows_gross:
            width_pt -= grid.widths.gross + _GAP_PT
        first_y_pt = stack.y_pt + BODY_LEADING_PT * 0.75
        for line in setter.wrap(view.title, styles.strong, width_pt):
            stack.y_pt += BODY_LEADING_PT
            x_pt = grid.left_pt + (width_pt if line.rtl else 0)
            stack.texts.append(
                TextMark(line, x_pt, stack.y_pt - BODY_LEADING_PT * 0.25, styles.strong,
                         "right" if line.rtl else "left", "cell", path + ".title")
            )  # fmt: skip
        if not view.shows_lines:
            self._sums(stack, view, first_y_pt)
        if view.text.strip():
            for line in setter.wrap(view.text.strip("\r\n"), styles.quiet, width_pt):
                stack.y_pt += SMALL_LEADING_PT
                x_pt = grid.left_pt + (width_pt if line.rtl else 0)
                stack.texts.append(
                    TextMark(line, x_pt, stack.y_pt - SMALL_LEADING_PT * 0.25, styles.quiet,
                             "right" if line.rtl else "left", "cell", path + ".text")
                )  # fmt: skip
        stack.gap(ROW_PAD_PT)
        if not view.shows_lines:
            self._hair_line(stack)
        return stack.block(path=path, cut_over_pt=self._page_pt, role="row")

    def subtotal(self, view: SectionView, label: str) -> Block:
        """The sum at the end of a section, with a hair line below it."""
        grid, styles = self.grid, self._styles
        stack = Stack(ROW_PAD_PT)
        y_pt = stack.y_pt + BODY_LEADING_PT * 0.75
        line = self._setter.line(label, styles.quiet)
        right_pt = grid.gross_x_pt - (grid.widths.gross + _GAP_PT if grid.shows_gross else 0)
        stack.texts.append(
            TextMark(line, right_pt, y_pt, styles.quiet, "right", "cell", f"rows.{view.row_id}.show_subtotal")
        )
        self._sums(stack, view, y_pt)
        stack.gap(BODY_LEADING_PT)
        self._hair_line(stack)
        return stack.block(path=f"rows.{view.row_id}.show_subtotal", role="row")

    def _hair_line(self, stack: Stack) -> None:
        grid = self.grid
        stack.gap(4)
        stack.boxes.append(
            BoxMark(grid.left_pt, stack.y_pt - 0.5, grid.net_x_pt - grid.left_pt, 0.5, self._styles.hair)
        )

    def _sums(self, stack: Stack, view: SectionView, y_pt: float) -> None:
        grid = self.grid
        style = TextStyle(grid.figures.size_pt, "bold", colour=self._styles.ink)
        path = f"rows.{view.row_id}.show_subtotal"
        cells = [(view.net, grid.net_x_pt)]
        if grid.shows_gross:
            cells.append((view.gross, grid.gross_x_pt))
        for text, x_pt in cells:
            stack.texts.append(
                TextMark(self._figures.line(text, style), x_pt, y_pt, style, "right", "cell", path)
            )

    def head(self, columns: Columns) -> Block:
        """The heads of the columns over the accent line."""
        grid, styles, setter = self.grid, self._styles, self._setter
        style = styles.quiet
        widths = grid.widths
        cells = [(columns.quantity, grid.quantity_x_pt, widths.quantity, "")]
        if grid.shows_price:
            cells.append((columns.price, grid.price_x_pt, widths.price, "paper.show_unit_price"))
        if grid.shows_vat:
            cells.append((columns.vat, grid.vat_x_pt, widths.vat, "paper.show_vat_column"))
        if grid.shows_gross:
            cells.append((columns.gross, grid.gross_x_pt, widths.gross, ""))
        cells.append((columns.net, grid.net_x_pt, widths.net, ""))
        wrapped: list[tuple[tuple[TextLine, ...], float, str]] = [
            (setter.wrap(text, style, max(width + _GAP_PT / 2, 24)), x_pt, path)
            for text, x_pt, width, path in cells
        ]
        depth = max(len(lines) for lines, _, _ in wrapped)
        stack = Stack(BODY_LEADING_PT * depth)
        y_pt = stack.y_pt - BODY_LEADING_PT * 0.25
        heads: list[tuple[str, float]] = [(columns.description, grid.text_x_pt)]
        if grid.shows_number:
            heads.append((columns.number, grid.left_pt))
        for text, x_pt in heads:
            line = setter.line(text, style)
            stack.texts.append(TextMark(line, x_pt, y_pt, style, "left", "header_cell", ""))
        for lines, x_pt, path in wrapped:
            for up, line in enumerate(reversed(lines)):
                at_pt = y_pt - up * BODY_LEADING_PT
                stack.texts.append(TextMark(line, x_pt, at_pt, style, "right", "header_cell", path))
        stack.gap(3.5)
        stack.boxes.append(
            BoxMark(grid.left_pt, stack.y_pt, grid.net_x_pt - grid.left_pt, 1.2, styles.accent)
        )
        stack.gap(4.5)
        return stack.block(role="head_row")

    def carried(self, label: str, amount: str) -> Block:
        """The running sum at the foot or the head of a page."""
        grid, styles = self.grid, self._styles
        stack = Stack(BODY_LEADING_PT + ROW_PAD_PT)
        y_pt = stack.y_pt - BODY_LEADING_PT * 0.25
        right_pt = grid.gross_x_pt - (grid.widths.gross + _GAP_PT if grid.shows_gross else 0)
        for text, x_pt in ((label, right_pt), (amount, grid.net_x_pt)):
            line = self._figures.line(text, styles.quiet)
            stack.texts.append(
                TextMark(line, x_pt, y_pt, styles.quiet, "right", "cell", "paper.carried_forward")
            )
        stack.gap(ROW_PAD_PT)
        return stack.block(role="row")
