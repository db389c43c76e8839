"""What the V1 import takes, and what its VAT codes charge.

V1's page prints no member as closed; a member nobody documents is refused here, so that the client
sends none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pydantic import JsonValue

from app.practice.pennylane.desk import malformed
from app.practice.pennylane.shapes import (
    Check,
    choice,
    closed,
    day,
    flag,
    integer,
    listed,
    nullable,
    number,
    text,
)
from app.providers.pennylane.codes import VAT_RATES_GATEWAY

_UNEVEN: Final = {"FR_1_05": "1.05", "FR_1_75": "1.75", "FR_15_385": "15.385"}
_CODE: Final = choice(VAT_RATES_GATEWAY)
_ANY: Final = text()
_CONDITIONS: Final = ("upon_receipt", "custom", "15_days", "30_days", "45_days", "60_days")


def rate_of(code: str) -> Decimal:
    """The percent a code charges; those that name no country charge nothing."""
    if code in _UNEVEN:
        return Decimal(_UNEVEN[code])
    country, _, tenths = code.partition("_")
    if len(country) == 2 and country.isupper() and tenths.isdecimal():
        return Decimal(tenths) / 10
    return Decimal(0)


def _either(*checks: tuple[str, Check]) -> Check:
    """The check whose member is there; the last if none is."""

    def check(value: JsonValue, place: str) -> None:
        if not isinstance(value, dict):
            raise malformed(f"{place} expected object", place=place)
        chosen = next((of for member, of in checks if member in value), checks[-1][1])
        chosen(value, place)

    return check


_PLAN_ITEM: Final = closed(
    {},
    {"label": _ANY, "enabled": flag, "vat_rate": _ANY, "country_alpha2": _ANY, "description": _ANY},
)
_COUNTRY: Final = text(pattern="[A-Z]{2}")
_OF_BOTH: Final[dict[str, Check]] = {
    "source_id": _ANY,
    "emails": listed(text(least=3)),
    "billing_iban": _ANY,
    "delivery_address": _ANY,
    "delivery_postal_code": _ANY,
    "delivery_city": _ANY,
    "delivery_country_alpha2": _COUNTRY,
    "payment_conditions": choice(_CONDITIONS),
    "phone": _ANY,
    "reference": _ANY,
    "notes": _ANY,
    "plan_item": _PLAN_ITEM,
}
_COMPANY: Final = closed(
    {
        "customer_type": choice(("company",)),
        "name": text(least=1),
        "address": text(least=1),
        "postal_code": text(least=1),
        "city": text(least=1),
        "country_alpha2": _COUNTRY,
    },
    {**_OF_BOTH, "reg_no": _ANY, "vat_number": _ANY, "recipient": _ANY},
)
_INDIVIDUAL: Final = closed(
    {
        "customer_type": choice(("individual",)),
        "first_name": text(least=1),
        "last_name": text(least=1),
        "country_alpha2": _COUNTRY,
    },
    {
        **_OF_BOTH,
        "gender": choice(("mister", "madam")),
        "address": _ANY,
        "postal_code": _ANY,
        "city": _ANY,
    },
)
_EXISTING: Final = closed({"source_id": text(least=1)}, {})
_PRODUCT: Final = _either(
    ("price", closed({"source_id": _ANY, "unit": _ANY, "price": number, "vat_rate": _CODE}, {})),
    ("source_id", closed({"source_id": _ANY}, {})),
)
_LINE: Final = _either(
    (
        "product",
        closed({"label": text(least=1), "quantity": number, "product": _PRODUCT}, {"plan_item_number": _ANY}),
    ),
    (
        "label",
        closed(
            {
                "label": text(least=1),
                "quantity": number,
                "currency_amount": number,
                "unit": _ANY,
                "vat_rate": _CODE,
            },
            {"section_rank": integer, "plan_item_number": _ANY, "description": text(nullable=True)},
        ),
    ),
)


def _customer(value: JsonValue, place: str) -> None:
    kind = value.get("customer_type") if isinstance(value, dict) else None
    {"company": _COMPANY, "individual": _INDIVIDUAL}.get(str(kind), _EXISTING)(value, place)


_INVOICE: Final = closed(
    {"date": day, "deadline": day, "customer": _customer, "line_items": listed(_LINE, least=1)},
    {
        "external_id": text(nullable=True),
        "invoice_number": _ANY,
        "currency": text(pattern="[A-Z]{3}"),
        "customer_validation_needed": flag,
        "transactions_reference": closed(
            {
                "banking_provider": text(nullable=True),
                "provider_field_name": text(nullable=True),
                "provider_field_value": text(nullable=True),
            },
            {},
        ),
        "categories": listed(
            closed({"source_id": _ANY}, {"weight": nullable(number), "amount": nullable(number)})
        ),
        "imputation_dates": nullable(closed({"start_date": day, "end_date": day}, {})),
    },
)
IMPORT: Final = _either(
    ("file_url", closed({"create_customer": flag, "invoice": _INVOICE, "file_url": _ANY}, {"file": _ANY})),
    ("file", closed({"create_customer": flag, "invoice": _INVOICE, "file": _ANY}, {})),
)
"""The whole body."""
