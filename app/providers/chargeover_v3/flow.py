"""Sending an invoice to ChargeOver: find what it refers to, make it once, read it back.

There is no draft there: what is made is live. Each invoice carries an external key, which is unique;
a creation whose answer is lost is looked up by it before anything is repeated.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, decimal, identifier, text
from app.client.calls import FREE, Call, Flow, JsonBody, Notice, Receipt, Repeat, Reply
from app.client.errors import Refused, Unexpected
from app.client.provider import Submission
from app.domain.draft import Draft
from app.providers.chargeover_v3 import wire
from app.providers.chargeover_v3.choices import Choices, choices_for, line_choices
from app.providers.chargeover_v3.envelope import (
    created_id,
    is_missing,
    is_ok,
    ok,
    record_of,
    wire_id,
)
from app.providers.chargeover_v3.errors import error_of
from app.providers.chargeover_v3.needs import need_of
from app.providers.chargeover_v3.read import receipt_of
from app.providers.chargeover_v3.searching import MISSING, find_customer, find_in_list, find_item, get_by_key
from app.providers.chargeover_v3.shape import Shape, shape_of

DECLINED: Final = frozenset({400, 409, 422})
"""Statuses of a creation after which the key is looked for: an earlier request may have arrived late."""

_NO_CHOICES: Final = Choices({}, {})


def submit(submission: Submission) -> Flow[Receipt]:
    """Makes the invoice and gives what is there now.

    Raises Refused where something it needs is missing, ambiguous, or its reference is taken.
    """
    choices = choices_for(submission)
    draft = submission.draft
    shaped = shape_of(submission)
    if shaped.is_own_reference:
        yield from _check_reference(shaped)
    found: dict[str, object] = {}
    currency_id = yield from _currency(draft, choices)
    terms_id = yield from _terms(shaped, choices)
    named = wire.chosen_customer(choices, draft)
    notices: tuple[Notice, ...] = ()
    effects = wire.effects(choices)
    if named:
        found.update(named)
    else:
        customer_id, only_name = yield from find_customer(submission, shaped, choices, currency_id, effects)
        found["customer_id"] = wire_id(customer_id)
        if only_name:
            notices = (Notice("notice.customer_by_name", {"name": draft.buyer.name}),)
    found["currency_id"] = wire_id(currency_id)
    if terms_id:
        found["terms_id"] = wire_id(terms_id)
    items: dict[str, str] = {}
    lines = yield from _lines(submission, shaped, choices, items)
    body = wire.invoice(shaped, choices, lines, found)
    invoice_id = yield from _create(body, shaped, choices, draft)
    receipt = yield from _read(invoice_id, draft, shaped, notices)
    customer = "" if named else str(found["customer_id"])
    return replace(receipt, learned=submission.learned(customer=customer, items=items))


def _check_reference(shaped: Shape) -> Generator[Call, Reply, None]:
    reply = yield get_by_key("invoice.check", "invoice", shaped.external_key)
    if not is_missing(reply):
        raise _taken(shaped, identifier(record_of(reply), "invoice_id"))


def _taken(shaped: Shape, invoice_id: str) -> Refused:
    params = {"key": shaped.external_key, "invoice": invoice_id}
    return Refused("external_key_taken", params, path="external_reference")


def _currency(draft: Draft, choices: Choices) -> Flow[str]:
    chosen = choices.whole("currency_id")
    if chosen is not None:
        return str(chosen)
    sample: JsonValue = {
        "currency_id": wire.sample_id("currency.find", "currency_id"),
        "iso4217": draft.currency,
    }
    found = yield from find_in_list(
        "currency.find", "currency", lambda record: text(record, "iso4217") == draft.currency, sample
    )
    if found is None:
        raise Refused("currency_missing", {"currency": draft.currency}, path="currency")
    return found


def _terms(shaped: Shape, choices: Choices) -> Flow[str]:
    chosen = choices.whole("terms_id")
    if chosen is not None:
        return str(chosen)
    if shaped.days is None or choices.text("terms_by", "days") != "days":
        return ""
    days = Decimal(shaped.days)
    sample: JsonValue = {"terms_id": wire.sample_id("terms.find", "terms_id"), "days": shaped.days}
    found = yield from find_in_list(
        "terms.find", "terms", lambda record: decimal(record, "days") == days, sample
    )
    if found is None:
        raise Refused("terms_missing", {"days": str(shaped.days)}, path="due_date")
    return found


def _lines(
    submission: Submission, shaped: Shape, choices: Choices, items: dict[str, str]
) -> Flow[list[Mapping[str, object]]]:
    """The lines as they go along. `items` is told the ids that were found or made, by row."""
    effects = wire.effects(choices)
    found: dict[tuple[str, str, str], str] = {}
    told: list[Mapping[str, object]] = []
    for line in shaped.lines:
        need = need_of(submission, line, choices)
        named = need.named
        if not named:
            same = need.identity
            if same not in found:
                found[same] = yield from find_item(need, choices, effects)
            named = {"item_id": wire_id(found[same])}
            if line.laid.line is not None:
                items[line.laid.line.id] = found[same]
        own = _NO_CHOICES if line.laid.line is None else line_choices(line.laid.line)
        told.append(wire.line(line, own, named))
    return told


def _create(body: Mapping[str, object], shaped: Shape, choices: Choices, draft: Draft) -> Flow[str]:
    reply = yield Call(
        "invoice.create",
        "POST",
        "/invoice",
        wire.effects(choices),
        body=JsonBody(body),
        repeat=Repeat("look_up", find=lambda: _lost(body, shaped)),
        accepts=DECLINED,
        sample=ok({"id": wire.sample_id("invoice.create")}, 201),
    )
    found = created_id(reply) if is_ok(reply) else ""
    if found:
        return found
    told = yield get_by_key("invoice.find", "invoice", shaped.external_key)
    if not is_missing(told):
        invoice = record_of(told)
        found = identifier(invoice, "invoice_id")
        if is_ok(reply) or is_the_one(invoice, body, shaped):
            return found
        raise _taken(shaped, found)
    if is_ok(reply):
        raise Unexpected("made_without_id", status=reply.status, step="invoice.create")
    raise error_of(reply, draft)


def _read(invoice_id: str, draft: Draft, shaped: Shape, notices: tuple[Notice, ...]) -> Flow[Receipt]:
    """What is stored. It is made already: an answer that cannot be read does not undo that, and is said."""
    for step in ("invoice.read", "invoice.read.again"):
        reply = yield Call(
            step,
            "GET",
            f"/invoice/{invoice_id}",
            repeat=FREE,
            accepts=MISSING,
            sample=ok({"invoice_id": invoice_id}),
        )
        try:
            return receipt_of(record_of(reply), draft, shaped, notices)
        except (Refused, Unexpected):
            continue
    return Receipt(invoice_id, notices=(*notices, Notice("notice.not_read_back")))


def _lost(body: Mapping[str, object], shaped: Shape) -> Generator[Call, Reply, Reply | None]:
    reply = yield get_by_key("invoice.create.look", "invoice", shaped.external_key)
    if is_missing(reply):
        return None
    invoice = record_of(reply)
    if not is_the_one(invoice, body, shaped):
        return None
    return Reply(201, body=ok({"id": identifier(invoice, "invoice_id")}, 201))


def is_the_one(invoice: Mapping[str, JsonValue], body: Mapping[str, object], shaped: Shape) -> bool:
    """Whether an invoice of our key is the one we sent.

    A key made of the submission's own can be nobody else's. A reference of the person's may stand on
    another document, made between our check and our request: its date, lines and figures tell.
    """
    if not shaped.is_own_reference:
        return True
    lines = at(invoice, "line_items")
    sent = body["line_items"]
    if not isinstance(lines, list) or not isinstance(sent, list) or len(lines) != len(sent):
        return False
    return text(invoice, "date") == body["date"] and all(
        decimal(theirs, "line_rate") == ours["line_rate"]
        and decimal(theirs, "line_quantity") == ours["line_quantity"]
        for theirs, ours in zip(lines, sent, strict=True)
    )
