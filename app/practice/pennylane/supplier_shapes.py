"""What the endpoints of suppliers' invoices take: closed shapes of the two dialects."""

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
    text,
)
from app.providers.pennylane.codes import (
    BANKING_PROVIDERS,
    CURRENCIES_DIRECT,
    CURRENCIES_GATEWAY,
    TRANSACTION_FIELDS,
    VAT_RATES_DIRECT,
    VAT_RATES_GATEWAY,
)

TYPES: Final = frozenset(
    {"application/pdf", "image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif"}
)
_MONEY: Final = text(pattern=DECIMAL)
_BLANK_OR_MONEY: Final = text(pattern=f"({DECIMAL})?")
_TEXT: Final = text(pattern=r"[^\x00]*")
_DATES: Final = closed({"start_date": day, "end_date": day}, {})


def _line(codes: tuple[str, ...]) -> Check:
    return closed(
        {"currency_amount": _BLANK_OR_MONEY, "currency_tax": _BLANK_OR_MONEY, "vat_rate": choice(codes)},
        {
            "label": _TEXT,
            "description": _TEXT,
            "amount": _BLANK_OR_MONEY,
            "tax": _BLANK_OR_MONEY,
            "ledger_account_id": integer,
            "imputation_dates": _DATES,
            "ledger_entry_line": closed({"label": text(least=1, longest=255, pattern=r"[^\x00]*")}, {}),
        },
    )


_REQUIRED: Final[dict[str, Check]] = {
    "file_attachment_id": integer,
    "supplier_id": integer,
    "date": day,
    "deadline": day,
    "currency_amount_before_tax": _MONEY,
    "currency_tax": _MONEY,
}
_OPTIONAL: Final[dict[str, Check]] = {
    "import_as_incomplete": flag,
    "amount": _BLANK_OR_MONEY,
    "tax": _BLANK_OR_MONEY,
}

IMPORT_DIRECT: Final = closed(
    {
        **_REQUIRED,
        "currency_amount": _BLANK_OR_MONEY,
        "invoice_lines": listed(_line(VAT_RATES_DIRECT), least=1),
    },
    {
        **_OPTIONAL,
        "invoice_number": _TEXT,
        "currency": choice(CURRENCIES_DIRECT),
        "label": text(longest=2_000, nullable=True),
        "external_reference": _TEXT,
        "transaction_reference": closed(
            {
                "banking_provider": choice(BANKING_PROVIDERS),
                "provider_field_name": choice(TRANSACTION_FIELDS),
                "provider_field_value": _TEXT,
            },
            {},
        ),
    },
)
IMPORT_GATEWAY: Final = closed(
    {
        **_REQUIRED,
        "currency_amount": _MONEY,
        "invoice_number": text(least=1),
        "invoice_lines": listed(_line(VAT_RATES_GATEWAY), least=1),
    },
    {
        **_OPTIONAL,
        "currency": choice(CURRENCIES_GATEWAY),
        "transaction_reference": closed(
            {"banking_provider": _TEXT, "provider_field_name": _TEXT, "provider_field_value": _TEXT}, {}
        ),
    },
)
SUPPLIER: Final = closed(
    {"name": _TEXT},
    {
        "establishment_no": text(pattern=r"\d{14}", nullable=True),
        "reg_no": text(pattern=r"\d{9}"),
        "postal_address": closed(
            {"address": _TEXT, "postal_code": _TEXT, "city": _TEXT, "country_alpha2": _TEXT}, {}
        ),
        "vat_number": _TEXT,
        "ledger_account": nullable(closed({"number": _TEXT}, {})),
        "emails": listed(_TEXT),
        "iban": _TEXT,
        "supplier_payment_method": choice(
            (
                "automatic_transfer",
                "manual_transfer",
                "automatic_debiting",
                "bill_of_exchange",
                "check",
                "cash",
                "card",
                "other",
            ),
            nullable=True,
        ),
        "supplier_due_date_delay": integer,
        "supplier_due_date_rule": choice(("days", "days_or_end_of_month"), nullable=True),
        "external_reference": _TEXT,
    },
)
PAYMENT_STATUS: Final = closed({"payment_status": choice(("paid", "to_be_paid"))}, {})
