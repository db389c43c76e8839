"""Fifty suppliers' files dropped on the real window: how soon one sees the first, and whether it ever stops.

The gaps are of the event loop: a timer without interval ticks as fast as the loop turns, and the longest time
between two ticks is the longest time in which a key would have waited. A page is being shown and the queue
followed the while, as when a person looks on. On a busy machine others hold the processor: the window's own
work is what the thread itself was busy, and the row without anything to do says how much is the machine.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from app.bootstrap import Program
from app.services.settings import Settings
from app.ui.seat import Places
from tests.bench.desk import application
from tests.bench.rows import Row, median, spread
from tests.bench.window import PATIENCE_MS, SIZE, rest
from tests.services.intake.papers import Bill, bill_pdf

FILES = 50
GAP_MS, FIRST_MS = 50.0, 1_000.0
NEIGHBOURS = 5
"""So many documents are gone through once all are read."""


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    gaps: dict[str, list[float]] = {}
    worked: dict[str, list[float]] = {}
    firsts, wholes = [], []
    for _ in range(1 if quick else 3):
        with tempfile.TemporaryDirectory() as folder:
            clerk = _Clerk(Path(folder))
            first, whole = clerk.drop()
            firsts.append(first)
            wholes.append(whole)
            clerk.look_around()
            for phase, found in clerk.pulse.phases.items():
                gaps.setdefault(phase, []).append(max(gap for gap, _own in found))
                worked.setdefault(phase, []).append(max(own for _gap, own in found))
            clerk.close()
    yield Row("drop to the first file read and shown", median(firsts), "ms", FIRST_MS, note=spread(firsts))
    yield Row(f"drop to all {FILES} files read", median(wholes), "ms", note=spread(wholes))
    for phase, longest in gaps.items():
        yield Row(f"longest stop of the window {phase}", median(longest), "ms", GAP_MS, note=spread(longest))
        own = worked[phase]
        yield Row("  of this the window's own work", median(own), "ms", GAP_MS, note=spread(own))


class _Pulse(QObject):
    """Ticks as often as the event loop turns, and notes how long it did not."""

    def __init__(self) -> None:
        super().__init__()
        self.phases: dict[str, list[tuple[float, float]]] = {}
        self._phase = ""
        self._last = self._last_own = 0.0
        self._timer = QTimer(self, interval=0, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def begin(self, phase: str) -> None:
        """Note the gaps of this phase from now on."""
        self._phase, self._last, self._last_own = phase, time.perf_counter(), time.thread_time()
        self.phases.setdefault(phase, [])
        self._timer.start()

    def end(self) -> None:
        """Note no more."""
        self._on_tick()
        self._timer.stop()

    def _on_tick(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.phases[self._phase].append((1000 * (now - self._last), 1000 * (own - self._last_own)))
        self._last, self._last_own = now, own


class _Clerk:
    """The program with its review room open, and fifty bills beside it."""

    def __init__(self, folder: Path) -> None:
        self.program = Program(application(), Places(folder / "settings.toml", folder), Settings())
        self.program.window.resize(*SIZE)
        self.program.start()
        self.pulse = _Pulse()
        bills = folder / "bills"
        bills.mkdir()
        self.paths = []
        for number in range(FILES):
            path = bills / f"QB-{number}.pdf"
            path.write_bytes(bill_pdf(Bill(supplier=f"Maison {number % 9} SARL", number=f"QB-{number}")))
            self.paths.append(path)
        self._read: list[float] = []
        self.program.seat.intake.was_read.connect(self._on_was_read)
        while not self.program.seat.session.is_open:
            rest(50)
        self.program.window.visits.show_room("to_review")
        rest(2_000)
        self.pulse.begin("while nothing is to be done")
        rest(1_500)
        self.pulse.end()

    def _on_was_read(self, _document: object) -> None:
        self._read.append(time.perf_counter())

    def drop(self) -> tuple[float, float]:
        """Milliseconds until the first is read and until all are."""
        self.pulse.begin("while fifty files are dropped and read")
        began = time.perf_counter()
        self.program.window.flows.open_paths(self.paths)
        while len(self._read) < FILES:
            rest(20)
            if time.perf_counter() - began > 4 * PATIENCE_MS / 1000:
                raise TimeoutError(f"{len(self._read)} of {FILES} files were read")
        rest(500)
        self.pulse.end()
        return 1000 * (self._read[0] - began), 1000 * (self._read[-1] - began)

    def look_around(self) -> None:
        """Go from document to document, accept some, and look into the archive."""
        room = self.program.window.rooms.page("to_review")
        self.pulse.begin("while documents are gone through and accepted")
        for _ in range(NEIGHBOURS):
            room.go_on()
            rest(300)
            room.accept()
            rest(300)
        self.pulse.begin("while the archive is opened")
        self.program.window.visits.show_room("supplier_archive")
        rest(600)
        self.pulse.end()

    def close(self) -> None:
        """Close the window and end its threads."""
        self.program.window.close()
        self.program.stop()
