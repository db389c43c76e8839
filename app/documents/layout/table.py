"""The table's rows as blocks, set into its columns."""

from __future__ import annotations

from functools import partial
from operator import le
from typing import Final

from app.documents.layout.blocks import Block, BoxMark, Stack, TextMark
from app.documents.layout.columns import GAP_PT, Grid, Widths
from app.documents.layout.setting import put_paragraph
from app.documents.layout.styles import BODY_LEADING_PT, SMALL_LEADING_PT, Styles
from app.documents.text import TextLine, TextStyle, Typesetter
from app.documents.view.said import Columns, LineView, Said, SectionView

PRICE_PATHS: Final = (".discount", ".adjustments", ".price_discount")
_BASELINE_PT: Final = BODY_LEADING_PT * 0.75
_FILL_BEYOND_PT: Final = 6.0
_NOTE_DOWN_PT: Final = SMALL_LEADING_PT
_NOTE_DEPTH_PT: Final = SMALL_LEADING_PT * 0.25


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
        self._pad_pt = styles.template.row_pad_pt
        self._first_y_pt = self._pad_pt + _BASELINE_PT
        self._row_rule_pt = styles.template.row_rule_pt

    def line(self, view: LineView, asked: Widths, *, shows_prices: bool, shows_quantities: bool) -> Block:
        """One line: figures on the baseline of the label, details below it in the second ink.

        `asked` is what its cells ask for. The line is measured now; it is set when it is drawn.
        """
        path = "rows." + view.row_id
        if all(map(le, asked, self.grid.room)):
            marks = partial(self._line_marks, view, path, shows_prices, shows_quantities)
            height_pt = self._line_height_pt(view, shows_prices=shows_prices)
            rule = self._row_rule(height_pt)
            return Block(height_pt, marks, rule, path=path, cut_over_pt=self._page_pt, role="row")
        stack = self._set_line(view, path, shows_prices, shows_quantities)
        stack.boxes += self._row_rule(stack.y_pt)
        return stack.block(path=path, cut_over_pt=self._page_pt, role="row")

    def _row_rule(self, bottom_pt: float) -> tuple[BoxMark, ...]:
        """The hair line under a line, where the template has one."""
        rule_pt, grid = self._row_rule_pt, self.grid
        if not rule_pt:
            return ()
        width_pt = grid.net_x_pt - grid.left_pt
        return (BoxMark(grid.left_pt, bottom_pt - rule_pt, width_pt, rule_pt, self._styles.hair),)

    def _line_height_pt(self, view: LineView, *, shows_prices: bool) -> float:
        """What `_set_line` comes to where no cell is broken."""
        count, width_pt = self._setter.line_count, self.grid.text_width_pt
        y_pt = self._pad_pt
        if view.label.text or not view.details:
            y_pt += BODY_LEADING_PT * count(view.label.text, self._styles.body, width_pt)
        for detail in view.details:
            if shows_prices or not detail.path.endswith(PRICE_PATHS):
                y_pt += SMALL_LEADING_PT * count(detail.text, self._styles.quiet, width_pt)
        if view.price_note and shows_prices and self.grid.shows_price:
            y_pt = max(y_pt, self._first_y_pt + _NOTE_DOWN_PT + _NOTE_DEPTH_PT)
        return y_pt + self._pad_pt

    def _line_marks(
        self, view: LineView, path: str, shows_prices: bool, shows_quantities: bool
    ) -> tuple[TextMark, ...]:
        return tuple(self._set_line(view, path, shows_prices, shows_quantities).texts)

    def _set_line(self, view: LineView, path: str, shows_prices: bool, shows_quantities: bool) -> Stack:
        grid, styles, setter = self.grid, self._styles, self._setter
        figures, style = self._figures, grid.figures
        cells: list[TextMark] = []
        bottom_pt = self._pad_pt

        def cell(text: str, x_pt: float, field: str, width_pt: int) -> None:
            nonlocal bottom_pt
            line = figures.line(text, style)
            if line.width_pt <= width_pt + 0.5:
                cells.append(TextMark(line, x_pt, self._first_y_pt, style, "right", "cell", path + field))
                return
            y_pt = self._first_y_pt
            for part in figures.wrap(text, style, width_pt):
                cells.append(TextMark(part, x_pt, y_pt, style, "right", "cell", path + field))
                y_pt += BODY_LEADING_PT
            bottom_pt = max(bottom_pt, y_pt - BODY_LEADING_PT * 0.75)

        stack = Stack(self._pad_pt)
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
                y_pt = self._first_y_pt + _NOTE_DOWN_PT
                mark = TextMark(
                    note, grid.price_x_pt, y_pt, styles.quiet, "right", "cell", path + ".price_base_quantity"
                )
                cells.append(mark)
                bottom_pt = max(bottom_pt, y_pt + _NOTE_DEPTH_PT)
        if grid.shows_vat:
            cell(view.vat, grid.vat_x_pt, ".vat_rate", grid.widths.vat)
        if shows_prices:
            if grid.shows_gross:
                cell(view.gross, grid.gross_x_pt, "", grid.widths.gross)
            cell(view.net, grid.net_x_pt, "", grid.widths.net)
        stack.texts += cells
        stack.y_pt = max(stack.y_pt, bottom_pt) + self._pad_pt
        return stack

    def section(self, view: SectionView) -> Block:
        """A section head; with its lines hidden it carries the sums itself."""
        grid, styles, setter = self.grid, self._styles, self._setter
        stack = Stack(7.0)
        path = "rows." + view.row_id
        sums_pt = 0 if view.shows_lines else grid.widths.net + GAP_PT
        width_pt = grid.net_x_pt - sums_pt - grid.left_pt
        if not view.shows_lines and grid.shows_gross:
            width_pt -= grid.widths.gross + GAP_PT
        first_y_pt = stack.y_pt + BODY_LEADING_PT * 0.75
        put_paragraph(
            stack, setter, Said(view.title, path + ".title"), styles.section, x_pt=grid.left_pt,
            width_pt=width_pt, leading_pt=BODY_LEADING_PT, role="cell",
        )  # fmt: skip
        if not view.shows_lines:
            self._sums(stack, view, first_y_pt)
        if view.text.strip():
            put_paragraph(
                stack, setter, Said(view.text.strip("\r\n"), path + ".text"), styles.quiet, x_pt=grid.left_pt,
                width_pt=width_pt, leading_pt=SMALL_LEADING_PT, role="cell",
            )  # fmt: skip
        stack.gap(self._pad_pt)
        if not view.shows_lines:
            self._hair_line(stack)
        return stack.block(path=path, cut_over_pt=self._page_pt, role="row")

    def subtotal(self, view: SectionView, label: str) -> Block:
        """The sum at the end of a section, with a hair line below it."""
        grid, styles = self.grid, self._styles
        stack = Stack(self._pad_pt)
        y_pt = stack.y_pt + BODY_LEADING_PT * 0.75
        line = self._setter.line(label, styles.quiet)
        right_pt = grid.gross_x_pt - (grid.widths.gross + GAP_PT if grid.shows_gross else 0)
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
        """The heads of the columns over their line, or on their ground."""
        grid, styles, setter = self.grid, self._styles, self._setter
        style = styles.table_head
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
            (setter.wrap(text, style, max(width + GAP_PT / 2, 24)), x_pt, path)
            for text, x_pt, width, path in cells
        ]
        depth = max(len(lines) for lines, _, _ in wrapped)
        stack = Stack(BODY_LEADING_PT * depth + styles.template.head_pad_pt)
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
        width_pt = grid.net_x_pt - grid.left_pt
        if styles.head_fill:
            left_pt, fill_pt = grid.left_pt - _FILL_BEYOND_PT, width_pt + 2 * _FILL_BEYOND_PT
            stack.boxes.append(BoxMark(left_pt, 0.0, fill_pt, stack.y_pt, styles.head_fill))
        if styles.template.head_rule_pt:
            rule_pt = styles.template.head_rule_pt
            stack.boxes.append(BoxMark(grid.left_pt, stack.y_pt, width_pt, rule_pt, styles.rule))
        stack.gap(4.5)
        return stack.block(role="head_row")

    def carried(self, label: str, amount: str) -> Block:
        """The running sum at the foot or the head of a page."""
        grid, styles = self.grid, self._styles
        stack = Stack(BODY_LEADING_PT + self._pad_pt)
        y_pt = stack.y_pt - BODY_LEADING_PT * 0.25
        right_pt = grid.gross_x_pt - (grid.widths.gross + GAP_PT if grid.shows_gross else 0)
        for text, x_pt in ((label, right_pt), (amount, grid.net_x_pt)):
            line = self._figures.line(text, styles.quiet)
            stack.texts.append(
                TextMark(line, x_pt, y_pt, styles.quiet, "right", "cell", "paper.carried_forward")
            )
        stack.gap(self._pad_pt)
        return stack.block(role="row")
