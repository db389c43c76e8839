"""From a key press to the repainted page, beside a full rebuild and beside the floor."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.draft import Draft
from app.domain.totals import compute
from tests.bench.desk import Trial
from tests.bench.invoices import invoice, middle_line
from tests.bench.references import bare_pdf, platypus_pdf, strings_of
from tests.bench.rows import Row, median, percentile
from tests.bench.stopwatch import times_ms

TARGETS_MS = {5: 16.0, 50: 16.0, 5000: 25.0}
FASTER_THAN_PLATYPUS = {50: 2.0, 500: 10.0, 5000: 100.0}
WITHIN_FLOOR = 1.5


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    for lines in (5, 50, 500, 5000):
        draft = invoice(lines)
        row = middle_line(draft)
        trial = Trial(draft)
        trial.show_row(row.id)
        scale = trial.desk.outlook.device_scale
        ours: list[float] = []
        floor: list[float] = []
        for number in range(1 + (3 if quick else 6)):
            took = _presses(trial, row.id, 12, number)
            if number:
                ours += took
                floor += _floor_ms(trial, scale, 6)
        edited = trial.store.draft
        trial.close()
        yield Row(
            f"key press to painted page, {lines} lines (median of {len(ours)})",
            median(ours),
            target=TARGETS_MS.get(lines),
            note=f"p95 {percentile(ours, 0.95):.1f}, best {min(ours):.1f}",
        )
        yield Row(
            "  floor: that page's strings in Helvetica, rastered, in turns with it",
            median(floor),
            note=f"best {min(floor):.1f}",
        )
        yield Row(
            "  key press against the floor",
            median(ours) / median(floor),
            "x",
            WITHIN_FLOOR,
            note=f"best against best {min(ours) / min(floor):.2f}",
        )
        rebuilt = _platypus_ms(edited, scale, quick)
        yield Row("  full Platypus rebuild, first page rastered", rebuilt)
        yield Row(
            "  key press faster than the rebuild",
            rebuilt / median(ours),
            "x",
            FASTER_THAN_PLATYPUS.get(lines),
            "more",
        )


def _presses(trial: Trial, row_id: str, count: int, number: int) -> list[float]:
    took = []
    for press in range(number * count, (number + 1) * count):
        changes = (
            {"unit_price": Decimal(50000 + press * 37) / 100}
            if press % 2
            else {"label": f"Maquettes responsives {press}"}
        )
        took.append(trial.key_press_ms(row_id, **changes))
    return took


def _floor_ms(trial: Trial, scale: float, repeats: int) -> list[float]:
    from app.services.paper import LivePaper
    from app.ui.preview.raster import draw_page

    live = LivePaper()
    live.update(trial.store.draft, trial.store.totals, "draft")
    strings = strings_of(live.page_pdf(trial.desk.outlook.current_page))
    return times_ms(lambda: draw_page(bare_pdf(strings), scale), repeats)


def _platypus_ms(draft: Draft, scale: float, quick: bool) -> float:
    from app.ui.preview.raster import draw_page

    totals = compute(draft)
    long = len(draft.rows) > 1000
    repeats = 1 if long else (3 if quick else 7)
    warm_up = 0 if long else 1
    return median(times_ms(lambda: draw_page(platypus_pdf(draft, totals), scale), repeats, warm_up))
