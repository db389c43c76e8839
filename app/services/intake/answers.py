"""A reading with what a person made of it: the values that count, and whether they hold together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NamedTuple

from app.domain.currencies import MINOR_UNITS
from app.domain.identifiers import compact, is_iban, is_siren, is_vat_number
from app.domain.problems import Problem
from app.domain.stated import canonical
from app.intake.fields.words import folded
from app.intake.page import Box
from app.intake.reading import FIELD_NAMES, FieldName, Reading

NEEDED: Final[tuple[FieldName, ...]] = (
    "supplier_name",
    "invoice_number",
    "date",
    "currency",
    "net",
    "tax",
    "gross",
)
"""Fields without which a document cannot be filed as an invoice."""
WANTED: Final[tuple[FieldName, ...]] = (*NEEDED, "due_date")
"""Fields that are shown as `to complete` while they are empty."""
AMOUNTS: Final[tuple[FieldName, ...]] = ("net", "tax", "gross")
TOLERANCE: Final = Decimal("0.02")
_LONGEST: Final = 500


class Place(NamedTuple):
    """Where on the document a value stands; pages count from 1."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of one document. A value overrides the reading; an empty one says that it has none.

    `confirmed` are fields she looked at and left as read. `is_kept_apart` keeps a probable duplicate;
    `places` are where values stand that she took from the page.
    """

    values: Mapping[FieldName, str] = field(default_factory=dict)
    confirmed: frozenset[FieldName] = frozenset()
    is_credit_note: bool | None = None
    is_kept_apart: bool = False
    places: Mapping[FieldName, Place] = field(default_factory=dict)


def answer_to_json(answer: Answer) -> str:
    """The answer as it is kept."""
    return json.dumps(
        {
            "values": dict(answer.values),
            "confirmed": sorted(answer.confirmed),
            "is_credit_note": answer.is_credit_note,
            "is_kept_apart": answer.is_kept_apart,
            "places": {name: [page, *box] for name, (page, box) in answer.places.items()},
        },
        ensure_ascii=False,
    )


def answer_from_json(text: str) -> Answer:
    """The answer again; none for empty text."""
    if not text:
        return Answer()
    body = json.loads(text, parse_float=Decimal)
    places = body.get("places", {})  # answers of before there were any have none
    return Answer(
        {name: str(body["values"][name]) for name in FIELD_NAMES if name in body["values"]},
        frozenset(name for name in FIELD_NAMES if name in body["confirmed"]),
        body["is_credit_note"],
        bool(body["is_kept_apart"]),
        {name: _place(places[name]) for name in FIELD_NAMES if name in places},
    )


def _place(kept: Sequence[Any]) -> Place:
    return Place(int(kept[0]), Box(*map(float, kept[1:])))


def values_of(reading: Reading, answer: Answer) -> dict[FieldName, str]:
    """The value of each field that has one: the person's, else the one read."""
    found: dict[FieldName, str] = {}
    for name in FIELD_NAMES:
        read = reading.fields.get(name)
        value = answer.values.get(name, read.value if read else "")
        if value:
            found[name] = value
    return found


def is_credit_note(reading: Reading, answer: Answer) -> bool:
    """Whether the document gives money back."""
    return reading.kind == "credit_note" if answer.is_credit_note is None else answer.is_credit_note


def checked(reading: Reading, answer: Answer) -> list[Problem]:
    """What stands against filing this: errors must be mended, warnings should be looked at.

    Paths are field names.
    """
    values = values_of(reading, answer)
    problems = [Problem(name, "intake_missing", "error") for name in NEEDED if name not in values]
    problems += [
        Problem(name, "intake_unsure", "warning", {"value": values[name]})
        for name in WANTED
        if name in values and not _is_settled(reading, answer, name)
    ]
    problems += _forms(values)
    problems += _sums(values)
    issued, due = values.get("date", ""), values.get("due_date", "")
    if day_of(issued) and day_of(due) and due < issued:
        problems.append(Problem("due_date", "intake_due_before_date", "error", {"date": issued, "due": due}))
    return problems


def keys_of(values: Mapping[FieldName, str]) -> dict[str, str]:
    """What a document is compared by: its supplier, its number without punctuation, its total."""
    vat_id = values.get("supplier_vat_id", "")
    french = vat_id[-9:] if vat_id.startswith("FR") and is_siren(vat_id[-9:]) else ""
    supplier = (
        values.get("supplier_siren")
        or french
        or vat_id
        or values.get("iban")
        or bare(values.get("supplier_name", ""))
    )
    return {
        "supplier_name": values.get("supplier_name", ""),
        "supplier_key": supplier,
        "number_key": bare(values.get("invoice_number", "")),
        "gross": values["gross"] if amount_of(values.get("gross", "")) is not None else "",
    }


def canonical_value(name: FieldName, text: str) -> str:
    """The typed or clicked value in the form it is kept in; amounts and dates must be canonical already."""
    plain = " ".join(text.split())[:_LONGEST]
    if name in ("supplier_vat_id", "supplier_siren", "iban"):
        return compact(plain)
    if name == "currency":
        return plain.upper()
    if name in AMOUNTS and plain:
        amount = amount_of(plain)
        return plain if amount is None else canonical(amount)
    return plain


def _is_settled(reading: Reading, answer: Answer, name: FieldName) -> bool:
    read = reading.fields.get(name)
    return name in answer.values or name in answer.confirmed or (read is not None and read.is_sure)


def _forms(values: Mapping[FieldName, str]) -> list[Problem]:
    problems = []
    for name in AMOUNTS:
        if name in values and amount_of(values[name]) is None:
            problems.append(Problem(name, "intake_no_amount", "error", {"value": values[name]}))
    for name in ("date", "due_date"):
        if name in values and not day_of(values[name]):
            problems.append(Problem(name, "intake_no_date", "error", {"value": values[name]}))
    currency = values.get("currency", "")
    if currency and currency not in MINOR_UNITS:
        problems.append(Problem("currency", "intake_no_currency", "error", {"value": currency}))
    checks = (
        ("supplier_vat_id", lambda value: is_vat_number(value) is not False, "vat_wrong"),
        ("supplier_siren", is_siren, "siren_wrong"),
        ("iban", is_iban, "iban_wrong"),
    )
    for field_name, holds, code in checks:
        value = values.get(field_name, "")  # type: ignore[call-overload]
        if value and not holds(value):
            problems.append(Problem(field_name, code, "warning", {"value": value}))
    return problems


def _sums(values: Mapping[FieldName, str]) -> list[Problem]:
    net, tax, gross = (amount_of(values.get(name, "")) for name in AMOUNTS)
    if net is None or tax is None or gross is None:
        return []
    gap = net + tax - gross
    if not gap:
        return []
    params = {
        "net": canonical(net),
        "tax": canonical(tax),
        "sum": canonical(net + tax),
        "gross": canonical(gross),
    }
    unit = Decimal(1).scaleb(-MINOR_UNITS.get(values.get("currency", ""), 2))
    if abs(gap) <= max(TOLERANCE, 2 * unit):
        return [Problem("gross", "intake_sums_differ", "warning", params)]
    return [Problem("gross", "intake_sums_wrong", "error", params)]


def amount_of(text: str) -> Decimal | None:
    """The amount of a canonical value, or None."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def day_of(text: str) -> date | None:
    """The day of a canonical value, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def bare(text: str) -> str:
    """Letters and digits alone, without accents and capitals: what names and numbers are compared by."""
    return "".join(letter for letter in folded(text) if letter.isalnum())
