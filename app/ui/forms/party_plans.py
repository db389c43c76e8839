"""The fields of a seller or a buyer, and of an address that stands alone."""

from __future__ import annotations

from typing import Final

from app.domain.parties import Address, BankAccount, TaxId
from app.ui.forms.plans import FieldPlan, GroupPlan
from app.ui.language import QT_TRANSLATE_NOOP

ADDRESS_ROLES: Final = (
    ("billing", QT_TRANSLATE_NOOP("Composer", "Billing")),
    ("shipping", QT_TRANSLATE_NOOP("Composer", "Delivery")),
    ("registered", QT_TRANSLATE_NOOP("Composer", "Registered office")),
    ("other", QT_TRANSLATE_NOOP("Composer", "Other")),
)
TAX_ID_SCHEMES: Final = (
    ("vat", QT_TRANSLATE_NOOP("Composer", "VAT number")),
    ("siren", QT_TRANSLATE_NOOP("Composer", "SIREN")),
    ("siret", QT_TRANSLATE_NOOP("Composer", "SIRET")),
    ("tax_number", QT_TRANSLATE_NOOP("Composer", "Tax number")),
    ("national", QT_TRANSLATE_NOOP("Composer", "National register")),
    ("other", QT_TRANSLATE_NOOP("Composer", "Other")),
)

ADDRESS_ROWS: Final = (
    (
        FieldPlan("name", QT_TRANSLATE_NOOP("Composer", "Addressee, if another"), width=3),
        FieldPlan("line1", QT_TRANSLATE_NOOP("Composer", "Street and number"), width=5),
    ),
    (
        FieldPlan("line2", QT_TRANSLATE_NOOP("Composer", "Address, second line")),
        FieldPlan("line3", QT_TRANSLATE_NOOP("Composer", "Address, third line")),
    ),
    (
        FieldPlan("postal_code", QT_TRANSLATE_NOOP("Composer", "Postal code"), width=2),
        FieldPlan("city", QT_TRANSLATE_NOOP("Composer", "City"), width=3),
        FieldPlan("subdivision", QT_TRANSLATE_NOOP("Composer", "State or province"), width=3),
        FieldPlan("country", QT_TRANSLATE_NOOP("Composer", "Country"), "country", width=3),
    ),
)

ADDRESSES: Final = GroupPlan(
    "addresses",
    Address,
    (
        (
            FieldPlan("role", QT_TRANSLATE_NOOP("Composer", "Use"), "choice", width=3, choices=ADDRESS_ROLES),
            *ADDRESS_ROWS[0],
        ),
        *ADDRESS_ROWS[1:],
    ),
    QT_TRANSLATE_NOOP("Composer", "Add an address"),
    QT_TRANSLATE_NOOP("Composer", "Address {number}"),
    least=1,
)
TAX_IDS: Final = GroupPlan(
    "tax_ids",
    TaxId,
    (
        (
            FieldPlan(
                "scheme", QT_TRANSLATE_NOOP("Composer", "Kind"), "choice", width=3, choices=TAX_ID_SCHEMES
            ),
            FieldPlan("value", QT_TRANSLATE_NOOP("Composer", "Number"), width=4),
            FieldPlan("label", QT_TRANSLATE_NOOP("Composer", "Printed before it"), width=3),
        ),
    ),
    QT_TRANSLATE_NOOP("Composer", "Add a tax or company number"),
    QT_TRANSLATE_NOOP("Composer", "Tax or company number {number}"),
    least=1,
)
BANK_ROWS: Final = (
    (
        FieldPlan("iban", QT_TRANSLATE_NOOP("Composer", "IBAN"), width=5),
        FieldPlan("bic", QT_TRANSLATE_NOOP("Composer", "BIC"), width=2),
        FieldPlan("bank_name", QT_TRANSLATE_NOOP("Composer", "Bank"), width=3),
    ),
    (
        FieldPlan(
            "account_name",
            QT_TRANSLATE_NOOP("Composer", "Account holder"),
            placeholder=QT_TRANSLATE_NOOP("Composer", "the seller or payee"),
        ),
        FieldPlan("other", QT_TRANSLATE_NOOP("Composer", "Account without IBAN, as printed")),
    ),
)
BANK_ACCOUNTS: Final = GroupPlan(
    "bank_accounts",
    BankAccount,
    BANK_ROWS,
    QT_TRANSLATE_NOOP("Composer", "Add a bank account"),
    QT_TRANSLATE_NOOP("Composer", "Account {number}"),
)

PARTY_PARTS: Final[tuple[tuple[FieldPlan, ...] | GroupPlan, ...]] = (
    (
        FieldPlan("name", QT_TRANSLATE_NOOP("Composer", "Name"), width=5),
        FieldPlan("legal_form", QT_TRANSLATE_NOOP("Composer", "Legal form"), width=3),
        FieldPlan("registration", QT_TRANSLATE_NOOP("Composer", "Register and number"), width=3),
    ),
    ADDRESSES,
    TAX_IDS,
    (
        FieldPlan("contact_name", QT_TRANSLATE_NOOP("Composer", "Contact")),
        FieldPlan("email", QT_TRANSLATE_NOOP("Composer", "E-mail")),
        FieldPlan("phone", QT_TRANSLATE_NOOP("Composer", "Telephone")),
    ),
    (
        FieldPlan("website", QT_TRANSLATE_NOOP("Composer", "Website"), width=4),
        FieldPlan("electronic_address.scheme", QT_TRANSLATE_NOOP("Composer", "E-invoice scheme"), width=2),
        FieldPlan("electronic_address.value", QT_TRANSLATE_NOOP("Composer", "E-invoice address"), width=4),
    ),
    BANK_ACCOUNTS,
    (
        FieldPlan(
            "note",
            QT_TRANSLATE_NOOP("Composer", "Note to ourselves, never printed"),
            "text",
        ),
    ),
)


def party_parts(role: str) -> tuple[tuple[FieldPlan, ...] | GroupPlan, ...]:
    """The parts of the party in that role."""
    return tuple(
        part.under(role) if isinstance(part, GroupPlan) else tuple(field.under(role) for field in part)
        for part in PARTY_PARTS
    )


def party_fields(role: str) -> tuple[str, ...]:
    """Every path of the party in that role; a list counts as one."""
    found: list[str] = []
    for part in party_parts(role):
        if isinstance(part, GroupPlan):
            found.append(part.path)
        else:
            found.extend(field.path for field in part)
    return tuple(found)
