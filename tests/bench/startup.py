"""From process start to the first paint: the real window with its last document, beside a bare one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.rows import Row, median
from tests.bench.stopwatch import ratio_of_neighbours

TARGET_MS, AT_MOST_BARE = 500.0, 2.5

_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if isinstance(watched.window(), QMainWindow):
                QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        sys.stdout.write(f"{time.perf_counter()} {len(sys.modules)}\\n")
        sys.stdout.flush()
        os._exit(0)

"""
_BARE = (
    """
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
"""
    + _WATCH
    + """
app = QApplication(["bare"])
app.setStyle("fusion")
watch = FirstPaint()
app.installEventFilter(watch)
window, centre = QMainWindow(), QWidget()
column = QVBoxLayout(centre)
for widget in (QLabel("Label"), QLineEdit("Text"), QPushButton("Button")):
    column.addWidget(widget)
window.setCentralWidget(centre)
window.resize(1440, 900)
window.show()
app.exec()
"""
)
_REAL = (
    """
from app.__main__ import main
from app.start import load_window
load_window()
"""
    + _WATCH
    + """
from app.bootstrap import application
watch = FirstPaint()
application().installEventFilter(watch)
main([])
"""
)
_SEED = """
from app.services.settings import data_folder
from app.services.snapshot import write_snapshot
from tests.bench.invoices import invoice
write_snapshot(data_folder() / "window", invoice(50), "draft")
"""


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    with tempfile.TemporaryDirectory() as home:
        room = _environment(Path(home))
        subprocess.run([sys.executable, "-c", _SEED], env=room, check=True)
        repeats = 3 if quick else 7
        real, bare = [], []
        for run in range(repeats + 1):
            took_bare, took_real = _first_paint_ms(_BARE, room), _first_paint_ms(_REAL, room)
            if run:
                bare.append(took_bare)
                real.append(took_real)
    yield Row(
        "first paint of the real window, last document in it",
        median(real),
        target=TARGET_MS,
        note=f"best {min(real):.0f}",
    )
    yield Row("  a bare window of three widgets", median(bare), note=f"best {min(bare):.0f}")
    yield Row(
        "  real against bare, in turns",
        ratio_of_neighbours(real, bare),
        "x",
        AT_MOST_BARE,
        note=f"best against best {min(real) / min(bare):.2f}",
    )


def _environment(home: Path) -> dict[str, str]:
    places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return (
        {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        | {"PYTHONPYCACHEPREFIX": str(home / "compiled")}
        | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home)}
        | {place: str(home / place.lower()) for place in places}
    )


def _first_paint_ms(script: str, environment: dict[str, str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return (float(done.stdout.split()[0]) - started) * 1000
