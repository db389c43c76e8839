"""Customers and items as named texts: the columns that the export writes and the import reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.domain.money import plain
from app.domain.parties import Address, BankAccount, TaxIdScheme
from app.store.book import CatalogueItem, Contact

CONTACT_COLUMNS: Final = (
    "id",
    "name",
    "contact_name",
    "email",
    "phone",
    "line1",
    "line2",
    "postal_code",
    "city",
    "country",
    "vat_id",
    "registration",
    "language",
    "currency",
    "payment_days",
    "discount_percent",
    "note",
    "legal_form",
    "website",
    "line3",
    "subdivision",
    "siren",
    "siret",
    "tax_number",
    "iban",
    "bic",
)
ITEM_COLUMNS: Final = (
    "id",
    "code",
    "label",
    "description",
    "unit",
    "currency",
    "price",
    "price_entry",
    "vat_category",
    "vat_rate",
)
DIRECT: Final = ("name", "contact_name", "email", "phone", "registration", "legal_form", "website")
"""Columns that are members of the party itself."""
PLACE: Final = ("line1", "line2", "line3", "postal_code", "city", "subdivision", "country")
"""Columns that are members of its address."""
SCHEMES: Final[dict[str, TaxIdScheme]] = {
    "vat_id": "vat",
    "siren": "siren",
    "siret": "siret",
    "tax_number": "tax_number",
}
BANK: Final = ("iban", "bic")

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def harmless(cell: str) -> str:
    """The text as a spreadsheet shows it and never runs it; plain numbers stay numbers."""
    return f"'{cell}" if _would_run(cell) else cell


def as_meant(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell[1:] if cell.startswith("'") and _would_run(cell[1:]) else cell


def _would_run(cell: str) -> bool:
    return cell.lstrip("'").startswith(_RISKY) and not _NUMBER.fullmatch(cell)


def contact_texts(contact: Contact) -> dict[str, str]:
    """The customer by column, as `CONTACT_COLUMNS` has them."""
    party = contact.party
    address = party.address() or Address()
    account = next(iter(party.bank_accounts), BankAccount())
    texts = {name: str(getattr(party, name)) for name in DIRECT}
    texts |= {name: str(getattr(address, name)) for name in PLACE}
    texts |= {name: party.tax_id(scheme) for name, scheme in SCHEMES.items()}
    texts |= {
        "id": contact.id,
        "iban": account.iban,
        "bic": account.bic,
        "language": contact.language or "",
        "currency": contact.currency or "",
        "payment_days": "" if contact.payment_days is None else str(contact.payment_days),
        "discount_percent": "" if contact.discount_percent is None else plain(contact.discount_percent),
        "note": contact.note,
    }
    return {name: texts[name] for name in CONTACT_COLUMNS}


def item_texts(item: CatalogueItem) -> Iterator[dict[str, str]]:
    """The item by column, as `ITEM_COLUMNS` has them: one row for each of its prices, at least one."""
    prices = [(price.currency, plain(price.price)) for price in item.prices] or [("", "")]
    for currency, price in prices:
        yield {
            "id": item.id,
            "code": item.code,
            "label": item.label,
            "description": item.description,
            "unit": item.unit,
            "currency": currency,
            "price": price,
            "price_entry": item.price_entry,
            "vat_category": item.vat_category,
            "vat_rate": "" if item.vat_rate is None else plain(item.vat_rate),
        }
