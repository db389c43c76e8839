"""Parts of a flow that find what an invoice refers to, and make it where it is missing.

Every creation carries an external key, which ChargeOver keeps unique: a lost answer is looked up by
it, so that nothing is made twice.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, identifier, text
from app.client.calls import FREE, Call, Flow, JsonBody, Pairs, Repeat, Reply
from app.client.errors import Refused, Unexpected
from app.client.provider import Submission
from app.providers.chargeover_v3.choices import KEY_PREFIX, Choices
from app.providers.chargeover_v3.envelope import (
    NOT_FOUND,
    NOTHING,
    created_id,
    is_missing,
    is_ok,
    ok,
    record_of,
    records_of,
    response_of,
)
from app.providers.chargeover_v3.needs import Need
from app.providers.chargeover_v3.shape import Shape
from app.providers.chargeover_v3.wire import by_key, customer, item, query, sample_id

MISSING: Final = frozenset({404})
MOST_PAGES: Final = 100
FEW: Final = 10


def get_by_key(step: str, kind: str, key: str) -> Call:
    """Asks for an object by its external key; none there is an answer, too."""
    return Call(step, "GET", by_key(kind, key), repeat=FREE, accepts=MISSING, sample=NOT_FOUND)


def look_up(step: str, kind: str, key: str) -> Repeat:
    """A lost creation: whether an object of that key is there, told as its creation would have been."""

    def find() -> Generator[Call, Reply, Reply | None]:
        reply = yield get_by_key(f"{step}.look", kind, key)
        if is_missing(reply):
            return None
        return Reply(201, body=ok({"id": identifier(record_of(reply), f"{kind}_id")}, 201))

    return Repeat("look_up", find=find)


def create(step: str, kind: str, body: Mapping[str, object], key: str, effects: Pairs) -> Flow[str]:
    """Makes an object and gives its id; an answer without one, or that cannot be read, is looked up."""
    reply = yield Call(
        step,
        "POST",
        f"/{kind}",
        effects,
        body=JsonBody(body),
        repeat=look_up(step, kind, key),
        sample=ok({"id": sample_id(step)}, 201),
    )
    found = created_id(reply) if is_ok(reply) else ""
    if found:
        return found
    told = yield get_by_key(f"{step}.find", kind, key)
    if not is_missing(told):
        return identifier(record_of(told), f"{kind}_id")
    response_of(reply)
    raise Unexpected("made_without_id", step=step)


def _hits(step: str, kind: str, field: str, value: str) -> Flow[list[JsonValue]]:
    """The records whose field is this value; the server's idea of sameness is checked by ours."""
    asked = query((field, "EQUALS", value), limit=FEW)
    reply = yield Call(step, "GET", f"/{kind}", asked, repeat=FREE, sample=NOTHING)
    return [hit for hit in records_of(reply) if text(hit, field).casefold() == value.casefold()]


def find_customer(
    submission: Submission, shaped: Shape, choices: Choices, currency_id: str, effects: Pairs
) -> Flow[tuple[str, bool]]:
    """The buyer's id, found or made, and whether only the name spoke for it. Raises Refused."""
    buyer = submission.draft.buyer
    own = f"{KEY_PREFIX}customer-{buyer.contact_id or submission.key}"
    if buyer.contact_id:
        reply = yield get_by_key("customer.key", "customer", own)
        if not is_missing(reply):
            return identifier(record_of(reply), "customer_id"), False
    name = buyer.name or buyer.contact_name
    for field, value in (("superuser_email", buyer.email.strip()), ("company", name.strip())):
        if not value:
            continue
        hits = yield from _hits(f"customer.{field}", "customer", field, value)
        if len(hits) > 1 and field == "superuser_email":
            hits = [hit for hit in hits if text(hit, "company").casefold() == name.casefold()] or hits
        if len(hits) > 1:
            path = "buyer.email" if field == "superuser_email" else "buyer.name"
            raise Refused("customer_ambiguous", {"value": value}, path=path)
        if hits:
            return identifier(hits[0], "customer_id"), field == "company"
    if not choices.flag("create_customer", True):
        raise Refused("customer_missing", {"value": name}, path="buyer.name")
    body = customer(submission.draft, shaped, own, currency_id)
    found = yield from create("customer.create", "customer", body, own, effects)
    return found, False


def find_item(need: Need, choices: Choices, effects: Pairs) -> Flow[str]:
    """The id of an item, found or made. Raises Refused."""
    if need.is_ours:
        reply = yield get_by_key(f"{need.step}.key", "item", need.key)
        if not is_missing(reply):
            return identifier(record_of(reply), "item_id")
    for field, value in (("accounting_sku", need.code), ("name", need.name)):
        if not value:
            continue
        hits = yield from _hits(f"{need.step}.{field}", "item", field, value)
        hits = [hit for hit in hits if at(hit, "enabled") not in (False, 0, "0")]
        if len(hits) > 1:
            raise Refused("item_ambiguous", {"value": value}, path=need.path)
        if hits:
            return identifier(hits[0], "item_id")
    if not choices.flag("create_items", True):
        raise Refused("item_missing", {"value": need.name or need.code}, path=need.path)
    body = item(need.name or need.code, need.kind, need.key, need.code)
    return (yield from create(f"{need.step}.create", "item", body, need.key, effects))


def find_in_list(
    step: str, kind: str, is_it: Callable[[JsonValue], bool], sample: JsonValue
) -> Flow[str | None]:
    """The id of the first record of a short list that is the one, page by page; None if none is."""
    offset, last = 0, ""
    for page in range(1, MOST_PAGES + 1):
        named = step if page == 1 else f"{step}.{page}"
        asked = query(order=f"{kind}_id", offset=offset)
        reply = yield Call(named, "GET", f"/{kind}", asked, repeat=FREE, sample=ok([sample]))
        records = records_of(reply)
        for record in records:
            if is_it(record):
                return identifier(record, f"{kind}_id")
        if not records or (first := identifier(records[0], f"{kind}_id")) == last:
            return None
        offset, last = offset + len(records), first
    return None
