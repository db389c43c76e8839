"""What ChargeOver will make of a document: every field, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.client.plan import Change, PlannedField, Sheet, Why
from app.client.provider import Foresight, Submission
from app.domain.draft import Draft
from app.domain.money import ZERO
from app.domain.stated import canonical
from app.providers.chargeover_v3 import wire
from app.providers.chargeover_v3.choices import PROVIDER_ID, Choices, choices_for
from app.providers.chargeover_v3.coverage import CHANGES, IGNORES, left_for
from app.providers.chargeover_v3.problems import problems
from app.providers.chargeover_v3.shape import Held, Shape, ShapedLine, Slot, shape_of

ESTIMATE: Final = Why("why.tax_estimate")


def foresee(submission: Submission) -> Foresight:
    """The prediction that the answer is compared with."""
    choices = choices_for(submission)
    draft = submission.draft
    shaped = shape_of(submission)
    sheet = Sheet(draft, IGNORES, CHANGES)
    paths = frozenset(sheet.leaves)
    reasons: dict[str, Why] = {}
    for leaf in sheet.leaves.values():
        if (reason := left_for(leaf.spec)) is not None:
            sheet.drops(leaf.path, reasons.setdefault(reason, Why(reason)))
    _head(sheet, draft, shaped, choices)
    _buyer(sheet, draft, choices)
    for held in (*shaped.bill, *shaped.ship):
        _held(sheet, held)
    _texts(sheet, shaped, paths)
    _customs(sheet, shaped.customs, "")
    for place, line in enumerate(shaped.lines):
        _line(sheet, line, place, paths)
    _reductions(sheet, draft, shaped, paths)
    _own_options(sheet, draft)
    sheet.figures(submission.totals, shaped.held, ESTIMATE)
    _nets(sheet, submission, shaped)
    fields = tuple(_estimated(sheet.close()))
    return Foresight(fields, tuple(problems(submission, shaped, choices)))


def _head(sheet: Sheet, draft: Draft, shaped: Shape, choices: Choices) -> None:
    if draft.kind == "invoice":
        sheet.sends("kind", "invoice", "/invoice", is_told=False)
    if shaped.number:
        sheet.sends("number", shaped.number, "refnumber")
    elif not draft.number:
        sheet.adds("number", None, "refnumber", Why("why.their_number"), is_told=False)
    else:
        theirs = Why("why.their_number", change=Change("number_from", "ours"))
        sheet.changes("number", None, "refnumber", theirs, is_told=False)
    sheet.sends("currency", draft.currency, "currency_id", Why("why.currency_id"))
    sheet.sends("issue_date", shaped.issued, "date", None if draft.issue_date else Why("why.date_today"))
    key_why = None if shaped.is_own_reference else Why("why.external_key")
    sheet.sends("external_reference", shaped.external_key, "external_key", key_why)
    if choices.whole("terms_id") is not None:
        _due(sheet, draft, None, Why("why.terms_chosen"))
    elif shaped.days is not None and choices.text("terms_by", "days") == "days":
        why = Why("why.terms_by_days", {"days": str(shaped.days)})
        _due(sheet, draft, shaped.due_date, why)
        if draft.payment_terms.days is not None:
            sheet.changes("payment_terms.days", shaped.days, "terms_id", why, is_told=False)
    else:
        _due(sheet, draft, None, Why("why.terms_off"))


def _due(sheet: Sheet, draft: Draft, theirs: object, why: Why) -> None:
    if theirs is not None:
        sheet.sends("due_date", theirs, "terms_id", why)
    elif draft.due_date:
        sheet.changes("due_date", None, "terms_id", why, is_told=False)
    else:
        sheet.adds("due_date", None, "terms_id", why, is_told=False)


def _buyer(sheet: Sheet, draft: Draft, choices: Choices) -> None:
    if wire.chosen_customer(choices, draft):
        return
    buyer = draft.buyer
    if not buyer.name and buyer.contact_name:
        sheet.adds(
            "buyer.name", buyer.contact_name, "customer.company", Why("why.customer_searched"), is_told=False
        )
    for name, member in (
        ("name", "company"),
        ("contact_name", "superuser_name"),
        ("email", "superuser_email"),
        ("phone", "superuser_phone"),
    ):
        value = getattr(buyer, name)
        if value:
            why = Why("why.customer_searched")
            sheet.sends(f"buyer.{name}", value, f"customer.{member}", why, is_told=False)


def _held(sheet: Sheet, held: Held) -> None:
    name = held.path.rpartition(".")[2]
    why = Why("why.country_name") if name == "country" else Why("why.address_row")
    sheet.sends(held.path, held.text, held.member, why)
    if held.member.endswith("addr3") and name == "line2":
        path = f"{held.path.rpartition('.')[0]}.line3"
        sheet.changes(path, held.text, held.member, Why("why.address_joined"), is_told=False)


def _texts(sheet: Sheet, shaped: Shape, paths: frozenset[str]) -> None:
    told = shaped.memo
    for path in paths.intersection(told.paths):
        sheet.changes(path, told.text, "memo", Why("why.in_memo"), is_told=False)
    if told.text:
        sheet.sends("memo", told.text, "memo", Why("why.memo_gathers"))


def _customs(sheet: Sheet, slots: Iterable[Slot], wire_prefix: str) -> None:
    for slot in slots:
        member = f"{wire_prefix}custom_{slot.place}"
        if slot.name:
            params = {"member": f"custom_{slot.place}"}
            sheet.drops(f"{slot.path}.name", Why("why.custom_name", params))
        if slot.value and slot.place:
            sheet.sends(f"{slot.path}.value", slot.value, member)
        elif slot.value:
            sheet.drops(f"{slot.path}.value", Why("why.custom_full"))


def _line(sheet: Sheet, line: ShapedLine, place: int, paths: frozenset[str]) -> None:
    laid, text = line.laid, line.text
    row = f"line_items[{place}]"
    for path in paths.intersection(text.paths) if text.paths else ():
        sheet.changes(path, text.text, f"{row}.descrip", Why("why.in_line_text"), is_told=False)
    if laid.line is None:
        if laid.path != "discount" and text.paths:
            sheet.sends(f"{laid.path}.reason", text.head, f"{row}.descrip", Why("why.one_row"))
        return
    path = laid.path
    sheet.sends(f"{path}.label", text.head, f"{row}.descrip", Why("why.one_row"))
    if text.rest:
        sheet.sends(f"{path}.description", text.rest, f"{row}.descrip", Why("why.line_text"))
    why = Why(laid.reasons[-1] if laid.reasons else "why.changed")
    sheet.sends(f"{path}.quantity", laid.quantity, f"{row}.line_quantity", why)
    sheet.sends(f"{path}.unit_price", laid.rate, f"{row}.line_rate", why)
    if laid.line.price_entry == "net":
        sheet.sends(f"{path}.price_entry", "net", f"{row}.line_rate", is_told=False)
    else:
        sheet.changes(
            f"{path}.price_entry", "net", f"{row}.line_rate", Why("why.net_of_gross"), is_told=False
        )
    _folded(sheet, line, row, paths)
    _customs(sheet, line.customs, f"{row}.")
    for index, tag in enumerate(line.tags):
        sheet.sends(f"{path}.tags.{index}", tag, f"{row}.tags[{index}]")


def _folded(sheet: Sheet, line: ShapedLine, row: str, paths: frozenset[str]) -> None:
    """Fields of a line that live on in its rate."""
    laid = line.laid
    assert laid.line is not None
    reasons: dict[str, str] = {}
    if laid.line.price_base_quantity != 1:
        reasons[f"{laid.path}.price_base_quantity"] = "why.base_quantity"
    if laid.line.discount is not None:
        reasons |= {f"{laid.path}.discount.{name}": "why.discount_in_rate" for name in ("kind", "value")}
    for index in range(len(laid.line.adjustments)):
        for name in ("is_charge", "amount", "base", "percent"):
            reasons[f"{laid.path}.adjustments.{index}.{name}"] = "why.adjustment_in_rate"
    for path in paths.intersection(reasons) if reasons else ():
        sheet.changes(path, laid.rate, f"{row}.line_rate", Why(reasons[path]), is_told=False)


def _reductions(sheet: Sheet, draft: Draft, shaped: Shape, paths: frozenset[str]) -> None:
    """The document's discount, allowances and charges: lines of their own, or spread over the rates."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(shaped.lines):
        if line.laid.line is None:
            places.setdefault(line.laid.path, []).append(place)
    owners = [("discount", "value", -1)] if draft.discount is not None else []
    owners += [(f"adjustments.{a.id}", "amount", 1 if a.is_charge else -1) for a in draft.adjustments]
    for owner, figure, sign in owners:
        if owner in shaped.unplaced:
            continue
        found = places.get(owner, [])
        why = Why("why.own_line" if found else "why.document_discount_in_rate")
        at = f"line_items[{found[0] if found else ''}].line_rate"
        for name in ("kind", "value", "amount", "base", "percent", "is_charge"):
            if f"{owner}.{name}" in paths:
                sheet.changes(f"{owner}.{name}", None, at, why, is_told=False)
        if found:
            amount = sign * sum((shaped.lines[place].laid.net for place in found), ZERO)
            sheet.changes(f"{owner}.{figure}", amount, at, why)


def _own_options(sheet: Sheet, draft: Draft) -> None:
    owners = [("", draft.provider_options)]
    owners += [(f"rows.{line.id}.", line.provider_options) for line in draft.lines]
    for prefix, options in owners:
        if PROVIDER_ID in options:
            path = f"{prefix}provider_options.{PROVIDER_ID}"
            sheet.sends(path, canonical(options[PROVIDER_ID]), "*", is_told=False)


def _estimated(fields: Iterable[PlannedField]) -> Iterable[PlannedField]:
    """Sums that depend on tax are called an estimate; those of one VAT rate no answer tells."""
    for item in fields:
        if item.path.startswith("vat."):
            yield item._replace(why=ESTIMATE, is_told=False)
        elif item.path in ("totals.tax", "totals.gross", "totals.payable") and item.verdict == "kept":
            yield item._replace(why=ESTIMATE)
        else:
            yield item


def _nets(sheet: Sheet, submission: Submission, shaped: Shape) -> None:
    for place, line in enumerate(shaped.lines):
        laid = line.laid
        if laid.line is not None:
            is_spread = "why.document_discount_in_rate" in laid.reasons
            why = Why("why.document_discount_in_rate" if is_spread else "why.rounding")
            ours = submission.totals.by_line[laid.line.id].net
            sheet.figure(f"{laid.path}.net", ours, laid.net, why, f"line_items[{place}].line_total")
