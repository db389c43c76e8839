"""What corrections have taught of suppliers, as plain values that go through JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.intake.reading import FIELD_NAMES, FieldName

LONGEST_TEXT = 300
MOST_ITEMS = 200


class Hint(NamedTuple):
    """The words that led to a value: `left` on its line, `above` in its column; an empty one says nothing."""

    left: str
    above: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """One supplier's layout, learned from `examples` answers.

    `ids` are identifiers, compact, and `fixed` letter-head and foot texts by which it is recognised.
    `constants` are values that are the same on each invoice, `hints` lead to those that differ,
    `corrected` names the fields that had been read wrongly, `absent` those that the page does not
    state, with the words that misled. `month_first` is how it writes dates, None if not known.
    """

    key: str
    name: str
    ids: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    is_name_printed: bool = False
    constants: Mapping[FieldName, str] = field(default_factory=dict)
    hints: Mapping[FieldName, tuple[Hint, ...]] = field(default_factory=dict)
    corrected: frozenset[FieldName] = frozenset()
    absent: Mapping[FieldName, Hint] = field(default_factory=dict)
    shape: str = ""
    month_first: bool | None = None
    examples: int = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """All lessons, the newest first."""

    lessons: tuple[Lesson, ...] = ()


class Described(NamedTuple):
    """One lesson for a person: by what words a field is found, or which value it always has."""

    key: str
    name: str
    examples: int
    found_by: Mapping[FieldName, str]
    always: Mapping[FieldName, str]
    never: tuple[FieldName, ...]


def forget(memory: Memory, key: str) -> Memory:
    """The memory without this lesson."""
    return Memory(tuple(lesson for lesson in memory.lessons if lesson.key != key))


def describe(memory: Memory) -> tuple[Described, ...]:
    """What is known of each supplier."""
    return tuple(
        Described(
            lesson.key,
            lesson.name,
            lesson.examples,
            {name: hints[0].left or hints[0].above for name, hints in lesson.hints.items() if hints},
            dict(lesson.constants),
            tuple(name for name in FIELD_NAMES if name in lesson.absent),
        )
        for lesson in memory.lessons
    )


def memory_to_json(memory: Memory) -> dict[str, Any]:
    """The memory as plain JSON."""
    return {"lessons": [lesson_to_json(lesson) for lesson in memory.lessons]}


def memory_from_json(untrusted: object) -> Memory:
    """The memory again. Raises ValueError if it is not what `memory_to_json` makes."""
    lessons = _mapping(untrusted).get("lessons")
    if not isinstance(lessons, list):
        raise ValueError("a list of lessons expected")
    return Memory(tuple(lesson_from_json(lesson) for lesson in lessons))


def lesson_to_json(lesson: Lesson) -> dict[str, Any]:
    """One lesson as plain JSON."""
    return {
        "key": lesson.key,
        "name": lesson.name,
        "ids": list(lesson.ids),
        "fixed": list(lesson.fixed),
        "is_name_printed": lesson.is_name_printed,
        "constants": dict(lesson.constants),
        "hints": {name: [list(hint) for hint in hints] for name, hints in lesson.hints.items()},
        "corrected": sorted(lesson.corrected),
        "absent": {name: list(hint) for name, hint in lesson.absent.items()},
        "shape": lesson.shape,
        "month_first": lesson.month_first,
        "examples": lesson.examples,
    }


def lesson_from_json(untrusted: object) -> Lesson:
    """The lesson again. Raises ValueError if it is not what `lesson_to_json` makes."""
    body = _mapping(untrusted)
    month_first = body.get("month_first")
    examples = body.get("examples", 1)
    if not (month_first is None or isinstance(month_first, bool)) or not isinstance(examples, int):
        raise ValueError("a truth value and a count expected")
    return Lesson(
        _text(body.get("key")),
        _text(body.get("name")),
        _texts(body.get("ids")),
        _texts(body.get("fixed")),
        body.get("is_name_printed") is True,
        {name: _text(value) for name, value in _fields(body.get("constants")).items()},
        {name: _hints(value) for name, value in _fields(body.get("hints")).items()},
        frozenset(name for name in FIELD_NAMES if name in _texts(body.get("corrected"))),
        {name: _hint(value) for name, value in _fields(body.get("absent")).items()},
        _text(body.get("shape")),
        month_first,
        examples,
    )


def _hints(value: object) -> tuple[Hint, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of hints expected")
    return tuple(_hint(item) for item in value[:MOST_ITEMS])


def _hint(value: object) -> Hint:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("a hint has two texts")
    return Hint(_text(value[0]), _text(value[1]))


def _fields(value: object) -> dict[FieldName, Any]:
    body = _mapping(value)
    return {name: body[name] for name in FIELD_NAMES if name in body}


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("an object expected")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of texts expected")
    return tuple(_text(item) for item in value[:MOST_ITEMS])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text expected")
    return value[:LONGEST_TEXT]
