"""From a key press to the repainted page, beside a full rebuild and beside the floor, all in turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from app.domain.draft import Draft
from app.domain.totals import compute
from tests.bench.desk import Trial
from tests.bench.invoices import invoice, middle_line
from tests.bench.references import bare_pdf, platypus_pdf, strings_of
from tests.bench.rows import Row, median, spread
from tests.bench.stopwatch import collector_at_rest, ratio_of_neighbours, times_ms

TARGETS_MS = {5: 16.0, 50: 16.0, 5000: 25.0}
FASTER_THAN_PLATYPUS = {50: 2.0, 500: 10.0, 5000: 100.0}
WITHIN_FLOOR = 1.5
PRESSES_A_ROUND, FLOORS_A_ROUND = 6, 6


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    for lines in (5, 50, 500, 5000):
        yield from _lines(lines, quick)


def _lines(lines: int, quick: bool) -> Iterator[Row]:
    draft = invoice(lines)
    row = middle_line(draft)
    trial = Trial(draft)
    trial.show_row(row.id)
    scale = trial.desk.outlook.device_scale
    rounds = 4 if quick else 12
    rebuilds = 1 if lines > 1000 else (3 if quick else rounds)
    price: list[float] = []
    label: list[float] = []
    floor: list[float] = []
    rebuilt: list[float] = []
    with collector_at_rest():
        for number in range(rounds + 1):
            presses = range(number * PRESSES_A_ROUND, (number + 1) * PRESSES_A_ROUND)
            prices = [trial.key_press_ms(row.id, unit_price=_price(press)) for press in presses]
            labels = [trial.key_press_ms(row.id, label=f"Maquettes responsives {press}") for press in presses]
            floors = times_ms(_floor(trial, scale), FLOORS_A_ROUND, 1)
            if number:
                price, label, floor = price + prices, label + labels, floor + floors
            if 0 < number <= rebuilds:
                rebuilt += times_ms(_platypus(trial.store.draft, scale), 1, number == 1 and lines <= 1000)
    trial.close()
    for name, took in (("price", price), ("label", label)):
        yield Row(
            f"key press in a {name} to painted page, {lines} lines ({len(took)} times)",
            median(took),
            target=TARGETS_MS.get(lines),
            note=spread(took),
        )
    yield Row("  floor: that page's strings in Helvetica, rastered", median(floor), note=spread(floor))
    for name, took in (("price", price), ("label", label)):
        yield Row(
            f"  {name} against the floor, neighbours in time",
            ratio_of_neighbours(took, floor),
            "x",
            WITHIN_FLOOR,
            note=f"best against best {min(took) / min(floor):.2f}",
        )
    yield Row("  full Platypus rebuild, first page rastered", median(rebuilt), note=spread(rebuilt))
    yield Row(
        "  key press faster than the rebuild",
        1 / ratio_of_neighbours(price, rebuilt),
        "x",
        FASTER_THAN_PLATYPUS.get(lines),
        "more",
        note=f"best against best {min(rebuilt) / min(price):.1f}",
    )


def _price(press: int) -> Decimal:
    return Decimal(50000 + press * 37) / 100


def _floor(trial: Trial, scale: float) -> Callable[[], object]:
    from app.services.paper import LivePaper
    from app.ui.preview.raster import draw_page

    live = LivePaper()
    live.update(trial.store.draft, trial.store.totals, "draft")
    strings = strings_of(live.page_pdf(trial.desk.outlook.current_page))
    return lambda: draw_page(bare_pdf(strings), scale)


def _platypus(draft: Draft, scale: float) -> Callable[[], object]:
    from app.ui.preview.raster import draw_page

    totals = compute(draft)
    return lambda: draw_page(platypus_pdf(draft, totals), scale)
