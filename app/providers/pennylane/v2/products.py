"""Products for lines: those linked before, and, when the person wants it, found or created.

A line without one is a free line; either way it states label, price and VAT itself, so that a product
changed there changes no figure of ours.
"""

from __future__ import annotations

from collections.abc import Generator

from app.client.answers import identifier
from app.client.calls import Call, JsonBody, Repeat, Reply
from app.client.provider import Submission
from app.providers.pennylane import listing
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.v2 import wire
from app.providers.pennylane.v2.held import HeldDocument, HeldLine
from app.providers.pennylane.v2.options import chosen


def products(submission: Submission, held: HeldDocument) -> Generator[Call, Reply, dict[str, str]]:
    """Product ids by line id, for the lines that shall have one and lack it."""
    mode = chosen(submission, "products")
    found: dict[str, str] = {}
    if mode not in ("find", "create") or held.dialect != DIRECT:
        return found
    asked: dict[tuple[str, str], str] = {}
    for line in held.lines:
        if line.row is None or line.product_id:
            continue
        field, value = _known_by(line)
        if (field, value) not in asked:
            asked[field, value] = yield from _product(submission, line, mode == "create")
        if asked[field, value]:
            found[line.id] = asked[field, value]
    return found


def _product(submission: Submission, line: HeldLine, may_create: bool) -> Generator[Call, Reply, str]:
    field, value = _known_by(line)
    reply = yield listing.search(f"item.{line.id}.find", "/products", listing.where(field, value))
    records = listing.records_of(reply.body)
    if records:
        return identifier(records[0], "id")
    if not may_create:
        return ""
    reference = f"factotum-{submission.key}-{line.id}"

    def look_up() -> Generator[Call, Reply, Reply | None]:
        again = yield listing.search(
            f"item.{line.id}.look", "/products", listing.where("external_reference", reference)
        )
        made = listing.records_of(again.body)
        return Reply(201, body=made[0]) if made else None

    step = f"item.{line.id}.create"
    reply = yield Call(
        step,
        "POST",
        "/products",
        body=JsonBody(wire.product(submission, line, reference)),
        repeat=Repeat("look_up", find=look_up),
        sample={"id": f"{{{step}.id}}"},
    )
    record = yield from listing.made(reply, look_up)
    return identifier(record, "id")


def _known_by(line: HeldLine) -> tuple[str, str]:
    code = line.row.product.seller_code if line.row and line.row.product else ""
    return ("reference", code) if code else ("label", line.label)
