"""Reads suppliers' files through processes that can die without harm, from any thread.

There are up to three: one reads, one shows pages, so that the window need not wait for a slow file, and
one reads scans, if the component for it is installed. Each starts when it is first needed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from app.intake import ocr
from app.intake.coding import Malformed, pages_from_json, reading_from_json
from app.intake.fields.choose_supplier import KnownSupplier
from app.intake.fields.memory import Memory, memory_to_json
from app.intake.names import safe_name
from app.intake.page import Pages
from app.intake.process import (
    Answer,
    Cancel,
    Failed,
    ReadingCancelled,
    WorkerLimits,
    WorkerProcess,
)
from app.intake.reading import Reading, Remark

__all__ = ["Cancel", "Failed", "Held", "Reader", "ReadingCancelled", "Shown", "Source", "WorkerLimits"]

OCR_LIMITS: Final = WorkerLimits(seconds=90.0, memory_bytes=2_500_000_000)
MOST_SIDE: Final = 20_000


class Held(NamedTuple):
    """A file that is in our hands already."""

    name: str
    content: bytes


Source = Path | Held
"""A file on the disk, read by the worker, or one we hold."""


class Shown(NamedTuple):
    """A page as PNG, with its size in pixels."""

    png: bytes
    width: int
    height: int


class Reader:
    """Reads files, shows their pages, takes mails and PDFs apart and puts PDFs together."""

    def __init__(self, limits: WorkerLimits | None = None, ocr_limits: WorkerLimits | None = None) -> None:
        limits = limits or WorkerLimits()
        self._reading = WorkerProcess(limits)
        self._showing = WorkerProcess(limits)
        self._scans = WorkerProcess(ocr_limits or OCR_LIMITS)
        self._has_ocr = ocr.is_installed()
        self._told: tuple[Memory | None, str] = (None, "")

    @property
    def has_ocr(self) -> bool:
        """Whether scans can be read."""
        return self._has_ocr

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that run, the one that reads first."""
        workers = (self._reading, self._showing, self._scans)
        return tuple(pid for worker in workers if (pid := worker.pid) is not None)

    def start(self) -> None:
        """Have the process that reads ready before the first file comes."""
        self._reading.start()

    def read(
        self,
        source: Source,
        *,
        password: str = "",
        cancel: Cancel | None = None,
        memory: Memory | None = None,
        suppliers: Sequence[KnownSupplier] = (),
        today: date | None = None,
    ) -> Reading:
        """The reading of the file; one that cannot be read comes back as such, with its reason.

        `memory`, `suppliers` and `today` are as in `app.intake.fields.read`. Raises ReadingCancelled.
        """
        request = {
            "do": "read",
            "password": password,
            "memory": self._written(memory),
            "suppliers": json.dumps(suppliers) if suppliers else "",
            "today": today.isoformat() if today else None,
        }
        reading = self._read(self._reading, {**request, "by_ocr": False}, source, cancel)
        if self._has_ocr and reading.error is not None and reading.error.code == "scan":
            reading = self._read(self._scans, {**request, "by_ocr": True}, source, cancel)
        return reading

    def words(self, source: Source, *, password: str = "") -> Pages:
        """The words of its pages, for clicking on them; those of a scan as it was read. Raises Failed."""
        pages = self._words(self._showing, source, password, by_ocr=False)
        if self._has_ocr and not any(page.words for page in pages.pages):
            pages = self._words(self._scans, source, password, by_ocr=True)
        return pages

    def picture(
        self, source: Source, page: int, width: int, *, rotation: int = 0, password: str = ""
    ) -> Shown:
        """One page, counted from 1, so many pixels wide, then turned clockwise by `rotation` degrees.

        Raises Failed.
        """
        request = {"do": "picture", "page": page, "width": width, "rotation": rotation, "password": password}
        answer = _ask(self._showing, request, source)
        png = answer.parts[0] if answer.parts else b""
        if not png.startswith(b"\x89PNG\r\n\x1a\n") or png[12:16] != b"IHDR":
            raise Failed(Remark("reader_died"))
        shown = Shown(png, int.from_bytes(png[16:20]), int.from_bytes(png[20:24]))
        if not (0 < shown.width <= MOST_SIDE and 0 < shown.height <= MOST_SIDE):
            raise Failed(Remark("reader_died"))
        return shown

    def extract(self, source: Source, first: int, last: int, *, password: str = "") -> bytes:
        """A PDF of its pages first to last, counted from 1. Raises Failed."""
        request = {"do": "extract", "first": first, "last": last, "password": password}
        return _pdf(_ask(self._showing, request, source))

    def merge(self, sources: Sequence[Held], *, password: str = "") -> bytes:
        """One PDF of these PDFs and pictures, in their order. Raises Failed."""
        contents = [source.content for source in sources]
        return _pdf(self._showing.ask({"do": "merge", "password": password}, contents))

    def attachments(self, source: Source) -> list[Held]:
        """The files of a mail that may be invoices, under safe names. Raises Failed."""
        answer = _ask(self._showing, {"do": "attachments"}, source)
        names = answer.untrusted
        if not isinstance(names, list) or len(names) != len(answer.parts):
            raise Failed(Remark("reader_died"))
        return [
            Held(safe_name(str(name)), content) for name, content in zip(names, answer.parts, strict=True)
        ]

    def close(self) -> None:
        """End the processes."""
        for worker in (self._reading, self._showing, self._scans):
            worker.close()

    def _written(self, memory: Memory | None) -> str:
        """The memory as text; written once for all the files that are read with it."""
        told, text = self._told
        if memory is not told:
            text = json.dumps(memory_to_json(memory)) if memory is not None and memory.lessons else ""
            self._told = (memory, text)
        return text

    def _read(
        self, worker: WorkerProcess, request: dict[str, Any], source: Source, cancel: Cancel | None
    ) -> Reading:
        try:
            return reading_from_json(_ask(worker, request, source, cancel).untrusted)
        except Failed as failed:
            return Reading(safe_name(source.name), "unreadable", error=failed.remark)
        except Malformed:
            return Reading(safe_name(source.name), "unreadable", error=Remark("reader_died"))

    def _words(self, worker: WorkerProcess, source: Source, password: str, *, by_ocr: bool) -> Pages:
        request = {"do": "words", "password": password, "by_ocr": by_ocr}
        try:
            return pages_from_json(_ask(worker, request, source).untrusted)
        except Malformed:
            raise Failed(Remark("reader_died")) from None


def _ask(
    worker: WorkerProcess, request: dict[str, Any], source: Source, cancel: Cancel | None = None
) -> Answer:
    if isinstance(source, Held):
        return worker.ask({**request, "name": source.name}, [source.content], cancel)
    return worker.ask({**request, "name": source.name, "path": str(source.absolute())}, (), cancel)


def _pdf(answer: Answer) -> bytes:
    if len(answer.parts) != 1 or not answer.parts[0].startswith(b"%PDF-"):
        raise Failed(Remark("reader_died"))
    return answer.parts[0]
