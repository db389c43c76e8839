"""ChargeOver's invoice -> what it says is stored, by the paths of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

from pydantic import JsonValue

from app.client.answers import at, day, decimal, identifier, text
from app.client.calls import Notice, Receipt
from app.domain.draft import Draft
from app.domain.money import ZERO
from app.domain.stated import canonical
from app.providers.chargeover_v3.shape import Held, Shape, ShapedLine, Slot
from app.providers.chargeover_v3.texts import adjustment_at, even

State = Literal["draft", "open", "paid", "void", "incomplete", "unknown"]

_STATES: Final[dict[str, State]] = {
    "open-unpaid": "open",
    "open-overdue": "open",
    "open-collections": "open",
    "closed-paid": "paid",
    "closed-void": "void",
}
_LINKS: Final = (
    ("pdf", "url_pdflink"),
    ("page", "url_permalink"),
    ("pay", "url_paylink"),
    ("self", "url_self"),
)


def receipt_of(
    invoice: Mapping[str, JsonValue], draft: Draft, shaped: Shape, notices: tuple[Notice, ...] = ()
) -> Receipt:
    """What is there now. Raises Unexpected where a member has a type it cannot have."""
    return Receipt(
        remote_id=identifier(invoice, "invoice_id"),
        number=text(invoice, "refnumber"),
        state=_STATES.get(text(invoice, "invoice_status_str"), "unknown"),
        links={name: link for name, member in _LINKS if (link := _link(invoice, member))},
        stored=dict(_stored(invoice, draft, shaped)),
        notices=notices,
    )


def _link(invoice: Mapping[str, JsonValue], member: str) -> str:
    found = text(invoice, member)
    return found if found.startswith("https://") else ""


def _stored(invoice: Mapping[str, JsonValue], draft: Draft, shaped: Shape) -> Iterator[tuple[str, str]]:
    yield from _told(invoice, "number", "refnumber")
    yield from _told(invoice, "external_reference", "external_key")
    yield from _told(invoice, "currency", "currency_iso4217")
    for path, member in (("issue_date", "date"), ("due_date", "due_date")):
        if (found := day(invoice, member)) is not None:
            yield path, canonical(found)
    if "memo" in invoice:
        yield "memo", even(text(invoice, "memo"))
    for held in (*shaped.bill, *shaped.ship):
        yield from _member(invoice, held)
    yield from _customs(invoice, shaped.customs)
    yield from _figures(invoice)
    lines = at(invoice, "line_items")
    if isinstance(lines, list):
        yield from _lines(lines, draft, shaped)


def _told(invoice: Mapping[str, JsonValue], path: str, member: str) -> Iterator[tuple[str, str]]:
    if found := text(invoice, member):
        yield path, found


def _member(invoice: Mapping[str, JsonValue], held: Held) -> Iterator[tuple[str, str]]:
    if held.member in invoice:
        yield held.path, text(invoice, held.member)


def _customs(record: JsonValue | Mapping[str, JsonValue], slots: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    for slot in slots:
        if slot.place and slot.value and isinstance(record, Mapping) and f"custom_{slot.place}" in record:
            yield f"{slot.path}.value", even(text(record, f"custom_{slot.place}"))


def _figures(invoice: Mapping[str, JsonValue]) -> Iterator[tuple[str, str]]:
    for path, member in (("net", "subtotal"), ("tax", "taxes"), ("gross", "total")):
        if (found := decimal(invoice, member)) is not None:
            yield f"totals.{path}", canonical(found)
    balance = decimal(invoice, "balance")
    if balance is not None and text(invoice, "invoice_status_str") != "closed-void":
        yield "totals.payable", canonical(balance + (decimal(invoice, "applied") or ZERO))


def _lines(lines: list[JsonValue], draft: Draft, shaped: Shape) -> Iterator[tuple[str, str]]:
    discounts = ZERO
    has_discount = False
    matched, left = _matched(lines, shaped.lines)
    for ours, theirs in zip(shaped.lines, matched, strict=True):
        path = ours.laid.path
        if theirs is None:
            yield (f"{path}.label" if ours.laid.line else f"{path}.amount"), ""
            continue
        total = decimal(theirs, "line_total")
        if ours.laid.line is not None:
            yield from _line(path, ours, theirs, total)
        elif path == "discount":
            has_discount = True
            discounts -= total or ZERO
        elif total is not None:
            yield f"{path}.amount", canonical(total if adjustment_at(draft, path).is_charge else -total)
            yield from _heading(path, ours, theirs)
    if has_discount and draft.discount is not None:
        yield "discount.value", canonical(discounts)
    for place, extra in enumerate(left, start=len(shaped.lines)):
        yield f"line_items.{place}", text(extra, "descrip") or text(extra, "line_total") or "?"


def _line(path: str, ours: ShapedLine, theirs: JsonValue, total: Decimal | None) -> Iterator[tuple[str, str]]:
    descrip = even(text(theirs, "descrip"))
    head, _, rest = descrip.partition("\n") if ours.text.head else ("", "", descrip)
    yield f"{path}.label", head
    if rest or ours.text.rest:
        yield f"{path}.description", rest
    for name, member in (("quantity", "line_quantity"), ("unit_price", "line_rate")):
        if (found := decimal(theirs, member)) is not None:
            yield f"{path}.{name}", canonical(found)
    if total is not None:
        yield f"{path}.net", canonical(total)
    yield from _customs(theirs, ours.customs)
    tags = at(theirs, "tags")
    for place, tag in enumerate(tags if isinstance(tags, list) else []):
        if isinstance(tag, str):
            yield f"{path}.tags.{place}", tag


def _heading(path: str, ours: ShapedLine, theirs: JsonValue) -> Iterator[tuple[str, str]]:
    if ours.text.paths:
        yield f"{path}.reason", even(text(theirs, "descrip"))


def _matched(lines: list[JsonValue], ours: Sequence[ShapedLine]) -> tuple[list[JsonValue], list[JsonValue]]:
    """Their line for each of ours, the same one wherever it stands, else the next; and those left over."""
    left = list(lines)
    found: list[JsonValue] = [None] * len(ours)
    for place, line in enumerate(ours):
        same = next((theirs for theirs in left if _is_same(theirs, line)), None)
        if same is not None:
            left.remove(same)
            found[place] = same
    for place in range(len(ours)):
        if found[place] is None and left:
            found[place] = left.pop(0)
    return found, left


def _is_same(theirs: JsonValue, ours: ShapedLine) -> bool:
    return (
        even(text(theirs, "descrip")) == ours.text.text
        and decimal(theirs, "line_rate") == ours.laid.rate
        and decimal(theirs, "line_quantity") == ours.laid.quantity
    )
