"""Importing a supplier's invoice: who it is from, its file, then the invoice itself.

There is no idempotency key. At the vendor's own API a lost answer is looked for by our external
reference; and at both, the import of a file that has been imported answers 409 with the id of the
document that exists, which is then the answer. A file uploaded twice makes no document.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, flag, identifier, text
from app.client.calls import (
    FREE,
    Call,
    FilePart,
    Flow,
    JsonBody,
    MultipartBody,
    Notice,
    Receipt,
    Repeat,
    Reply,
)
from app.client.errors import Refused, Unexpected
from app.client.provider import Attachment, Connection, Identity, Submission
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.errors import sentence
from app.providers.pennylane.given import has_id, text_of
from app.providers.pennylane.listing import page_of, records_of, where
from app.providers.pennylane.supplier import read, wire
from app.providers.pennylane.supplier.suppliers import NOT_GIVEN, supplier_of

SETTLES_AFTER_S: Final = 60.0
LONGEST_FILENAME: Final = 255
_EXISTING: Final = re.compile(r"\bID\s*[:#]?\s*(\d{1,18})\b", re.IGNORECASE)
_MOST_PAGES: Final = 250
_UNREAD: Final = frozenset({403, 404})


def submit(submission: Submission) -> Flow[Receipt]:
    """Import the document with its file. Raises Refused."""
    if submission.original is None:
        raise Refused("file_missing")
    if dialect_of(submission.connection) == DIRECT and submission.draft.external_reference.strip():
        used = yield _by_reference(submission, "reference.check")
        if records_of(used.body):
            raise Refused("reference_used", path="external_reference")
    supplier_id, notices = yield from supplier_of(submission)
    upload = yield _upload(submission.original, "file.upload")
    if not has_id(upload.body):
        upload = yield _upload(submission.original, "file.upload_again")
    body = wire.request(submission, supplier_id, identifier(upload.body, "id"))
    reply = yield _import(submission, body, "invoice.import")
    if reply.status != 409 and not has_id(reply.body):
        reply = (yield from find(submission)) or (yield _import(submission, body, "invoice.import_again"))
    invoice = reply.body
    if reply.status == 409:
        invoice, notice = yield from _existing(reply)
        notices = (*notices, notice)
    lines = yield from lines_of(submission.connection, identifier(invoice, "id"))
    receipt = read.receipt(invoice, lines, submission, notices)
    is_found = supplier_id != NOT_GIVEN and not text_of(submission.options, "supplier_id")
    return replace(receipt, learned=submission.learned(supplier=supplier_id if is_found else "", items={}))


def _import(submission: Submission, body: dict[str, object], step: str) -> Call:
    return Call(
        step,
        "POST",
        "/supplier_invoices/import",
        body=JsonBody(body),
        repeat=Repeat("look_up", find=lambda: find(submission), settles_after_s=SETTLES_AFTER_S),
        accepts=frozenset({409}),
        sample={"id": "{invoice.import.id}", "invoice_number": submission.draft.number},
    )


def find(submission: Submission) -> Generator[Call, Reply, Reply | None]:
    """The reply an import of this document would have had, or None.

    The gateway has nothing to look with: there the same import once more tells, by its 409.
    """
    if dialect_of(submission.connection) != DIRECT:
        return None
    reply = yield _by_reference(submission, "invoice.find")
    found = records_of(reply.body)
    return Reply(201, reply.headers, found[0]) if found else None


def lines_of(connection: Connection, invoice_id: str) -> Flow[list[JsonValue] | None]:
    """The lines they hold, in the order they were made; None where they cannot be read."""
    if dialect_of(connection) != DIRECT:
        return None
    found: list[JsonValue] = []
    cursor = ""
    for number in range(1, _MOST_PAGES + 1):
        reply = yield Call(
            f"invoice.lines.{number}",
            "GET",
            f"/supplier_invoices/{invoice_id}/invoice_lines",
            page_of(cursor, sort="id"),
            repeat=FREE,
            accepts=_UNREAD,
            sample={"items": [], "has_more": False, "next_cursor": None},
        )
        try:
            found += records_of(reply.body)
            cursor = text(reply.body, "next_cursor") if flag(reply.body, "has_more") else ""
        except Unexpected:
            return None
        if not cursor:
            break
    return found


def identify(connection: Connection) -> Flow[Identity]:
    """Who the token belongs to. The gateway has no such question: there nothing is asked."""
    if dialect_of(connection) != DIRECT:
        return Identity(connection.base_url)
    reply = yield Call("me", "GET", "/me", repeat=FREE, sample={"company": {"name": ""}, "scopes": []})
    scopes = at(reply.body, "scopes")
    return Identity(
        text(reply.body, "company", "name"),
        text(reply.body, "user", "email"),
        scopes=tuple(str(scope) for scope in scopes) if isinstance(scopes, list) else (),
    )


def _existing(conflict: Reply) -> Flow[tuple[JsonValue, Notice]]:
    said = sentence(conflict)
    named = _EXISTING.search(said)
    if named is None:
        raise Refused("already_imported", detail=said, status=409)
    path = f"/supplier_invoices/{named[1]}"
    reply = yield Call("invoice.existing", "GET", path, repeat=FREE, accepts=frozenset({404}))
    if reply.status == 404:
        raise Refused("already_imported", detail=said, status=409)
    invoice = reply.body if has_id(reply.body) else {"id": named[1]}
    return invoice, Notice("notice.already_imported", {"id": named[1]})


def _by_reference(submission: Submission, step: str) -> Call:
    filtered = where("external_reference", wire.reference(submission))
    sample: JsonValue = {"items": [], "has_more": False, "next_cursor": None}
    return Call(step, "GET", "/supplier_invoices", page_of(filtered=filtered), repeat=FREE, sample=sample)


def _upload(file: Attachment, step: str) -> Call:
    name = file.filename
    if len(name) > LONGEST_FILENAME:
        stem, dot, ending = name.rpartition(".")
        room = LONGEST_FILENAME - len(ending) - 1
        name = f"{stem[:room]}.{ending}" if dot and room > 0 else name[:LONGEST_FILENAME]
    part = FilePart("file", name, file.content_type, file.content)
    return Call(
        step,
        "POST",
        "/file_attachments",
        body=MultipartBody((part,), (("filename", name),)),
        repeat=FREE,
        sample={"id": "{file.upload.id}"},
    )
