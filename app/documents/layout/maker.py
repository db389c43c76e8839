"""Laying a worded document out; what has not changed since the last time is not measured again."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.layout.blocks import Block
from app.documents.layout.body import TableBody
from app.documents.layout.closing import closing_blocks, foot_block, totals_block, with_qr
from app.documents.layout.columns import Grid, Steps, grid_for, head_widths
from app.documents.layout.frame import Frame, frame_for
from app.documents.layout.heading import heading_block, intro_blocks
from app.documents.layout.pagination import Paged, Room, paginate_again
from app.documents.layout.sheet import Sheet
from app.documents.layout.styles import Styles, styles_for
from app.documents.layout.table import RowSetter
from app.documents.logo import Logo
from app.documents.tabular import TabularFaces
from app.documents.text import FontFaces, Typesetter
from app.documents.view.said import Closing, Heading, PaperView
from app.domain.draft import Paper
from app.domain.totals import Totals


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
        self._body: TableBody | None = None
        self._row_setter: RowSetter | None = None
        self._upper: tuple[Heading, tuple[float, float] | None, list[Block]] | None = None
        self._lower = _Lower()
        self._paged: Paged | None = None

    def make(self, view: PaperView, totals: Totals, logo: Logo | None) -> Sheet:
        """The document on pages."""
        paper = view.draft.paper
        frame, styles, setter, figures = self._look_of(paper, view.language)
        body = self._body
        if body is None:
            body = self._body = TableBody(Steps(figures, styles.body), Steps(figures, styles.strong))
        asked_by_head = head_widths(view.columns, Steps(setter, styles.table_head), len(totals.lines))
        asked = (asked_by_head, *body.measure(view.rows))
        grid = grid_for(asked, view.columns, frame.left_pt, frame.right_pt, styles)
        rows = self._rows_for(grid, styles, setter, figures, frame)
        head = rows.head(view.columns)
        upper = self._upper_blocks(view.heading, logo, frame, styles, setter)
        totals_part, middle, foot = self._lower_blocks(view.closing, frame, styles, setter, figures)

        table = body.set(rows, view.subtotal_label)
        table_start = len(upper)
        table_end = table_start + 1 + len(table.blocks)
        tail = [totals_part, *middle, foot]
        blocks = [*upper, head, *table.blocks, *tail]
        keeps = [False] * table_start + [True, *table.keeps, *(not block.texts for block in tail)]
        if view.heading.subject.text.strip() and len(upper) > 1:
            keeps[1] = True
        keeps[table_end - 1] = True
        above = [0] * (table_start + 1)

        carried_pt = rows.carried(view.carried_label, "").height_pt if paper.carried_forward else 0.0
        room = Room(
            body_pt=frame.body_height_pt,
            table_start=table_start,
            table_end=table_end,
            repeated_pt=head.height_pt + carried_pt,
            reserved_pt=carried_pt,
        )
        self._paged = paginate_again(self._paged, blocks, keeps, room)
        return Sheet(
            view=view,
            totals=totals,
            frame=frame,
            styles=styles,
            setter=setter,
            rows=rows,
            blocks=blocks,
            ordinals=[*above, *table.ordinals, *[0] * len(tail)],
            line_counts=[*above, *table.line_counts, *[len(totals.lines)] * len(tail)],
            row_places=table.places,
            room=room,
            table_head=head,
            pages=self._paged.pages,
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
            self._body = None
            self._row_setter = None
            self._upper = None
            self._lower = _Lower()
        return frame, styles, *setters

    def _rows_for(
        self, grid: Grid, styles: Styles, setter: Typesetter, figures: Typesetter, frame: Frame
    ) -> RowSetter:
        rows = self._row_setter
        if rows is None or rows.grid != grid:
            rows = self._row_setter = RowSetter(grid, styles, setter, figures, frame.body_height_pt)
        return rows

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
