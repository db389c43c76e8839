"""The plan for Stripe: every field of the document, and what becomes of it there."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.client.plan import Change, Changes, Why
from app.client.provider import Foresight, Submission
from app.domain.money import ZERO
from app.domain.parties import Address
from app.providers.stripe_v1 import access, parties, wire
from app.providers.stripe_v1.composition import Composition, compose
from app.providers.stripe_v1.foresee_rows import adjustments, document_discount, rows
from app.providers.stripe_v1.problems import problems
from app.providers.stripe_v1.settings import Chosen, zone
from app.providers.stripe_v1.sheet import StripeSheet
from app.providers.stripe_v1.zones import end_of

SENDS: Final = frozenset(
    {
        "number",
        "kind",
        "currency",
        "rounding",
        "language",
        "price_entry",
        "issue_date",
        "due_date",
        "payment_terms.days",
        "payment_terms.end_of_month",
        "buyer.contact_id",
        "buyer.name",
        "buyer.email",
        "buyer.phone",
        "buyer.addresses[]",
        "buyer.tax_ids[]",
        "billing_address",
        "shipping_address",
        "preceding_invoices[].number",
        "custom_fields[]",
        "tags",
        "rows[]",
        "discount",
        "adjustments[]",
        "prepaid",
        "rounding_amount",
        "provider_options",
        *wire.MEMO,
        *wire.FOOTER,
        *wire.REFERENCES,
    }
)
IGNORES: Final[dict[str, str]] = {
    "schema_version": "why.ours_only",
    "id": "why.ours_only",
    "kind": "why.only_invoices",
    "series": "why.number_theirs",
    "title": "why.title_theirs",
    "amount_decimals": "why.decimals_theirs",
    "payment_terms": "why.terms_by_method",
    "seller": "why.seller_is_account",
    "buyer": "why.not_in_customer",
    "billing_address.role": "why.ours_only",
    "shipping_address.role": "why.ours_only",
    "payee": "why.seller_is_account",
    "tax_representative": "why.no_place",
    "bank_account": "why.bank_by_method",
    "preceding_invoices": "why.no_place",
    "additional_taxes": "why.no_further_tax",
    "cash_step": "why.no_rounding",
    "exchange": "why.no_exchange",
    "vat_on_debits": "why.write_as_mention",
    "paper": "why.only_for_our_page",
    "provider_options": "why.steers",
}


CHANGES: Final[Changes] = {
    "why.terms_by_method": {"": Change("payment_settings.payment_method_types")},
    "why.taxed_by_them": {"": Change("automatic_tax.enabled", False)},
    "why.rounding_theirs": {"": Change("tax_rounding")},
    "why.no_sections": {"rows[].title": Change("sections_in_text", True)},
}


def foresee(submission: Submission) -> Foresight:
    """The fields, and what stands in the way."""
    made = compose(submission)
    sheet = StripeSheet(submission.draft, IGNORES, CHANGES)
    _head(sheet, made, submission.today)
    _texts(sheet, made)
    _buyer(sheet, made)
    rows(sheet, made)
    document_discount(sheet, made)
    adjustments(sheet, made)
    _sums(sheet, made)
    return Foresight(sheet.close(), tuple(problems(made, submission)), _is_final(made.chosen))


def _is_final(chosen: Chosen) -> bool:
    """Whether it does not stay a draft, the one thing that can be deleted there."""
    return (
        chosen.text("after_creation", "draft") != "draft"
        or chosen.flag("auto_advance") is True
        or chosen.has("automatically_finalizes_at")
    )


def _head(sheet: StripeSheet, made: Composition, today: date) -> None:
    draft, chosen = made.draft, made.chosen
    newest = access.is_newest(made.connection)
    sends_number = newest and draft.number and chosen.flag("send_number")
    if sends_number:
        sheet.sends("number", draft.number, "number")
    else:
        sheet.changes("number", None, "number", Why("why.number_theirs"), is_told=False)
    if draft.kind == "invoice":
        sheet.sends("kind", draft.kind, "", is_told=False)
    sheet.sends("currency", draft.currency, "currency")
    rounding = "per_line" if made.rounds_by_item else "per_group"
    sheet.sends("rounding", rounding, "", Why("why.rounding_theirs"), is_told=False)
    sheet.sends("language", draft.language, "customer.preferred_locales", is_told=False)
    if draft.price_entry != "net":
        wires = "rendering[amount_tax_display]" if newest else "rendering_options[amount_tax_display]"
        sheet.sends("price_entry", draft.price_entry, wires, is_told=False)
    if newest and draft.issue_date is not None:
        sheet.sends("issue_date", draft.issue_date, "effective_at", Why("why.start_of_day"))
    else:
        sheet.changes("issue_date", None, "", Why("why.date_theirs"), is_told=False)
    _due(sheet, made, today)
    for path, value in wire.metadata(draft).items():
        sheet.sends(path, value, f"metadata[{wire.metadata_key(path)}]", Why("why.metadata"))
    for place, own in enumerate(draft.custom_fields):
        sheet.sends(f"custom_fields.{place}.name", own.name, f"custom_fields[{place}][name]")
        sheet.sends(f"custom_fields.{place}.value", own.value, f"custom_fields[{place}][value]")
    if draft.prepaid:
        sheet.drops("prepaid", Why("why.no_prepaid"))
    if draft.rounding_amount is not None:
        sheet.drops("rounding_amount", Why("why.no_rounding"))


def _due(sheet: StripeSheet, made: Composition, today: date) -> None:
    draft = made.draft
    day, days = wire.due(draft, made.chosen, today)
    days_are_ours = draft.payment_terms.days is not None
    if day is not None:
        unix = {"unix": str(end_of(day, zone(draft, made.chosen)))}
        sheet.sends("due_date", day, "due_date", Why("why.end_of_day", unix))
        if days_are_ours:
            sheet.drops("payment_terms.days", Why("why.due_date_sent"))
    else:
        sheet.changes("due_date", None, "", Why("why.due_from_days"), is_told=False)
        if days is not None:
            sheet.sends("payment_terms.days", days, "days_until_due", is_told=False)
        elif days_are_ours:
            sheet.drops("payment_terms.days", Why("why.charged_at_once"))
    if draft.payment_terms.end_of_month:
        sheet.drops("payment_terms.end_of_month", Why("why.due_date_sent"))


def _texts(sheet: StripeSheet, made: Composition) -> None:
    for paths, member in ((wire.MEMO, "description"), (wire.FOOTER, "footer")):
        whole = wire.joined(made.draft, paths)
        present = [path for path in paths if wire.text_at(made.draft, path)]
        for place, path in enumerate(present):
            if place == 0:
                sheet.sends(path, whole, member, Why("why.joined") if len(present) > 1 else None)
            else:
                own = wire.text_at(made.draft, path)
                sheet.sends(path, own, member, Why("why.joined_into"), is_told=False)
        for path in paths:
            if path not in present:
                sheet.drops(path, Why("why.only_blanks"))


def _buyer(sheet: StripeSheet, made: Composition) -> None:
    draft = made.draft
    buyer = draft.buyer
    newest = access.is_newest(made.connection)
    found = Why("why.customer_found_or_made")
    sheet.sends("buyer.name", buyer.name, "customer.name", found, is_told=bool(buyer.name))
    if buyer.contact_id:
        sheet.sends(
            "buyer.contact_id", buyer.contact_id, "customer.metadata[factotum_contact]", is_told=False
        )
    for name in ("email", "phone"):
        value = getattr(buyer, name)
        if value:
            sheet.sends(f"buyer.{name}", value, f"customer.{name}")
    billing, shipping = parties.billing_path(draft), parties.shipping_path(draft)
    if draft.bill_to is not None and billing:
        _address(sheet, billing, draft.bill_to, "customer.address")
        if draft.bill_to.name:
            sheet.drops(f"{billing}.name", Why("why.address_name"))
    if draft.deliver_to is not None and shipping and shipping != billing:
        _address(sheet, shipping, draft.deliver_to, "shipping_details.address")
        name = draft.deliver_to.name.strip() or buyer.name
        sheet.sends(f"{shipping}.name", name, "shipping_details.name", Why("why.recipient"))
    for place, address in enumerate(buyer.addresses):
        if f"buyer.addresses.{place}" not in (billing, shipping):
            for member in (*parties.ADDRESS, "line3", "name"):
                sheet.drops(f"buyer.addresses.{place}.{member}", Why("why.one_address"))
        if address.role != "billing":
            sheet.drops(f"buyer.addresses.{place}.role", Why("why.ours_only"))
    if draft.shipping_address is not None and not shipping:
        for member in (*parties.ADDRESS, "line3", "name"):
            sheet.drops(f"shipping_address.{member}", Why("why.shipping_needs_street"))
    for place, tax_id in enumerate(buyer.tax_ids):
        kind = parties.tax_id_type(tax_id, buyer.country, newest=newest)
        path = f"buyer.tax_ids.{place}"
        if kind and tax_id.value.strip():
            sheet.sends(f"{path}.value", parties.wire_tax_id(tax_id), f"customer.tax_id_data[{kind}]")
            if tax_id.scheme != "vat":
                sheet.sends(f"{path}.scheme", tax_id.scheme, f"customer.tax_id_data[{kind}]", is_told=False)
        else:
            sheet.drops(f"{path}.value", Why("why.tax_id_type"))
            sheet.drops(f"{path}.scheme", Why("why.tax_id_type"))
        sheet.drops(f"{path}.label", Why("why.no_place"))


def _address(sheet: StripeSheet, path: str, address: Address, member: str) -> None:
    told = parties.wire_address(address)
    for ours, theirs in parties.ADDRESS.items():
        if told.get(theirs):
            why = Why("why.third_line") if ours == "line2" and address.line3.strip() else None
            sheet.sends(f"{path}.{ours}", told[theirs], f"{member}.{theirs}", why)
    if address.line3:
        sheet.sends(f"{path}.line3", address.line3, f"{member}.line2", Why("why.third_line"), is_told=False)


def _sums(sheet: StripeSheet, made: Composition) -> None:
    if not made.is_taxed_by_them:
        sheet.figures(made.ours, made.theirs, Why("why.sums_changed"))
        if made.theirs.gross < 0:
            sheet.figure("totals.payable", made.ours.payable, ZERO, Why("why.credited"))
        return
    sheet.figure("totals.net", made.ours.net, made.theirs.net)
    for name in ("tax", "gross", "payable"):
        ours = getattr(made.ours, name)
        sheet.figure(f"totals.{name}", ours, None, Why("why.taxed_by_them"))
