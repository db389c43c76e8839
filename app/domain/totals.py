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

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal, localcontext

from app.domain.currencies import minor_units
from app.domain.draft import Draft, Rounding
from app.domain.figures import (
    AdditionalTaxTotals,
    AdjustmentTotals,
    HomeEquivalent,
    LineTotals,
    SectionTotals,
    Totals,
    VatGroup,
    VatKey,
)
from app.domain.money import EXACT, HUNDRED, ZERO, apportion, round_half_away, round_to_step
from app.domain.rows import DocumentAdjustment, Line, Section

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


_KEYS: dict[VatKey, VatKey] = {}
"""One object a group, so that finding the group of a line compares identities first."""


class _Group:
    """Sums of one VAT group while the rows are read."""

    __slots__ = (
        "allowances",
        "charges",
        "exemption_code",
        "exemption_reason",
        "gross_lines_net",
        "line_taxes",
        "lines_net",
        "stated_gross",
    )

    def __init__(self, members: Sequence[LineTotals] = ()) -> None:
        self.lines_net = sum([done.net for done in members], ZERO)
        self.line_taxes = sum([done.tax for done in members], ZERO)
        entered_gross = [done for done in members if done.line.price_entry == "gross"]
        self.gross_lines_net = sum([done.net for done in entered_gross], ZERO)
        self.stated_gross = sum([done.gross for done in entered_gross], ZERO) if entered_gross else None
        self.allowances = ZERO
        self.charges = ZERO
        self.exemption_reason = next(
            (d.line.exemption_reason for d in members if d.line.exemption_reason), ""
        )
        self.exemption_code = next((d.line.exemption_code for d in members if d.line.exemption_code), "")


def decimals_of(draft: Draft) -> int:
    """Decimals the document's amounts carry."""
    return minor_units(draft.currency) if draft.amount_decimals is None else draft.amount_decimals


def line_totals(line: Line, decimals: int) -> LineTotals:
    """The figures of one line, which depend on nothing but the line."""
    with localcontext(EXACT):
        base_quantity = line.price_base_quantity or Decimal(1)
        list_amount = line.quantity * line.unit_price / base_quantity
        discount = ZERO
        if line.discount is not None:
            discount = (
                round_half_away(list_amount * line.discount.value / HUNDRED, decimals)
                if line.discount.kind == "percent"
                else line.discount.value
            )
        adjustments = tuple(
            _adjustment(a.is_charge, a.amount, a.base, a.percent, list_amount, decimals)
            for a in line.adjustments
        )
        unrounded = (
            list_amount - discount + sum((a.amount if a.is_charge else -a.amount for a in adjustments), ZERO)
        )
        entered = round_half_away(unrounded, decimals)
        rate = ZERO if line.vat_rate is None else line.vat_rate
        if line.price_entry == "gross":
            net = round_half_away(entered / (1 + rate / HUNDRED), decimals)
            tax = entered - net
        else:
            net = entered
            tax = round_half_away(net * rate / HUNDRED, decimals)
        vat: VatKey = (line.vat_category, rate)
        key = _KEYS.setdefault(vat, vat)
        return LineTotals(line, list_amount, discount, adjustments, entered, net, tax, net + tax, key)


def compute(draft: Draft, before: Totals | None = None) -> Totals:
    """Every figure of the draft.

    `before` is the result for an earlier state of the same draft: figures of lines that are still
    the same objects are taken from it, which is what makes one edit among thousands of lines cheap.
    """
    with localcontext(EXACT):
        return _compute(draft, before)


def _compute(draft: Draft, before: Totals | None) -> Totals:
    decimals = decimals_of(draft)
    usable = before is not None and before.decimals == decimals
    earlier: tuple[LineTotals, ...] = before.lines if before is not None and usable else ()
    known: dict[str, LineTotals] | None = None
    lines: list[LineTotals] = []
    sections: list[SectionTotals] = []
    members: dict[VatKey, list[LineTotals]] = {}
    key: VatKey | None = None
    group_members: list[LineTotals] = []
    head: Section | None = None
    first = place = 0
    for row in draft.rows:
        if row.kind == "section":
            if head is not None:
                sections.append(_section_totals(head, len(sections) + 1, lines[first:]))
            head, first = row, len(lines)
            continue
        if place < len(earlier) and earlier[place].line is row:
            done = earlier[place]
        else:
            if known is None:
                known = before.by_line if before is not None and usable else {}
            found = known.get(row.id)
            done = found if found is not None and found.line is row else line_totals(row, decimals)
        place += 1
        lines.append(done)
        if done.vat is not key:
            key = done.vat
            group_members = members.setdefault(key, [])
        group_members.append(done)
    if head is not None:
        sections.append(_section_totals(head, len(sections) + 1, lines[first:]))
    groups = {key: _Group(of) for key, of in members.items()}
    lines_net = sum((group.lines_net for group in groups.values()), ZERO)

    adjustments = _document_adjustments(draft, lines_net, decimals, groups)
    discount = _document_discount(draft, lines_net, decimals) if groups else ZERO
    keys = sorted(groups, key=lambda key: (_CATEGORY_ORDER[key[0]], -key[1]))
    shares = apportion(discount, [groups[key].lines_net for key in keys], decimals)
    percent = (
        draft.discount.value if draft.discount is not None and draft.discount.kind == "percent" else None
    )
    vat = tuple(
        _vat_group(key, groups[key], share, percent, draft.rounding, decimals)
        for key, share in zip(keys, shares, strict=True)
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
            stated = due + gross_difference
            cash_difference = round_to_step(stated, draft.cash_step) - stated
        rounding = gross_difference + cash_difference
    payable = due + rounding
    return Totals(
        currency=draft.currency,
        decimals=decimals,
        policy=draft.rounding,
        lines=tuple(lines),
        sections=tuple(sections),
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
    )


def _section_totals(section: Section, rank: int, members: Sequence[LineTotals]) -> SectionTotals:
    net = sum([done.net for done in members], ZERO)
    return SectionTotals(section, rank, net, sum([done.gross for done in members], ZERO))


def _adjustment(
    is_charge: bool,
    amount: Decimal | None,
    base: Decimal | None,
    percent: Decimal | None,
    default_base: Decimal,
    decimals: int,
) -> AdjustmentTotals:
    base = default_base if base is None else base
    if amount is None:
        amount = round_half_away(base * (percent or ZERO) / HUNDRED, decimals)
    return AdjustmentTotals(is_charge, amount, base, percent)


def _document_adjustments(
    draft: Draft, lines_net: Decimal, decimals: int, groups: dict[VatKey, _Group]
) -> tuple[tuple[DocumentAdjustment, AdjustmentTotals], ...]:
    found = []
    for adjustment in draft.adjustments:
        done = _adjustment(
            adjustment.is_charge, adjustment.amount, adjustment.base, adjustment.percent, lines_net, decimals
        )
        done = replace(done, amount=round_half_away(done.amount, decimals))
        rate = ZERO if adjustment.vat_rate is None else adjustment.vat_rate
        group = groups.setdefault((adjustment.vat_category, rate), _Group())
        if done.is_charge:
            group.charges += done.amount
        else:
            group.allowances += done.amount
        found.append((adjustment, done))
    return tuple(found)


def _document_discount(draft: Draft, lines_net: Decimal, decimals: int) -> Decimal:
    if draft.discount is None:
        return ZERO
    if draft.discount.kind == "percent":
        return round_half_away(lines_net * draft.discount.value / HUNDRED, decimals)
    return round_half_away(draft.discount.value, decimals)


def _vat_group(
    key: VatKey, group: _Group, discount: Decimal, percent: Decimal | None, policy: Rounding, decimals: int
) -> VatGroup:
    category, rate = key
    basis = group.lines_net - discount - group.allowances + group.charges
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
        allowances=group.allowances,
        charges=group.charges,
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
