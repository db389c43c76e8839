"""Which fields of the buyer stand where in a customer's record."""

from __future__ import annotations

from app.client.provider import Submission
from app.domain.parties import Address
from app.providers.pennylane.v2 import wire
from app.providers.pennylane.v2.options import chosen

Member = tuple[str | int, ...]


def buyer_paths(submission: Submission) -> dict[str, tuple[str, Member]]:
    """By path of the draft: what we state as they hold it, and the member of their record."""
    draft = submission.draft
    buyer = draft.buyer
    found: dict[str, tuple[str, Member]] = {
        "buyer.name": (buyer.name, ("name",)),
        "buyer.email": (buyer.email, ("emails", 0)),
        "buyer.phone": (buyer.phone, ("phone",)),
    }
    if chosen(submission, "customer_type") == "individual":
        found["buyer.name"] = (" ".join(part for part in wire.names_of(buyer.name) if part), ("name",))
    bill_to, deliver_to = draft.bill_to, draft.deliver_to
    if bill_to is not None:
        at = address_path(submission, bill_to, "billing_address")
        found |= _address(at, bill_to, "billing_address")
    if buyer.contact_name:
        found["buyer.contact_name"] = (buyer.contact_name, ("recipient",))
    elif bill_to is not None and bill_to.name:
        path = f"{address_path(submission, bill_to, 'billing_address')}.name"
        found[path] = (bill_to.name, ("recipient",))
    if deliver_to is not None and deliver_to is not bill_to and wire.is_whole(deliver_to):
        at = address_path(submission, deliver_to, "shipping_address")
        found |= _address(at, deliver_to, "delivery_address")
    if chosen(submission, "customer_type") != "individual":
        found |= _numbers(submission)
    return {path: told for path, told in found.items() if told[0]}


def address_path(submission: Submission, stated: Address, own: str) -> str:
    """Where the address stands in the draft: by itself, or as one of the buyer's."""
    if getattr(submission.draft, own) is stated:
        return own
    place = next(n for n, one in enumerate(submission.draft.buyer.addresses) if one is stated)
    return f"buyer.addresses.{place}"


def _address(path: str, stated: Address, member: str) -> dict[str, tuple[str, Member]]:
    return {
        f"{path}.line1": (wire.street_of(stated), (member, "address")),
        f"{path}.postal_code": (stated.postal_code, (member, "postal_code")),
        f"{path}.city": (stated.city, (member, "city")),
        f"{path}.country": (stated.country, (member, "country_alpha2")),
    }


def _numbers(submission: Submission) -> dict[str, tuple[str, Member]]:
    found: dict[str, tuple[str, Member]] = {}
    told: set[str] = set()
    for place, stated in enumerate(submission.draft.buyer.tax_ids):
        path = f"buyer.tax_ids.{place}.value"
        if stated.scheme == "vat" and "vat" not in told:
            found[path] = (stated.value, ("vat_number",))
        elif stated.scheme in ("siren", "siret") and "reg_no" not in told:
            if stated.scheme == "siret" and submission.draft.buyer.tax_id("siren"):
                continue
            found[path] = (wire.registration_of(submission), ("reg_no",))
            told.add("reg_no")
        told.add(stated.scheme)
    return found
