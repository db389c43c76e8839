"""The closed request bodies of V2, by dialect, as the vendor's file and the gateway's pages print them."""

from __future__ import annotations

from typing import Final

from app.practice.pennylane.shapes import (
    DECIMAL,
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
from app.providers.pennylane import codes

PRICE: Final = r"-?\d+(\.\d{1,6})?"

_discount = closed({"type": choice(("absolute", "relative")), "value": text(pattern=rf"({DECIMAL})?")}, {})
_dates = closed({"start_date": day, "end_date": day}, {})
_reference = closed(
    {
        "banking_provider": choice(codes.BANKING_PROVIDERS),
        "provider_field_name": choice(codes.TRANSACTION_FIELDS),
        "provider_field_value": text(),
    },
    {},
)
_payment_conditions = choice(
    (
        "upon_receipt",
        "custom",
        "7_days",
        "15_days",
        "30_days",
        "30_days_end_of_month",
        "45_days",
        "45_days_end_of_month",
        "60_days",
    )
)


def _line(dialect: str, *, final: bool) -> Check:
    members: dict[str, Check] = {
        "label": text(least=1),
        "raw_currency_unit_price": text(pattern=PRICE),
        "unit": text(),
        "vat_rate": choice(codes.VAT_RATES[dialect]),
    }
    more: dict[str, Check] = {
        "description": text(nullable=True),
        "discount": _discount,
        "ledger_account_id": integer,
        "section_rank": integer,
    }
    if dialect == codes.DIRECT:
        more["substance"] = choice(codes.SUBSTANCES)
    if final or dialect == codes.GATEWAY:
        more["imputation_dates"] = nullable(_dates)
    free = closed({**members, "quantity": number}, more)
    product = closed({"product_id": integer, "quantity": number}, {**members, **more})

    def check(value: object, place: str) -> None:
        form = product if isinstance(value, dict) and "product_id" in value else free
        form(value, place)  # type: ignore[arg-type]

    return check


def invoice(dialect: str, *, final: bool) -> Check:
    """The body of `POST /customer_invoices`, draft or final."""
    required: dict[str, Check] = {
        "date": day,
        "deadline": day,
        "customer_id": integer,
        "invoice_lines": listed(_line(dialect, final=final), least=1),
    }
    section = closed({"rank": integer}, {"title": text(), "description": text()})
    optional: dict[str, Check] = {
        "customer_invoice_template_id": integer,
        "pdf_invoice_free_text": text(nullable=True),
        "pdf_invoice_subject": text(nullable=True),
        "pdf_description": text(nullable=True, longest=5000),
        "special_mention": text(nullable=True, longest=20000),
        "currency": choice(codes.CURRENCIES[dialect]),
        "language": choice(codes.LANGUAGES[dialect]),
    }
    if dialect == codes.GATEWAY:
        required["draft"] = flag
        optional |= {
            "discount": nullable(_discount),
            "external_reference": text(nullable=True),
            "invoice_line_sections": listed(section, least=1),
        }
        return closed(required, optional)
    (optional if final else required)["draft"] = flag
    optional |= {
        "discount": _discount,
        "external_reference": text(),
        "invoice_line_sections": listed(section),
        "label": text(nullable=True, longest=2000),
    }
    if final:
        optional["transaction_reference"] = _reference
    return closed(required, optional)


_address = closed({"address": text(), "postal_code": text(), "city": text(), "country_alpha2": text()}, {})
_customer: Final[dict[str, Check]] = {
    "phone": text(),
    "delivery_address": _address,
    "payment_conditions": _payment_conditions,
    "billing_iban": text(nullable=True),
    "recipient": text(),
    "reference": text(nullable=True),
    "ledger_account": nullable(closed({"number": text()}, {})),
    "notes": text(nullable=True),
    "emails": listed(text()),
    "external_reference": text(),
    "billing_language": choice(codes.LANGUAGES_DIRECT),
}
COMPANY: Final = closed(
    {"name": text(least=1), "billing_address": _address},
    {**_customer, "vat_number": text(), "reg_no": text()},
)
INDIVIDUAL: Final = closed(
    {
        "first_name": text(longest=1000, least=1),
        "last_name": text(longest=1000, least=1),
        "billing_address": _address,
    },
    _customer,
)
PRODUCT: Final = closed(
    {
        "label": text(least=1),
        "price_before_tax": text(pattern=DECIMAL),
        "vat_rate": choice(codes.VAT_RATES_DIRECT),
    },
    {
        "description": text(longest=5000),
        "external_reference": text(),
        "unit": text(),
        "currency": choice(codes.CURRENCIES_DIRECT),
        "reference": text(),
        "ledger_account_id": integer,
        "substance": choice(codes.SUBSTANCES),
    },
)
EMAIL: Final = closed({}, {"recipients": listed(text(pattern=r"[^@\s]+@[^@\s]+"))})
LINK: Final = closed({"credit_note_id": integer}, {})
FROM_QUOTE: Final = closed(
    {"quote_id": integer, "draft": flag},
    {"external_reference": text(), "customer_invoice_template_id": integer},
)
