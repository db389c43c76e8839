"""Reading a document with what its supplier's last ones taught.

The lesson decides only where the untaught reading had been wrong, or has nothing; where it had been
right and now differs, the untaught value stays and is no longer sure. Amounts are taken together, and
only if they add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from app.domain.identifiers import is_iban
from app.domain.stated import canonical
from app.intake.fields.choose import Chosen, chosen
from app.intake.fields.choose_supplier import KnownSupplier
from app.intake.fields.evidence import Evidence
from app.intake.fields.learn import fits
from app.intake.fields.memory import Hint, Lesson, Memory
from app.intake.fields.places import AMOUNTS, DATES, Place, places_of, plain, same_value, shape_of
from app.intake.fields.recognise import lesson_for
from app.intake.fields.sums import TOLERANCE
from app.intake.page import Box
from app.intake.reading import FieldName, FieldReading, Remark

LEARNED_CONFIDENCE: Final = 0.9
LARGEST_SHARE: Final = Decimal("0.5")
"""No tax is more of a total."""


def recalled(
    found: Evidence, first: Chosen, memory: Memory, suppliers: Sequence[KnownSupplier] = ()
) -> tuple[Chosen, list[Remark]]:
    """The reading with the lesson of its supplier, if there is one, and what to say about it."""
    match = lesson_for(memory, found)
    if match is None:
        return first, []
    lesson, is_certain = match
    if lesson.month_first is not None and not found.order.is_certain:
        found = found.with_order(month_first=lesson.month_first)
        first = chosen(found, suppliers)
    fields = dict(first.fields)
    for field in ("invoice_number", *DATES):
        _recall(fields, found, lesson, field)
    _recall_amounts(fields, found, lesson)
    _recall_constants(fields, found, lesson, is_certain=is_certain)
    remarks = _new_iban(fields, lesson)
    kept = [remark for remark in first.remarks if not _is_settled(remark, fields)]
    return first._replace(fields=fields, remarks=kept), remarks


def _recall(fields: dict[FieldName, FieldReading], found: Evidence, lesson: Lesson, field: FieldName) -> None:
    read = fields.get(field)
    place = _led_to(found, lesson, field)
    if place is None:
        if read is None:
            return
        if field in lesson.absent and _misleads(found, field, read, lesson.absent[field]):
            del fields[field]
        elif field in lesson.corrected:
            fields[field] = replace(read, is_sure=False, confidence=min(read.confidence, 0.5))
        return
    if read is not None and same_value(field, read.value, place.value):
        fields[field] = replace(read, source="learned", confidence=max(read.confidence, LEARNED_CONFIDENCE))
    elif read is None or field in lesson.corrected:
        fields[field] = _from_place(place)
    else:
        fields[field] = replace(read, is_sure=False, confidence=min(read.confidence, 0.5))


def _recall_amounts(fields: dict[FieldName, FieldReading], found: Evidence, lesson: Lesson) -> None:
    places = {field: _led_to(found, lesson, field) for field in AMOUNTS}
    values = {field: Decimal(place.value) for field, place in places.items() if place is not None}
    if "gross" not in values:
        return
    if "tax" not in values and "net" in values:
        values["tax"] = values["gross"] - values["net"]
    if "net" not in values and "tax" in values:
        values["net"] = values["gross"] - values["tax"]
    if len(values) < 3 or abs(values["net"] + values["tax"] - values["gross"]) > TOLERANCE:
        return
    if values["gross"] and not 0 <= values["tax"] / values["gross"] < LARGEST_SHARE:
        return
    texts = {field: canonical(value) for field, value in values.items()}
    same = all(field in fields and same_value(field, fields[field].value, texts[field]) for field in AMOUNTS)
    if same:
        for field in AMOUNTS:
            fields[field] = replace(
                fields[field],
                source="learned",
                confidence=max(fields[field].confidence, LEARNED_CONFIDENCE),
            )
    elif lesson.corrected & set(AMOUNTS) or not all(field in fields for field in AMOUNTS):
        for field in AMOUNTS:
            place = places[field]
            fields[field] = (
                _from_place(place)
                if place is not None
                else FieldReading(texts[field], LEARNED_CONFIDENCE - 0.1, "learned")
            )


def _recall_constants(
    fields: dict[FieldName, FieldReading], found: Evidence, lesson: Lesson, *, is_certain: bool
) -> None:
    for field, value in lesson.constants.items():
        read = fields.get(field)
        if read is not None and same_value(field, read.value, value):
            fields[field] = replace(read, value=value, source="learned", is_sure=read.is_sure or is_certain)
            continue
        if field != "supplier_name" and read is not None and field not in lesson.corrected:
            continue
        page, box = _printed(found, value)
        fields[field] = FieldReading(
            value, LEARNED_CONFIDENCE if is_certain else 0.7, "learned", is_certain, page, box
        )
    for field in ("supplier_vat_id", "supplier_siren", "iban"):
        if field in lesson.absent and field not in lesson.constants:
            fields.pop(field, None)


def _printed(found: Evidence, value: str) -> tuple[int | None, Box | None]:
    wanted = plain(value)
    for cell in found.cells:
        if wanted and wanted in plain(cell.text):
            return cell.page, cell.box
    return None, None


def _led_to(found: Evidence, lesson: Lesson, field: FieldName) -> Place | None:
    """The place that the lesson's words lead to, if they lead to one value only."""
    places = places_of(found, field)
    for hint in lesson.hints.get(field, ()):
        led = [place for place in places if fits(place, hint)]
        if field == "invoice_number" and lesson.shape:
            led = [place for place in led if shape_of(place.value) == lesson.shape] or led
        if led and all(same_value(field, place.value, led[0].value) for place in led):
            return led[0]
    return None


def _misleads(found: Evidence, field: FieldName, read: FieldReading, hint: Hint) -> bool:
    return any(
        place.box == read.box and place.page == read.page and (place.left, place.above) == hint
        for place in places_of(found, field)
    )


def _from_place(place: Place) -> FieldReading:
    return FieldReading(place.value, LEARNED_CONFIDENCE, "learned", False, place.page, place.box)


def _new_iban(fields: dict[FieldName, FieldReading], lesson: Lesson) -> list[Remark]:
    """An account that this supplier has not named before is worth a question to them."""
    iban = fields.get("iban")
    known = [value for value in lesson.ids if is_iban(value)]
    if iban is None or not known or iban.value in known:
        return []
    fields["iban"] = replace(iban, is_sure=False)
    return [Remark("iban_is_new", {"iban": iban.value, "supplier": lesson.name}, ("iban",))]


def _is_settled(remark: Remark, fields: dict[FieldName, FieldReading]) -> bool:
    return bool(remark.fields) and all(
        name in fields and fields[name].source == "learned" for name in remark.fields
    )
