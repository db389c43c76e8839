"""The optional blocks about money: charges, rounding, other taxes, exchange, payment."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from app.domain.draft import AdditionalTax
from app.domain.rows import DocumentAdjustment
from app.ui.forms.party_plans import BANK_ROWS
from app.ui.forms.plans import VAT_CATEGORIES, BlockPlan, FieldPlan, GroupPlan, SpecialPlan
from app.ui.language import QT_TRANSLATE_NOOP

_ROUNDINGS: Final = (
    ("per_group", QT_TRANSLATE_NOOP("Composer", "Once for each VAT rate")),
    ("per_line", QT_TRANSLATE_NOOP("Composer", "Line by line")),
)

_ENTRIES: Final = (
    ("net", QT_TRANSLATE_NOOP("Composer", "Without VAT")),
    ("gross", QT_TRANSLATE_NOOP("Composer", "With VAT")),
)

_MEANS: Final = (
    ("transfer", QT_TRANSLATE_NOOP("Composer", "Bank transfer")),
    ("card", QT_TRANSLATE_NOOP("Composer", "Card")),
    ("direct_debit", QT_TRANSLATE_NOOP("Composer", "Direct debit")),
    ("cash", QT_TRANSLATE_NOOP("Composer", "Cash")),
    ("cheque", QT_TRANSLATE_NOOP("Composer", "Cheque")),
    ("other", QT_TRANSLATE_NOOP("Composer", "Other")),
)

_DIRECTIONS: Final = (
    (True, QT_TRANSLATE_NOOP("Composer", "Charge")),
    (False, QT_TRANSLATE_NOOP("Composer", "Allowance")),
)

_ADJUSTMENTS: Final = (
    ("other", QT_TRANSLATE_NOOP("Composer", "Other")),
    ("shipping", QT_TRANSLATE_NOOP("Composer", "Shipping")),
)

ADJUSTMENTS: Final = BlockPlan(
    "adjustments",
    QT_TRANSLATE_NOOP("Composer", "Shipping, charges and allowances"),
    (
        GroupPlan(
            "adjustments",
            DocumentAdjustment,
            (
                (
                    FieldPlan(
                        "is_charge", QT_TRANSLATE_NOOP("Composer", "Effect"), "choice", 3, choices=_DIRECTIONS
                    ),
                    FieldPlan(
                        "kind", QT_TRANSLATE_NOOP("Composer", "Kind"), "choice", 3, choices=_ADJUSTMENTS
                    ),
                    FieldPlan("reason", QT_TRANSLATE_NOOP("Composer", "Reason"), width=5),
                    FieldPlan("reason_code", QT_TRANSLATE_NOOP("Composer", "Code"), width=2),
                ),
                (
                    FieldPlan("amount", QT_TRANSLATE_NOOP("Composer", "Amount"), "amount", 3),
                    FieldPlan("percent", QT_TRANSLATE_NOOP("Composer", "or percent"), "percent", 2),
                    FieldPlan(
                        "base",
                        QT_TRANSLATE_NOOP("Composer", "of"),
                        "amount",
                        3,
                        placeholder=QT_TRANSLATE_NOOP("Composer", "the lines"),
                    ),
                    FieldPlan(
                        "vat_category",
                        QT_TRANSLATE_NOOP("Composer", "VAT"),
                        "choice",
                        3,
                        choices=VAT_CATEGORIES,
                    ),
                    FieldPlan("vat_rate", QT_TRANSLATE_NOOP("Composer", "Rate"), "percent", 2),
                ),
            ),
            QT_TRANSLATE_NOOP("Composer", "Add a charge or an allowance"),
            QT_TRANSLATE_NOOP("Composer", "Charge or allowance {number}"),
        ),
        (
            FieldPlan(
                "discount.reason",
                QT_TRANSLATE_NOOP("Composer", "Reason of the discount on the whole invoice"),
                width=4,
            ),
            FieldPlan("discount.reason_code", QT_TRANSLATE_NOOP("Composer", "Code"), width=1),
        ),
    ),
)

ROUNDING: Final = BlockPlan(
    "rounding",
    QT_TRANSLATE_NOOP("Composer", "Prepaid and rounding"),
    (
        (
            FieldPlan("prepaid", QT_TRANSLATE_NOOP("Composer", "Already paid"), "amount", empty=Decimal(0)),
            FieldPlan(
                "rounding", QT_TRANSLATE_NOOP("Composer", "VAT is rounded"), "choice", choices=_ROUNDINGS
            ),
            FieldPlan(
                "price_entry",
                QT_TRANSLATE_NOOP("Composer", "Prices of new lines"),
                "choice",
                choices=_ENTRIES,
            ),
        ),
        (
            FieldPlan(
                "rounding_amount",
                QT_TRANSLATE_NOOP("Composer", "Rounding amount"),
                "amount",
                placeholder=QT_TRANSLATE_NOOP("Composer", "computed"),
            ),
            FieldPlan(
                "cash_step", QT_TRANSLATE_NOOP("Composer", "Cash rounding to"), "amount", placeholder="0.05"
            ),
        ),
        SpecialPlan("exact_total"),
    ),
)

TAXES: Final = BlockPlan(
    "taxes",
    QT_TRANSLATE_NOOP("Composer", "Other taxes and withholding"),
    (
        GroupPlan(
            "additional_taxes",
            AdditionalTax,
            (
                (
                    FieldPlan("label", QT_TRANSLATE_NOOP("Composer", "Name of the tax"), width=5),
                    FieldPlan(
                        "rate",
                        QT_TRANSLATE_NOOP("Composer", "Rate, negative if withheld"),
                        "percent",
                        3,
                        empty=Decimal(0),
                    ),
                    FieldPlan("on_tax", QT_TRANSLATE_NOOP("Composer", "Also on VAT"), "switch", 2),
                ),
            ),
            QT_TRANSLATE_NOOP("Composer", "Add a tax"),
            QT_TRANSLATE_NOOP("Composer", "Tax {number}"),
        ),
        (
            FieldPlan(
                "vat_on_debits", QT_TRANSLATE_NOOP("Composer", "VAT is due on debits (France)"), "switch"
            ),
        ),
    ),
)

EXCHANGE: Final = BlockPlan(
    "exchange",
    QT_TRANSLATE_NOOP("Composer", "Exchange rate"),
    (
        (
            FieldPlan("exchange.home_currency", QT_TRANSLATE_NOOP("Composer", "Home currency"), "currency"),
            FieldPlan("exchange.rate", QT_TRANSLATE_NOOP("Composer", "Rate"), "number"),
            FieldPlan("exchange.rate_date", QT_TRANSLATE_NOOP("Composer", "Date of the rate"), "day"),
            FieldPlan("exchange.source", QT_TRANSLATE_NOOP("Composer", "Source")),
        ),
        SpecialPlan("equivalent"),
    ),
)

PAYMENT: Final = BlockPlan(
    "payment",
    QT_TRANSLATE_NOOP("Composer", "Payment"),
    (
        (
            FieldPlan("payment_terms.days", QT_TRANSLATE_NOOP("Composer", "Days to pay"), "count", 2),
            FieldPlan(
                "payment_terms.means", QT_TRANSLATE_NOOP("Composer", "Means"), "choice", 3, choices=_MEANS
            ),
            FieldPlan(
                "payment_terms.reference", QT_TRANSLATE_NOOP("Composer", "Reference to quote"), width=4
            ),
        ),
        (
            FieldPlan(
                "payment_terms.end_of_month",
                QT_TRANSLATE_NOOP("Composer", "Due at the end of the month"),
                "switch",
            ),
            FieldPlan(
                "payment_terms.show_qr",
                QT_TRANSLATE_NOOP("Composer", "Print a QR code for the bank"),
                "switch",
            ),
        ),
        (
            FieldPlan(
                "payment_terms.text", QT_TRANSLATE_NOOP("Composer", "Terms, as printed"), "text", lines=2
            ),
        ),
        *(tuple(field.under("bank_account") for field in row) for row in BANK_ROWS),
    ),
    opens_itself=False,
)
