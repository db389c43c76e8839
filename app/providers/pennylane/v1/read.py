"""Their invoice, read: what they hold by the paths of the plan, its state, and what they announce."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from pydantic import JsonValue

from app.client.answers import at, decimal, flag, identifier, items, text
from app.client.calls import Notice, Receipt, Reply
from app.client.errors import Unexpected
from app.client.provider import Submission
from app.providers.pennylane import firm, imported
from app.providers.pennylane.shares import sign_of
from app.providers.pennylane.v1 import wire

END_HEADERS: Final = ("api-version-expires-at", "sunset")
"""Headers that say when V1 ends or ended: the vendor's own, and the one of RFC 8594."""
_CUSTOMER_PLACES: Final[Mapping[str, tuple[str | int, ...]]] = {
    "name": ("name",),
    "vat_number": ("vat_number",),
    "reg_no": ("reg_no",),
    "address": ("billing_address", "address"),
    "postal_code": ("billing_address", "postal_code"),
    "city": ("billing_address", "city"),
    "country_alpha2": ("billing_address", "country_alpha2"),
    "emails": ("emails", 0),
    "phone": ("phone",),
}
TOLD: Final = frozenset(_CUSTOMER_PLACES)
"""Members of a new customer that the answer repeats."""


def receipt(reply: Reply, submission: Submission | None, *notices: Notice) -> Receipt:
    """The receipt of an answer with an invoice. Without a submission nothing is compared.

    What has an id is there, even if the rest of the answer makes no sense. Raises Unexpected without one.
    """
    invoice = at(reply.body, "invoice")
    remote_id = identifier(invoice, "id")
    try:
        return _read(reply, invoice, submission, notices)
    except Unexpected:
        return Receipt(remote_id, notices=(*notices, Notice("notice.not_read_back"), *endings(reply)))


def _read(
    reply: Reply, invoice: JsonValue, submission: Submission | None, notices: tuple[Notice, ...]
) -> Receipt:
    links = {"page": text(invoice, "public_url"), "pdf": text(invoice, "file_url")}
    return Receipt(
        remote_id=identifier(invoice, "id"),
        number=text(invoice, "invoice_number"),
        state=_state(invoice),
        links={name: link for name, link in links.items() if link.startswith("https://")},
        stored=_stored(invoice, submission) if submission else {},
        notices=(*notices, *endings(reply)),
    )


def endings(reply: Reply) -> tuple[Notice, ...]:
    """What a header says of the end of V1."""
    for header in END_HEADERS:
        when = reply.headers.get(header, "").strip()
        if when:
            return (Notice("notice.v1_ends", {"when": when[:60]}),)
    return ()


def _state(invoice: JsonValue) -> Literal["draft", "incomplete", "paid", "open"]:
    if flag(invoice, "is_draft"):
        return "draft"
    if flag(invoice, "customer_validation_needed") or text(invoice, "status") == "incomplete":
        return "incomplete"
    return "paid" if flag(invoice, "paid") else "open"


def _stored(invoice: JsonValue, submission: Submission) -> dict[str, str]:
    held: dict[str, str] = {}
    sign = sign_of(submission.draft, submission.totals)
    imported.head(held, invoice, sign)
    if flag(invoice, "paid") is False and not at(invoice, "matched_transactions"):
        imported.put(held, "totals.payable", decimal(invoice, "remaining_amount"), sign)
    if at(invoice, "line_items") is not None:
        _lines(held, items(at(invoice, "line_items"), "line_items"), submission, sign)
    _customer(held, at(invoice, "customer"), submission)
    return held


def _lines(held: dict[str, str], lines: list[JsonValue], submission: Submission, sign: int) -> None:
    sent = wire.items(submission)
    for root, line, ours in imported.lines(held, lines, sent, sign, "currency_price_before_tax"):
        held[f"{root}.label"] = text(line, "label")
        imported.put(held, f"{root}.quantity", decimal(line, "quantity"), sign)
        if not ours.product:
            held[f"{root}.unit"] = text(line, "unit")
            held[f"{root}.description"] = text(line, "description")


def _customer(held: dict[str, str], customer: JsonValue, submission: Submission) -> None:
    whom = wire.customer(submission)
    if not isinstance(customer, dict) or not whom.is_new:
        return
    for part in whom.parts:
        place = _CUSTOMER_PLACES.get(part.member)
        if place and part.text and at(customer, *place) is not None:
            told = text(customer, *place)
            held[part.path] = firm.compact(told) if part.member == "vat_number" else told
