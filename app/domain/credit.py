"""The credit note that cancels an issued invoice: the same rows with opposite signs."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from app.domain.draft import Draft, PrecedingInvoice
from app.domain.rows import Discount, DocumentAdjustment, Line, LineAdjustment, Row

_Adjustment = TypeVar("_Adjustment", LineAdjustment, DocumentAdjustment)


def credit_note_of(issued: Draft) -> Draft:
    """A draft credit note whose every total is the negative of the invoice's.

    Quantities, stated amounts, prepaid and rounding change sign; prices and percentages stay. It
    names the invoice and its date, has no number and no dates of its own yet. Raises ValueError for
    a document that has no number or is itself a credit note.
    """
    if not issued.number:
        raise ValueError("only an issued invoice can be credited")
    if issued.kind != "invoice":
        raise ValueError("a credit note is not credited; issue an invoice instead")
    return issued.edited(
        id="",
        kind="credit_note",
        number="",
        title="",
        issue_date=None,
        due_date=None,
        preceding_invoices=(
            PrecedingInvoice(
                number=issued.number, issue_date=issued.issue_date, document_id=issued.id or None
            ),
        ),
        rows=tuple(_mirrored(row) for row in issued.rows),
        discount=_mirrored_discount(issued.discount),
        adjustments=tuple(_mirrored_adjustment(a) for a in issued.adjustments),
        prepaid=-issued.prepaid if issued.prepaid else issued.prepaid,
        rounding_amount=_negated(issued.rounding_amount),
    )


def _negated(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else -amount if amount else amount


def _mirrored(row: Row) -> Row:
    if not isinstance(row, Line):
        return row
    return row.model_copy(
        update={
            "quantity": -row.quantity if row.quantity else row.quantity,
            "discount": _mirrored_discount(row.discount),
            "adjustments": tuple(_mirrored_adjustment(a) for a in row.adjustments),
        }
    )


def _mirrored_discount(discount: Discount | None) -> Discount | None:
    if discount is None or discount.kind == "percent":
        return discount
    return discount.model_copy(update={"value": _negated(discount.value)})


def _mirrored_adjustment(adjustment: _Adjustment) -> _Adjustment:
    changes = {"amount": _negated(adjustment.amount), "base": _negated(adjustment.base)}
    return adjustment.model_copy(update=changes)
