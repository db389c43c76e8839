"""A paper of plain ReportLab pages: as many rows a page as told, each row's label in Helvetica."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from app.domain.draft import Draft
from app.domain.totals import Totals

WIDTH_PT, HEIGHT_PT = 595.0, 842.0
TOP_PT, ROW_PT, LEFT_PT = 60.0, 20.0, 40.0


@dataclass(frozen=True)
class FakeSpot:
    path: str
    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float


@dataclass(frozen=True)
class FakeState:
    page_count: int
    width_pt: float = WIDTH_PT
    height_pt: float = HEIGHT_PT


class FakePaper:
    """Keeps to the contract of LivePaper and remembers what was asked of it.

    `gate`, when given, holds each update until it is set. A draft whose subject is in `refused`
    raises. A document of more than `long_from` rows is begun with its first page.
    """

    def __init__(
        self, rows_a_page: int = 10, gate: threading.Event | None = None, refused: tuple[str, ...] = ()
    ) -> None:
        self.rows_a_page = rows_a_page
        self.gate = gate
        self.refused = refused
        self.updates: list[Draft] = []
        self.begun: list[Draft] = []
        self.long_from = 1_000_000
        self.stages: list[str] = []
        self.pages_drawn: list[int] = []
        self.threads: set[int] = set()

    def update(self, draft: Draft, totals: Totals, stage: str) -> FakeState:
        self.threads.add(threading.get_ident())
        self.updates.append(draft)
        self.stages.append(stage)
        self.totals = totals
        if self.gate is not None and not self.gate.wait(10):
            raise TimeoutError("the gate stayed shut")
        if draft.subject in self.refused:
            raise ValueError(f"cannot draw {draft.subject}")
        return FakeState(max(1, -(-len(draft.rows) // self.rows_a_page)))

    def begin(self, draft: Draft, totals: Totals, stage: str) -> FakeState | None:
        if len(draft.rows) <= self.long_from:
            return None
        self.begun.append(draft)
        self.update(draft.edited(rows=draft.rows[: 2 * self.rows_a_page]), totals, stage)
        return FakeState(1)

    @property
    def draft(self) -> Draft:
        return self.updates[-1]

    def page_pdf(self, index: int) -> bytes:
        self.pages_drawn.append(index)
        pdf = io.BytesIO()
        canvas = Canvas(pdf, pagesize=(WIDTH_PT, HEIGHT_PT), invariant=1)
        canvas.drawString(LEFT_PT, HEIGHT_PT - 40, f"{self.draft.subject} {index + 1}")
        for spot, row in zip(self.spots(index)[1:], self._rows(index), strict=True):
            canvas.drawString(spot.x0_pt, HEIGHT_PT - spot.y1_pt + 4, getattr(row, "label", ""))
        canvas.showPage()
        canvas.save()
        return pdf.getvalue()

    def spots(self, index: int) -> tuple[FakeSpot, ...]:
        spots = [FakeSpot("subject", LEFT_PT, 25, 300, 45)]
        for place, row in enumerate(self._rows(index)):
            top = TOP_PT + place * ROW_PT
            spots.append(FakeSpot(f"rows.{row.id}.label", LEFT_PT, top, 300, top + ROW_PT))
        return tuple(spots)

    def page_of(self, path: str) -> int | None:
        if path == "subject":
            return 0
        for place, row in enumerate(self.draft.rows):
            if path == f"rows.{row.id}" or path.startswith(f"rows.{row.id}."):
                return place // self.rows_a_page
        return None

    def _rows(self, index: int) -> list:
        return list(self.draft.rows[index * self.rows_a_page : (index + 1) * self.rows_a_page])
