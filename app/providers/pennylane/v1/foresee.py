"""What V1 will make of a document, field by field, and what it would stumble over."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from app.client.plan import Change, Changes, PlannedField, Sheet, Why
from app.client.provider import Foresight, Submission
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.rows import Line
from app.domain.stated import canonical
from app.domain.totals import compute
from app.providers.pennylane import firm, vat
from app.providers.pennylane.v1 import read, wire
from app.providers.pennylane.v1.problems import problems_of

SENDS: Final = frozenset(
    {
        "kind",
        "number",
        "currency",
        "rounding",
        "issue_date",
        "due_date",
        "external_reference",
        "buyer.name",
        "buyer.tax_ids",
        "buyer.addresses",
        "buyer.email",
        "buyer.phone",
        "billing_address",
        "shipping_address",
        "rows[].label",
        "rows[].description",
        "rows[].quantity",
        "rows[].unit",
        "rows[].unit_price",
        "rows[].price_entry",
        "rows[].vat_category",
        "rows[].vat_rate",
        "rows[].vat_code",
        "discount",
        "adjustments",
    }
)
_PAGE: Final = "why.on_our_page"
IGNORES: Final[Mapping[str, str]] = {
    "schema_version": "why.ours_only",
    "id": "why.ours_only",
    "provider_options": "why.ours_only",
    "tags": "why.ours_only",
    "series": "why.ours_only",
    "price_entry": "why.ours_only",
    "amount_decimals": "why.in_amounts",
    "title": _PAGE,
    "language": _PAGE,
    "delivery_date": _PAGE,
    "service_start": "why.period_by_option",
    "service_end": "why.period_by_option",
    "payment_terms": "why.terms_as_deadline",
    "seller": "why.their_account",
    "buyer": _PAGE,
    "buyer.contact_id": "why.ours_only",
    "buyer.note": "why.ours_only",
    "payee": _PAGE,
    "tax_representative": _PAGE,
    "bank_account": _PAGE,
    "buyer_reference": _PAGE,
    "purchase_order": _PAGE,
    "contract_reference": _PAGE,
    "project_reference": _PAGE,
    "sales_order": _PAGE,
    "receiving_advice": _PAGE,
    "despatch_advice": _PAGE,
    "tender_reference": _PAGE,
    "object_reference": _PAGE,
    "accounting_reference": _PAGE,
    "preceding_invoices": _PAGE,
    "subject": _PAGE,
    "free_text": _PAGE,
    "description": _PAGE,
    "special_mention": _PAGE,
    "memo": _PAGE,
    "footer": _PAGE,
    "custom_fields": _PAGE,
    "rows": _PAGE,
    "rows[].id": "why.ours_only",
    "rows[].kind": "why.ours_only",
    "rows[].provider_options": "why.ours_only",
    "rows[].tags": "why.ours_only",
    "rows[].discount": "why.in_amounts",
    "rows[].adjustments": "why.in_amounts",
    "rows[].price_discount": "why.in_amounts",
    "rows[].price_base_quantity": "why.in_amounts",
    "additional_taxes": "why.payable_is_gross",
    "prepaid": "why.payable_is_gross",
    "rounding_amount": "why.payable_is_gross",
    "cash_step": "why.payable_is_gross",
    "exchange": "why.their_rate",
    "vat_on_debits": _PAGE,
    "paper": _PAGE,
}

CHANGES: Final[Changes] = {
    "why.period_by_option": {
        "service_start": Change("imputation_start"),
        "service_end": Change("imputation_end"),
        "rows[].service_start": Change("imputation_start"),
        "rows[].service_end": Change("imputation_end"),
    },
}

_BLANK: Final = Line()


def foresee(submission: Submission) -> Foresight:
    """Every field of the document, and the problems that stand in the way."""
    draft = submission.draft
    sheet = Sheet(draft, IGNORES, CHANGES)
    items = wire.items(submission)
    _head(sheet, submission)
    _customer(sheet, submission)
    for item in items:
        if item.line is not None:
            _line(sheet, item)
    _own_lines(sheet)
    held = compute(held_draft(draft, items))
    sheet.figures(submission.totals, held, Why("why.vat_out_of_gross"))
    fields = (*sheet.close(), *_figures_of(items, submission.totals, held))
    return Foresight(fields, tuple(problems_of(submission, items)))


def held_draft(draft: Draft, items: tuple[wire.Item, ...]) -> Draft:
    """The document as V1 keeps it: one line a share, entered with VAT, which is taken out line by line."""
    lines = []
    for number, item in enumerate(items):
        means = vat.held(item.code, item.share.vat[0])
        category, rate = (means.category, means.rate) if means else item.share.vat
        lines.append(
            _BLANK.model_copy(
                update={
                    "id": f"h{number}",
                    "label": item.share.label,
                    "unit_price": item.share.gross,
                    "price_entry": "gross",
                    "vat_category": category,
                    "vat_rate": rate,
                }
            )
        )
    return Draft(
        currency=draft.currency,
        amount_decimals=draft.amount_decimals,
        rounding="per_line",
        rows=tuple(lines),
    )


def _head(sheet: Sheet, submission: Submission) -> None:
    draft = submission.draft
    sheet.sends("kind", draft.kind, "the sign of the amounts", is_told=False)
    sheet.sends("number", draft.number, "invoice.invoice_number")
    sheet.sends("currency", draft.currency, "invoice.currency")
    sheet.sends("rounding", "per_line", "", Why("why.vat_out_of_gross"), is_told=False)
    sheet.sends("issue_date", wire.issued_on(submission), "invoice.date", Why("why.date_required"))
    sheet.sends("due_date", wire.due_on(submission), "invoice.deadline", Why("why.deadline_required"))
    reference = wire.reference(submission)
    why = Why("why.reference_to_look_up")
    sheet.sends("external_reference", reference, "invoice.external_id", why, is_told=False)


def _customer(sheet: Sheet, submission: Submission) -> None:
    whom = wire.customer(submission)
    if whom.is_new:
        firm.plan(sheet, whom.parts, "invoice.customer", read.TOLD)
        return
    for path in sheet.leaves:
        if path.startswith(("buyer.", "billing_address.", "shipping_address.")):
            sheet.drops(path, Why("why.customer_known"))


def _line(sheet: Sheet, item: wire.Item) -> None:
    line = item.line
    assert line is not None
    root, place = f"rows.{line.id}", "invoice.line_items"
    sheet.sends(f"{root}.label", item.share.label, f"{place}.label")
    sheet.sends(f"{root}.quantity", line.quantity, f"{place}.quantity")
    if line.unit:
        goes = not item.product or item.states_price
        if goes:
            sheet.sends(f"{root}.unit", line.unit, f"{place}.unit", is_told=not item.product)
    if line.description and not item.product:
        sheet.sends(f"{root}.description", line.description, f"{place}.description")
    elif line.description:
        sheet.drops(f"{root}.description", Why("why.product_speaks"))
    derived = Why("why.price_derived")
    sheet.changes(f"{root}.unit_price", None, f"{place}.currency_amount", derived, is_told=False)
    sheet.sends(f"{root}.price_entry", "gross", f"{place}.currency_amount", derived, is_told=False)
    means = vat.held(item.code, line.vat_category)
    if means:
        why = Why("why.vat_code", {"code": item.code})
        sheet.sends(f"{root}.vat_category", means.category, f"{place}.vat_rate", why)
        sheet.sends(f"{root}.vat_rate", means.rate, f"{place}.vat_rate", why)
        sheet.sends(f"{root}.vat_code", item.code, f"{place}.vat_rate", why)


def _own_lines(sheet: Sheet) -> None:
    """What the document states for itself goes along as lines of its own."""
    why = Why("why.line_of_its_own")
    for path in sheet.leaves:
        if path.startswith(("discount.", "adjustments.")):
            sheet.changes(path, None, "invoice.line_items", why, is_told=False)


def _figures_of(items: tuple[wire.Item, ...], totals: Totals, held: Totals) -> list[PlannedField]:
    """Each line's gross and net, so that an altered cent is seen at its line."""
    planned = []
    for number, item in enumerate(items):
        ours = totals.by_line.get(item.share.id) if item.line else None
        root = f"rows.{item.share.id}" if item.line else f"shares.{item.share.id}"
        theirs = held.by_line[f"h{number}"]
        planned.append(_figure(f"{root}.gross", ours.gross if ours else None, theirs.gross))
        planned.append(_figure(f"{root}.net", ours.net if ours else None, theirs.net))
    return planned


def _figure(path: str, ours: Decimal | None, theirs: Decimal) -> PlannedField:
    wire_place = "invoice.line_items.currency_amount"
    mine, sent = canonical(ours), canonical(theirs)
    if ours is None:
        return PlannedField(path, "added", "", sent, Why("why.line_of_its_own"), wire_place)
    if mine == sent:
        return PlannedField(path, "kept", mine, sent, None, wire_place)
    return PlannedField(path, "changed", mine, sent, Why("why.cent_shared"), wire_place)
