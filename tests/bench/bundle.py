"""The bundle beside the source: what it weighs, and how long it takes to start.

`FACTOTUM_BUNDLE` names the folder of the bundle, with its packages beside it.
"""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.rows import Row, median
from tests.bench.stopwatch import ratio_of_neighbours

BUNDLE_MB, DEB_MB, AT_MOST_SOURCE = 210.0, 70.0, 1.3
PATIENCE_S = 60.0
Timed = Callable[[Sequence[str]], float]


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    named = os.environ.get("FACTOTUM_BUNDLE")
    if not named:
        yield Row("(no bundle: FACTOTUM_BUNDLE names none)", None)
        return
    bundle = Path(named)
    yield Row("size of the bundle", _megabytes(p for p in bundle.rglob("*") if p.is_file()), "MB", BUNDLE_MB)
    for deb in bundle.parent.glob("*.deb"):
        yield Row("size of the .deb", _megabytes([deb]), "MB", DEB_MB)
    with tempfile.TemporaryDirectory() as home:
        room = {**os.environ, "HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
        for place in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            room[place] = f"{home}/{place.lower()}"
        frozen, source = [str(bundle / "factotum")], [sys.executable, "-m", "app"]
        repeats = 3 if quick else 7
        yield from _compared(
            "a command, to its end", [*frozen, "new"], [*source, "new"], _to_its_end(room), repeats
        )
        if shutil.which("Xvfb") is None:
            yield Row("(no window measured: no Xvfb)", None)
            return
        with _screen(Path(home)) as (display, pixels):
            screen = {**room, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            yield from _compared(
                "the window on a screen", frozen, source, _to_first_pixels(screen, pixels), repeats
            )


def _megabytes(files: Iterator[Path] | list[Path]) -> float:
    return sum(path.lstat().st_size for path in files if not path.is_symlink()) / 1e6


def _compared(
    name: str, frozen: Sequence[str], source: Sequence[str], timed: Timed, repeats: int
) -> Iterator[Row]:
    ours, theirs = [], []
    for run in range(repeats + 1):  # the first warms the disk's cache, and compiles the source
        took = timed(frozen), timed(source)
        if run:
            ours.append(took[0])
            theirs.append(took[1])
    yield Row(f"{name}: bundle", median(ours), note=f"best {min(ours):.0f}")
    yield Row(f"{name}: source", median(theirs), note=f"best {min(theirs):.0f}")
    yield Row("  bundle against source, in turns", ratio_of_neighbours(ours, theirs), "x", AT_MOST_SOURCE)


def _to_its_end(room: dict[str, str]) -> Timed:
    def timed(command: Sequence[str]) -> float:
        started = time.perf_counter()
        subprocess.run(command, env=room, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return (time.perf_counter() - started) * 1000

    return timed


def _to_first_pixels(room: dict[str, str], pixels: mmap.mmap) -> Timed:
    def timed(command: Sequence[str]) -> float:
        _until(lambda: not _is_drawn(pixels))
        started = time.perf_counter()
        window = subprocess.Popen(command, env=room, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _until(lambda: _is_drawn(pixels))
            return (time.perf_counter() - started) * 1000
        finally:
            window.kill()
            window.wait()

    return timed


def _until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_S
    pause = threading.Event()
    while not is_so():
        if time.monotonic() > ends:
            raise RuntimeError("the window did not come, or did not go")
        pause.wait(0.002)


def _is_drawn(pixels: mmap.mmap) -> bool:
    """Whether anything stands in the upper left of the screen, which is black without a window."""
    middle = len(pixels) // 4
    return any(pixels[middle : middle + 4_000])


@contextmanager
def _screen(folder: Path) -> Iterator[tuple[str, mmap.mmap]]:
    """A screen in memory: its name, and its pixels."""
    ready, told = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(told),
            "-screen",
            "0",
            "1920x1080x24",
            "-br",
            "-noreset",
            "-fbdir",
            str(folder),
        ],
        pass_fds=[told],
        stderr=subprocess.DEVNULL,
    )
    os.close(told)
    try:
        with os.fdopen(ready) as said:
            number = said.readline().strip()
        with (folder / "Xvfb_screen0").open("rb") as memory:
            yield f":{number}", mmap.mmap(memory.fileno(), 0, access=mmap.ACCESS_READ)
    finally:
        server.terminate()
        server.wait()
