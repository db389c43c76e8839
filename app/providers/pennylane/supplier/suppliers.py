"""Who the supplier is at Pennylane: chosen, known, found by identifiers or name, or created.

Their list can be searched by name only, so VAT number, SIREN and SIRET are compared here: first among
those whose name begins alike, then, since a firm is written in many ways, in the whole list.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, flag, identifier, text
from app.client.calls import FREE, Call, Flow, JsonBody, Notice, Repeat, Reply
from app.client.errors import Refused
from app.client.provider import Connection, Submission
from app.domain.parties import Party
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.firm import compact, digits
from app.providers.pennylane.given import flag_of, has_id, text_of
from app.providers.pennylane.listing import page_of, records_of, where
from app.providers.pennylane.supplier import wire

MOST_PAGES: Final = 300
NOT_GIVEN: Final = "{supplier_id}"
_CONFLICT: Final = frozenset({409})


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells one firm from another. SIREN is taken from a SIRET where it is not stated."""

    name: str
    vat: str
    siren: str
    siret: str

    @property
    def identifies(self) -> bool:
        """Whether there is an identifier beside the name."""
        return bool(self.vat or self.siren or self.siret)

    def is_other(self, other: Marks) -> bool:
        """Whether an identifier both have differs."""
        pairs = ((self.vat, other.vat), (self.siren, other.siren))
        return any(mine and theirs and mine != theirs for mine, theirs in pairs)

    def is_same(self, other: Marks) -> bool:
        """Whether an identifier both have is the same and none differs."""
        pairs = ((self.vat, other.vat), (self.siren, other.siren), (self.siret, other.siret))
        return not self.is_other(other) and any(mine and mine == theirs for mine, theirs in pairs)


def marks_of(seller: Party) -> Marks:
    """The supplier's, as the document states them."""
    siret = digits(seller.tax_id("siret"))
    siren = digits(seller.tax_id("siren")) or (siret[:9] if len(siret) == 14 else "")
    return Marks(_plain(seller.name), compact(seller.tax_id("vat")), siren, siret)


def chosen(submission: Submission) -> str:
    """The supplier's id as chosen or learned before, or an empty string."""
    seller = submission.draft.seller
    known = submission.known.get(f"supplier:{seller.contact_id}", "") if seller.contact_id else ""
    return text_of(submission.options, "supplier_id") or known


def may_search(connection: Connection) -> bool:
    """Whether suppliers can be asked for: always at the vendor's, at the gateway if the person says so."""
    if dialect_of(connection) == DIRECT:
        return True
    return flag_of(connection.settings, "searches_on_gateway") is True


def supplier_of(submission: Submission) -> Flow[tuple[str, tuple[Notice, ...]]]:
    """The supplier's id. Raises Refused when it is not there, not alone, or may not be created.

    Where nobody can be asked and none is given, a problem has said so; what stands in for the id is
    no number, so that no import with it is taken.
    """
    told = chosen(submission)
    if told:
        return told, ()
    if not may_search(submission.connection):
        return NOT_GIVEN, ()
    marks = marks_of(submission.draft.seller)
    name = submission.draft.seller.name.strip()
    found = yield from _among("supplier.find", marks, where("name", name, "start_with"))
    if not found and marks.identifies:
        found = yield from _among("supplier.list", marks, "", by_name=False)
    if found:
        by_name = not any(marks.is_same(_marks(record)) for record in found)
        if len(found) > 1:
            ids = ", ".join(identifier(record, "id") for record in found[:5])
            raise Refused("supplier_ambiguous", {"ids": ids}, path="seller.name")
        notice = Notice("notice.supplier_by_name", {"name": text(found[0], "name")})
        return identifier(found[0], "id"), (notice,) if by_name else ()
    if flag_of(submission.options, "create_supplier") is False:
        raise Refused("supplier_not_found", path="seller.name")
    reply = yield _create(submission)
    if reply.status == 409 or not has_id(reply.body):
        reply = (yield from _lookup(submission)) or reply
    if reply.status == 409:
        raise Refused("supplier_exists", detail=text(reply.body, "error"), path="seller.name", status=409)
    return identifier(reply.body, "id"), (Notice("notice.supplier_created", {"name": name}),)


def _lookup(submission: Submission) -> Generator[Call, Reply, Reply | None]:
    filtered = where("external_reference", f"factotum-{submission.key}")
    reply = yield Call("supplier.lookup", "GET", "/suppliers", page_of(filtered=filtered), repeat=FREE)
    for record in records_of(reply.body):
        return Reply(201, body=record)
    return None


def _create(submission: Submission) -> Call:
    return Call(
        "supplier.create",
        "POST",
        "/suppliers",
        body=JsonBody(wire.supplier(submission)),
        repeat=Repeat("look_up", find=lambda: _lookup(submission)),
        accepts=_CONFLICT,
        sample={"id": "{supplier.create.id}"},
    )


def _among(step: str, marks: Marks, filtered: str, *, by_name: bool = True) -> Flow[list[JsonValue]]:
    """Those with the same identifier; failing that, `by_name`, those of the very name."""
    same: list[JsonValue] = []
    named: list[JsonValue] = []
    cursor = ""
    for number in range(1, MOST_PAGES + 1):
        reply = yield Call(
            f"{step}.{number}",
            "GET",
            "/suppliers",
            page_of(cursor, filtered=filtered),
            repeat=FREE,
            sample={"items": [], "has_more": False, "next_cursor": None},
        )
        for record in records_of(reply.body):
            theirs = _marks(record)
            if marks.is_same(theirs):
                same.append(record)
            elif theirs.name == marks.name and not marks.is_other(theirs):
                named.append(record)
        cursor = text(reply.body, "next_cursor") if flag(reply.body, "has_more") else ""
        if not cursor:
            break
    return same or (_unique(named) if by_name else [])


def _unique(records: Iterable[JsonValue]) -> list[JsonValue]:
    return list({identifier(record, "id"): record for record in records}.values())


def _marks(record: JsonValue) -> Marks:
    siret = digits(text(record, "establishment_no"))
    siren = digits(text(record, "reg_no")) or (siret[:9] if len(siret) == 14 else "")
    return Marks(_plain(text(at(record, "name"))), compact(text(record, "vat_number")), siren, siret)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
