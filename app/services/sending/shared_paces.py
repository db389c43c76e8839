"""The books of a pace in files, so that all windows of a folder together keep a provider's limits.

A monotonic clock is one for all programs of a machine until that starts again: times of a former start
that lie ahead are forgotten.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from threading import Lock
from typing import Final

from app.client.clock import Clock
from app.client.errors import Unreachable
from app.client.pace import LONGEST_HOLD_S, Book, OwnLedger, Window
from app.services.vault.holding import held

_MICRO: Final = 1_000_000
_PAUSE_S: Final = 0.001
"""A book is held for a fraction of a millisecond: who finds it held looks again soon."""


class SharedLedger:
    """One file for each account. Where a file cannot be used, the program counts for itself alone."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = Lock()
        self._own = OwnLedger()

    @contextmanager
    def open(self, account: str) -> Iterator[Book]:
        """The account's book, nobody else's in this folder until the block ends."""
        path = self._folder / hashlib.sha256(account.encode()).hexdigest()[:32]
        kept = path.with_suffix(".json")
        with self._lock, self._own.open(account) as own, ExitStack() as stack:
            try:
                stack.enter_context(held(path.with_suffix(".lock"), pause=_pause))
                book = _read(kept, self._clock.monotonic())
            except (OSError, Unreachable):
                yield own
                return
            yield book
            with suppress(OSError):
                _write(kept, book)


def _pause(_seconds: float) -> None:
    time.sleep(_PAUSE_S)


def _write(path: Path, book: Book) -> None:
    """Over what is there, filled up with blanks: some file systems bring a shortened file to disk at once."""
    windows = {
        name: [
            {mark: _micros(left) for mark, left in window.under_way.items()},
            [_micros(at) for at in window.answered],
        ]
        for name, window in book.windows.items()
    }
    told = json.dumps({"held_until": _micros(book.held_until), "windows": windows}).encode("ascii")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        file.write(told.ljust(os.fstat(descriptor).st_size))


def _read(path: Path, now: float) -> Book:
    """The book as it was kept; a new one where there is none or it was cut off. Raises OSError."""
    book = Book()
    try:
        told = json.loads(path.read_text("ascii"), parse_float=Decimal)
        if (held_until := _seconds(told["held_until"])) <= now + LONGEST_HOLD_S:
            book.held_until = held_until
        for name, (under_way, answered) in told["windows"].items():
            window = book.windows[name] = Window()
            window.under_way = {
                mark: left for mark, kept in under_way.items() if (left := _seconds(kept)) <= now
            }
            window.answered = deque(at for kept in answered if (at := _seconds(kept)) <= now)
    except FileNotFoundError:
        return book
    except (AttributeError, KeyError, TypeError, ValueError):
        return Book()
    return book


def _seconds(told: object) -> float:
    """A time as it was kept. Raises TypeError."""
    if isinstance(told, int):
        return told / _MICRO
    raise TypeError("a time is kept as whole microseconds")


def _micros(time_s: float) -> int:
    return int(time_s * _MICRO)
