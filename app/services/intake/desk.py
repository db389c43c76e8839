"""The desk where suppliers' files lie: taken in, read in the background, reviewed, filed.

All methods block and are called from one thread at a time; what a file says comes from the worker's
process.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection

from app.domain.problems import Problem
from app.intake.coding import reading_from_json, reading_to_json
from app.intake.files import LARGEST_BYTES, image_type, kind_of
from app.intake.page import Pages
from app.intake.reading import Reading, Remark
from app.intake.worker import Cancel, Held, Reader, Shown
from app.services.intake.answers import (
    Answer,
    answer_from_json,
    answer_to_json,
    checked,
    is_ready,
    keys_of,
    values_of,
)
from app.store import clock, supplier_files
from app.store.database import Database
from app.store.supplier_files import SupplierFile

_TYPES = {"pdf": "application/pdf", "xml": "application/xml", "mail": "message/rfc822"}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another document that is, or may be, the same. same_file: the same bytes; same_invoice: supplier,
    number and total; other_total: supplier and number, but another total."""

    kind: Literal["same_file", "same_invoice", "other_total"]
    other: SupplierFile


@dataclass(frozen=True, slots=True)
class Document:
    """One file with all that is known of it."""

    file: SupplierFile
    reading: Reading | None
    answer: Answer
    duplicate: Duplicate | None
    problems: tuple[Problem, ...]

    @property
    def is_ready(self) -> bool:
        """Whether it could be filed without a look."""
        return (
            self.reading is not None
            and self.reading.kind in ("invoice", "credit_note")
            and is_ready(self.reading, self.answer)
            and (self.duplicate is None or self.answer.is_kept_apart)
        )


class NotTaken(Exception):
    """A file was not taken in. `remark` says why."""

    def __init__(self, name: str, remark: Remark) -> None:
        super().__init__(name, remark.code)
        self.name = name
        self.remark = remark


class CannotFile(Exception):
    """The document still has errors."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = tuple(problems)


class IntakeDesk:
    """The queue and the archive of one office."""

    def __init__(self, database: Database, reader: Reader) -> None:
        self._database = database
        self._reader = reader

    def take_in(self, path: Path) -> SupplierFile:
        """Keep a file of the disk, whole and unaltered. Raises NotTaken, StoreProblem."""
        try:
            size = path.stat().st_size
            if size > LARGEST_BYTES:
                raise NotTaken(path.name, Remark("file_too_large", {"megabytes": str(size // 1_000_000)}))
            content = path.read_bytes()
        except FileNotFoundError:
            raise NotTaken(path.name, Remark("file_gone")) from None
        except OSError as error:
            raise NotTaken(path.name, Remark("file_not_readable", {"reason": error.strerror or ""})) from None
        if len(content) != size:
            raise NotTaken(path.name, Remark("file_changing"))
        return self.take_in_content(path.name, content)

    def take_in_content(self, name: str, content: bytes) -> SupplierFile:
        """Keep a file that is in our hands: pasted, or of a mail. Raises StoreProblem."""
        digest = hashlib.sha256(content).hexdigest()
        kind = kind_of(content)
        media_type = image_type(content) if kind == "image" else _TYPES.get(kind, "application/octet-stream")
        with self._database.writing() as connection:
            file_id = supplier_files.add(connection, safe_title(name), media_type, digest, content, _now())
            kept = supplier_files.one(connection, file_id)
        assert kept is not None
        return kept

    def unread(self) -> list[SupplierFile]:
        """The files nobody has read yet, the oldest first: after a crash, too."""
        with self._database.reading() as connection:
            return supplier_files.listed(connection, ("reading",))

    def read(self, file_id: str, *, password: str = "", cancel: Cancel | None = None) -> Document | None:
        """Read the file and put it into the queue to review; None when it is gone.

        Raises ReadingCancelled; the file then waits to be read.
        """
        with self._database.reading() as connection:
            file = supplier_files.one(connection, file_id)
            content = supplier_files.original(connection, file.sha256) if file else None
        if file is None or content is None:
            return None
        reading = self._reader.read(Held(file.name, content), password=password, cancel=cancel)
        body = json.dumps(reading_to_json(reading), ensure_ascii=False)
        now = _now()
        with self._database.writing() as connection:
            supplier_files.change(connection, file_id, now, state="to_review", reading=body)
            self._keep_keys(connection, file_id, file.name, reading, answer_from_json(file.answer), now)
        return self.document(file_id)

    def document(self, file_id: str) -> Document | None:
        """One document with its reading, answer, findings and duplicate."""
        with self._database.reading() as connection:
            file = supplier_files.one(connection, file_id)
            return None if file is None else self._document(connection, file)

    def queue(self) -> list[Document]:
        """What waits to be reviewed or read, the oldest first."""
        with self._database.reading() as connection:
            files = supplier_files.listed(connection, ("to_review", "reading"))
            return [self._document(connection, file) for file in files]

    def archive(self, text: str = "", limit: int = 500) -> list[Document]:
        """What was filed and answers the text, the newest first."""
        with self._database.reading() as connection:
            files = supplier_files.listed(connection, ("filed",), text, limit)
            return [self._document(connection, file) for file in files]

    def counts(self) -> dict[str, int]:
        """How many files are in each state."""
        with self._database.reading() as connection:
            return supplier_files.counts(connection)

    def answer(self, file_id: str, answer: Answer) -> Document | None:
        """Keep what a person said of the document so far."""
        now = _now()
        with self._database.writing() as connection:
            file = supplier_files.one(connection, file_id)
            if file is None:
                return None
            supplier_files.change(connection, file_id, now, answer=answer_to_json(answer))
            self._keep_keys(connection, file_id, file.name, _reading(file), answer, now)
        return self.document(file_id)

    def file(self, file_id: str) -> Document | None:
        """Accept the document: out of the queue, into the archive. Raises CannotFile."""
        found = self.document(file_id)
        if found is None or found.reading is None:
            return None
        errors = [problem for problem in found.problems if problem.severity == "error"]
        if errors:
            raise CannotFile(errors)
        now = _now()
        with self._database.writing() as connection:
            supplier_files.change(connection, file_id, now, state="filed", filed_at=now)
        return self.document(file_id)

    def take_back(self, file_id: str) -> Document | None:
        """Back into the queue, out of the archive or the bin."""
        return self._move(file_id, "to_review")

    def discard(self, file_id: str) -> Document | None:
        """Into the bin; the file is kept."""
        return self._move(file_id, "bin")

    def forget(self, file_id: str) -> None:
        """Remove a file of the bin for good."""
        with self._database.writing() as connection:
            supplier_files.forget(connection, file_id)

    def original(self, file_id: str) -> bytes | None:
        """The file as it came."""
        with self._database.reading() as connection:
            file = supplier_files.one(connection, file_id)
            return supplier_files.original(connection, file.sha256) if file else None

    def picture(self, file_id: str, page: int, width: int, *, password: str = "") -> Shown:
        """One page as it is shown, so many pixels wide. Raises `app.intake.worker.Failed`."""
        return self._reader.picture(self._held(file_id), page, width, password=password)

    def words(self, file_id: str, *, password: str = "") -> Pages:
        """The words of the pages. Raises `app.intake.worker.Failed`."""
        return self._reader.words(self._held(file_id), password=password)

    def _held(self, file_id: str) -> Held:
        with self._database.reading() as connection:
            file = supplier_files.one(connection, file_id)
            content = supplier_files.original(connection, file.sha256) if file else None
        return Held(file.name if file else "", content or b"")

    def _move(self, file_id: str, state: str) -> Document | None:
        with self._database.writing() as connection:
            supplier_files.change(connection, file_id, _now(), state=state, filed_at=None)
        return self.document(file_id)

    def _document(self, connection: Connection, file: SupplierFile) -> Document:
        reading = _reading(file)
        answer = answer_from_json(file.answer)
        problems = tuple(checked(reading, answer)) if reading is not None else ()
        return Document(file, reading, answer, _duplicate(connection, file), problems)

    def _keep_keys(
        self,
        connection: Connection,
        file_id: str,
        name: str,
        reading: Reading | None,
        answer: Answer,
        now: str,
    ) -> None:
        values = values_of(reading, answer) if reading is not None else {}
        supplier_files.keep_keys(connection, file_id, now, keys_of(values), [name, *values.values()])


def _duplicate(connection: Connection, file: SupplierFile) -> Duplicate | None:
    for other in supplier_files.with_content(connection, file.sha256):
        is_part = (other.first_page, other.last_page) != (file.first_page, file.last_page)
        if other.id != file.id and not is_part and other.added_at <= file.added_at:
            return Duplicate("same_file", other)
    others = [
        other
        for other in supplier_files.with_number(connection, file.supplier_key, file.number_key)
        if other.id != file.id and other.added_at <= file.added_at
    ]
    for other in others:
        if other.gross and file.gross and Decimal(other.gross) == Decimal(file.gross):
            return Duplicate("same_invoice", other)
    return Duplicate("other_total", others[0]) if others else None


def _reading(file: SupplierFile) -> Reading | None:
    return reading_from_json(json.loads(file.reading, parse_float=float)) if file.reading else None


def safe_title(name: str) -> str:
    """The file's name as it is shown and kept: without folders, control and direction marks."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return (
        "".join(c for c in last if c.isprintable() and c not in "\u202a\u202b\u202c\u202d\u202e")[:200] or "?"
    )


def _now() -> str:
    return clock.written(datetime.now(UTC))
