"""What is wrong, doubtful or worth knowing about a draft, each with the field it is about.

The rules are those every destination shares. What a country or a provider asks for on top is added
by its own profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from app.domain import identifiers
from app.domain.currencies import NON_FIAT
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.money import HUNDRED, ZERO, plain
from app.domain.parties import Party
from app.domain.party_checks import check_parties, seller_vat_id
from app.domain.problems import Problem
from app.domain.rows import Discount, Line, Section

CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
LONG_TEXT = 10_000
_EURO_AREA = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG"
_NEEDS_REASON = frozenset({"E", "AE", "K", "G", "O"})
_DEFAULT_REASON = frozenset({"AE", "K", "G"})


def check(draft: Draft, totals: Totals) -> tuple[Problem, ...]:
    """All findings, in the order of the form: parties, dates, lines, document, payment."""
    return tuple(
        problem
        for rule in (check_parties, _dates, _lines, _document, _payment, _texts)
        for problem in rule(draft, totals)
    )


def blocking(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that must be mended before the document is issued."""
    return tuple(problem for problem in problems if problem.severity == "error")


def _dates(draft: Draft, totals: Totals) -> Iterator[Problem]:
    del totals
    if draft.issue_date and not 2000 <= draft.issue_date.year <= 2099:
        yield Problem(
            "issue_date", "issue_date_out_of_range", "error", {"date": draft.issue_date.isoformat()}
        )
    if draft.issue_date and draft.due_date and draft.due_date < draft.issue_date:
        params = {"due": draft.due_date.isoformat(), "issued": draft.issue_date.isoformat()}
        yield Problem("due_date", "due_before_issue", "error", params)
    if draft.due_date is None and draft.payment_terms.days is None and not draft.payment_terms.text.strip():
        yield Problem("due_date", "due_date_missing", "warning")
    if draft.service_start and draft.service_end and draft.service_end < draft.service_start:
        yield Problem("service_end", "period_reversed", "error")


def _lines(draft: Draft, totals: Totals) -> Iterator[Problem]:
    if not totals.lines:
        yield Problem("rows", "no_lines", "error")
    has_buyer_vat_id, has_seller_vat_id = bool(draft.buyer.tax_id("vat")), bool(seller_vat_id(draft))
    empty: Section | None = None
    number = 0
    for row in draft.rows:
        if isinstance(row, Section):
            if empty is not None:
                yield Problem(f"rows.{empty.id}", "section_empty", "note", {"title": empty.title})
            empty = row
            continue
        empty = None
        number += 1
        yield from _line(row, number, draft, totals, has_buyer_vat_id, has_seller_vat_id)
    if empty is not None:
        yield Problem(f"rows.{empty.id}", "section_empty", "note", {"title": empty.title})


def _line(
    line: Line, number: int, draft: Draft, totals: Totals, has_buyer_vat_id: bool, has_seller_vat_id: bool
) -> Iterator[Problem]:
    path, at = f"rows.{line.id}", {"line": str(number)}
    if not line.label.strip() and not line.description.strip():
        yield Problem(f"{path}.label", "line_without_label", "warning", at)
    done = totals.by_line[line.id]
    if line.quantity == 0:
        yield Problem(f"{path}.quantity", "quantity_zero", "warning", at)
    if line.unit_price < 0:
        yield Problem(f"{path}.unit_price", "price_negative", "warning", at)
    if line.price_discount is not None and line.price_discount < 0:
        yield Problem(f"{path}.price_discount", "price_discount_negative", "error", at)
    if line.price_base_quantity == 0:
        yield Problem(f"{path}.price_base_quantity", "base_quantity_zero", "error", at)
    if line.discount is not None:
        yield from _discount(f"{path}.discount", line.discount, done.list_amount, "line", at)
        yield from _decimals(f"{path}.discount", line.discount, totals, at)
    if line.service_start and line.service_end and line.service_end < line.service_start:
        yield Problem(f"{path}.service_end", "line_period_reversed", "error", at)
    if line.vat_category in ("S", "L", "M", "B") and not line.vat_rate and line.vat_category == "S":
        code = "vat_rate_missing" if line.vat_rate is None else "vat_zero_without_reason"
        yield Problem(f"{path}.vat_rate", code, "warning", at)
    if line.vat_category in _NEEDS_REASON and line.vat_rate:
        yield Problem(f"{path}.vat_rate", "vat_rate_on_exempt", "error", {**at, "rate": plain(line.vat_rate)})
    reasoned = line.exemption_reason.strip() or line.exemption_code.strip()
    if line.vat_category in _NEEDS_REASON - _DEFAULT_REASON and not reasoned:
        yield Problem(f"{path}.exemption_reason", "exemption_reason_missing", "warning", at)
    if line.vat_category in ("AE", "K") and not has_buyer_vat_id:
        yield Problem("buyer.tax_ids", "buyer_vat_id_needed", "error", at)
    if line.vat_category in ("AE", "K") and not has_seller_vat_id:
        yield Problem("seller.tax_ids", "seller_vat_id_needed", "error", at)
    if line.vat_category == "K" and not (draft.delivery_date or draft.service_end or line.service_end):
        yield Problem("delivery_date", "delivery_date_needed", "warning", at)


def _discount(
    path: str, discount: Discount, base: Decimal, owner: str, params: dict[str, str]
) -> Iterator[Problem]:
    stated = {**params, "discount": plain(discount.value), "base": plain(base.normalize() if base else ZERO)}
    if discount.kind == "percent":
        if discount.value > HUNDRED:
            yield Problem(
                path, f"discount_above_{owner}", "error", {**stated, "discount": f"{stated['discount']} %"}
            )
        elif discount.value < 0:
            yield Problem(path, "discount_negative", "warning", stated)
    elif base and (discount.value > base > 0 or discount.value < base < 0):
        yield Problem(path, f"discount_above_{owner}", "error", stated)
    elif discount.value * base < 0:
        yield Problem(path, "discount_negative", "warning", stated)


def _decimals(path: str, discount: Discount, totals: Totals, params: dict[str, str]) -> Iterator[Problem]:
    if discount.kind == "amount" and _too_fine(discount.value, totals.decimals):
        stated = {**params, "amount": plain(discount.value), "decimals": str(totals.decimals)}
        yield Problem(path, "too_many_decimals", "warning", {**stated, "currency": totals.currency})


def _too_fine(amount: Decimal, decimals: int) -> bool:
    return amount != round(amount, decimals)


def _document(draft: Draft, totals: Totals) -> Iterator[Problem]:
    if draft.discount is not None:
        yield from _discount("discount", draft.discount, totals.lines_net, "document", {})
        yield from _decimals("discount", draft.discount, totals, {})
    for adjustment, _ in totals.adjustments:
        path = f"adjustments.{adjustment.id}"
        if (
            not adjustment.reason.strip()
            and not adjustment.reason_code.strip()
            and adjustment.kind == "other"
        ):
            yield Problem(f"{path}.reason", "adjustment_reason_missing", "warning")
        if adjustment.amount is not None and _too_fine(adjustment.amount, totals.decimals):
            params = {"amount": plain(adjustment.amount), "decimals": str(totals.decimals)}
            yield Problem(
                f"{path}.amount", "too_many_decimals", "warning", {**params, "currency": totals.currency}
            )
    for name in ("prepaid", "rounding_amount"):
        amount = getattr(draft, name)
        if amount is not None and _too_fine(amount, totals.decimals):
            params = {"amount": plain(amount), "decimals": str(totals.decimals), "currency": totals.currency}
            yield Problem(name, "too_many_decimals", "warning", params)
    if totals.prepaid > totals.gross > 0:
        yield Problem("prepaid", "prepaid_above_total", "warning")
    if draft.kind == "invoice" and totals.payable < 0:
        yield Problem("kind", "invoice_negative", "warning")
    if draft.kind == "credit_note":
        if not draft.preceding_invoices:
            yield Problem("preceding_invoices", "credited_invoice_missing", "error")
        elif any(not p.number.strip() or p.issue_date is None for p in draft.preceding_invoices):
            yield Problem("preceding_invoices", "credited_invoice_incomplete", "warning")
    yield from _exchange(draft)


def _exchange(draft: Draft) -> Iterator[Problem]:
    exchange = draft.exchange
    if exchange is not None:
        if exchange.rate == 0:
            yield Problem("exchange.rate", "exchange_rate_zero", "error")
        elif exchange.home_currency != draft.currency and (
            exchange.rate_date is None or not exchange.source.strip()
        ):
            yield Problem("exchange", "exchange_source_missing", "note")
    elif draft.seller.country in _EURO_AREA.split() and draft.currency != "EUR":
        yield Problem("exchange", "exchange_rate_missing", "warning", {"currency": draft.currency})
    if draft.currency in NON_FIAT:
        yield Problem("currency", "currency_not_money", "note", {"currency": draft.currency})


def _payment(draft: Draft, totals: Totals) -> Iterator[Problem]:
    account = draft.paying_account
    terms = draft.payment_terms
    if totals.payable > 0 and terms.means == "transfer" and draft.kind == "invoice":
        if account is None or not (account.iban.strip() or account.other.strip()):
            yield Problem("bank_account", "bank_account_missing", "note")
        elif account.iban.strip() and not identifiers.is_iban(account.iban):
            yield Problem("bank_account", "iban_wrong", "error", {"value": account.iban})
    if draft.seller.country == "FR" and draft.kind == "invoice":
        said = " ".join((terms.text, draft.special_mention, draft.memo, draft.footer)).casefold()
        if not ("pénalit" in said or "penalt" in said) or "40" not in said:
            yield Problem("payment_terms.text", "late_payment_terms_missing", "warning")
        if "escompte" not in said and "discount" not in said:
            yield Problem("payment_terms.text", "early_payment_terms_missing", "note")


def _texts(draft: Draft, totals: Totals) -> Iterator[Problem]:
    del totals
    for name in ("number", "subject", "free_text", "description", "special_mention", "memo", "footer"):
        yield from _text(name, getattr(draft, name))
    yield from _text("payment_terms.text", draft.payment_terms.text)
    for role in ("seller", "buyer", "payee", "tax_representative"):
        party: Party | None = getattr(draft, role)
        if party is not None:
            yield from _text(f"{role}.name", party.name)
    for row in draft.rows:
        if isinstance(row, Line):
            yield from _text(f"rows.{row.id}.label", row.label)
            yield from _text(f"rows.{row.id}.description", row.description)
        else:
            yield from _text(f"rows.{row.id}.title", row.title)
            yield from _text(f"rows.{row.id}.text", row.text)


def _text(path: str, text: str) -> Iterator[Problem]:
    if not text:
        return
    found = CONTROL_CHARACTERS.search(text)
    if found:
        yield Problem(path, "control_character", "warning", {"code": f"U+{ord(found.group()):04X}"})
    if len(text) > LONG_TEXT:
        yield Problem(path, "text_very_long", "note", {"length": str(len(text))})
