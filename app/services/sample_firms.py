"""The firms the samples are from. They do not exist: a real document is never from one of them."""

from __future__ import annotations

from typing import Final

from app.domain.parties import Address, BankAccount, Party, TaxId
from app.services import sample_names


def at(line1: str, postal_code: str, city: str, country: str) -> Address:
    """A billing address."""
    return Address(role="billing", line1=line1, postal_code=postal_code, city=city, country=country)


ATELIER: Final = Party(
    name=sample_names.ATELIER,
    legal_form="SARL au capital de 8 000 €",
    registration="RCS Lyon 732 829 320",
    email="bonjour@atelier-marchetti.example",
    addresses=(at("12 rue des Cordeliers", "69002", "Lyon", "FR"),),
    tax_ids=(TaxId(scheme="siren", value="732 829 320"), TaxId(scheme="vat", value="FR44732829320")),
    bank_accounts=(BankAccount(iban="FR76 3000 6000 0112 3456 7890 189", bic="AGRIFRPP"),),
)

WERKSTATT: Final = Party(
    name=sample_names.WERKSTATT,
    registration="Amtsgericht Hamburg HRB 000001",
    contact_name="Jule Ahlers",
    email="rechnung@werkstatt-ahlers.example",
    phone="+49 40 0000000",
    addresses=(at("Kanalstraße 7", "22085", "Hamburg", "DE"),),
    tax_ids=(TaxId(scheme="vat", value="DE999999995"), TaxId(scheme="tax_number", value="22/815/08154")),
    bank_accounts=(BankAccount(iban="DE89 3704 0044 0532 0130 00", bic="COBADEFFXXX"),),
)


PLANNERS: Final = Party(
    name=sample_names.PLANNERS,
    registration="KvK 00000001",
    addresses=(at("Prinsengracht 5", "1015 DK", "Amsterdam", "NL"),),
    tax_ids=(TaxId(scheme="vat", value="NL000099998B57"),),
    bank_accounts=(BankAccount(iban="NL91 ABNA 0417 1643 00", bic="ABNANL2A"),),
)

TRANSLATORS: Final = Party(
    name=sample_names.TRANSLATORS,
    addresses=(Address(role="billing", line1="شارع الخليج 12", city="الكويت Kuwait City", country="KW"),),
    bank_accounts=(BankAccount(other="Account 0001-234567-8"),),
)

ILLUSTRATOR: Final = Party(
    name=sample_names.ILLUSTRATOR,
    addresses=(at("1-2-3 Kamogawa", "604-0000", "Kyoto", "JP"),),
    tax_ids=(TaxId(scheme="other", label="T", value="T0000000000001"),),
    bank_accounts=(BankAccount(other="Ordinary 0000001, Kawa Illustration"),),
)

SAMPLE_SELLERS: Final = (ATELIER, WERKSTATT, PLANNERS, TRANSLATORS, ILLUSTRATOR)
