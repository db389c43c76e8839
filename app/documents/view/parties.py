"""Seller, buyer, place of delivery, tax representative and payee in words."""

from __future__ import annotations

from app.documents.view.said import PartyView, Said, Voice, joined, said
from app.domain.parties import Address, Party, TaxId

_GIVEN_LABELS = {
    "vat": "tax_vat",
    "siren": "tax_siren",
    "siret": "tax_siret",
    "tax_number": "tax_number",
    "national": "tax_national",
}


def seller_view(party: Party, voice: Voice) -> PartyView:
    """The seller, with everything the law asks to be stated."""
    address = party.address()
    return PartyView(
        name=Said(party.name, "seller.name"),
        postal=_postal(address, "seller.addresses", voice),
        others=(
            *said(party.legal_form, "seller.legal_form"),
            *_tax_ids(party, "seller", voice),
            *said(party.registration, "seller.registration"),
            *_contact(party, "seller"),
            *_electronic(party, "seller", voice),
        ),
    )


def buyer_view(party: Party, address: Address | None, address_path: str, voice: Voice) -> PartyView:
    """The buyer with the address the document is sent to."""
    attention = voice.labels.fill("attention", name=party.contact_name) if party.contact_name else ""
    return PartyView(
        name=Said(party.name, "buyer.name"),
        postal=(*said(attention, "buyer.contact_name"), *_postal(address, address_path, voice)),
        others=(
            *said(party.legal_form, "buyer.legal_form"),
            *_tax_ids(party, "buyer", voice),
            *said(party.registration, "buyer.registration"),
            *said(party.email, "buyer.email"),
            *said(party.phone, "buyer.phone"),
            *said(party.website, "buyer.website"),
            *_electronic(party, "buyer", voice),
        ),
    )


def delivery_view(buyer: Party, address: Address, path: str, voice: Voice) -> PartyView:
    """Where the goods go, if that is not where the document goes."""
    return PartyView(
        name=Said(address.name or buyer.name, path),
        postal=_postal(address.model_copy(update={"name": ""}), path, voice),
        label=voice.labels["deliver_to"],
    )


def representative_view(party: Party, voice: Voice) -> PartyView:
    """Who answers for the seller's VAT: name, address and number, as the law asks (BG-11)."""
    return _third_party(party, "tax_representative", voice)


def payee_view(party: Party, voice: Voice) -> PartyView:
    """Who is paid instead of the seller (BG-10); the account stands with the terms of payment."""
    return _third_party(party, "payee", voice)


def _third_party(party: Party, who: str, voice: Voice) -> PartyView:
    return PartyView(
        name=Said(party.name, f"{who}.name"),
        postal=_postal(party.address(), f"{who}.addresses", voice),
        others=(
            *said(party.legal_form, f"{who}.legal_form"),
            *_tax_ids(party, who, voice),
            *said(party.registration, f"{who}.registration"),
            *_contact(party, who),
            *_electronic(party, who, voice),
        ),
        label=voice.labels[who],
    )


def _postal(address: Address | None, path: str, voice: Voice) -> tuple[Said, ...]:
    if address is None:
        return ()
    town = joined((address.postal_code, address.city), " ")
    place: tuple[str, ...] = (town, address.subdivision)
    country = voice.figures.conventions.country(address.country) if address.country else ""
    if address.postal_code or address.city:
        place, country = (*place, country), ""
    return tuple(
        piece
        for text in (address.name, address.line1, address.line2, address.line3, joined(place, ", "), country)
        for piece in said(text, path)
    )


def _tax_ids(party: Party, who: str, voice: Voice) -> tuple[Said, ...]:
    return tuple(
        Said(_tax_id(tax_id, voice), f"{who}.tax_ids") for tax_id in party.tax_ids if tax_id.value.strip()
    )


def _tax_id(tax_id: TaxId, voice: Voice) -> str:
    if tax_id.label:
        return joined((tax_id.label, tax_id.value), " ")
    label = _GIVEN_LABELS.get(tax_id.scheme)
    value = _grouped_by_three(tax_id.value) if tax_id.scheme == "siren" else tax_id.value
    return voice.labels.fill(label, value=value) if label else tax_id.value


def _grouped_by_three(value: str) -> str:
    if len(value) != 9 or not value.isdigit():
        return value
    return f"{value[:3]}\u00a0{value[3:6]}\u00a0{value[6:]}"


def _contact(party: Party, who: str) -> tuple[Said, ...]:
    return (
        *said(party.contact_name, f"{who}.contact_name"),
        *said(party.email, f"{who}.email"),
        *said(party.phone, f"{who}.phone"),
        *said(party.website, f"{who}.website"),
    )


def _electronic(party: Party, who: str, voice: Voice) -> tuple[Said, ...]:
    address = party.electronic_address
    if address is None or not address.value.strip():
        return ()
    value = f"{address.scheme}:{address.value}" if address.scheme else address.value
    return (Said(voice.labels.fill("electronic_address", value=value), f"{who}.electronic_address"),)
