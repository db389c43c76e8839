"""Sending an invoice: the customer, the products if wanted, the invoice, and what they made of it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from pydantic import JsonValue

from app.client.answers import identifier, text
from app.client.calls import FREE, Call, Flow, JsonBody, Receipt, Repeat, Reply
from app.client.errors import Refused
from app.client.provider import Submission
from app.providers.pennylane import listing
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.v2 import wire
from app.providers.pennylane.v2.customers import customer
from app.providers.pennylane.v2.held import HeldDocument, hold
from app.providers.pennylane.v2.options import chosen
from app.providers.pennylane.v2.products import products
from app.providers.pennylane.v2.read import read_back


def submit(submission: Submission) -> Flow[Receipt]:
    """Make the invoice, draft or final, and read back what is held.

    Pennylane has no idempotency key: each creation carries an `external_reference`, unique there, that
    is looked up before anything is repeated. A reference of the person's own is first looked up for an
    earlier use.
    """
    held = hold(submission)
    if held.is_reference_ours:
        reply = yield by_reference("reference.check", held.reference)
        if listing.records_of(reply.body):
            taken = {"reference": held.reference}
            raise Refused("reference_taken", taken, path="external_reference", step="reference.check")
    customer_id, record = yield from customer(submission, held)
    linked = yield from products(submission, held)
    create = _create(submission, held, customer_id, linked)
    reply = yield create
    invoice = yield from listing.made(reply, create.repeat.find)
    if _links(submission, held):
        yield link(chosen(submission, "credited_invoice_id"), identifier(invoice, "id"))
    receipt = yield from read_back(submission, held, invoice, record)
    found = "" if chosen(submission, "customer_id") else customer_id
    return replace(receipt, learned=submission.learned(customer=found, items=linked))


def by_reference(step: str, reference: str) -> Call:
    """The call that finds an invoice by its external reference."""
    return listing.search(step, "/customer_invoices", listing.where("external_reference", reference))


def made_under(step: str, reference: str) -> Repeat:
    """How a creation under a reference is repeated: never before it has been looked for."""

    def look_up() -> Generator[Call, Reply, Reply | None]:
        reply = yield by_reference(f"{step}.find", reference)
        found = [
            record
            for record in listing.records_of(reply.body)
            if text(record, "external_reference") == reference
        ]
        return Reply(201, body=found[0]) if found else None

    return Repeat("look_up", find=look_up)


def link(invoice_id: str, credit_note_id: str) -> Call:
    """The call that ties a final credit note to the invoice it corrects."""

    def look_up() -> Generator[Call, Reply, Reply | None]:
        reply = yield Call(
            "credit_note.link.find", "GET", f"/customer_invoices/{credit_note_id}", repeat=FREE, sample={}
        )
        tied = text(reply.body, "credited_invoice", "id")
        return Reply(200, body=reply.body) if tied == invoice_id else None

    return Call(
        "credit_note.link",
        "POST",
        f"/customer_invoices/{invoice_id}/link_credit_note",
        body=JsonBody({"credit_note_id": wire.whole(credit_note_id)}),
        repeat=Repeat("look_up", find=look_up),
        sample={},
    )


def _links(submission: Submission, held: HeldDocument) -> bool:
    return bool(
        chosen(submission, "credited_invoice_id")
        and not held.is_draft
        and held.totals.gross < 0
        and held.dialect == DIRECT
    )


def _create(submission: Submission, held: HeldDocument, customer_id: str, linked: dict[str, str]) -> Call:
    sample: dict[str, JsonValue] = {
        "id": "{invoice.create.id}",
        "invoice_number": "{invoice.create.invoice_number}",
        "draft": held.is_draft,
        "external_reference": held.reference,
    }
    return Call(
        "invoice.create",
        "POST",
        "/customer_invoices",
        body=JsonBody(wire.invoice(submission, held, customer_id, linked)),
        repeat=made_under("invoice.create", held.reference),
        sample=sample,
    )
