"""Totals after an edit, and opening a long draft."""

from __future__ import annotations

import time
from collections.abc import Iterator
from decimal import Decimal

from app.domain.codec import draft_from_json, draft_to_json
from app.domain.draft import SCHEMA_VERSION, Draft
from app.domain.totals import Totals, compute
from app.store.journal import stored_draft
from tests.bench.desk import Trial
from tests.bench.invoices import invoice, middle_line
from tests.bench.rows import Row, median
from tests.bench.stopwatch import times_ms

LINES = 5000


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    draft = invoice(LINES)
    repeats = 10 if quick else 40
    yield Row(f"totals of {LINES} lines after one edit", _totals_ms(draft, repeats), target=5.0)
    yield Row(f"  from nothing, {LINES} lines", median(times_ms(lambda: compute(draft), 5, 1)))
    text = draft_to_json(draft)
    yield Row("  JSON to model, from a file", median(times_ms(lambda: draft_from_json(text), 5, 1)))
    yield Row(
        "  the same, from the store", median(times_ms(lambda: stored_draft(text, SCHEMA_VERSION), 5, 1))
    )
    trial = Trial(invoice(3))
    tries = []
    for _ in range(3 if quick else 7):
        start = time.perf_counter()
        opened_draft = stored_draft(text, SCHEMA_VERSION)
        from tests.bench.desk import opened

        trial.store.open(opened(opened_draft))
        tries.append((trial.until_painted() - start) * 1000)
        trial.store.open(opened(invoice(3)))
        trial.until_painted()
    trial.close()
    yield Row(f"open a draft of {LINES} lines: JSON, model, first page painted", median(tries), target=300.0)


def _totals_ms(draft: Draft, repeats: int) -> float:
    row = middle_line(draft)
    place = draft.rows.index(row)
    state: list[tuple[Draft, Totals]] = [(draft, compute(draft))]
    price = iter(range(1, 10_000))

    def edit() -> None:
        before, totals = state[0]
        changed = before.rows[place].model_copy(update={"unit_price": Decimal(next(price))})
        after = before.edited(rows=(*before.rows[:place], changed, *before.rows[place + 1 :]))
        state[0] = (after, compute(after, totals))

    return median(times_ms(edit, repeats))
