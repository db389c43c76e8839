"""The whole PDF, against a bare canvas that draws the same strings."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.totals import compute
from tests.bench.invoices import invoice
from tests.bench.references import bare_pdf, strings_of
from tests.bench.rows import Row, median, spread
from tests.bench.stopwatch import in_turns_ms, ratio_of_neighbours

WITHIN_BARE = 1.3


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    from app.services.paper import render_pdf

    for lines in (500, 5000):
        draft = invoice(lines)
        totals = compute(draft)
        pages = strings_of(render_pdf(draft, totals))
        repeats = (3 if lines == 500 else 1) if quick else (9 if lines == 500 else 3)
        ours, bare = in_turns_ms(
            (lambda d=draft, t=totals: render_pdf(d, t), lambda p=pages: bare_pdf(p)), repeats, 0
        )
        count = sum(map(len, pages))
        yield Row(f"whole PDF, {lines} lines ({len(pages)} pages)", median(ours), note=spread(ours))
        yield Row(f"  bare canvas, the same {count} strings in Helvetica", median(bare), note=spread(bare))
        yield Row(
            "  whole PDF against the bare canvas, in turns",
            ratio_of_neighbours(ours, bare),
            "x",
            WITHIN_BARE,
            note=f"best against best {min(ours) / min(bare):.2f}",
        )
