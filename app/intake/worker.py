"""Files are opened in a process of their own, which can die without harm.

One long-lived process, started when first needed, with limits on memory and time; killed and started
anew when a file takes too long, and whenever it died. What comes back is JSON that is checked.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from app.intake.coding import Malformed, decoded, pages_from_json, reading_from_json
from app.intake.page import Pages
from app.intake.reading import Reading, Remark

LARGEST_ANSWER: Final = 80_000_000
MEMORY_BYTES: Final = 1_200_000_000
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


class Held(NamedTuple):
    """A file that is in our hands already."""

    name: str
    content: bytes


Source = Path | Held
"""A file on the disk, read by the worker, or one we hold."""


def _name(source: Source) -> str:
    return source.name


class Shown(NamedTuple):
    """A page as PNG, with its size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one file may cost."""

    seconds: float = 20.0
    memory_bytes: int = MEMORY_BYTES


class Reader:
    """Reads files through the worker, one at a time, from any thread."""

    def __init__(self, limits: WorkerLimits | None = None) -> None:
        self._limits = limits or WorkerLimits()
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def read(self, source: Source, *, password: str = "", cancel: Cancel | None = None) -> Reading:
        """The reading of the file; one that cannot be read comes back as such, with its reason."""
        try:
            answer, _ = self._ask({"do": "read", "password": password}, source, cancel)
            return reading_from_json(answer)
        except Failed as failed:
            return Reading(_name(source), "unreadable", error=failed.remark)
        except Malformed:
            return Reading(_name(source), "unreadable", error=Remark("reader_died"))

    def words(self, source: Source, *, password: str = "") -> Pages:
        """The words of its pages, for clicking on them. Raises Failed."""
        answer, _ = self._ask({"do": "words", "password": password}, source, None)
        try:
            return pages_from_json(answer)
        except Malformed:
            raise Failed(Remark("reader_died")) from None

    def picture(self, source: Source, page: int, width: int, *, password: str = "") -> Shown:
        """One page, counted from 1, so many pixels wide. Raises Failed."""
        request = {"do": "picture", "password": password, "page": page, "width": width}
        answer, png = self._ask(request, source, None)
        if not isinstance(answer, dict) or not png.startswith(b"\x89PNG"):
            raise Failed(Remark("reader_died"))
        return Shown(png, int(answer["width"]), int(answer["height"]))

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _ask(self, request: Mapping[str, Any], source: Source, cancel: Cancel | None) -> tuple[Any, bytes]:
        content = source.content if isinstance(source, Held) else b""
        where = {"name": source.name} if isinstance(source, Held) else {"path": str(source)}
        with self._lock:
            pipe = self._started()
            try:
                pipe.send_bytes(json.dumps({**request, **where}).encode())
                if isinstance(source, Held):
                    pipe.send_bytes(content)
                head = decoded(self._received(pipe, cancel))
                body = self._received(pipe, cancel) if isinstance(head, dict) and head.get("more") else b""
            except (EOFError, OSError, Malformed):
                self._end()
                raise Failed(Remark("reader_died")) from None
        if not isinstance(head, dict):
            raise Failed(Remark("reader_died"))
        failure = head.get("failure")
        if isinstance(failure, dict):
            params = failure.get("params")
            raise Failed(Remark(str(failure.get("code")), params if isinstance(params, dict) else {}))
        return head.get("answer"), body

    def _received(self, pipe: Connection, cancel: Cancel | None) -> bytes:
        waited = 0.0
        while not pipe.poll(POLL_S):
            waited += POLL_S
            if cancel is not None and cancel.cancelled:
                self._end()
                raise ReadingCancelled
            if waited >= self._limits.seconds:
                self._end()
                raise Failed(Remark("too_slow", {"seconds": f"{self._limits.seconds:g}"}))
        return pipe.recv_bytes(LARGEST_ANSWER)

    def _started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._end()
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        process = spawn.Process(
            target=_serve, args=(theirs, self._limits.memory_bytes), daemon=True, name="factotum-reader"
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


def _serve(pipe: Connection, memory_bytes: int) -> None:
    """The worker: one request, one answer, until the other end is gone."""
    _limit(memory_bytes)
    from app.intake import inside
    from app.intake.coding import pages_to_json, reading_to_json

    while True:
        try:
            request = json.loads(pipe.recv_bytes())
        except (EOFError, OSError):
            return
        body = b""
        try:
            if "path" in request:
                name = Path(request["path"]).name
                content = inside.content_of(request)
            else:
                name, content = str(request["name"]), pipe.recv_bytes()
            password = str(request.get("password", ""))
            answer: Any
            if request["do"] == "read":
                answer = reading_to_json(inside.read(content, name, password))
            elif request["do"] == "words":
                answer = pages_to_json(inside.words(content, password))
            else:
                shown = inside.picture(content, password, int(request["page"]), int(request["width"]))
                answer, body = {"width": shown.width, "height": shown.height}, shown.png
            head: dict[str, Any] = {"answer": answer, "more": bool(body)}
        except inside.Unreadable as bad:
            head = {"failure": {"code": bad.code, "params": bad.params}}
        except MemoryError:
            head = {"failure": {"code": "too_much_memory", "params": {}}}
        except Exception as fault:
            # Whatever a hostile file provokes in a library is that file's failure, not the program's.
            head = {"failure": {"code": "not_understood", "params": {"kind": type(fault).__name__}}}
        try:
            pipe.send_bytes(json.dumps(head).encode())
            if body:
                pipe.send_bytes(body)
        except OSError:
            return


def _limit(memory_bytes: int) -> None:
    """Let this process have no more memory than that, where the system has such a limit."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
