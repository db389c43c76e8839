"""A lesson taken apart into single facts, each to be removed or changed by a person."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, NamedTuple

from app.intake.fields.memory import Hint, Lesson
from app.intake.fields.places import LONGEST_KEY
from app.intake.fields.words import folded
from app.intake.reading import FIELD_NAMES, FieldName
from app.services.intake.answers import canonical_value


class Fact(NamedTuple):
    """One thing that was learned of a field.

    beside, above: its value stands right of, or below, the words `text`; always: it is `text`; never: the
    page does not state it. `at` counts the hints of the field, from 0.
    """

    field: FieldName
    kind: Literal["beside", "above", "always", "never"]
    text: str = ""
    at: int = 0


def facts_of(lesson: Lesson) -> list[Fact]:
    """What the lesson says of each field, in the order of the form."""
    found = []
    for name in FIELD_NAMES:
        if name in lesson.constants:
            found.append(Fact(name, "always", lesson.constants[name]))
        for at, hint in enumerate(lesson.hints.get(name, ())):
            found.append(
                Fact(name, "beside", hint.left, at) if hint.left else Fact(name, "above", hint.above, at)
            )
        if name in lesson.absent:
            found.append(Fact(name, "never"))
    return found


def without(lesson: Lesson, fact: Fact) -> Lesson:
    """The lesson without this fact."""
    name = fact.field
    if fact.kind == "always":
        return replace(lesson, constants={n: v for n, v in lesson.constants.items() if n != name})
    if fact.kind == "never":
        return replace(lesson, absent={n: hint for n, hint in lesson.absent.items() if n != name})
    hints = tuple(hint for at, hint in enumerate(lesson.hints.get(name, ())) if at != fact.at)
    others = {n: each for n, each in lesson.hints.items() if n != name}
    return replace(lesson, hints={**others, name: hints} if hints else others)


def with_text(lesson: Lesson, fact: Fact, text: str) -> Lesson:
    """The lesson with other words or another value; without the fact where nothing is left of the text."""
    name = fact.field
    wanted = canonical_value(name, text) if fact.kind == "always" else words_in(text)
    if not wanted or fact.kind == "never":
        return without(lesson, fact)
    if fact.kind == "always":
        changed = replace(lesson, constants={**lesson.constants, name: wanted})
        # A name a person wrote need not stand on the page, and the page must not be asked for it.
        return replace(changed, name=wanted, is_name_printed=False) if name == "supplier_name" else changed
    hint = Hint(wanted, "") if fact.kind == "beside" else Hint("", wanted)
    hints = tuple(hint if at == fact.at else each for at, each in enumerate(lesson.hints[name]))
    return replace(lesson, hints={**lesson.hints, name: tuple(dict.fromkeys(hints))})


def words_in(text: str) -> str:
    """The words of a page as hints keep them: without capitals, accents, digits and marks."""
    return " ".join(re.findall(r"[^\W\d_]+", folded(text)))[-LONGEST_KEY:]
