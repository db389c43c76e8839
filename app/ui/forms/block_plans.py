"""The optional blocks of the form, in the order in which they stand."""

from __future__ import annotations

from typing import Final

from app.domain.draft import PrecedingInvoice
from app.domain.rows import CustomField
from app.ui.forms.money_plans import ADJUSTMENTS, EXCHANGE, PAYMENT, ROUNDING, TAXES
from app.ui.forms.party_plans import ADDRESS_ROWS, party_fields, party_parts
from app.ui.forms.plans import BlockPlan, FieldPlan, GroupPlan
from app.ui.language import QT_TRANSLATE_NOOP

_KINDS: Final = (
    ("invoice", QT_TRANSLATE_NOOP("Composer", "Invoice")),
    ("credit_note", QT_TRANSLATE_NOOP("Composer", "Credit note")),
)
_TEMPLATES: Final = (
    ("classic", QT_TRANSLATE_NOOP("Composer", "Classic")),
    ("plain", QT_TRANSLATE_NOOP("Composer", "Plain")),
    ("bold", QT_TRANSLATE_NOOP("Composer", "Bold")),
)
_SIZES: Final = (("A4", "A4"), ("Letter", "Letter"))
_ENVELOPES: Final = (
    ("none", QT_TRANSLATE_NOOP("Composer", "No window")),
    ("left", QT_TRANSLATE_NOOP("Composer", "Window on the left")),
    ("right", QT_TRANSLATE_NOOP("Composer", "Window on the right")),
)


def _address(stem: str) -> tuple[tuple[FieldPlan, ...], ...]:
    return tuple(tuple(field.under(stem) for field in row) for row in ADDRESS_ROWS)


REFERENCES: Final = BlockPlan(
    "references",
    QT_TRANSLATE_NOOP("Composer", "References"),
    (
        (
            FieldPlan("purchase_order", QT_TRANSLATE_NOOP("Composer", "Purchase order")),
            FieldPlan("buyer_reference", QT_TRANSLATE_NOOP("Composer", "Buyer reference")),
            FieldPlan("contract_reference", QT_TRANSLATE_NOOP("Composer", "Contract")),
        ),
        (
            FieldPlan("project_reference", QT_TRANSLATE_NOOP("Composer", "Project")),
            FieldPlan("sales_order", QT_TRANSLATE_NOOP("Composer", "Our order number")),
            FieldPlan("object_reference", QT_TRANSLATE_NOOP("Composer", "Meter or subscription")),
        ),
        (
            FieldPlan("despatch_advice", QT_TRANSLATE_NOOP("Composer", "Delivery note")),
            FieldPlan("receiving_advice", QT_TRANSLATE_NOOP("Composer", "Goods received note")),
            FieldPlan("tender_reference", QT_TRANSLATE_NOOP("Composer", "Tender or lot")),
        ),
        (
            FieldPlan("accounting_reference", QT_TRANSLATE_NOOP("Composer", "Customer’s accounting code")),
            FieldPlan("external_reference", QT_TRANSLATE_NOOP("Composer", "Reference in another program")),
        ),
    ),
)
DELIVERY: Final = BlockPlan(
    "delivery",
    QT_TRANSLATE_NOOP("Composer", "Delivery"),
    (
        (
            FieldPlan("delivery_date", QT_TRANSLATE_NOOP("Composer", "Delivered on"), "day"),
            FieldPlan("service_start", QT_TRANSLATE_NOOP("Composer", "Service from"), "day"),
            FieldPlan("service_end", QT_TRANSLATE_NOOP("Composer", "Service until"), "day"),
        ),
        *_address("shipping_address"),
    ),
)
BILLING: Final = BlockPlan(
    "billing", QT_TRANSLATE_NOOP("Composer", "Other billing address"), _address("billing_address")
)
PAYEE: Final = BlockPlan("payee", QT_TRANSLATE_NOOP("Composer", "Payee"), party_parts("payee"))
TAX_REPRESENTATIVE: Final = BlockPlan(
    "tax_representative",
    QT_TRANSLATE_NOOP("Composer", "Tax representative"),
    party_parts("tax_representative"),
)
TEXTS: Final = BlockPlan(
    "texts",
    QT_TRANSLATE_NOOP("Composer", "Texts"),
    (
        (FieldPlan("title", QT_TRANSLATE_NOOP("Composer", "Title instead of “Invoice”")),),
        (
            FieldPlan(
                "description", QT_TRANSLATE_NOOP("Composer", "Description under the subject"), "text", lines=2
            ),
        ),
        (FieldPlan("free_text", QT_TRANSLATE_NOOP("Composer", "Text above the lines"), "text", lines=2),),
        (
            FieldPlan(
                "special_mention",
                QT_TRANSLATE_NOOP("Composer", "Legal mention below the totals"),
                "text",
                lines=2,
            ),
        ),
        (FieldPlan("footer", QT_TRANSLATE_NOOP("Composer", "Footer of the last page"), "text", lines=2),),
    ),
    opens_itself=False,
)
OWN_FIELDS: Final = BlockPlan(
    "own_fields",
    QT_TRANSLATE_NOOP("Composer", "Own fields and tags"),
    (
        GroupPlan(
            "custom_fields",
            CustomField,
            (
                (
                    FieldPlan("name", QT_TRANSLATE_NOOP("Composer", "Name of the field")),
                    FieldPlan("value", QT_TRANSLATE_NOOP("Composer", "Value"), width=4),
                ),
            ),
            QT_TRANSLATE_NOOP("Composer", "Add a field"),
            QT_TRANSLATE_NOOP("Composer", "Field {number}"),
        ),
        (
            FieldPlan(
                "tags",
                QT_TRANSLATE_NOOP("Composer", "Tags"),
                "tags",
                placeholder=QT_TRANSLATE_NOOP("Composer", "separated by commas"),
            ),
        ),
    ),
)
PAPER: Final = BlockPlan(
    "paper",
    QT_TRANSLATE_NOOP("Composer", "Template and paper"),
    (
        (
            FieldPlan(
                "paper.template", QT_TRANSLATE_NOOP("Composer", "Template"), "choice", choices=_TEMPLATES
            ),
            FieldPlan("paper.page_size", QT_TRANSLATE_NOOP("Composer", "Page"), "choice", choices=_SIZES),
            FieldPlan(
                "paper.window_envelope",
                QT_TRANSLATE_NOOP("Composer", "Envelope"),
                "choice",
                choices=_ENVELOPES,
            ),
        ),
        (
            FieldPlan("paper.accent", QT_TRANSLATE_NOOP("Composer", "Accent colour"), "colour"),
            FieldPlan("paper.ink", QT_TRANSLATE_NOOP("Composer", "Text colour"), "colour"),
            FieldPlan("paper.logo", QT_TRANSLATE_NOOP("Composer", "Logo"), "logo"),
        ),
        (
            FieldPlan(
                "paper.carried_forward", QT_TRANSLATE_NOOP("Composer", "Sums carried forward"), "switch"
            ),
            FieldPlan("paper.show_line_numbers", QT_TRANSLATE_NOOP("Composer", "Line numbers"), "switch"),
        ),
        (
            FieldPlan("paper.show_unit_price", QT_TRANSLATE_NOOP("Composer", "Unit price column"), "switch"),
            FieldPlan("paper.show_vat_column", QT_TRANSLATE_NOOP("Composer", "VAT column"), "switch"),
        ),
        (
            FieldPlan(
                "paper.label_overrides",
                QT_TRANSLATE_NOOP("Composer", "Other words on the page"),
                "labels",
                lines=2,
                placeholder=QT_TRANSLATE_NOOP("Composer", "one a line, such as: quantity = Hours"),
            ),
        ),
    ),
    opens_itself=False,
)
CREDIT: Final = BlockPlan(
    "credit",
    QT_TRANSLATE_NOOP("Composer", "Kind and earlier invoices"),
    (
        (
            FieldPlan("kind", QT_TRANSLATE_NOOP("Composer", "This document is"), "choice", choices=_KINDS),
            FieldPlan("series", QT_TRANSLATE_NOOP("Composer", "Number series")),
        ),
        GroupPlan(
            "preceding_invoices",
            PrecedingInvoice,
            (
                (
                    FieldPlan("number", QT_TRANSLATE_NOOP("Composer", "Earlier invoice")),
                    FieldPlan("issue_date", QT_TRANSLATE_NOOP("Composer", "of"), "day"),
                ),
            ),
            QT_TRANSLATE_NOOP("Composer", "Add an earlier invoice"),
            QT_TRANSLATE_NOOP("Composer", "Earlier invoice {number}"),
        ),
    ),
)

BLOCKS: Final = (
    REFERENCES,
    DELIVERY,
    BILLING,
    PAYEE,
    TAX_REPRESENTATIVE,
    TEXTS,
    ADJUSTMENTS,
    ROUNDING,
    TAXES,
    EXCHANGE,
    PAYMENT,
    OWN_FIELDS,
    CREDIT,
    PAPER,
)

ALWAYS_SHOWN: Final = (
    "issue_date",
    "due_date",
    "currency",
    "language",
    "subject",
    "discount",
    "memo",
)


def form_paths() -> tuple[str, ...]:
    """Every path the form can edit; a list counts as one."""
    blocks = tuple(path for block in BLOCKS for path in block.paths)
    return (*ALWAYS_SHOWN, *party_fields("seller"), *party_fields("buyer"), *blocks)
