"""The processes that open suppliers' files: started, asked, brought down, and at a scan."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from app.intake.limits import resident_bytes
from app.intake.worker import Held, Reader
from tests.bench.rows import Row, median, spread
from tests.bench.stopwatch import times_ms
from tests.intake.papers import bomb_pdf, invoice_pdf

FIRST_RESULT_MS, A_SCAN_S = 1_000, 6
CORPUS = Path(os.environ.get("FACTOTUM_CORPORA") or "../shared/corpora") / "supplier_pdf"


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    invoice = Held("invoice.pdf", invoice_pdf())
    reader = Reader()
    try:
        yield Row("first file, process started for it", _took_ms(reader, invoice), "ms", FIRST_RESULT_MS)
        for name, work in (
            ("one page to fields, warm", lambda: reader.read(invoice)),
            ("words of a page, warm", lambda: reader.words(invoice)),
            ("picture of a page, 1200 dots wide, warm", lambda: reader.picture(invoice, 1, 1200)),
        ):
            took = times_ms(work, 10 if quick else 40)
            yield Row(name, median(took), note=spread(took))
        held = resident_bytes(reader.pids[0])
        yield Row("memory of the process that reads", None if held is None else held / 1e6, "MB")
        bomb = _took_ms(reader, Held("bomb.pdf", bomb_pdf()))
        yield Row("a bomb of 500 MB, until it is refused", bomb)
        yield Row("the next file, process started anew or not", _took_ms(reader, invoice))
        yield from _scans(reader, quick)
    finally:
        reader.close()


def _scans(reader: Reader, quick: bool) -> Iterator[Row]:
    scans = sorted(CORPUS.glob("*_scan.pdf"))[: 2 if quick else None]
    if not reader.has_ocr or not scans:
        yield Row("a scan (component or corpus not here)", None, "s/page", A_SCAN_S)
        return
    reader.read(scans[-1])
    began = time.perf_counter()
    pages = sum(reader.read(scan).page_count for scan in scans[:-1] or scans)
    yield Row("a scan, warm", (time.perf_counter() - began) / pages, "s/page", A_SCAN_S)


def _took_ms(reader: Reader, held: Held) -> float:
    began = time.perf_counter()
    reader.read(held)
    return (time.perf_counter() - began) * 1000
