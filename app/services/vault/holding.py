"""One holder of a name at a time, among all threads and processes of a folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from app.client.errors import Unreachable

POLL_S: Final = 0.02
WAIT_S: Final = 90.0
"""Longer than any exchange with a provider may take: whoever holds is alive, since the dead let go."""


@contextmanager
def held(path: Path, wait_s: float = WAIT_S, pause: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Hold the file until the block ends; the system lets go for a process that dies.

    Raises Unreachable after `wait_s`, OSError if the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        tries = int(wait_s / POLL_S)
        while not _taken(file):
            if tries <= 0:
                raise Unreachable("error.sign_in_busy")
            tries -= 1
            pause(POLL_S)
        try:
            yield
        finally:
            _let_go(file)


if sys.platform == "win32":
    import msvcrt

    def _taken(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _taken(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
