"""What the supplier import will make of an incoming document, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from app.client.plan import Change, Changes, PlannedField, Sheet, Verdict, Why
from app.client.provider import Foresight, Submission
from app.domain.figures import Totals, VatGroup, VatKey
from app.domain.stated import canonical
from app.providers.pennylane import vat
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.supplier import wire
from app.providers.pennylane.supplier.problems import problems_of
from app.providers.pennylane.supplier.suppliers import chosen

SENDS: Final = frozenset(
    {
        "kind",
        "number",
        "currency",
        "issue_date",
        "due_date",
        "external_reference",
        "exchange",
        "seller.name",
        "seller.tax_ids",
        "seller.addresses",
        "seller.email",
        "seller.bank_accounts",
        "rows[].label",
        "rows[].unit_price",
        "rows[].vat_category",
        "rows[].vat_rate",
        "rows[].vat_code",
        "discount",
        "adjustments",
    }
)
_FILE: Final = "why.in_the_file"
_AMOUNTS: Final = "why.in_amounts"
IGNORES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("schema_version", "id", "provider_options", "tags", "series", "price_entry", "paper", "language"),
        "why.ours_only",
    ),
    **dict.fromkeys(("rounding", "amount_decimals"), _AMOUNTS),
    **dict.fromkeys(
        (
            "title",
            "delivery_date",
            "service_start",
            "service_end",
            "seller",
            "payee",
            "tax_representative",
            "billing_address",
            "shipping_address",
            "bank_account",
            "buyer_reference",
            "purchase_order",
            "contract_reference",
            "project_reference",
            "sales_order",
            "receiving_advice",
            "despatch_advice",
            "tender_reference",
            "object_reference",
            "accounting_reference",
            "preceding_invoices",
            "subject",
            "free_text",
            "description",
            "special_mention",
            "memo",
            "footer",
            "custom_fields",
            "rows",
            "vat_on_debits",
        ),
        _FILE,
    ),
    "payment_terms": "why.terms_as_deadline",
    "buyer": "why.buyer_is_the_account",
    "seller.contact_id": "why.ours_only",
    "seller.note": "why.ours_only",
    **dict.fromkeys(
        ("rows[].id", "rows[].kind", "rows[].provider_options", "rows[].tags", "rows[].price_entry"),
        "why.ours_only",
    ),
    **dict.fromkeys(
        ("rows[].quantity", "rows[].unit", "rows[].discount", "rows[].adjustments"), "why.in_amounts"
    ),
    **dict.fromkeys(("rows[].price_discount", "rows[].price_base_quantity"), _AMOUNTS),
    **dict.fromkeys(("additional_taxes", "prepaid", "rounding_amount", "cash_step"), "why.payable_is_gross"),
}


CHANGES: Final[Changes] = {"why.labels_off": {"": Change("line_labels", "label")}}


def foresee(submission: Submission) -> Foresight:
    """Every field of the document, and the problems that stand in the way."""
    sheet = Sheet(submission.draft, IGNORES, CHANGES)
    items = wire.items(submission)
    _head(sheet, submission)
    _supplier(sheet, submission)
    labels = wire.label_place(submission)
    reads_lines = dialect_of(submission.connection) == DIRECT
    for item in items:
        if item.line is not None:
            _line(sheet, item, labels, reads_lines)
    why = Why("why.line_of_its_own")
    for path in sheet.leaves:
        if path.startswith(("discount.", "adjustments.")):
            sheet.changes(path, None, "invoice_lines", why, is_told=False)
    sheet.figures(submission.totals, held_totals(submission.totals, items), Why("why.vat_code_category"))
    own = [*_home(submission), *_figures_of(items, submission, reads_lines)]
    return Foresight((*sheet.close(), *own), tuple(problems_of(submission, items)))


def held_totals(totals: Totals, items: tuple[wire.Item, ...]) -> Totals:
    """The sums as they keep them: those we state, the VAT under the category that its code means.

    What is payable is the gross: they take no part payment and no rounding along.
    """
    means = {
        item.share.vat: held
        for item in items
        if (held := vat.held(item.code, item.share.vat[0])) is not None and held.rate == item.share.vat[1]
    }
    groups: dict[VatKey, VatGroup] = {}
    for group in totals.vat:
        held = means.get((group.category, group.rate))
        category = held.category if held else group.category
        known = groups.get((category, group.rate))
        basis = group.basis + (known.basis if known else 0)
        tax = group.tax + (known.tax if known else 0)
        groups[category, group.rate] = group._replace(category=category, basis=basis, tax=tax)
    return replace(totals, vat=tuple(groups.values()), payable=totals.gross)


def _head(sheet: Sheet, submission: Submission) -> None:
    draft = submission.draft
    sheet.sends("kind", draft.kind, "the sign of the amounts", Why("why.sign"), is_told=False)
    if draft.number.strip():
        sheet.sends("number", draft.number.strip(), "invoice_number")
    else:
        sheet.adds("number", None, "invoice_number", Why("why.number_theirs"), is_told=False)
    sheet.sends("currency", draft.currency, "currency")
    sheet.sends("issue_date", wire.issued_on(submission), "date")
    sheet.sends("due_date", wire.due_on(submission), "deadline", Why("why.deadline_required"))
    if dialect_of(submission.connection) == DIRECT:
        why = Why("why.reference_to_look_up")
        sheet.sends("external_reference", wire.reference(submission), "external_reference", why)
    else:
        sheet.drops("external_reference", Why("why.gateway_no_reference"))
    for path in sheet.leaves:
        if path.startswith("exchange."):
            if path == "exchange.rate" and wire.goes_in_euros(submission):
                why = Why("why.euro_amounts")
                sheet.changes(path, None, "amount, tax", why, is_told=False)
            else:
                sheet.drops(path, Why("why.their_rate"))


def _supplier(sheet: Sheet, submission: Submission) -> None:
    if chosen(submission):
        for path in sheet.leaves:
            if path.startswith("seller."):
                sheet.drops(path, Why("why.supplier_chosen"))
        return
    why = Why("why.supplier_found_or_created")
    for part in wire.supplier_parts(submission):
        if part.text:
            place = f"supplier.{part.member}" if part.member else "supplier"
            sheet.sends(part.path, part.text, place, part.why or why, is_told=False)


def _line(sheet: Sheet, item: wire.Item, labels: str, reads_lines: bool) -> None:
    line = item.line
    assert line is not None
    root, place = f"rows.{line.id}", "invoice_lines"
    if labels == "none":
        sheet.drops(f"{root}.label", Why("why.labels_off"))
    elif item.share.label:
        member = "label" if labels == "label" else "ledger_entry_line.label"
        told = reads_lines and labels == "label"
        sheet.sends(f"{root}.label", item.share.label, f"{place}.{member}", is_told=told)
    why = Why("why.price_in_amount")
    sheet.changes(f"{root}.unit_price", None, f"{place}.currency_amount", why, is_told=False)
    means = vat.held(item.code, line.vat_category)
    if means:
        code = Why("why.vat_code", {"code": item.code})
        where = f"{place}.vat_rate"
        sheet.sends(f"{root}.vat_category", means.category, where, code, is_told=reads_lines)
        sheet.sends(f"{root}.vat_rate", means.rate, where, code, is_told=reads_lines)
        sheet.sends(f"{root}.vat_code", item.code, where, code, is_told=reads_lines)


def _home(submission: Submission) -> list[PlannedField]:
    """The sums in euros, where they go along."""
    home = submission.totals.home
    if home is None or not wire.goes_in_euros(submission):
        return []
    why = Why("why.euro_amounts")
    return [
        PlannedField(f"home.{name}", "kept", canonical(value), canonical(value), why, member)
        for name, member, value in (("gross", "amount", home.gross), ("tax", "tax", home.tax))
    ]


def _figures_of(
    items: tuple[wire.Item, ...], submission: Submission, reads_lines: bool
) -> list[PlannedField]:
    """Each line's gross and net, so that an altered cent is seen at its line."""
    planned = []
    for item in items:
        ours = submission.totals.by_line.get(item.share.id) if item.line else None
        root = f"rows.{item.share.id}" if item.line else f"shares.{item.share.id}"
        for name, mine, theirs in (
            ("gross", ours.gross if ours else None, item.share.gross),
            ("net", ours.net if ours else None, item.share.net),
        ):
            said, sent = canonical(mine), canonical(theirs)
            verdict: Verdict = "added" if ours is None else "kept" if said == sent else "changed"
            why = {"added": Why("why.line_of_its_own"), "changed": Why("why.cent_shared")}.get(verdict)
            planned.append(
                PlannedField(
                    f"{root}.{name}", verdict, said, sent, why, "invoice_lines.currency_amount", reads_lines
                )
            )
    return planned
