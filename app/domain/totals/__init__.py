"""Every figure of a document, computed once, in one place, with every intermediate kept.

The screen, the page, the e-invoice, the payload and the command line read this result; none of them
calculates. Names in capitals are the business terms of EN 16931-1. Amounts are rounded half away
from zero to the decimals of the currency, and only where the word `round` stands.

- Line net (BT-131) = round(quantity x price / base quantity - allowances + charges).
- VAT basis of a group (BT-116) = its line nets - its allowances + its charges; a group is a category
  and a rate, a missing rate counts as 0.
- `per_group`: VAT = round(basis x rate), once for each group (BR-CO-17).
  `per_line`: VAT = the sum of round(line net x rate); what the e-invoice has to carry to agree is
  `conformance_difference`.
- A line entered gross keeps its stated gross. Its net is round(gross / (1 + rate)); the cent by which
  net and VAT of the group miss the stated gross is part of the rounding amount (BT-114).
- Amounts stated for the whole document (discount, charges, prepaid, rounding) count with the decimals
  of the currency; a line's own amounts are rounded with the line.
- The document discount is apportioned over the groups by their line nets (largest remainder).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext

from app.domain.currencies import minor_units
from app.domain.draft import Draft, Rounding
from app.domain.figures import (
    AdditionalTaxTotals,
    AdjustmentTotals,
    GroupSums,
    HomeEquivalent,
    LineTotals,
    SectionTotals,
    Totals,
    VatGroup,
    VatKey,
)
from app.domain.money import EXACT, HUNDRED, ZERO, apportion, round_half_away, round_to_step
from app.domain.rows import DocumentAdjustment
from app.domain.totals.rows import adjustment_totals, line_totals, sum_rows

__all__ = [
    "AdditionalTaxTotals",
    "AdjustmentTotals",
    "HomeEquivalent",
    "LineTotals",
    "SectionTotals",
    "Totals",
    "VatGroup",
    "VatKey",
    "compute",
    "decimals_of",
    "line_totals",
    "lines_net_of",
]

_CATEGORY_ORDER = {
    category: rank for rank, category in enumerate(("S", "B", "L", "M", "Z", "AE", "K", "G", "E", "O"))
}


_NO_LINES = GroupSums(ZERO, ZERO, ZERO, None, "", "")
_NOTHING_STATED = (ZERO, ZERO)


def decimals_of(draft: Draft) -> int:
    """Decimals the document's amounts carry."""
    return minor_units(draft.currency) if draft.amount_decimals is None else draft.amount_decimals


def compute(draft: Draft, before: Totals | None = None) -> Totals:
    """Every figure of the draft.

    `before` is the result for an earlier state of the same draft: figures of lines that are still
    the same objects are taken from it, which is what makes one edit among thousands of lines cheap.
    """
    with localcontext(EXACT):
        return _compute(draft, before)


def _compute(draft: Draft, before: Totals | None) -> Totals:
    decimals = decimals_of(draft)
    sums = sum_rows(draft.rows, decimals, before.row_sums if before is not None else None)
    groups, lines_net = sums.groups, sums.lines_net
    adjustments = _document_adjustments(draft, lines_net, decimals)
    stated = _adjusted_groups(adjustments)
    keys = sorted(groups.keys() | stated.keys(), key=lambda key: (_CATEGORY_ORDER[key[0]], -key[1]))
    discount = _document_discount(draft, lines_net, decimals) if keys else ZERO
    of_group = [groups.get(key, _NO_LINES) for key in keys]
    shares = apportion(discount, [group.lines_net for group in of_group], decimals)
    percent = (
        draft.discount.value if draft.discount is not None and draft.discount.kind == "percent" else None
    )
    vat = tuple(
        _vat_group(key, group, share, stated.get(key, _NOTHING_STATED), percent, draft.rounding, decimals)
        for key, group, share in zip(keys, of_group, shares, strict=True)
    )

    allowances = discount + sum((a.amount for _, a in adjustments if not a.is_charge), ZERO)
    charges = sum((a.amount for _, a in adjustments if a.is_charge), ZERO)
    net = lines_net - allowances + charges
    tax = sum((group.tax for group in vat), ZERO)
    additional, added, withheld = _additional_taxes(draft, net, tax, decimals)
    tax += added
    gross = net + tax
    gross_difference = sum((group.gross_difference for group in vat), ZERO)
    prepaid = round_half_away(draft.prepaid, decimals)
    due = gross - withheld - prepaid
    cash_difference = ZERO
    if draft.rounding_amount is not None:
        rounding = round_half_away(draft.rounding_amount, decimals)
    else:
        if draft.cash_step is not None:
            aimed = due + gross_difference
            cash_difference = round_to_step(aimed, draft.cash_step) - aimed
        rounding = gross_difference + cash_difference
    payable = due + rounding
    return Totals(
        currency=draft.currency,
        decimals=decimals,
        policy=draft.rounding,
        lines=sums.lines,
        sections=sums.sections,
        lines_net=lines_net,
        discount=discount,
        adjustments=adjustments,
        allowances=allowances,
        charges=charges,
        net=net,
        vat=vat,
        additional_taxes=additional,
        tax=tax,
        gross=gross,
        withheld=withheld,
        prepaid=prepaid,
        gross_difference=gross_difference,
        cash_difference=cash_difference,
        rounding=rounding,
        payable=payable,
        conformance_difference=sum((g.tax - g.tax_by_group for g in vat), ZERO),
        home=_home(draft, net, tax, gross, payable),
        row_sums=sums,
    )


def _document_adjustments(
    draft: Draft, lines_net: Decimal, decimals: int
) -> tuple[tuple[DocumentAdjustment, AdjustmentTotals], ...]:
    found = []
    for stated in draft.adjustments:
        done = adjustment_totals(
            stated.is_charge, stated.amount, stated.base, stated.percent, lines_net, decimals
        )
        found.append((stated, done._replace(amount=round_half_away(done.amount, decimals))))
    return tuple(found)


def _adjusted_groups(
    adjustments: tuple[tuple[DocumentAdjustment, AdjustmentTotals], ...],
) -> dict[VatKey, tuple[Decimal, Decimal]]:
    """Allowances and charges of the document by VAT group."""
    found: dict[VatKey, tuple[Decimal, Decimal]] = {}
    for stated, done in adjustments:
        key = (stated.vat_category, ZERO if stated.vat_rate is None else stated.vat_rate)
        allowances, charges = found.get(key, _NOTHING_STATED)
        found[key] = (
            (allowances, charges + done.amount) if done.is_charge else (allowances + done.amount, charges)
        )
    return found


def _document_discount(draft: Draft, lines_net: Decimal, decimals: int) -> Decimal:
    if draft.discount is None:
        return ZERO
    if draft.discount.kind == "percent":
        return round_half_away(lines_net * draft.discount.value / HUNDRED, decimals)
    return round_half_away(draft.discount.value, decimals)


def _vat_group(
    key: VatKey,
    group: GroupSums,
    discount: Decimal,
    stated_amounts: tuple[Decimal, Decimal],
    percent: Decimal | None,
    policy: Rounding,
    decimals: int,
) -> VatGroup:
    category, rate = key
    allowances, charges = stated_amounts
    basis = group.lines_net - discount - allowances + charges
    by_group = round_half_away(basis * rate / HUNDRED, decimals)
    gross_difference = ZERO
    stated: Decimal | None = None
    if policy == "per_line":
        tax = group.line_taxes + round_half_away((basis - group.lines_net) * rate / HUNDRED, decimals)
    else:
        tax = by_group
        if group.stated_gross is not None:
            stated = group.stated_gross
            entered_net = group.gross_lines_net
            if percent is not None:
                stated -= round_half_away(stated * percent / HUNDRED, decimals)
                entered_net -= (
                    discount
                    if entered_net == group.lines_net
                    else round_half_away(entered_net * percent / HUNDRED, decimals)
                )
            other = basis - entered_net
            stated += other + round_half_away(other * rate / HUNDRED, decimals)
            gross_difference = stated - basis - tax
    return VatGroup(
        category=category,
        rate=rate,
        lines_net=group.lines_net,
        discount=discount,
        allowances=allowances,
        charges=charges,
        basis=basis,
        tax=tax,
        line_taxes=group.line_taxes,
        tax_by_group=by_group,
        stated_gross=stated,
        gross_difference=gross_difference,
        exemption_reason=group.exemption_reason,
        exemption_code=group.exemption_code,
    )


def _additional_taxes(
    draft: Draft, net: Decimal, tax: Decimal, decimals: int
) -> tuple[tuple[AdditionalTaxTotals, ...], Decimal, Decimal]:
    found = []
    added = withheld = ZERO
    for extra in draft.additional_taxes:
        basis = net + tax + added if extra.on_tax else net
        amount = round_half_away(basis * extra.rate / HUNDRED, decimals)
        found.append(AdditionalTaxTotals(extra.label, extra.rate, basis, amount))
        if extra.rate < 0:
            withheld -= amount
        else:
            added += amount
    return tuple(found), added, withheld


def _home(
    draft: Draft, net: Decimal, tax: Decimal, gross: Decimal, payable: Decimal
) -> HomeEquivalent | None:
    exchange = draft.exchange
    if exchange is None or exchange.home_currency == draft.currency:
        return None
    decimals = minor_units(exchange.home_currency)
    rate = exchange.rate
    figures = (round_half_away(amount * rate, decimals) for amount in (net, tax, gross, payable))
    return HomeEquivalent(exchange.home_currency, rate, *figures)


def lines_net_of(totals: Totals, ids: Iterable[str]) -> Decimal:
    """The sum of the nets of these lines, for running sums on a page."""
    with localcontext(EXACT):
        return sum((totals.by_line[i].net for i in ids), ZERO)
