"""Bodies, queries and addresses of ChargeOver's API v3.

Member names are those of the vendor's own clients. Absent members are left out; numbers are JSON
numbers with our own digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from pydantic import JsonValue

from app.client.calls import Pairs
from app.domain.draft import Draft
from app.providers.chargeover_v3.choices import Choices, whole
from app.providers.chargeover_v3.envelope import wire_id
from app.providers.chargeover_v3.shape import Held, Shape, ShapedLine, Slot

_CYCLES = "one evy dly 1wk 2wk 116 4wk 8wk 30d mon 2mn 12w fst lst qtr six yrl 2yr 3yr 4yr 5yr 10y"
PAYCYCLES: Final = tuple(_CYCLES.split())
"""All 22 of the page; once comes first."""
PAGE: Final = 100
"""Records asked for at once. What the server grants at most is not published: read until none come."""

CUSTOMER_CHOICES: Final = ("customer_id", "customer_token", "customer_external_key")
EFFECT_FLAGS: Final = ("flag_emails", "flag_quickbooks", "flag_webhooks", "flag_events")


def where(*clauses: tuple[str, str, str]) -> str:
    """Conditions that all hold, each `field:OPERATOR:value`; commas and backslashes are escaped."""
    return ",".join(f"{field}:{operator}:{_escaped(value)}" for field, operator, value in clauses)


def query(*clauses: tuple[str, str, str], order: str = "", limit: int = PAGE, offset: int = 0) -> Pairs:
    """The query of a list."""
    told = [("where", where(*clauses))] if clauses else []
    told += [("order", f"{order}:ASC")] if order else []
    return (*told, ("limit", str(limit)), ("offset", str(offset)))


def by_key(kind: str, key: str) -> str:
    """The address of an object by its external key."""
    return f"/{kind}/external_key:{quote(key, safe='')}"


def effects(choices: Choices) -> Pairs:
    """The query flags that switch e-mails, web hooks, events and QuickBooks on or off for one request."""
    return tuple(
        (f"_{name}", "1" if choices.flag(name) else "0")
        for name in EFFECT_FLAGS
        if choices.options.get(name) not in (None, "")
    )


def chosen_customer(choices: Choices, draft: Draft) -> Mapping[str, int | str]:
    """The member that names the customer where that is known already; empty where she is looked for."""
    number = choices.whole("customer_id")
    if number is not None:
        return {"customer_id": number}
    for name in CUSTOMER_CHOICES[1:]:
        if choices.text(name):
            return {name: choices.text(name)}
    known = whole(choices.known.get(f"customer:{draft.buyer.contact_id}")) if draft.buyer.contact_id else None
    return {} if known is None else {"customer_id": known}


def customer(draft: Draft, shaped: Shape, external_key: str, currency_id: str) -> dict[str, object]:
    """The body that makes a customer."""
    buyer = draft.buyer
    told: dict[str, object] = {
        "company": buyer.name or buyer.contact_name,
        "external_key": external_key,
        "superuser_email": buyer.email,
        "superuser_name": buyer.contact_name,
        "superuser_phone": buyer.phone,
        **_address(shaped.bill),
        **_address(shaped.ship),
    }
    if currency_id:
        told["currency_id"] = wire_id(currency_id)
    return {name: value for name, value in told.items() if value != ""}


def item(name: str, kind: str, external_key: str, code: str = "") -> dict[str, object]:
    """The body that makes an item, of type `service` or `discount`."""
    told: dict[str, object] = {"name": name, "type": kind, "external_key": external_key}
    return {**told, "accounting_sku": code} if code else told


def invoice(
    shaped: Shape,
    choices: Choices,
    lines: Sequence[Mapping[str, object]],
    found: Mapping[str, object],
) -> dict[str, object]:
    """The body that makes an invoice. `found` are the ids looked up for it: customer, currency, terms.

    The person's extra members come first: they never take the place of a member we send.
    """
    told: dict[str, object] = {**choices.members("extra_members"), **found}
    if shaped.number:
        told["refnumber"] = shaped.number
    told["external_key"] = shaped.external_key
    told["date"] = shaped.issued.isoformat()
    for name in ("class_id", "admin_id"):
        if (number := choices.whole(name)) is not None:
            told[name] = number
    if choices.text("paycycle"):
        told["paycycle"] = choices.text("paycycle")
    told |= {**_address(shaped.bill), **_address(shaped.ship)}
    if shaped.memo.text:
        told["memo"] = shaped.memo.text
    told |= _customs(shaped.customs)
    told["line_items"] = list(lines)
    return told


def line(shaped: ShapedLine, choices: Choices, item_named: Mapping[str, object]) -> dict[str, object]:
    """One member of `line_items`. `choices` are the line's own."""
    told: dict[str, object] = {**choices.members("extra_members"), **item_named}
    if choices.text("paycycle"):
        told["paycycle"] = choices.text("paycycle")
    if shaped.text.text:
        told["descrip"] = shaped.text.text
    told["line_rate"] = shaped.laid.rate
    told["line_quantity"] = shaped.laid.quantity
    told |= _customs(shaped.customs)
    if shaped.tags:
        told["tags"] = list(shaped.tags)
    return told


def sample_id(step: str, member: str = "id") -> JsonValue:
    """What stands in a plan for an id that only an answer can tell."""
    return f"{{{step}.{member}}}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace(",", "\\,")


def _address(held: Iterable[Held]) -> dict[str, object]:
    return {part.member: part.text for part in held}


def _customs(slots: Iterable[Slot]) -> dict[str, object]:
    return {f"custom_{slot.place}": slot.value for slot in slots if slot.place and slot.value}
