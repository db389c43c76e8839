"""Importing an invoice into V1, and finding out whether one arrived.

V1 has no idempotency key. An answer that never came is looked for twice: by our external id, which
the page of the endpoint takes like an id of theirs, and, since other material says that it takes
theirs only, in the whole list by our number. Only when both find nothing is it sent again; where the
list cannot be read through, nobody can say, and the person is asked.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from pydantic import JsonValue

from app.client.answers import at, decimal, items, text
from app.client.calls import FREE, Call, Flow, JsonBody, Notice, Receipt, Repeat, Reply
from app.client.errors import OutcomeUnknown, Refused
from app.client.provider import Connection, Identity, Submission
from app.providers.pennylane.given import has_id
from app.providers.pennylane.shares import sign_of
from app.providers.pennylane.v1 import read, wire
from app.providers.pennylane.v1.errors import error_of, is_duplicate

PAGE: Final = 100
MOST_PAGES: Final = 500
SETTLES_AFTER_S: Final = 60.0
_NOT_THERE: Final = frozenset({404})
_NO_LIST: Final = frozenset({400, 403, 404, 410, 422})


def submit(submission: Submission) -> Flow[Receipt]:
    """Import the document with its page. Raises Refused for a reference or number already used."""
    if submission.page is None and not submission.options.get("file_url"):
        raise Refused("page_missing")
    if submission.draft.external_reference.strip():
        used = yield _by_reference(submission, "reference.check")
        if used.status != 404 and used.body is not None:
            raise Refused("reference_used", path="external_reference")
    reply = yield Call(
        "invoice.import",
        "POST",
        "/customer_invoices/import",
        body=JsonBody(wire.request(submission)),
        repeat=Repeat("look_up", find=lambda: find(submission), settles_after_s=SETTLES_AFTER_S),
        accepts=frozenset({409, 422}),
        sample=_sample(submission),
    )
    if reply.status in (409, 422):
        return (yield from _already_there(submission, reply))
    if not has_id(at(reply.body, "invoice")):
        found = yield from find(submission)
        if found is None:
            raise OutcomeUnknown("answer_senseless", path="number", status=reply.status)
        reply = found
    customer = text(reply.body, "invoice", "customer", "source_id") if _may_learn(submission, reply) else ""
    learned = submission.learned(customer=customer, items={})
    return replace(read.receipt(reply, submission), learned=learned)


def _may_learn(submission: Submission, reply: Reply) -> bool:
    """Whether the customer is told in a form that can be read, and is not one the person has named."""
    told = at(reply.body, "invoice", "customer", "source_id")
    return isinstance(told, str) and not submission.options.get("customer_source_id")


def find(submission: Submission) -> Generator[Call, Reply, Reply | None]:
    """The reply an import of this document would have had, or None if it is certainly not there.

    Raises OutcomeUnknown when the list cannot be read through, or has our number on something else.
    """
    found = yield _by_reference(submission, "invoice.find.reference")
    if found.status != 404:
        return found
    number = 0
    pages = 1
    while number < pages:
        number += 1
        query = (("page", str(number)), ("per_page", str(PAGE)))
        reply = yield Call(
            f"invoice.find.page.{number}",
            "GET",
            "/customer_invoices",
            query,
            repeat=FREE,
            accepts=_NO_LIST,
            sample={"invoices": [], "total_pages": 1},
        )
        if reply.status in _NO_LIST:
            raise OutcomeUnknown("v1_list_closed", path="number", status=reply.status)
        pages = _pages(reply.body)
        for invoice in items(at(reply.body, "invoices"), "invoices"):
            if text(invoice, "invoice_number") == submission.draft.number:
                if _is_ours(invoice, submission):
                    return Reply(200, reply.headers, {"invoice": invoice})
                raise OutcomeUnknown("v1_number_on_another", {"number": submission.draft.number})
    return None


def identify(connection: Connection) -> Flow[Identity]:
    """Who the token belongs to."""
    del connection
    reply = yield Call("me", "GET", "/me", repeat=FREE, sample={"company": {"name": ""}})
    company = text(reply.body, "company", "name") or text(reply.body, "name")
    person = text(reply.body, "user", "email") or text(reply.body, "email")
    return Identity(company or person, person if company else "")


def _already_there(submission: Submission, reply: Reply) -> Flow[Receipt]:
    if not is_duplicate(reply):
        raise error_of(reply, submission.draft)
    found = yield _by_reference(submission, "duplicate.find")
    if found.status == 404 or not _is_ours(at(found.body, "invoice"), submission):
        raise error_of(reply, submission.draft)
    return read.receipt(found, submission, Notice("notice.already_there"))


def _by_reference(submission: Submission, step: str) -> Call:
    path = f"/customer_invoices/{quote(wire.reference(submission), safe='')}"
    return Call(step, "GET", path, repeat=FREE, accepts=_NOT_THERE, sample=None)


def _is_ours(invoice: JsonValue, submission: Submission) -> bool:
    return (
        text(invoice, "invoice_number") == submission.draft.number
        and text(invoice, "date")[:10] == wire.issued_on(submission).isoformat()
        and text(invoice, "currency") == submission.draft.currency
        and decimal(invoice, "currency_amount")
        == sign_of(submission.draft, submission.totals) * submission.totals.gross
    )


def _pages(body: JsonValue) -> int:
    told = decimal(body, "total_pages")
    if told is None or told != int(told) or told > MOST_PAGES:
        raise OutcomeUnknown("v1_list_closed", path="number")
    return int(told)


def _sample(submission: Submission) -> JsonValue:
    return {
        "invoice": {
            "id": "{invoice.import.id}",
            "invoice_number": submission.draft.number,
            "imputation_dates": None,
        }
    }
