"""From a submission to an invoice at Stripe: customer, tax rates, coupons, draft, items, and what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, flag, identifier, items, text
from app.client.calls import Call, Flow, Notice, Receipt, Reply
from app.client.errors import Unexpected
from app.client.provider import Submission
from app.domain.money import plain
from app.providers.stripe_v1 import access, coupons, parties, read, taxes, units, wire
from app.providers.stripe_v1.composition import Composition, compose

MOST_PAGES: Final = 20


def submit(submission: Submission) -> Flow[Receipt]:
    """The whole journey. The invoice is a draft until all its items are there and its sum is ours."""
    made = compose(submission)
    key = submission.key
    customer = yield from parties.settle(submission, made.chosen)
    rates = yield from taxes.settle(key, made.rates)
    own_coupons = yield from coupons.settle(key, made.coupons)
    members = wire.invoice(made, key, submission.today, customer, own_coupons)
    created = yield access.post(
        key,
        "invoice.create",
        "/v1/invoices",
        members,
        sample={"id": "{invoice.create.id}"},
        find=lambda: _find_invoice(key, customer),
    )
    invoice_id = identifier(created.body, "id")
    rows = {line.id for line in submission.draft.lines}
    for item in made.items:
        step = f"item.{item.key}"
        body = wire.item(made, item, customer, invoice_id, rates, own_coupons, key, step)
        yield _item_call(key, step, body, invoice_id, item.key if item.key in rows else "")
    held = yield from read.whole(invoice_id, "invoice.read", _sample(invoice_id, made))
    receipt = yield from _finish(submission, made, held)
    found = "" if made.chosen.text("customer") else customer
    return replace(receipt, learned=submission.learned(customer=found, items={}))


def _finish(submission: Submission, made: Composition, held: read.Held) -> Flow[Receipt]:
    """Finalise and send if that was chosen, but never an invoice whose sum is another than foretold."""
    invoice_id = identifier(held.body, "id")
    then = made.chosen.text("after_creation", "draft")
    notices: tuple[Notice, ...] = ()
    if then in ("finalise", "send") and text(held.body, "status") == "draft":
        notices = _doubts(made, held)
        if not notices:
            held = yield from finalised(submission.key, invoice_id, "invoice.finalise", made)
            if then == "send":
                held = yield from sent(submission.key, invoice_id, "invoice.send", made)
    return read.receipt(held, submission.draft, submission.connection, made.chosen, notices)


def finalised(key: str, invoice_id: str, step: str, made: Composition | None = None) -> Flow[read.Held]:
    """The invoice with its number: it can no longer be changed."""

    def find() -> Flow[Reply | None]:
        reply = yield access.get(f"{step}.look", f"/v1/invoices/{invoice_id}")
        return None if text(reply.body, "status") == "draft" else reply

    advance = made.chosen.flag("auto_advance") if made else None
    reply = yield access.post(
        key,
        step,
        f"/v1/invoices/{invoice_id}/finalize",
        {"auto_advance": advance},
        sample=_sample(invoice_id, made),
        find=find,
    )
    return (yield from read.completed(reply.body, invoice_id, step))


def sent(key: str, invoice_id: str, step: str, made: Composition | None = None) -> Flow[read.Held]:
    """The invoice after Stripe has mailed it. Whether a mail left cannot be looked up afterwards."""
    path = f"/v1/invoices/{invoice_id}/send"
    reply = yield access.post(key, step, path, {}, sample=_sample(invoice_id, made))
    return (yield from read.completed(reply.body, invoice_id, step))


def _doubts(made: Composition, held: read.Held) -> tuple[Notice, ...]:
    """Why the invoice had better stay a draft."""
    if made.is_taxed_by_them:
        return ()
    theirs, foretold = held.total, made.theirs.gross
    currency = made.draft.currency
    if theirs is None or units.major(theirs, currency) != foretold:
        told = "?" if theirs is None else plain(units.major(theirs, currency))
        return (Notice("notice.left_as_draft", {"theirs": told, "foretold": plain(foretold)}),)
    return ()


def _item_call(key: str, step: str, body: dict[str, object], invoice_id: str, row: str) -> Call:
    def find() -> Flow[Reply | None]:
        after = ""
        for page in range(1, MOST_PAGES + 1):
            reply = yield access.get(
                f"{step}.look.{page}",
                "/v1/invoiceitems",
                {"invoice": invoice_id, "limit": 100, "starting_after": after or None},
            )
            held = items(at(reply.body, "data"), "data")
            for one in held:
                if text(one, "metadata", "factotum_step") == f"{key}/{step}":
                    return Reply(200, body=one)
            if not held or not flag(reply.body, "has_more"):
                return None
            after = identifier(held[-1], "id")
        raise Unexpected("list_has_no_end")

    sample: JsonValue = {"id": f"{{{step}.id}}"}
    return access.post(key, step, "/v1/invoiceitems", body, sample=sample, find=find, row=row)


def _find_invoice(key: str, customer: str) -> Flow[Reply | None]:
    """The invoice of this key among the customer's. A list is complete at once, a search is not."""
    after = ""
    for page in range(1, MOST_PAGES + 1):
        reply = yield access.get(
            f"invoice.look.{page}",
            "/v1/invoices",
            {"customer": customer, "limit": 100, "starting_after": after or None},
        )
        held = items(at(reply.body, "data"), "data")
        for one in held:
            if text(one, "metadata", "factotum_key") == key:
                return Reply(200, body=one)
        if not held or not flag(reply.body, "has_more"):
            return None
        after = identifier(held[-1], "id")
    raise Unexpected("list_has_no_end")


def _sample(invoice_id: str, made: Composition | None) -> JsonValue:
    """What a plan supposes the answer to be: the sums foretold."""
    told: dict[str, JsonValue] = {
        "id": invoice_id,
        "status": "draft",
        "lines": {"data": [], "has_more": False},
    }
    if made is not None:
        sums, currency = made.theirs, made.draft.currency
        told["currency"] = currency.lower()
        told["total"] = units.minor(sums.gross, currency)
        told["total_excluding_tax"] = units.minor(sums.net, currency)
    return told
