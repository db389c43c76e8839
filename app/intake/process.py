"""A process that opens files and can die without harm: asked one question at a time, watched meanwhile.

What comes back crosses a pipe as JSON and bytes; nothing is unpickled. The process is started when first
asked, and anew whenever it is gone.
"""

from __future__ import annotations

import json
import multiprocessing
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Final, NamedTuple, Protocol

from app.intake.coding import Malformed, decoded, remark_from_json
from app.intake.limits import resident_bytes
from app.intake.reading import Remark
from app.intake.serving import serve

LARGEST_HEAD: Final = 40_000_000
LARGEST_PART: Final = 110_000_000
POLL_S: Final = 0.05


class Cancel(Protocol):
    """Whether the person no longer wants the answer."""

    @property
    def cancelled(self) -> bool: ...


class ReadingCancelled(Exception):
    """Stopped on the person's word; the file is as it was."""


class Failed(Exception):
    """The file did not let itself be opened. `remark` says why, for the row of the file."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.code)
        self.remark = remark


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one file may cost."""

    seconds: float = 20.0
    memory_bytes: int = 1_200_000_000


class Answer(NamedTuple):
    """The JSON value that came back, unchecked, and the bytes that came with it."""

    untrusted: Any
    parts: tuple[bytes, ...]


class WorkerProcess:
    """Answers from any thread, one at a time."""

    def __init__(self, limits: WorkerLimits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The process that answers, if one runs."""
        process = self._process
        return None if process is None else process.pid

    def start(self) -> None:
        """Have it ready before it is asked."""
        with self._lock:
            self._started()

    def ask(
        self, request: Mapping[str, Any], contents: Sequence[bytes] = (), cancel: Cancel | None = None
    ) -> Answer:
        """The answer. Raises Failed, ReadingCancelled."""
        with self._lock:
            pipe = self._started()
            assert self._process is not None
            with _Watch(self._process, self._limits, cancel) as watch:
                try:
                    pipe.send_bytes(json.dumps({**request, "parts": len(contents)}).encode())
                    for content in contents:
                        pipe.send_bytes(content)
                    head = _head(decoded(pipe.recv_bytes(LARGEST_HEAD)))
                    parts = tuple(pipe.recv_bytes(LARGEST_PART) for _ in range(head.parts))
                except (EOFError, OSError, Malformed):
                    self._end()
                    if watch.was_cancelled:
                        raise ReadingCancelled from None
                    raise Failed(watch.reason or Remark("reader_died")) from None
        if head.failure is not None:
            raise Failed(head.failure)
        return Answer(head.answer, parts)

    def close(self) -> None:
        """End the process; a question on its way fails."""
        process = self._process
        if process is not None:
            with suppress(ValueError):
                process.kill()
        with self._lock:
            self._end()

    def _started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._end()
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        process = spawn.Process(
            target=serve,
            args=(theirs, self._limits.memory_bytes, self._limits.seconds),
            daemon=True,
            name="factotum-reader",
        )
        process.start()
        theirs.close()
        self._process, self._pipe = process, ours
        return ours

    def _end(self) -> None:
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()


class _Head(NamedTuple):
    answer: Any
    failure: Remark | None
    parts: int


def _head(untrusted: object) -> _Head:
    if not isinstance(untrusted, dict):
        raise Malformed("object expected")
    failure, parts = untrusted.get("failure"), untrusted.get("parts", 0)
    if not isinstance(parts, int) or not 0 <= parts <= 200:
        raise Malformed("parts")
    return _Head(untrusted.get("answer"), None if failure is None else remark_from_json(failure), parts)


class _Watch:
    """Ends a process that is no longer wanted, takes too long or grows too large, and says which."""

    def __init__(self, process: SpawnProcess, limits: WorkerLimits, cancel: Cancel | None) -> None:
        self._process = process
        self._limits = limits
        self._cancel = cancel
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True, name="factotum-watch")
        self.reason: Remark | None = None
        self.was_cancelled = False

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        latest = time.monotonic() + self._limits.seconds
        pid = self._process.pid or 0
        while not self._done.wait(POLL_S):
            if self._cancel is not None and self._cancel.cancelled:
                self.was_cancelled = True
            elif time.monotonic() > latest:
                self.reason = Remark("too_slow", {"seconds": f"{self._limits.seconds:g}"})
            elif (resident_bytes(pid) or 0) > self._limits.memory_bytes:
                self.reason = Remark("too_much_memory")
            else:
                continue
            with suppress(ValueError):
                self._process.kill()
            return
