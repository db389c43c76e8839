"""The customer an invoice is for: known, found, or created. Never one that merely looks alike.

A record found by name or mail address that carries another VAT number or company number is another
company. Two that fit are for the person to choose between.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

from pydantic import JsonValue

from app.client.answers import identifier, text
from app.client.calls import ASK, FREE, Call, JsonBody, Repeat, Reply
from app.client.errors import Refused
from app.client.provider import Submission
from app.providers.pennylane import listing
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.v2 import wire
from app.providers.pennylane.v2.held import HeldDocument
from app.providers.pennylane.v2.options import chosen, is_on

Found = tuple[str, JsonValue]
"""An id and the record as they answered it; the record is None where they were not asked."""


def customer(submission: Submission, held: HeldDocument) -> Generator[Call, Reply, Found]:
    """The customer's id and record. Raises Refused when there is none, or more than one."""
    picked = chosen(submission, "customer_id")
    known = picked or submission.known.get(f"customer:{submission.draft.buyer.contact_id}", "")
    can_search = searches(submission, held)
    if known and not can_search:
        return known, None
    if known:
        sample = {**_body(submission, held), "id": known}
        reply = yield Call(
            "customer.fetch",
            "GET",
            f"/customers/{known}",
            repeat=FREE,
            accepts=frozenset({404}),
            sample=sample,
        )
        if reply.status != 404:
            return identifier(reply.body, "id"), reply.body
        if picked:
            raise Refused("customer_gone", {"id": picked}, path="buyer.name", step="customer.fetch")
    if can_search:
        for step, filtered in _questions(submission):
            reply = yield listing.search(f"customer.find_{step}", "/customers", filtered)
            found = _fitting(submission, listing.records_of(reply.body))
            if step == "email":
                found = [record for record in found if _alike(submission.draft.buyer.name, record)]
            if len(found) > 1:
                raise Refused(
                    "customer_ambiguous",
                    {"name": submission.draft.buyer.name, "count": str(len(found))},
                    path="buyer.name",
                    step=f"customer.find_{step}",
                )
            if found:
                return identifier(found[0], "id"), found[0]
    if not is_on(submission, "create_customer"):
        raise Refused("customer_not_found", {"name": submission.draft.buyer.name}, path="buyer.name")
    return (yield from _create(submission, held, can_search=can_search))


def searches(submission: Submission, held: HeldDocument) -> bool:
    """Whether customers can be asked for: the gateway's pages do not print that call."""
    return held.dialect == DIRECT or is_on(submission, "searches_on_gateway")


def reference_of(submission: Submission) -> str:
    """What we know the customer by at theirs: our contact, else this very sending."""
    return f"factotum-{submission.draft.buyer.contact_id or submission.key}"


def is_individual(submission: Submission) -> bool:
    """Whether a new customer is a person."""
    return chosen(submission, "customer_type") == "individual"


def _create(submission: Submission, held: HeldDocument, *, can_search: bool) -> Generator[Call, Reply, Found]:
    path = "/individual_customers" if is_individual(submission) else "/company_customers"
    body = _body(submission, held)

    def look_up() -> Generator[Call, Reply, Reply | None]:
        reply = yield _by_reference("customer.create.find", submission)
        found = listing.records_of(reply.body)
        return Reply(201, body=found[0]) if found else None

    reply = yield Call(
        "customer.create",
        "POST",
        path,
        body=JsonBody(body),
        repeat=Repeat("look_up", find=look_up) if can_search else ASK,
        accepts=frozenset({409}),
        sample={**body, "id": "{customer.create.id}"},
    )
    if reply.status != 409:
        record = yield from listing.made(reply, look_up if can_search else None)
        return identifier(record, "id"), record
    if can_search:
        reply = yield _by_reference("customer.conflict", submission)
        found = listing.records_of(reply.body)
        if found:
            return identifier(found[0], "id"), found[0]
    raise Refused(
        "customer_exists", {"name": submission.draft.buyer.name}, path="buyer.name", step="customer.create"
    )


def _by_reference(step: str, submission: Submission) -> Call:
    return listing.search(step, "/customers", listing.where("external_reference", reference_of(submission)))


def _body(submission: Submission, held: HeldDocument) -> dict[str, JsonValue]:
    return wire.customer(submission, held, reference_of(submission), individual=is_individual(submission))


def _questions(submission: Submission) -> Iterator[tuple[str, str]]:
    buyer = submission.draft.buyer
    if buyer.contact_id:
        yield "reference", listing.where("external_reference", reference_of(submission))
    if wire.registration_of(submission):
        yield "number", listing.where("reg_no", wire.registration_of(submission))
    if buyer.name.strip():
        yield "name", listing.where("name", buyer.name)
    if buyer.email:
        yield "email", listing.where("emails", buyer.email, "in")


def _fitting(submission: Submission, records: list[JsonValue]) -> list[JsonValue]:
    vat_number = _bare(submission.draft.buyer.tax_id("vat"))
    reg_no = _bare(wire.registration_of(submission))
    fits = [
        record
        for record in records
        if not _contradicts(vat_number, text(record, "vat_number"))
        and not _contradicts(reg_no, text(record, "reg_no"))
    ]
    certain = [record for record in fits if vat_number and _bare(text(record, "vat_number")) == vat_number]
    return certain or fits


def _alike(name: str, record: JsonValue) -> bool:
    ours, theirs = _bare(name), _bare(text(record, "name"))
    return bool(ours and theirs) and (ours in theirs or theirs in ours)


def _contradicts(ours: str, theirs: str) -> bool:
    return bool(ours and theirs and ours != _bare(theirs))


def _bare(number: str) -> str:
    return "".join(sign for sign in number.upper() if sign.isalnum())
