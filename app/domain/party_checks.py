"""What is wrong or doubtful about those a document names: seller, buyer, payee, tax representative."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain import identifiers
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.parties import Party, Value
from app.domain.problems import Problem


def check_parties(draft: Draft, totals: Totals) -> Iterator[Problem]:
    """Findings about the four parties, in the order of the form."""
    for role, party in (("seller", draft.seller), ("buyer", draft.buyer)):
        if not party.name.strip():
            yield Problem(f"{role}.name", f"{role}_name_missing", "error")
        address = draft.bill_to if role == "buyer" else party.address()
        if address is None or not (address.city.strip() or address.line1.strip()):
            yield Problem(f"{role}.addresses", f"{role}_address_missing", "warning")
        elif not address.country:
            yield Problem(f"{role}.addresses", f"{role}_country_missing", "warning")
        yield from _tax_ids(role, party)
    yield from _third_parties(draft)
    seller, buyer = draft.seller, draft.buyer
    if totals.tax != 0 and seller.name and not (seller_vat_id(draft) or seller.tax_id("tax_number")):
        yield Problem("seller.tax_ids", "seller_vat_id_missing", "warning")
    if seller.country == "FR":
        if not (seller.tax_id("siren") or seller.tax_id("siret")):
            yield Problem("seller.tax_ids", "seller_siren_missing", "warning")
        if buyer.country == "FR" and buyer.name and not (buyer.tax_id("siren") or buyer.tax_id("siret")):
            yield Problem("buyer.tax_ids", "buyer_siren_missing", "note")


def seller_vat_id(draft: Draft) -> str:
    """The VAT number the seller is taxed under: its own, or that of its tax representative."""
    representative = draft.tax_representative
    return draft.seller.tax_id("vat") or (representative.tax_id("vat") if representative else "")


def _third_parties(draft: Draft) -> Iterator[Problem]:
    """What EN 16931 asks of a payee (BR-17) and a tax representative (BR-18, 19, 20, 56), once begun."""
    for role, party in (("payee", draft.payee), ("tax_representative", draft.tax_representative)):
        if party is None or not _is_begun(party):
            continue
        if not party.name.strip():
            yield Problem(f"{role}.name", f"{role}_name_missing", "error")
        yield from _tax_ids(role, party)
    representative = draft.tax_representative
    if representative is None or not _is_begun(representative):
        return
    if not representative.tax_id("vat").strip():
        yield Problem("tax_representative.tax_ids", "tax_representative_vat_id_missing", "warning")
    address = representative.address()
    if address is None or not (address.city.strip() or address.line1.strip()) or not address.country:
        yield Problem("tax_representative.addresses", "tax_representative_address_missing", "warning")


def _tax_ids(role: str, party: Party) -> Iterator[Problem]:
    path = f"{role}.tax_ids"
    for tax_id in party.tax_ids:
        wrong = (
            (tax_id.scheme == "vat" and identifiers.is_vat_number(tax_id.value) is False)
            or (tax_id.scheme == "siren" and not identifiers.is_siren(tax_id.value))
            or (tax_id.scheme == "siret" and not identifiers.is_siret(tax_id.value))
        )
        if wrong and tax_id.value.strip():
            yield Problem(path, f"{tax_id.scheme}_wrong", "warning", {"value": tax_id.value})
    siren, siret = identifiers.compact(party.tax_id("siren")), identifiers.compact(party.tax_id("siret"))
    if siren and siret and not siret.startswith(siren):
        yield Problem(path, "siret_of_another_siren", "warning", {"siren": siren, "siret": siret})


def _is_begun(value: Value) -> bool:
    """Whether any text is stated anywhere in it; a kind chosen for an empty entry states nothing."""
    for name, inner in value.__dict__.items():
        if name in ("role", "scheme"):
            continue
        parts = inner if isinstance(inner, tuple) else (inner,)
        if any(_is_begun(part) if isinstance(part, Value) else part and part.strip() for part in parts):
            return True
    return False
