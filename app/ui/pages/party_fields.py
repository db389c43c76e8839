"""A party as named texts, for the forms of customers and of the seller, and back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.parties import Address, BankAccount, Party, TaxId, TaxIdScheme
from app.ui.pages.codes import countries
from app.ui.pages.invalid import Entries
from app.ui.pages.record_form import RecordField

translate = QCoreApplication.translate

_DIRECT = ("name", "legal_form", "registration", "contact_name", "email", "phone", "website")
_ADDRESS = ("line1", "line2", "postal_code", "city", "subdivision", "country")
_SCHEMES: dict[str, TaxIdScheme] = {
    "vat": "vat",
    "siren": "siren",
    "siret": "siret",
    "tax_number": "tax_number",
}

MODEL_NAMES = {name: name for name in (*_DIRECT, *_ADDRESS)} | {
    "tax_ids": "vat",
    "iban": "iban",
    "bic": "bic",
}


def party_fields() -> list[RecordField]:
    """Who they are, where they are, and the numbers authorities gave them."""
    return [
        RecordField("name", translate("Party", "Name")),
        RecordField("legal_form", translate("Party", "Legal form"), span=3),
        RecordField("registration", translate("Party", "Register and number"), span=3),
        RecordField("line1", translate("Party", "Street and number")),
        RecordField("line2", translate("Party", "Address, second line")),
        RecordField("postal_code", translate("Party", "Postal code"), span=2),
        RecordField("city", translate("Party", "City"), span=4),
        RecordField("subdivision", translate("Party", "State or province"), span=3),
        RecordField("country", translate("Party", "Country"), "choice", span=3, choices=countries()),
        RecordField("vat", translate("Party", "VAT number"), span=3),
        RecordField("siren", "SIREN", span=3),
        RecordField("siret", "SIRET", span=3),
        RecordField("tax_number", translate("Party", "Tax number"), span=3),
        RecordField("contact_name", translate("Party", "Contact person"), span=3),
        RecordField("phone", translate("Party", "Telephone"), span=3),
        RecordField("email", translate("Party", "E-mail"), span=3),
        RecordField("website", translate("Party", "Web site"), span=3),
    ]


def bank_fields() -> list[RecordField]:
    """Where one is paid."""
    return [
        RecordField("iban", "IBAN", span=4),
        RecordField("bic", "BIC", span=2),
        RecordField("bank_name", translate("Party", "Bank"), span=3),
        RecordField("other", translate("Party", "Account without IBAN, as printed"), span=3),
    ]


def texts_of(party: Party) -> dict[str, str]:
    """The party as texts."""
    texts = {name: str(getattr(party, name)) for name in _DIRECT}
    address = party.address() or Address()
    texts |= {name: str(getattr(address, name)) for name in _ADDRESS}
    texts |= {name: party.tax_id(scheme) for name, scheme in _SCHEMES.items()}
    account = next(iter(party.bank_accounts), BankAccount())
    texts |= {name: str(getattr(account, name)) for name in ("iban", "bic", "bank_name", "other")}
    return texts


def party_from(entries: Entries, before: Party, *, with_bank: bool) -> Party:
    """The party the texts state; what the form does not show stays as it was before."""
    address = before.address() or Address()
    changed = address.model_copy(update={name: entries.text(name) for name in _ADDRESS})
    others = tuple(each for each in before.addresses if each is not address)
    addresses = others if changed == Address(role=changed.role) else (changed, *others)
    accounts = before.bank_accounts
    if with_bank:
        first = next(iter(accounts), BankAccount())
        account = first.model_copy(
            update={name: entries.text(name) for name in ("iban", "bic", "bank_name", "other")}
        )
        accounts = (() if account == BankAccount() else (account,)) + accounts[1:]
    party = before.model_copy(
        update={name: entries.text(name) for name in _DIRECT}
        | {"addresses": addresses, "tax_ids": _tax_ids(entries, before), "bank_accounts": accounts}
    )
    return Party.model_validate(party.model_dump())


def _tax_ids(entries: Entries, before: Party) -> tuple[TaxId, ...]:
    shown = set(_SCHEMES.values())
    stated = tuple(
        TaxId(scheme=scheme, value=entries.text(name))
        for name, scheme in _SCHEMES.items()
        if entries.text(name)
    )
    return stated + tuple(each for each in before.tax_ids if each.scheme not in shown)
