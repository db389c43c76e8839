"""Laying a worded document out; what has not changed since the last time is not measured again."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.ends import common_ends
from app.documents.layout.blocks import Block
from app.documents.layout.closing import closing_blocks, foot_block, totals_block, with_qr
from app.documents.layout.frame import Frame, frame_for
from app.documents.layout.heading import heading_block, intro_blocks
from app.documents.layout.pagination import Room, paginate
from app.documents.layout.sheet import Sheet
from app.documents.layout.styles import Styles, styles_for
from app.documents.layout.table import (
    Grid,
    RowSetter,
    Widths,
    grid_for,
    head_widths,
    line_widths,
    section_widths,
)
from app.documents.logo import Logo
from app.documents.tabular import TabularFaces
from app.documents.text import FontFaces, Typesetter
from app.documents.view.said import Closing, Heading, LineView, PaperView, SectionView
from app.domain.draft import Paper
from app.domain.totals import Totals


@dataclass(slots=True)
class _Row:
    """What is known of one row: the view it was measured for, and its blocks."""

    view: LineView | SectionView
    block: Block | None = None
    tail: Block | None = None
    shows: tuple[bool, bool] = (True, True)


@dataclass(slots=True)
class _Lower:
    """The blocks below the table, each with what it was made from."""

    totals: tuple[object, Block] | None = None
    middle: tuple[object, list[Block]] | None = None
    foot: tuple[object, Block] | None = None


class SheetMaker:
    """Lays one document out after another state of it."""

    def __init__(self, faces: FontFaces) -> None:
        self._faces = faces
        self._figure_faces = TabularFaces(faces)
        self._setters: dict[str, tuple[Typesetter, Typesetter]] = {}
        self._look: tuple[Frame, Styles, str] | None = None
        self._views: tuple[LineView | SectionView, ...] = ()
        self._rows: list[_Row] = []
        self._asked: list[Widths] = []
        self._row_setter: RowSetter | None = None
        self._upper: tuple[Heading, tuple[float, float] | None, list[Block]] | None = None
        self._lower = _Lower()

    def make(self, view: PaperView, totals: Totals, logo: Logo | None) -> Sheet:
        """The document on pages."""
        paper = view.draft.paper
        frame, styles, setter, figures = self._look_of(paper, view.language)
        asked = self._measure(view, figures, styles)
        asked.add(head_widths(view.columns, setter, styles.quiet, len(totals.lines)))
        grid = grid_for(asked, view.columns, frame.left_pt, frame.right_pt, styles)
        rows = self._rows_for(grid, styles, setter, figures, frame)
        head = rows.head(view.columns)
        upper = self._upper_blocks(view.heading, logo, frame, styles, setter)
        totals_part, middle, foot = self._lower_blocks(view.closing, frame, styles, setter, figures)

        blocks = [*upper, head]
        keeps = [False] * len(upper) + [True]
        ordinals = [0] * len(blocks)
        line_counts = [0] * len(blocks)
        if view.heading.subject.text.strip() and len(upper) > 1:
            keeps[1] = True
        table_start = len(upper)
        self._table(view, rows, blocks, keeps, ordinals, line_counts)
        table_end = len(blocks)
        keeps[-1] = True
        tail = [totals_part, *middle, foot]
        blocks += tail
        keeps += [not block.texts for block in tail]
        ordinals += [0] * len(tail)
        line_counts += [len(totals.lines)] * len(tail)

        carried_pt = rows.carried(view.carried_label, "").height_pt if paper.carried_forward else 0.0
        room = Room(
            body_pt=frame.body_height_pt,
            table_start=table_start,
            table_end=table_end,
            repeated_pt=head.height_pt + carried_pt,
            reserved_pt=carried_pt,
        )
        return Sheet(
            view=view,
            totals=totals,
            frame=frame,
            styles=styles,
            setter=setter,
            rows=rows,
            blocks=blocks,
            ordinals=ordinals,
            line_counts=line_counts,
            room=room,
            table_head=head,
            pages=paginate(blocks, keeps, room),
            foot=foot,
            logo=logo,
        )

    def _look_of(self, paper: Paper, language: str) -> tuple[Frame, Styles, Typesetter, Typesetter]:
        setters = self._setters.get(language)
        if setters is None:
            setters = Typesetter(self._faces, language), Typesetter(self._figure_faces, language)
            self._setters[language] = setters
        frame, styles = frame_for(paper), styles_for(paper)
        if self._look != (frame, styles, language):
            self._look = (frame, styles, language)
            self._views = ()
            self._rows = []
            self._asked = []
            self._row_setter = None
            self._upper = None
            self._lower = _Lower()
        return frame, styles, *setters

    def _measure(self, view: PaperView, figures: Typesetter, styles: Styles) -> set[Widths]:
        before, rows = self._views, view.rows
        head, tail = common_ends(before, rows)
        tail_start = len(before) - tail
        known = {row.view.row_id: row for row in self._rows[head:tail_start]}
        middle: list[_Row] = []
        for row in rows[head : len(rows) - tail]:
            entry = known.get(row.row_id)
            if entry is None or entry.view is not row:
                entry = _Row(row)
            middle.append(entry)
        asked = [
            line_widths(entry.view, figures, styles.body)
            if isinstance(entry.view, LineView)
            else section_widths(entry.view, figures, styles.strong)
            for entry in middle
        ]
        self._rows = [*self._rows[:head], *middle, *self._rows[tail_start:]]
        self._asked = [*self._asked[:head], *asked, *self._asked[tail_start:]]
        self._views = rows
        return set(self._asked)

    def _rows_for(
        self, grid: Grid, styles: Styles, setter: Typesetter, figures: Typesetter, frame: Frame
    ) -> RowSetter:
        rows = self._row_setter
        if rows is None or rows.grid != grid:
            rows = self._row_setter = RowSetter(grid, styles, setter, figures, frame.body_height_pt)
            for entry in self._rows:
                entry.block = entry.tail = None
        return rows

    def _table(
        self,
        view: PaperView,
        setter: RowSetter,
        blocks: list[Block],
        keeps: list[bool],
        ordinals: list[int],
        line_counts: list[int],
    ) -> None:
        section: SectionView | None = None
        shows_lines = True
        shows = (True, True)
        count = 0
        open_entry: _Row | None = None

        def add(block: Block, keep: bool, ordinal: int = 0) -> None:
            blocks.append(block)
            keeps.append(keep)
            ordinals.append(ordinal)
            line_counts.append(count)

        def close_section() -> None:
            if open_entry is None or section is None:
                return
            if not section.shows_lines or not section.shows_subtotal:
                return
            if open_entry.tail is None:
                open_entry.tail = setter.subtotal(section, view.subtotal_label)
            keeps[-1] = True
            add(open_entry.tail, keep=False)

        for entry in self._rows:
            row = entry.view
            if isinstance(row, LineView):
                count += 1
                if not shows_lines:
                    line_counts[-1] = count
                    continue
                if entry.block is None or entry.shows != shows:
                    entry.block = setter.line(row, shows_prices=shows[0], shows_quantities=shows[1])
                    entry.shows = shows
                blocks.append(entry.block)
                keeps.append(False)
                ordinals.append(count)
                line_counts.append(count)
            else:
                close_section()
                section, open_entry = row, entry
                shows_lines = row.shows_lines
                shows = (row.shows_prices, row.shows_quantities)
                if entry.block is None:
                    entry.block = setter.section(row)
                add(entry.block, keep=row.shows_lines)
        close_section()

    def _upper_blocks(
        self, heading: Heading, logo: Logo | None, frame: Frame, styles: Styles, setter: Typesetter
    ) -> list[Block]:
        size = logo.size_px if logo is not None else None
        if self._upper is None or self._upper[0] != heading or self._upper[1] != size:
            head = heading_block(heading, size, frame, styles, setter)
            self._upper = (heading, size, [head, *intro_blocks(heading, frame, styles, setter)])
        return self._upper[2]

    def _lower_blocks(
        self,
        closing: Closing,
        frame: Frame,
        styles: Styles,
        setter: Typesetter,
        figures: Typesetter,
    ) -> tuple[Block, list[Block], Block]:
        parts = self._lower
        if parts.totals is None or parts.totals[0] != closing.totals:
            parts.totals = closing.totals, totals_block(closing, frame, styles, setter, figures)
        sentences = (closing.notes, closing.paragraphs)
        if parts.middle is None or parts.middle[0] != sentences:
            parts.middle = sentences, closing_blocks(closing, frame, styles, setter)
        legal = (closing.payment, closing.legal, bool(closing.qr))
        if parts.foot is None or parts.foot[0] != legal:
            parts.foot = legal, foot_block(closing, frame, styles, setter)
        foot = with_qr(parts.foot[1], closing.qr, frame, styles)
        return parts.totals[1], parts.middle[1], foot
