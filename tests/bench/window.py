"""The same key press in the real window, with form, grid, totals and autosave following too.

A short and a long invoice are shown in turns in one window, so that both meet the same noise.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QMimeData, QTimer

from app.bootstrap import Program
from app.domain.draft import Draft
from app.services.settings import Settings
from app.ui.seat import Places
from tests.bench.desk import application
from tests.bench.invoices import invoice, middle_line
from tests.bench.rows import Row, median, spread
from tests.bench.stopwatch import ratio_of_neighbours

PATIENCE_MS = 30_000
BETWEEN_KEYS_MS = 60
PRESSES_A_ROUND = 8
PASTED = 1_000
PASTE_TARGET_MS = 300.0
SIZE = (1440, 900)


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    with tempfile.TemporaryDirectory() as folder:
        seat = _Window(Path(folder))
        yield from _presses(seat, (50, 5000), 2 if quick else 6)
        if not quick:
            yield from _pastes(seat, (50, 5000), 5)
        seat.close()


class _Window:
    """The program, and how long it takes from an edit to the painted page."""

    def __init__(self, folder: Path) -> None:
        self.program = Program(application(), Places(folder / "settings.toml", folder), Settings())
        self.program.window.resize(*SIZE)
        self.program.start()
        self.store = self.program.seat.store
        self.preview = self.program.window.parts.preview
        self.grid = self.program.window.parts.grid
        self._painted: dict[int, float] = {}
        self._loop = QEventLoop()
        self.preview.painted.connect(self._on_painted)

    def create(self, draft: Draft) -> str:
        """Store a new document and show it; its id."""
        before = self.store.document_id
        self.program.seat.session.call(lambda workspace: workspace.create(draft)).then(self.store.open)
        while self.store.document_id == before or len(self.store.draft.rows) != len(draft.rows):
            rest(50)
        return self.store.document_id

    def show(self, document_id: str, path: str) -> None:
        """Show a stored document with the cursor in one of its cells, and let it come to rest."""
        self.program.seat.session.call(lambda workspace: workspace.open_document(document_id)).then(
            self.store.open
        )
        while self.store.document_id != document_id:
            rest(50)
        rest(400)
        self.grid.focus_path(path)
        self.preview.show_path(path)
        rest(800)

    def press_ms(self, row_id: str, changes: dict[str, Any]) -> tuple[float, float]:
        """How long the edit holds the GUI thread, and how long until the page is painted."""
        start = time.perf_counter()
        self.store.edit_row(row_id, "Edit", key=row_id, **changes)
        held = time.perf_counter()
        patience = QTimer(singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(self._loop.quit)
        patience.start()
        while self.preview.revision not in self._painted:
            self._loop.exec()
            if not patience.isActive():
                raise TimeoutError("the preview did not paint")
        painted = self._painted[self.preview.revision]
        rest(BETWEEN_KEYS_MS)
        return (held - start) * 1000, (painted - start) * 1000

    def _on_painted(self, revision: int) -> None:
        self._painted[revision] = time.perf_counter()
        self._loop.quit()

    def close(self) -> None:
        """Close the window and end its threads."""
        self.program.window.close()
        self.program.stop()


def _presses(window: _Window, lengths: tuple[int, ...], rounds: int) -> Iterator[Row]:
    drafts = {lines: invoice(lines) for lines in lengths}
    ids = {lines: window.create(draft) for lines, draft in drafts.items()}
    kinds = ("price", "label")
    held: dict[tuple[int, str], list[float]] = {(lines, kind): [] for lines in lengths for kind in kinds}
    whole: dict[tuple[int, str], list[float]] = {place: [] for place in held}
    for number in range(rounds + 1):
        for lines, draft in drafts.items():
            row_id = middle_line(draft).id
            window.show(ids[lines], f"rows.{row_id}.label")
            for kind in kinds:
                for press in range(number * PRESSES_A_ROUND, (number + 1) * PRESSES_A_ROUND):
                    took_held, took_whole = window.press_ms(row_id, _change(kind, press))
                    if number:
                        held[lines, kind].append(took_held)
                        whole[lines, kind].append(took_whole)
    for (lines, kind), took in whole.items():
        yield Row(
            f"whole window: key press in a {kind} to painted page, {lines} lines",
            median(took),
            note=spread(took),
        )
        only = held[lines, kind]
        yield Row("  of this the GUI thread is held by the edit", median(only), note=spread(only))
    short, long = lengths[0], lengths[-1]
    for kind in kinds:
        yield Row(
            f"  {kind}: {long} lines against {short}, in turns",
            ratio_of_neighbours(whole[long, kind], whole[short, kind]),
            "x",
            note=f"best against best {min(whole[long, kind]) / min(whole[short, kind]):.2f}",
        )


def _change(kind: str, press: int) -> dict[str, Any]:
    if kind == "price":
        return {"unit_price": Decimal(50000 + press * 37) / 100}
    return {"label": f"Maquettes responsives {press}"}


def _pastes(window: _Window, lengths: tuple[int, ...], times: int) -> Iterator[Row]:
    sheet = QMimeData()
    sheet.setText("\n".join(f"Work {n}\t{n % 7 + 1}\t{100 + n}.50\t20 %" for n in range(PASTED)))
    for lines in lengths:
        draft = invoice(lines)
        document_id = window.create(draft)
        window.show(document_id, f"rows.{middle_line(draft).id}.label")
        took = []
        for _ in range(times):
            start = time.perf_counter()
            window.grid.transfer.paste_mime(sheet)
            application().processEvents()
            took.append((time.perf_counter() - start) * 1000)
            rest(600)
            window.store.undo()
            rest(600)
        name = f"paste {PASTED:,} rows into {lines} lines, to painted grid"
        yield Row(name, median(took), target=PASTE_TARGET_MS, note=spread(took))


def rest(milliseconds: int) -> None:
    """Let the event loop run for so long."""
    calm = QEventLoop()
    QTimer.singleShot(milliseconds, calm.quit)
    calm.exec()
