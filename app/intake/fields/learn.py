"""Learning a supplier's layout from one answer: the right values of one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from app.intake.fields.choose import chosen
from app.intake.fields.evidence import Evidence, evidence_of
from app.intake.fields.memory import Hint, Lesson, Memory
from app.intake.fields.places import AMOUNTS, DATES, Place, places_of, plain, same_value, shape_of
from app.intake.fields.recognise import fixed_texts, lesson_for, own_ids
from app.intake.page import Pages
from app.intake.reading import FIELD_NAMES, FieldName, FieldReading

CONSTANT: Final[tuple[FieldName, ...]] = (
    "supplier_name",
    "supplier_vat_id",
    "supplier_siren",
    "currency",
)
PLACED: Final[tuple[FieldName, ...]] = ("invoice_number", *DATES, *AMOUNTS)
MOST_HINTS: Final = 6
MOST_LESSONS: Final = 2_000

Answer = Mapping[FieldName, str]
"""Right values, canonical as in `FieldReading`; an empty one says that the page does not state the field.
Fields that are left out say nothing."""


def learn(memory: Memory, pages: Pages, answer: Answer) -> Memory:
    """The memory with what this answer teaches, the newest lesson first.

    Nothing is learned without the supplier's name.
    """
    name = answer.get("supplier_name", "").strip()
    found = evidence_of(pages)
    if not name or not found.cells:
        return memory
    found = _as_written(found, answer)
    untaught = chosen(found).fields
    fresh = _lesson(found, name, answer, untaught)
    match = lesson_for(memory, found)
    if match is not None and plain(match[0].name) == plain(name):
        fresh = _joined(match[0], fresh)
    lessons = [lesson for lesson in memory.lessons if lesson.key != fresh.key]
    return Memory((fresh, *lessons)[:MOST_LESSONS])


def _lesson(found: Evidence, name: str, answer: Answer, untaught: Mapping[FieldName, FieldReading]) -> Lesson:
    hints: dict[FieldName, tuple[Hint, ...]] = {}
    absent: dict[FieldName, Hint] = {}
    corrected = set()
    for field in FIELD_NAMES:
        if field not in answer:
            continue
        right, read = answer[field], untaught.get(field)
        if right and (read is None or not same_value(field, right, read.value)):
            corrected.add(field)
        if not right and read is not None:
            absent[field] = _surroundings(found, field, read)
        if right and field in PLACED:
            led = _hints(places_of(found, field), field, right)
            if led:
                hints[field] = led
    ids = own_ids(found)
    vat = answer.get("supplier_vat_id", "")
    if vat:
        others = {i.value for i in found.identified if i.kind == "vat"}
        ids = (ids - others) | {vat}
    whole = plain(" ".join(cell.text for cell in found.cells))
    number = answer.get("invoice_number", "")
    return Lesson(
        key=vat or answer.get("supplier_siren", "") or plain(name),
        name=name,
        ids=tuple(sorted(ids)),
        fixed=fixed_texts(found),
        is_name_printed=plain(name) in whole,
        constants={field: answer[field] for field in CONSTANT if answer.get(field)},
        hints=hints,
        corrected=frozenset(corrected),
        absent=absent,
        shape=shape_of(number) if number else "",
        month_first=_order(found, answer),
    )


def _joined(old: Lesson, new: Lesson) -> Lesson:
    """Both examples of one supplier: what both say stays, what only one says is kept behind."""
    common = tuple(text for text in new.fixed if text in old.fixed)
    hints = {
        field: tuple(dict.fromkeys((*new.hints.get(field, ()), *old.hints.get(field, ()))))[:MOST_HINTS]
        for field in FIELD_NAMES
        if field in new.hints or field in old.hints
    }
    return replace(
        new,
        key=old.key,
        ids=tuple(sorted({*new.ids, *old.ids})),
        fixed=common if len(common) >= 3 else new.fixed,
        constants={**old.constants, **new.constants},
        hints=hints,
        corrected=old.corrected | new.corrected,
        absent={field: hint for field, hint in old.absent.items() if field not in new.hints}
        | dict(new.absent),
        shape=new.shape or old.shape,
        month_first=new.month_first if new.month_first is not None else old.month_first,
        examples=old.examples + 1,
    )


def _hints(places: list[Place], field: FieldName, right: str) -> tuple[Hint, ...]:
    """Words that lead to the right value and to no other, the most telling first."""
    hints: list[Hint] = []
    for place in places:
        if not same_value(field, place.value, right):
            continue
        for hint in (Hint(place.left, ""), Hint("", place.above), Hint(place.left, place.above)):
            if (hint.left or hint.above) and hint not in hints and _leads_only_to(places, field, hint, right):
                hints.append(hint)
                break
    return tuple(hints[:MOST_HINTS])


def _leads_only_to(places: list[Place], field: FieldName, hint: Hint, right: str) -> bool:
    return all(same_value(field, place.value, right) for place in places if fits(place, hint))


def fits(place: Place, hint: Hint) -> bool:
    """Whether the place has the hint's surroundings."""
    return (not hint.left or place.left == hint.left) and (not hint.above or place.above == hint.above)


def _surroundings(found: Evidence, field: FieldName, read: FieldReading) -> Hint:
    for place in places_of(found, field):
        if place.box == read.box and place.page == read.page:
            return Hint(place.left, place.above)
    return Hint("", "")


def _order(found: Evidence, answer: Answer) -> bool | None:
    """How the document writes a date whose digits leave both ways open, by the right one."""
    for printed in found.dates:
        for field in DATES:
            right = answer.get(field, "")
            if printed.other is not None and right:
                if right == printed.other.isoformat():
                    return True
                if right == printed.day.isoformat():
                    return False
    return None


def _as_written(found: Evidence, answer: Answer) -> Evidence:
    order = _order(found, answer)
    return found if order is None else found.with_order(month_first=order)
