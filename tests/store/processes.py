"""Other windows as real processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]


class Worker:
    """One process that talks in lines."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def heard(self) -> str:
        """The next line it says; empty once it is gone."""
        return self._out.readline().strip()

    def all_heard(self) -> list[str]:
        """Every whole line until it is gone."""
        return [line.strip() for line in self._out if line.endswith("\n")]

    def tell(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        """SIGKILL: it gets no chance to finish anything."""
        self.process.kill()

    @property
    def _out(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout


@contextmanager
def worker(*arguments: str) -> Iterator[Worker]:
    """Run `tests.store.worker`; it is gone when the block ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.worker", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Worker(process)
        finally:
            process.kill()
