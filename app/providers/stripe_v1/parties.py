"""The buyer as Stripe's customer: found by what we know of it, else created; and where goods go."""

from __future__ import annotations

import re
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, flag, identifier, items, text
from app.client.calls import Flow, Reply
from app.client.provider import Submission
from app.domain.draft import Draft
from app.domain.parties import Address, Party, TaxId
from app.providers.stripe_v1 import access
from app.providers.stripe_v1.settings import Chosen

MOST_PAGES: Final = 5
_MEMBERS: Final = "AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI"
_EU: Final = frozenset(_MEMBERS.split())
_VAT_TYPES: Final = {"GB": "gb_vat", "NO": "no_vat", "CH": "ch_vat", "IS": "is_vat", "TR": "tr_tin"}
_LOCALES: Final = {
    "en": "en", "fr": "fr", "de": "de", "es": "es", "it": "it", "nl": "nl", "pt": "pt-PT",
}  # fmt: skip


ADDRESS: Final = {
    "line1": "line1",
    "line2": "line2",
    "postal_code": "postal_code",
    "city": "city",
    "subdivision": "state",
    "country": "country",
}
"""Our members of an address -> theirs. The third line joins the second."""


def billing_path(draft: Draft) -> str:
    """Where in the draft the address stands that becomes the customer's; empty if there is none."""
    return _path(draft, draft.billing_address, draft.buyer.address("billing"), "billing_address")


def shipping_path(draft: Draft) -> str:
    """Where in the draft the address stands that becomes `shipping_details`; empty if there is none."""
    if shipping_members(draft) is None:
        return ""
    return _path(draft, draft.shipping_address, draft.buyer.address("shipping"), "shipping_address")


def _path(draft: Draft, own: Address | None, of_buyer: Address | None, name: str) -> str:
    if own is not None:
        return name
    for place, address in enumerate(draft.buyer.addresses):
        if address is of_buyer:
            return f"buyer.addresses.{place}"
    return ""


def tax_id_type(tax_id: TaxId, country: str, *, newest: bool) -> str:
    """Stripe's type for the identifier; empty if it has none in this version."""
    if tax_id.scheme == "vat":
        prefix = tax_id.value[:2].upper()
        if prefix in _EU:
            return "eu_vat"
        return _VAT_TYPES.get(prefix if prefix.isalpha() else country, "")
    if newest and tax_id.scheme in ("siren", "siret"):
        return f"fr_{tax_id.scheme}"
    return "us_ein" if tax_id.scheme == "tax_number" and country == "US" else ""


def wire_tax_id(tax_id: TaxId) -> str:
    """The identifier without the blanks and dots people write."""
    return re.sub(r"[\s.]", "", tax_id.value)


def wire_address(address: Address) -> dict[str, str]:
    """An address as Stripe's members; the third line joins the second."""
    second = ", ".join(part for part in (address.line2.strip(), address.line3.strip()) if part)
    told = {
        "line1": address.line1,
        "line2": second,
        "postal_code": address.postal_code,
        "city": address.city,
        "state": address.subdivision,
        "country": address.country,
    }
    return {name: value for name, value in told.items() if value}


def shipping_members(draft: Draft) -> dict[str, object] | None:
    """`shipping_details` of the invoice; None without a delivery address."""
    address = draft.deliver_to
    if address is None or not address.line1.strip():
        return None
    told: dict[str, object] = {"address": wire_address(address)}
    told["name"] = address.name.strip() or draft.buyer.name
    return told


def customer_members(draft: Draft, *, newest: bool) -> dict[str, object]:
    """What makes the customer."""
    buyer = draft.buyer
    country = draft.buyer.country
    address = draft.bill_to
    ids = [
        {"type": kind, "value": wire_tax_id(tax_id)}
        for tax_id in buyer.tax_ids
        if (kind := tax_id_type(tax_id, country, newest=newest)) and tax_id.value.strip()
    ]
    return {
        "name": buyer.name,
        "email": buyer.email or None,
        "phone": buyer.phone or None,
        "address": wire_address(address) if address and wire_address(address) else None,
        "preferred_locales": [_LOCALES[draft.language]],
        "tax_id_data": ids or None,
        "metadata": {"factotum_contact": buyer.contact_id} if buyer.contact_id else None,
    }


def settle(submission: Submission, chosen: Chosen) -> Flow[str]:
    """The customer's id: chosen, known from before, found, or created."""
    draft = submission.draft
    contact = draft.buyer.contact_id
    known = chosen.text("customer") or (submission.known.get(f"customer:{contact}", "") if contact else "")
    if known:
        return known
    found = yield from _found(draft.buyer, "customer.find", "")
    if found:
        return found
    newest = access.is_newest(submission.connection)
    members = customer_members(draft, newest=newest)
    metadata: dict[str, object] = {"factotum_key": submission.key}
    if contact:
        metadata["factotum_contact"] = contact
    members["metadata"] = metadata

    def find() -> Flow[Reply | None]:
        there = yield from _found(draft.buyer, "customer.look", submission.key)
        return Reply(200, body={"id": there}) if there else None

    reply = yield access.post(
        submission.key,
        "customer.create",
        "/v1/customers",
        members,
        sample={"id": "{customer.create.id}"},
        find=find,
    )
    return identifier(reply.body, "id")


def _found(buyer: Party, step: str, key: str) -> Flow[str]:
    """The customer that is this buyer: of this key, else of this contact, else of the same name and mail."""
    if buyer.email.strip():
        path, query = "/v1/customers", {"email": buyer.email.strip(), "limit": 100}
    else:
        path, query = "/v1/customers/search", {"query": _question(buyer, key), "limit": 100}
    by_name = ""
    cursor = ""
    for page in range(1, MOST_PAGES + 1):
        paging = {("starting_after" if path == "/v1/customers" else "page"): cursor or None}
        reply = yield access.get(
            step if page == 1 else f"{step}.{page}",
            path,
            {**query, **paging},
            sample={"data": [], "has_more": False},
        )
        held = items(at(reply.body, "data"), "data")
        for body in held:
            if key and text(body, "metadata", "factotum_key") == key:
                return identifier(body, "id")
            if (
                not key
                and buyer.contact_id
                and text(body, "metadata", "factotum_contact") == buyer.contact_id
            ):
                return identifier(body, "id")
            if not key and not by_name and _same_name(body, buyer):
                by_name = identifier(body, "id")
        cursor = _next(reply.body, held)
        if not cursor:
            break
    return by_name


def _same_name(body: JsonValue, buyer: Party) -> bool:
    """Whether the customer bears the buyer's name and is not linked to another contact of ours."""
    other = text(body, "metadata", "factotum_contact")
    if other and buyer.contact_id and other != buyer.contact_id:
        return False
    return text(body, "name").strip().casefold() == buyer.name.strip().casefold() != ""


def _question(buyer: Party, key: str) -> str:
    if key:
        return f"metadata['factotum_key']:'{_quoted(key)}'"
    if buyer.contact_id:
        return f"metadata['factotum_contact']:'{_quoted(buyer.contact_id)}'"
    return f"name:'{_quoted(buyer.name)}'"


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "\\'")


def _next(body: object, held: list[JsonValue]) -> str:
    if not flag(body, "has_more") or not held:
        return ""
    return text(body, "next_page") or identifier(held[-1], "id")
