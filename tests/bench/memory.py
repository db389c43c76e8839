"""Memory of a process with a long invoice open beside its preview. Run as a child, prints MB."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.rows import Row

_SCRIPT = "from tests.bench.memory import print_used; print_used({lines})"


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    for lines in (50,) if quick else (50, 5000):
        yield Row(f"memory, {lines} lines open with the preview", _used_mb(lines), "MB", 300.0)


def _used_mb(lines: int) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(lines=lines)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return float(done.stdout.strip().splitlines()[-1])


def resident_mb() -> float:
    """The resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def print_used(lines: int) -> None:
    """Open, edit and scroll, then print the resident memory of this process in MB."""
    from tests.bench.desk import Trial
    from tests.bench.invoices import invoice, middle_line

    draft = invoice(lines)
    trial = Trial(draft)
    trial.show_row(middle_line(draft).id)
    for press in range(20):
        trial.key_press_ms(middle_line(draft).id, description=f"key {press}")
    trial.settle()
    sys.stdout.write(f"{resident_mb():.1f}\n")
    trial.close()
