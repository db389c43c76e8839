"""The desk where suppliers' files lie: taken in, read, reviewed, filed, taken back.

All methods block; they may be called from several threads. What a file says comes from the reader's
processes, and what a person says overrides it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from app.intake.coding import reading_to_json
from app.intake.files import LARGEST_BYTES, image_type, kind_of
from app.intake.names import safe_name
from app.intake.page import Pages
from app.intake.reading import FIELD_NAMES, Reading, Remark
from app.intake.worker import Cancel, Failed, Held, Reader, Shown
from app.services.intake.answers import Answer, answer_from_json, answer_to_json, keys_of, values_of
from app.services.intake.documents import Document, document_of, reading_of, turns_of, turns_text
from app.services.intake.learning import Learning
from app.services.intake.problems import CannotFile, NotTaken
from app.store import clock, supplier_files
from app.store.database import Database
from app.store.supplier_files import FileState, Shelf, SupplierFile

if TYPE_CHECKING:
    from app.services.intake.shelves import Shelved

_TYPES = {"pdf": "application/pdf", "xml": "application/xml", "mail": "message/rfc822"}


class IntakeDesk:
    """The queue and the archive of one office."""

    def __init__(self, database: Database, reader: Reader) -> None:
        self._database = database
        self._reader = reader
        self._passwords: dict[str, str] = {}
        self.learning = Learning(database)

    # What comes in.

    def take_in(self, path: Path) -> list[SupplierFile]:
        """Keep a file of the disk, whole and unaltered; of a mail, what is attached to it.

        Raises NotTaken, StoreProblem.
        """
        try:
            told = path.stat()
            if told.st_size > LARGEST_BYTES:
                megabytes = str(told.st_size // 1_000_000)
                limit = str(LARGEST_BYTES // 1_000_000)
                raise NotTaken(path.name, Remark("file_too_large", {"megabytes": megabytes, "most": limit}))
            content = path.read_bytes()
            after = path.stat()
        except FileNotFoundError:
            raise NotTaken(path.name, Remark("file_gone")) from None
        except PermissionError:
            raise NotTaken(path.name, Remark("file_forbidden")) from None
        except OSError as error:
            raise NotTaken(path.name, Remark("file_not_readable", {"reason": error.strerror or ""})) from None
        if len(content) != after.st_size or after.st_mtime_ns != told.st_mtime_ns:
            raise NotTaken(path.name, Remark("file_changing"))
        return self.take_in_content(path.name, content)

    def take_in_content(self, name: str, content: bytes) -> list[SupplierFile]:
        """Keep a file that is in our hands: pasted, or of a mail. Raises StoreProblem."""
        held = [Held(name, content)]
        if kind_of(content) == "mail":
            with suppress(Failed):  # then the mail is kept as it is, and reading it says why
                held = self._reader.attachments(held[0]) or held
        with self._database.writing() as connection:
            ids = [_add(connection, each, now) for each, now in zip(held, _moments(len(held)), strict=True)]
            found = [supplier_files.one(connection, file_id) for file_id in ids]
        return [file for file in found if file is not None]

    # Reading.

    def unread(self) -> list[SupplierFile]:
        """The files nobody has read yet, the oldest first: after a crash, too."""
        with self._database.reading() as connection:
            return supplier_files.listed(connection, ("reading",))

    def read(self, file_id: str, *, password: str = "", cancel: Cancel | None = None) -> Document | None:
        """Read the file and put it into the queue to review; None when it is gone.

        The password holds until the program ends and is kept nowhere. Raises ReadingCancelled; the file
        then waits to be read.
        """
        if password:
            self._passwords[file_id] = password
        held = self._held(file_id)
        if held is None:
            return None
        reading = self._reader.read(
            held,
            password=self._password(file_id),
            cancel=cancel,
            memory=self.learning.memory(),
            today=datetime.now().astimezone().date(),
        )
        body = json.dumps(reading_to_json(reading), ensure_ascii=False)
        now = _now()
        with self._database.writing() as connection:
            file = supplier_files.one(connection, file_id)
            if file is None:
                return None
            state = "to_review" if file.state == "reading" else file.state
            supplier_files.change(connection, file_id, now, state=state, reading=body)
            _keep_keys(connection, file, reading, answer_from_json(file.answer), now)
        return self.document(file_id)

    def picture(self, file_id: str, page: int, width: int, rotation: int = 0) -> Shown:
        """One page as it is shown, so many pixels wide, turned clockwise. Raises Failed."""
        password = self._password(file_id)
        return self._reader.picture(self._there(file_id), page, width, rotation=rotation, password=password)

    def words(self, file_id: str) -> Pages:
        """The words of the pages. Raises Failed."""
        return self._reader.words(self._there(file_id), password=self._password(file_id))

    # What there is.

    def document(self, file_id: str) -> Document | None:
        """One document with its reading, answer, findings and duplicate."""
        with self._database.reading() as connection:
            file = supplier_files.one(connection, file_id)
            return None if file is None else document_of(connection, file)

    def queue(self) -> list[Document]:
        """What waits to be reviewed or read, the oldest first."""
        return self._listed(("to_review", "reading"), "", 500)

    def shelf(self, shelf: Shelf, text: str = "", limit: int = 500) -> list[Shelved]:
        """What lies on a shelf of the archive, or in the bin, and answers the text, the newest first."""
        from app.services.intake.shelves import shelved

        return shelved(self._database, shelf, text, limit)

    def counts(self) -> dict[str, int]:
        """How many files are in each state."""
        with self._database.reading() as connection:
            return supplier_files.counts(connection)

    def original(self, file_id: str) -> bytes | None:
        """The file as it came, byte for byte."""
        held = self._held(file_id)
        return None if held is None else held.content

    # What a person says.

    def answer(self, file_id: str, answer: Answer) -> Document | None:
        """Keep what a person said of the document so far."""
        now = _now()
        with self._database.writing() as connection:
            file = supplier_files.one(connection, file_id)
            if file is None:
                return None
            supplier_files.change(connection, file_id, now, answer=answer_to_json(answer))
            _keep_keys(connection, file, reading_of(file), answer, now)
        return self.document(file_id)

    def accept(self, file_id: str, answer: Answer | None = None) -> Document | None:
        """File it as a checked invoice, with this answer; out of the queue, into the archive.

        Raises CannotFile with what stands against it; the answer is kept then as well.
        """
        found = self.document(file_id) if answer is None else self.answer(file_id, answer)
        if found is None:
            return None
        if found.reading is None:
            raise CannotFile(())
        if found.errors:
            raise CannotFile(found.errors)
        return self._move(file_id, "filed", "accepted")

    def learn(self, file_id: str) -> list[Document]:
        """Learn the supplier's layout from the document as it was accepted.

        Documents of that supplier that nobody has touched yet are read anew with it; these, as they are now.
        """
        found = self.document(file_id)
        if found is None or found.reading is None or not found.is_taught:
            return []
        try:
            pages = self.words(file_id)
        except Failed:
            return []
        values = values_of(found.reading, found.answer)
        key = self.learning.learn(pages, {name: values.get(name, "") for name in FIELD_NAMES}, _now())
        if not key:
            return []
        return self._read_again(
            [other for other in self.queue() if other.id != file_id and other.may_be_like(found)]
        )

    def read_again(self) -> list[Document]:
        """Read anew what nobody has touched yet, since what was learned was changed; what reads otherwise."""
        return self._read_again(self.queue())

    def _read_again(self, documents: Sequence[Document]) -> list[Document]:
        fresh = []
        for document in documents:
            if document.is_untouched:
                read = self.read(document.id)
                if read is not None and read != document:
                    fresh.append(read)
        return fresh

    def keep(self, file_id: str) -> Document | None:
        """File it as it is, whatever it may be."""
        return self._move(file_id, "filed", "kept")

    def wish(self, file_id: str, wishes: str) -> Document | None:
        """Keep what is wanted of the provider for the document, as `wishes_of` tells it."""
        with self._database.writing() as connection:
            supplier_files.change(connection, file_id, _now(), wishes=wishes)
        return self.document(file_id)

    def turn(self, file_id: str, page: int, degrees: int) -> Document | None:
        """Show that page turned so far clockwise from now on."""
        with self._database.writing() as connection:
            file = supplier_files.one(connection, file_id)
            if file is not None:
                turns = turns_text({**turns_of(file), page: degrees})
                supplier_files.change(connection, file_id, _now(), turns=turns)
        return self.document(file_id)

    def take_back(self, file_id: str) -> Document | None:
        """Back into the queue, out of the archive or the bin; what nobody has read yet waits to be read."""
        with self._database.reading() as connection:
            file = supplier_files.one(connection, file_id)
        is_read = file is not None and bool(file.reading)
        return self._move(file_id, "to_review" if is_read else "reading", "")

    def discard(self, file_id: str) -> Document | None:
        """Into the bin; the file is kept."""
        return self._move(file_id, "bin", "")

    def forget(self, file_id: str) -> None:
        """Remove a file of the bin for good."""
        with self._database.writing() as connection:
            supplier_files.forget(connection, file_id)

    def empty_bin(self) -> int:
        """Remove all that is in the bin for good; how many files that were."""
        with self._database.writing() as connection:
            return supplier_files.forget_bin(connection)

    # Parting and joining. What is made has its own bytes; what it was made of lies in the bin.

    def split(self, file_id: str, first_pages: Sequence[int]) -> list[SupplierFile]:
        """Documents of their own, one beginning at each of these pages, and at page 1. Raises Failed."""
        whole = self.document(file_id)
        if whole is None or whole.reading is None:
            return []
        starts = sorted({1, *first_pages})
        ends = [start - 1 for start in starts[1:]] + [whole.reading.page_count]
        source, password = self._there(file_id), self._password(file_id)
        stem = whole.file.name.rpartition(".")[0] or whole.file.name
        parts = [
            (first, last, self._reader.extract(source, first, last, password=password))
            for first, last in zip(starts, ends, strict=True)
        ]
        made = []
        with self._database.writing() as connection:
            for (first, last, content), now in zip(parts, _moments(len(parts)), strict=True):
                held = Held(f"{stem} p{first}-{last}.pdf", content)
                part_id = _add(connection, held, now, (first, last))
                turns = {page - first + 1: whole.turns.get(page, 0) for page in range(first, last + 1)}
                supplier_files.change(connection, part_id, now, turns=turns_text(turns))
                made.append(supplier_files.one(connection, part_id))
            supplier_files.change(connection, file_id, _now(), state="bin")
        return [part for part in made if part is not None]

    def merge(self, file_ids: Sequence[str]) -> SupplierFile | None:
        """One document of these, in their order. Raises Failed."""
        sources = [self._there(file_id) for file_id in file_ids]
        if len(sources) < 2:
            return None
        content = self._reader.merge(sources)
        now = _now()
        stem = sources[0].name.rpartition(".")[0] or sources[0].name
        turns: dict[int, int] = {}
        pages = 0
        for document in filter(None, map(self.document, file_ids)):
            turns |= {pages + page: degrees for page, degrees in document.turns.items()}
            pages += document.reading.page_count if document.reading is not None else 1
        with self._database.writing() as connection:
            made = _add(connection, Held(f"{stem} +{len(sources) - 1}.pdf", content), now)
            supplier_files.change(connection, made, now, turns=turns_text(turns))
            for file_id in file_ids:
                supplier_files.change(connection, file_id, now, state="bin")
            return supplier_files.one(connection, made)

    def undo_pieces(self, made: Sequence[str], made_of: Sequence[str]) -> None:
        """Take a split or a merge back: what was made goes, what it was made of returns."""
        now = _now()
        with self._database.writing() as connection:
            for file_id in made:
                supplier_files.change(connection, file_id, now, state="bin")
                supplier_files.forget(connection, file_id)
            for file_id in made_of:
                supplier_files.change(connection, file_id, now, state="to_review")

    def start(self) -> None:
        """Have the process that reads ready."""
        self._reader.start()

    def close(self) -> None:
        """End the reader's processes."""
        self._reader.close()

    def _listed(self, states: Sequence[FileState], text: str, limit: int) -> list[Document]:
        with self._database.reading() as connection:
            files = supplier_files.listed(connection, states, text, limit)
            return [document_of(connection, file) for file in files]

    def _held(self, file_id: str) -> Held | None:
        with self._database.reading() as connection:
            file = supplier_files.one(connection, file_id)
            content = supplier_files.original(connection, file.sha256) if file else None
        return None if file is None or content is None else Held(file.name, content)

    def _there(self, file_id: str) -> Held:
        held = self._held(file_id)
        if held is None:
            raise Failed(Remark("file_gone"))
        return held

    def _password(self, file_id: str) -> str:
        return self._passwords.get(file_id, "")

    def _move(self, file_id: str, state: FileState, decision: str) -> Document | None:
        now = _now()
        filed_at = now if state == "filed" else None
        with self._database.writing() as connection:
            supplier_files.change(connection, file_id, now, state=state, decision=decision, filed_at=filed_at)
        return self.document(file_id)


def _add(connection: Connection, held: Held, now: str, pages: tuple[int, int] | None = None) -> str:
    digest = hashlib.sha256(held.content).hexdigest()
    return supplier_files.add(
        connection, safe_name(held.name), _media_type(held.content), digest, held.content, now, pages
    )


def _media_type(content: bytes) -> str:
    kind = kind_of(content)
    return image_type(content) if kind == "image" else _TYPES.get(kind, "application/octet-stream")


def _keep_keys(
    connection: Connection, file: SupplierFile, reading: Reading | None, answer: Answer, now: str
) -> None:
    values = values_of(reading, answer) if reading is not None else {}
    supplier_files.keep_keys(connection, file.id, now, keys_of(values), [file.name, *values.values()])


def _moments(count: int) -> list[str]:
    """So many moments from now, apart: rows of one transaction keep their order by them."""
    begin = datetime.now(UTC)
    return [clock.written(begin + timedelta(microseconds=each)) for each in range(count)]


def _now() -> str:
    return clock.written(datetime.now(UTC))
