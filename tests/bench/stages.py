"""Where the time of a key press goes, stage by stage, on one thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeVar

from app.domain.rows import Line, Section
from app.domain.totals import compute
from app.services.history import History
from tests.bench.invoices import invoice, middle_line
from tests.bench.rows import Row, median

SCALE = 0.72
T = TypeVar("T")


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    for lines in (5, 50, 5000):
        for stage, took in _stages(lines, 20 if quick else 40).items():
            yield Row(f"{lines} lines: {stage}", median(took))


def _stages(lines: int, presses: int) -> dict[str, list[float]]:
    from app.services.paper import LivePaper
    from app.ui.preview.edits import edited_path
    from app.ui.preview.raster import draw_page

    draft = invoice(lines)
    row = middle_line(draft)
    place = draft.rows.index(row)
    history, totals, paper = History(draft), compute(draft), LivePaper()
    paper.update(draft, totals, "draft")
    found: dict[str, list[float]] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        done = work()
        found.setdefault(stage, []).append((time.perf_counter() - start) * 1000)
        return done

    for press in range(presses + 5):
        before = history.draft
        changes = (
            {"unit_price": Decimal(50000 + press * 37) / 100}
            if press % 2
            else {"label": f"Maquettes responsives {press}"}
        )
        rows = timed("new rows", lambda b=before.rows, c=changes: _replaced(b, place, c))
        after = timed("new draft", lambda b=before, r=rows: b.edited(rows=r))
        timed("compare drafts", lambda b=before, a=after: a == b)
        timed("history", lambda a=after: history.edit("Edit", a, key=row.id, at=datetime.now(UTC)))
        totals = timed("totals", lambda a=after, t=totals: compute(a, t))
        timed("what was edited", lambda b=before, a=after: edited_path(b, a))
        timed("paper.update", lambda a=after, t=totals: paper.update(a, t, "draft"))
        page = timed("paper.page_of", lambda: paper.page_of(f"rows.{row.id}")) or 0
        pdf = timed("paper.page_pdf", lambda p=page: paper.page_pdf(p))
        timed("paper.spots", lambda p=page: paper.spots(p))
        timed("raster", lambda p=pdf: draw_page(p, SCALE))
    return {stage: took[5:] for stage, took in found.items()}


def _replaced(
    rows: tuple[Line | Section, ...], place: int, changes: dict[str, object]
) -> tuple[Line | Section, ...]:
    return (*rows[:place], rows[place].model_copy(update=changes), *rows[place + 1 :])
