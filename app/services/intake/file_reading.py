"""Suppliers' files read one after the other and taught: what the command line does.

It reads with what was learned in the window, and teaches the window: the lessons are those of the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.domain.stated import canonical
from app.intake.coding import reading_to_json
from app.intake.fields.choose_supplier import KnownSupplier
from app.intake.fields.learn import learn
from app.intake.fields.memory import Memory
from app.intake.files import LARGEST_BYTES
from app.intake.page import Pages
from app.intake.reading import FIELD_NAMES, FieldName, Reading, Remark
from app.intake.worker import Failed, Held, Reader
from app.services.intake.answers import AMOUNTS, canonical_value
from app.services.settings import data_folder, load_settings
from app.services.wording_intake import WordingLanguage, remark_text
from app.store.records import StoreLocation

if TYPE_CHECKING:
    from app.store.problems import StoreProblem

__all__ = [
    "LARGEST_BYTES",
    "FileReading",
    "Held",
    "NotTaught",
    "NotUsable",
    "Reading",
    "answer_of",
    "spoken",
    "suppliers_of",
]

MOST_SUPPLIERS: Final = 100_000
SCHEMA_WITH_LESSONS: Final = 3
"""Stores of before have none."""


class NotUsable(Exception):
    """What was given beside the files cannot be used. Says in a sentence what, why and what to do now."""


class NotTaught(Exception):
    """The file to learn from cannot be read. Says so in a sentence."""


class FileReading:
    """Reads files with what was learned before, in the window and here.

    `state` is the folder of a store of its own; None: this user's.
    """

    def __init__(
        self, state: Path | None, suppliers: Iterable[KnownSupplier] = (), today: date | None = None
    ) -> None:
        """Raises NotUsable."""
        self._location = _location(state)
        self._memory = _remembered(self._location)
        self._suppliers = tuple(suppliers)
        self._today = today
        self._reader = Reader()

    def read(self, path: Path | Held) -> Reading:
        """The reading of the file; one that cannot be read comes back as such."""
        return self._reader.read(path, memory=self._memory, suppliers=self._suppliers, today=self._today)

    def learn(self, path: Path, answer: Mapping[FieldName, str]) -> Reading:
        """Keep what the right values teach of the file's supplier; the file as it is read from now on.

        Raises NotTaught, and NotUsable where the store does not take what was learned.
        """
        try:
            pages = self._reader.words(path)
        except Failed as failed:
            raise NotTaught(" ".join(remark_text(failed.remark)).strip()) from None
        if learn(self._memory, pages, answer) is self._memory:
            raise NotTaught(
                "Nothing can be learned: the page has no text, or the answer does not name the supplier. "
                "Give supplier_name too."
            )
        self._memory = _taught(self._location, pages, answer)
        return self.read(path)

    def close(self) -> None:
        """End the processes."""
        self._reader.close()


def spoken(reading: Reading, language: WordingLanguage = "en") -> dict[str, Any]:
    """The reading as JSON in which errors and warnings are sentences as well."""
    body = reading_to_json(reading)
    error = reading.error
    body["error"] = _sentence(error, language) if error else None
    body["error_code"] = error.code if error else None
    body["warnings"] = [
        {"code": remark.code, "message": _sentence(remark, language), "fields": list(remark.fields)}
        for remark in reading.warnings
    ]
    return body


def answer_of(untrusted: object) -> dict[FieldName, str]:
    """The right values of a file: `{field: value}`, or a reading as it is printed. An empty or null value
    says that the page does not state the field; members that are no fields are passed over.

    Raises NotUsable.
    """
    if not isinstance(untrusted, dict):
        raise NotUsable("an answer is a JSON object of fields and values")
    members = untrusted["fields"] if isinstance(untrusted.get("fields"), dict) else untrusted
    answer: dict[FieldName, str] = {}
    for name in FIELD_NAMES:
        if name not in members:
            continue
        value = members[name]
        if isinstance(value, dict):
            value = value.get("value")
        answer[name] = _answered(name, value)
    if not answer:
        raise NotUsable(f"the answer has none of the fields: {', '.join(FIELD_NAMES)}")
    return answer


def suppliers_of(untrusted: object) -> tuple[KnownSupplier, ...]:
    """The provider's suppliers of `[{id, name, vat}]`. Raises NotUsable."""
    if not isinstance(untrusted, list) or len(untrusted) > MOST_SUPPLIERS:
        raise NotUsable("a list of suppliers is a JSON array of objects with id, name and vat")
    found = []
    for place, each in enumerate(untrusted, 1):
        if not isinstance(each, dict):
            raise NotUsable(f"supplier {place} is not an object with id, name and vat")
        name, vat, key = each.get("name"), each.get("vat"), each.get("id")
        if not isinstance(name, str) or not isinstance(vat, str | None) or not isinstance(key, str | int):
            raise NotUsable(f"supplier {place} lacks its id or name, or one of them is no text")
        found.append(KnownSupplier(str(key), name[:500], (vat or "")[:50]))
    return tuple(found)


def _answered(name: FieldName, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise NotUsable(f"{name} is no text and no number")
    text = canonical_value(name, str(value))
    if name in AMOUNTS and text:
        try:
            return canonical(Decimal(text))
        except InvalidOperation:
            raise NotUsable(f"{name} is no amount; write it as 1234.56") from None
    if name in ("date", "due_date") and text:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise NotUsable(f"{name} is no date; write it as 2026-03-31") from None
    return text


def _location(state: Path | None) -> StoreLocation:
    if state is not None:
        return StoreLocation(folder=state)
    url = load_settings().settings.store_url
    return StoreLocation(url=url) if url else StoreLocation(folder=data_folder())


def _remembered(location: StoreLocation) -> Memory:
    """The lessons of the store, which is neither made nor changed for it."""
    if location.folder is not None and not location.folder.exists():
        return Memory()
    from app.services.intake.learning import Learning
    from app.store.database import Database, database_path
    from app.store.opening import schema_version
    from app.store.problems import StoreProblem

    try:
        if location.folder is not None and not database_path(location).exists():
            return Memory()
        database = Database(location)
        try:
            with database.reading() as connection:
                has_lessons = schema_version(connection) >= SCHEMA_WITH_LESSONS
            return Learning(database).memory() if has_lessons else Memory()
        finally:
            database.close()
    except StoreProblem as problem:
        raise NotUsable(_told(problem)) from None


def _taught(location: StoreLocation, pages: Pages, answer: Mapping[FieldName, str]) -> Memory:
    from app.services.intake.learning import Learning
    from app.store import clock
    from app.store.opening import open_database
    from app.store.problems import StoreProblem

    try:
        database = open_database(location)
        try:
            learning = Learning(database)
            learning.learn(pages, answer, clock.written(datetime.now(UTC)))
            return learning.memory()
        finally:
            database.close()
    except StoreProblem as problem:
        raise NotUsable(_told(problem)) from None
    except OSError as error:
        raise NotUsable(f"{location.folder}: cannot keep this: {error.strerror}") from None


def _told(problem: StoreProblem) -> str:
    """The problem as one line."""
    said = f"{problem.summary} {problem.detail} {problem.way_out}"
    return " ".join(said.split()) + " Or name another --state."


def _sentence(remark: Remark, language: WordingLanguage) -> str:
    return " ".join(part for part in remark_text(remark, language) if part)
