"""What accepted documents taught of suppliers' layouts: kept in the store, seen and forgotten there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
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
from app.store import supplier_files
from app.store.database import Database


class Learnt(NamedTuple):
    """One supplier's layout as a person sees it, and when it was learned last."""

    described: Described
    updated_at: datetime


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
                found.append(Learnt(describe(Memory((lesson,)))[0], row.updated_at))
        return found

    def forget(self, key: str) -> None:
        """Read this supplier's documents from now on as if nothing had been learned of it."""
        with self._database.writing() as connection:
            supplier_files.forget_memory(connection, key)


def _lesson(body: str) -> Lesson | None:
    """The lesson as it was kept; None for one of another version, which is learned anew."""
    try:
        return lesson_from_json(json.loads(body, parse_float=float))
    except (ValueError, KeyError, TypeError):
        return None
