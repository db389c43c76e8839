"""What accepted documents taught of suppliers' layouts: kept in the store, seen, corrected, forgotten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from app.intake.fields.learn import learn
from app.intake.fields.memory import (
    Described,
    Lesson,
    Memory,
    describe,
    lesson_from_json,
    lesson_to_json,
)
from app.intake.page import Pages
from app.intake.reading import FieldName
from app.services.intake.facts import Fact, facts_of, with_text, without
from app.store import clock, supplier_files
from app.store.database import Database
from app.store.supplier_files import Learned


class Learnt(NamedTuple):
    """One supplier's layout as a person sees it, and when it was learned last. `kept` is how it is kept."""

    described: Described
    updated_at: datetime
    facts: tuple[Fact, ...]
    kept: Learned


class Learning:
    """Lessons of one office, one row each."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: tuple[tuple[tuple[str, datetime], ...], Memory] | None = None

    def memory(self) -> Memory:
        """All lessons, the newest first. The same object while nothing changes, so that it is sent once."""
        with self._database.reading() as connection:
            rows = supplier_files.memory(connection)
        stamp = tuple((row.key, row.updated_at) for row in rows)
        known = self._known
        if known is not None and known[0] == stamp:
            return known[1]
        memory = Memory(tuple(lesson for row in rows if (lesson := _lesson(row.body)) is not None))
        self._known = (stamp, memory)
        return memory

    def learn(self, pages: Pages, answer: Mapping[FieldName, str], now: str) -> str:
        """Keep what the right values on these pages teach; the key of the lesson, empty if there is none."""
        before = self.memory()
        after = learn(before, pages, answer)
        if after is before or not after.lessons:
            return ""
        fresh = after.lessons[0]
        gone = {lesson.key for lesson in before.lessons} - {lesson.key for lesson in after.lessons}
        with self._database.writing() as connection:
            body = json.dumps(lesson_to_json(fresh), ensure_ascii=False)
            supplier_files.keep_memory(connection, fresh.key, fresh.name, body, now)
            for key in gone:
                supplier_files.forget_memory(connection, key)
        return fresh.key

    def learnt(self) -> list[Learnt]:
        """What is known of each supplier, in words and values, the newest first."""
        with self._database.reading() as connection:
            rows = supplier_files.memory(connection)
        found = []
        for row in rows:
            lesson = _lesson(row.body)
            if lesson is not None:
                described = describe(Memory((lesson,)))[0]
                found.append(Learnt(described, row.updated_at, tuple(facts_of(lesson)), row))
        return found

    def correct(self, key: str, fact: Fact, text: str = "") -> None:
        """Put other words or another value into a lesson; without a text, take the fact out of it.

        Nothing happens if the lesson does not say so any more.
        """
        with self._database.writing() as connection:
            row = next((row for row in supplier_files.memory(connection) if row.key == key), None)
            lesson = _lesson(row.body) if row is not None else None
            if lesson is None or fact not in facts_of(lesson):
                return
            changed = with_text(lesson, fact, text) if text else without(lesson, fact)
            body = json.dumps(lesson_to_json(changed), ensure_ascii=False)
            now = clock.written(datetime.now(UTC))
            supplier_files.keep_memory(connection, key, changed.name, body, now)

    def forget(self, key: str) -> None:
        """Read this supplier's documents from now on as if nothing had been learned of it."""
        with self._database.writing() as connection:
            supplier_files.forget_memory(connection, key)

    def restore(self, kept: Learned) -> None:
        """Know again what was forgotten or corrected, as it was."""
        now = clock.written(datetime.now(UTC))
        with self._database.writing() as connection:
            supplier_files.keep_memory(connection, kept.key, kept.title, kept.body, now)


def _lesson(body: str) -> Lesson | None:
    """The lesson as it was kept; None for one of another version, which is learned anew."""
    try:
        return lesson_from_json(json.loads(body, parse_float=float))
    except (ValueError, KeyError, TypeError):
        return None
