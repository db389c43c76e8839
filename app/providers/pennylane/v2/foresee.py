"""What becomes of each field of the document, said before anything is sent."""

from __future__ import annotations

from app.client.plan import Sheet, Why
from app.client.provider import Foresight, Submission
from app.domain.money import ZERO
from app.domain.rows import Discount
from app.domain.stated import Stated
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.v2 import texts, wire
from app.providers.pennylane.v2.checks import problems
from app.providers.pennylane.v2.customers import searches
from app.providers.pennylane.v2.fields import CHANGES, IGNORES
from app.providers.pennylane.v2.held import OURS_BY_LANGUAGE, HeldDocument, HeldLine, Reduction, hold
from app.providers.pennylane.v2.options import chosen
from app.providers.pennylane.v2.paths import address_path, buyer_paths


def foresee(submission: Submission) -> Foresight:
    """The plan of a submission, without a call."""
    held = hold(submission)
    sheet = Sheet(submission.draft, IGNORES, CHANGES)
    leaves = tuple(sheet.leaves.values())
    _head(sheet, submission, held)
    _texts(sheet, submission, held, leaves)
    _buyer(sheet, submission, held)
    for rank, section in enumerate(held.sections, 1):
        told = held.dialect == DIRECT
        place = f"invoice_line_sections[{rank - 1}]"
        if section.title:
            sheet.sends(f"rows.{section.id}.title", section.title, f"{place}.title", is_told=told)
        if section.text:
            sheet.sends(f"rows.{section.id}.text", section.text, f"{place}.description", is_told=told)
    for number, line in enumerate(held.lines):
        if line.row is not None:
            _line(sheet, submission, held, line, f"invoice_lines[{number}]")
    _carried(sheet, held, leaves)
    sheet.figures(submission.totals, held.totals, Why("why.sums_theirs"), lines=held.discount is None)
    return Foresight(sheet.close(), tuple(problems(submission, held)), is_final=not held.is_draft)


def _head(sheet: Sheet, submission: Submission, held: HeldDocument) -> None:
    draft = submission.draft
    kind = "credit_note" if held.totals.gross < 0 else "invoice"
    sheet.sends("kind", kind, "invoice_lines[].quantity", Why("why.sign_is_kind"))
    sheet.sends("currency", draft.currency, "currency")
    sheet.sends("language", OURS_BY_LANGUAGE[held.language], "language", Why("why.language_theirs"))
    sheet.sends("issue_date", held.day, "date", None if draft.issue_date else Why("why.today"))
    sheet.sends("due_date", held.deadline, "deadline", None if draft.due_date else Why("why.from_terms"))
    reference = None if held.is_reference_ours else Why("why.reference_made")
    sheet.sends("external_reference", held.reference, "external_reference", reference)
    sheet.sends("rounding", held.draft.rounding, "", Why("why.rounding_theirs"), is_told=False)
    number = Why("why.number_theirs")
    if draft.number:
        sheet.changes("number", None, "invoice_number", number, is_told=not held.is_draft)
    else:
        sheet.adds("number", None, "invoice_number", number, is_told=not held.is_draft)
    if held.discount:
        _reduction(sheet, "discount", held.discount, "discount", None)


def _reduction(sheet: Sheet, path: str, reduction: Reduction, member: str, why: Why | None) -> None:
    if reduction[0] == "absolute":
        sheet.sends(f"{path}.kind", "amount", f"{member}.type", why)
    sheet.sends(f"{path}.value", reduction[1], f"{member}.value", why)


def _texts(sheet: Sheet, submission: Submission, held: HeldDocument, leaves: tuple[Stated, ...]) -> None:
    draft = submission.draft
    said = {
        "subject": (draft.subject, "pdf_invoice_subject"),
        "free_text": (held.free_text, "pdf_invoice_free_text"),
        "description": (draft.description, "pdf_description"),
        "special_mention": (held.mention, "special_mention"),
    }
    for path, (text, member) in said.items():
        if text:
            sheet.sends(
                path, text, member, None if text == getattr(draft, path) else Why("why.text_extended")
            )
    places = dict.fromkeys(texts.IN_FREE_TEXT, "pdf_invoice_free_text")
    places |= dict.fromkeys(texts.IN_MENTION, "special_mention")
    places |= dict.fromkeys(("rows[].custom_fields[].name", "rows[].custom_fields[].value"), "description")
    goes = chosen(submission, "extras") == "in_texts"
    for leaf in leaves:
        if leaf.spec not in places:
            continue
        if goes:
            sheet.sends(
                leaf.path, leaf.text, places[leaf.spec], Why(f"why.in_{places[leaf.spec]}"), is_told=False
            )
        else:
            sheet.drops(leaf.path, Why("why.left_out"))


def _buyer(sheet: Sheet, submission: Submission, held: HeldDocument) -> None:
    draft = submission.draft
    known = chosen(submission, "customer_id") or submission.known.get(f"customer:{draft.buyer.contact_id}")
    told = searches(submission, held) or not known
    record = Why("why.customer_record")
    for path, (value, member) in buyer_paths(submission).items():
        wire_name = "customer." + ".".join(str(step) for step in member)
        sheet.sends(path, value, wire_name, record, is_told=told)
    for own, address in (("billing_address", draft.bill_to), ("shipping_address", draft.deliver_to)):
        if address is None or (own == "shipping_address" and not wire.is_whole(address)):
            continue
        at = address_path(submission, address, own)
        for name in ("line2", "line3"):
            if getattr(address, name) and f"{at}.line1" in buyer_paths(submission):
                sheet.sends(
                    f"{at}.{name}", getattr(address, name), "address", Why("why.in_street"), is_told=False
                )


def _line(sheet: Sheet, submission: Submission, held: HeldDocument, line: HeldLine, member: str) -> None:
    row, at = line.row, line.place
    assert row is not None
    lump = Why("why.lump") if line.is_lump else None
    sheet.sends(f"{at}.label", line.label, f"{member}.label")
    if line.description:
        extended = None if line.description == row.description else lump or Why("why.text_extended")
        sheet.sends(f"{at}.description", line.description, f"{member}.description", extended)
    sheet.sends(f"{at}.quantity", line.quantity, f"{member}.quantity", lump)
    if line.unit:
        sheet.sends(f"{at}.unit", line.unit, f"{member}.unit", Why("why.unit_word"))
    price = lump or (Why("why.net_price") if row.price_entry == "gross" else Why("why.price_decimals"))
    same = line.price == row.unit_price
    sheet.sends(f"{at}.unit_price", line.price, f"{member}.raw_currency_unit_price", None if same else price)
    sheet.sends(f"{at}.price_entry", "net", "", Why("why.net_price"), is_told=False)
    if row.price_base_quantity != 1:
        sheet.sends(f"{at}.price_base_quantity", "1", "", Why("why.per_one"), is_told=False)
    _line_reduction(sheet, line, f"{member}.discount", lump)
    by_code = Why("why.vat_by_code", {"code": line.code})
    sheet.sends(f"{at}.vat_category", line.category, f"{member}.vat_rate", by_code)
    zero = Why("why.no_rate_is_zero") if row.vat_rate is None else by_code
    sheet.sends(f"{at}.vat_rate", line.rate or ZERO, f"{member}.vat_rate", zero)
    if line.code:
        sheet.sends(f"{at}.vat_code", line.code, f"{member}.vat_rate", by_code)
    if (
        row.product
        and row.product.catalogue_id
        and (line.product_id or chosen(submission, "products") == "create")
    ):
        linked = Why("why.linked_product")
        sheet.sends(
            f"{at}.product.catalogue_id",
            row.product.catalogue_id,
            f"{member}.product_id",
            linked,
            is_told=False,
        )
    for name, end in (("service_start", "start_date"), ("service_end", "end_date")):
        stated_day = getattr(row, name)
        if stated_day and row.service_start and row.service_end and wire.takes_periods(held):
            sheet.sends(f"{at}.{name}", stated_day, f"{member}.imputation_dates.{end}")
        elif stated_day:
            whole = row.service_start and row.service_end
            sheet.drops(f"{at}.{name}", Why("why.final_only" if whole else "why.both_dates"))


def _line_reduction(sheet: Sheet, line: HeldLine, member: str, lump: Why | None) -> None:
    row, at = line.row, line.place
    assert row is not None
    if line.discount:
        folded = Why("why.folded") if row.adjustments else Why("why.net_price")
        _reduction(sheet, f"{at}.discount", line.discount, member, folded)
    elif row.discount:
        why = lump or Why("why.folded" if row.adjustments else "why.no_effect")
        _stays(sheet, at, row.discount, why)


def _stays(sheet: Sheet, path: str, discount: Discount, why: Why) -> None:
    """A discount that stands in other figures, or takes nothing off."""
    if discount.kind == "amount":
        sheet.sends(f"{path}.discount.kind", "amount", "", why, is_told=False)
    if discount.value:
        sheet.sends(f"{path}.discount.value", discount.value, "", why, is_told=False)


def _carried(sheet: Sheet, held: HeldDocument, leaves: tuple[Stated, ...]) -> None:
    """Leaves that stand elsewhere: allowances and charges, the terms in the deadline."""
    for leaf in leaves:
        if leaf.spec.startswith("rows[].adjustments[]"):
            sheet.sends(leaf.path, leaf.text, "invoice_lines[].discount", Why("why.folded"), is_told=False)
        elif leaf.spec.startswith("adjustments[].") and leaf.spec not in IGNORES:
            sheet.sends(leaf.path, leaf.text, "invoice_lines[]", Why("why.as_line"), is_told=False)
        elif leaf.spec in ("discount.kind", "discount.value") and held.discount is None:
            splits = any(line.place == "discount" for line in held.lines)
            why = Why("why.as_lines" if splits else "why.no_effect")
            sheet.sends(leaf.path, leaf.text, "invoice_lines[]", why, is_told=False)
        elif leaf.spec in ("payment_terms.days", "payment_terms.end_of_month"):
            sheet.sends(leaf.path, leaf.text, "deadline", Why("why.in_deadline"), is_told=False)
