"""From process start to the first paint: the real window with its last document, beside a bare one."""

from __future__ import annotations

import json
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
_SCREEN = {
    "name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1,
    "logicalDpi": 96, "logicalBaseDpi": 96,
}  # fmt: skip

_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

# Watches every object until the window is there, and from then on the window alone.
class FirstPaint(QObject):

    def __init__(self):
        super().__init__()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched, event):
        if isinstance(watched, QMainWindow):
            QApplication.instance().removeEventFilter(self)
            watched.installEventFilter(self)
            if event.type() == QEvent.Type.Paint:
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
app = application()
watch = FirstPaint()
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
    screens = home / "screens.json"
    screens.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
    places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return (
        {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        | {"PYTHONPYCACHEPREFIX": str(home / "compiled")}
        | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
        | {name: str(home) for name in ("HOME", "APPDATA", "LOCALAPPDATA")}
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
