"""The same key press in the real window, with form, grid and totals following too."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from app.bootstrap import Program
from app.services.settings import Settings
from app.ui.seat import Places
from tests.bench.desk import application
from tests.bench.invoices import invoice, middle_line
from tests.bench.rows import Row, median, percentile

PATIENCE_MS = 30_000


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    for lines in (50,) if quick else (50, 5000):
        with tempfile.TemporaryDirectory() as folder:
            yield from _presses(Path(folder), lines, 30 if quick else 50)


def _presses(folder: Path, lines: int, presses: int) -> Iterator[Row]:
    program = Program(application(), Places(folder / "settings.toml", folder), Settings())
    program.start()
    preview, store = program.window.parts.preview, program.seat.store
    draft = invoice(lines)
    row = middle_line(draft)
    painted: dict[int, float] = {}
    loop = QEventLoop()

    def note(revision: int) -> None:
        painted[revision] = time.perf_counter()
        loop.quit()

    preview.painted.connect(note)
    program.seat.session.call(lambda workspace: workspace.create(draft)).then(store.open)
    while len(store.draft.rows) != len(draft.rows):
        _rest(100)
    _rest(1000)
    preview.show_path(f"rows.{row.id}.label")
    _rest(1500)
    held, whole = [], []
    for press in range(presses):
        start = time.perf_counter()
        store.edit_row(row.id, "Edit", key=row.id, unit_price=Decimal(50000 + press * 37) / 100)
        held.append((time.perf_counter() - start) * 1000)
        patience = QTimer(singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(loop.quit)
        patience.start()
        while preview.revision not in painted and patience.isActive():
            loop.exec()
        whole.append((painted[preview.revision] - start) * 1000)
        _rest(40)
    program.window.close()
    program.stop()
    yield Row(
        f"key press to painted page in the whole window, {lines} lines",
        median(whole),
        note=f"p95 {percentile(whole, 0.95):.1f}, best {min(whole):.1f}",
    )
    yield Row("  of this the GUI thread is held by the edit", median(held), note=f"best {min(held):.1f}")


def _rest(milliseconds: int) -> None:
    calm = QEventLoop()
    QTimer.singleShot(milliseconds, calm.quit)
    calm.exec()
