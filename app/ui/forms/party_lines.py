"""A party in a few lines: where it is, and which of its numbers pass their check digits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import identifiers
from app.domain.parties import Address, Party, TaxId

_SHOWN_FIRST = ("siren", "siret", "vat", "tax_number", "national", "other")


def address_line(address: Address | None) -> str:
    """Street, postal code and city in one line."""
    if address is None:
        return ""
    place = f"{address.postal_code} {address.city}".strip()
    return ", ".join(part for part in (address.line1.strip(), place) if part)


def is_right(tax_id: TaxId) -> bool | None:
    """Whether the number passes its check digits; None where there is none to check."""
    if tax_id.scheme == "vat":
        return identifiers.is_vat_number(tax_id.value)
    if tax_id.scheme == "siren":
        return identifiers.is_siren(tax_id.value)
    if tax_id.scheme == "siret":
        return identifiers.is_siret(tax_id.value)
    return None


def tax_id_line(party: Party) -> tuple[str, bool]:
    """The number that names the party best with the word for its check, and whether it is wrong."""
    stated = [tax_id for tax_id in party.tax_ids if tax_id.value.strip()]
    if not stated:
        return "", False
    tax_id = min(stated, key=lambda t: _SHOWN_FIRST.index(t.scheme))
    words = {
        "vat": QCoreApplication.translate("Composer", "VAT"),
        "siren": QCoreApplication.translate("Composer", "SIREN"),
        "siret": QCoreApplication.translate("Composer", "SIRET"),
        "tax_number": QCoreApplication.translate("Composer", "Tax number"),
    }
    name = words.get(tax_id.scheme, tax_id.label)
    text = f"{name} {tax_id.value}".strip()
    right = is_right(tax_id)
    if right is None:
        return text, False
    verdict = (
        QCoreApplication.translate("Composer", "checked")
        if right
        else QCoreApplication.translate("Composer", "check digits are wrong")
    )
    return f"{text} · {verdict}", not right
