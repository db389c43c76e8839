"""Figures of the rows: each line by itself, each section, and the sums of the lines by VAT group.

Sums of exact decimals do not depend on order, so after an edit only the difference is added: one line
among thousands costs what one line costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

from app.domain.figures import AdjustmentTotals, GroupSums, LineTotals, RowSums, SectionTotals, VatKey
from app.domain.identity import changed_places
from app.domain.money import EXACT, HUNDRED, ZERO, round_half_away
from app.domain.rows import Line, Row, Section

FEW = 16
"""Changed lines up to which their differences are added; beyond, everything is summed anew."""

_KEYS: dict[VatKey, VatKey] = {}
"""One object a group, so that finding the group of a line compares identities first."""


def line_totals(line: Line, decimals: int) -> LineTotals:
    """The figures of one line, which depend on nothing but the line."""
    with localcontext(EXACT):
        return _line_totals(line, decimals)


def _line_totals(line: Line, decimals: int) -> LineTotals:
    """The same where the context is exact already."""
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
        adjustment_totals(a.is_charge, a.amount, a.base, a.percent, list_amount, decimals)
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


def sum_rows(rows: tuple[Row, ...], decimals: int, before: RowSums | None = None) -> RowSums:
    """Figures and sums of the rows; the context must be exact.

    `before` may hold those of an earlier state of the same draft.
    """
    if before is not None and before.decimals != decimals:
        before = None
    if before is not None and len(before.rows) == len(rows):
        places = changed_places(before.rows, rows)
        if len(places) <= FEW:
            stepped: RowSums | None = before
            for place in places:
                stepped = None if stepped is None else _with_line(stepped, place, rows)
            if stepped is not None:
                return stepped._replace(rows=rows)
    return _sum_anew(rows, decimals, before)


def _with_line(sums: RowSums, place: int, rows: tuple[Row, ...]) -> RowSums | None:
    """The sums with the line at this place replaced, or None when more than a difference has changed."""
    row, old_row = rows[place], sums.rows[place]
    if row.kind == "section" or old_row.kind == "section":
        return None
    rank, at = _section_at(sums, place)
    old, new = sums.lines[at], _line_totals(row, sums.decimals)
    was, now = old.line, row
    if (was.price_entry, was.exemption_reason, was.exemption_code, was.id) != (
        now.price_entry,
        now.exemption_reason,
        now.exemption_code,
        now.id,
    ) or old.vat != new.vat:
        return None
    net, gross = new.net - old.net, new.gross - old.gross
    group = sums.groups[old.vat]
    is_gross = now.price_entry == "gross"
    changed = group._replace(
        lines_net=group.lines_net + net,
        line_taxes=group.line_taxes + new.tax - old.tax,
        gross_lines_net=group.gross_lines_net + net if is_gross else group.gross_lines_net,
        stated_gross=(group.stated_gross or ZERO) + gross if is_gross else group.stated_gross,
    )
    sections = sums.sections
    if rank:
        section = sections[rank - 1]
        moved = section._replace(net=section.net + net, gross=section.gross + gross)
        sections = (*sections[: rank - 1], moved, *sections[rank:])
    lines = list(sums.lines)
    lines[at] = new
    return sums._replace(
        lines=tuple(lines),
        sections=sections,
        groups={**sums.groups, old.vat: changed},
        lines_net=sums.lines_net + net,
    )


def _section_at(sums: RowSums, place: int) -> tuple[int, int]:
    """Rank of the section that governs a row (0: none), and the row's place among the lines."""
    rank = sum(1 for row in sums.rows[:place] if row.kind == "section")
    return rank, place - rank


def _sum_anew(rows: tuple[Row, ...], decimals: int, before: RowSums | None) -> RowSums:
    earlier = before.lines if before is not None else ()
    known: dict[str, LineTotals] | None = None
    lines: list[LineTotals] = []
    sections: list[SectionTotals] = []
    members: dict[VatKey, list[LineTotals]] = {}
    key: VatKey | None = None
    group_members: list[LineTotals] = []
    head: Section | None = None
    first = place = 0
    for row in rows:
        if row.kind == "section":
            if head is not None:
                sections.append(_section_totals(head, len(sections) + 1, lines[first:]))
            head, first = row, len(lines)
            continue
        if place < len(earlier) and earlier[place].line is row:
            done = earlier[place]
        else:
            if known is None:
                known = {done.line.id: done for done in earlier}
            found = known.get(row.id)
            done = found if found is not None and found.line is row else _line_totals(row, decimals)
        place += 1
        lines.append(done)
        if done.vat is not key:
            key = done.vat
            group_members = members.setdefault(key, [])
        group_members.append(done)
    if head is not None:
        sections.append(_section_totals(head, len(sections) + 1, lines[first:]))
    groups = {key: _group_sums(of) for key, of in members.items()}
    return RowSums(
        rows=rows,
        decimals=decimals,
        lines=tuple(lines),
        sections=tuple(sections),
        groups=groups,
        lines_net=sum((group.lines_net for group in groups.values()), ZERO),
    )


def _group_sums(members: Sequence[LineTotals]) -> GroupSums:
    entered_gross = [done for done in members if done.line.price_entry == "gross"]
    return GroupSums(
        lines_net=sum([done.net for done in members], ZERO),
        line_taxes=sum([done.tax for done in members], ZERO),
        gross_lines_net=sum([done.net for done in entered_gross], ZERO),
        stated_gross=sum([done.gross for done in entered_gross], ZERO) if entered_gross else None,
        exemption_reason=next((d.line.exemption_reason for d in members if d.line.exemption_reason), ""),
        exemption_code=next((d.line.exemption_code for d in members if d.line.exemption_code), ""),
    )


def _section_totals(section: Section, rank: int, members: Sequence[LineTotals]) -> SectionTotals:
    net = sum([done.net for done in members], ZERO)
    return SectionTotals(section, rank, net, sum([done.gross for done in members], ZERO))


def adjustment_totals(
    is_charge: bool,
    amount: Decimal | None,
    base: Decimal | None,
    percent: Decimal | None,
    default_base: Decimal,
    decimals: int,
) -> AdjustmentTotals:
    """One allowance or charge of a line or of the document."""
    base = default_base if base is None else base
    if amount is None:
        amount = round_half_away(base * (percent or ZERO) / HUNDRED, decimals)
    return AdjustmentTotals(is_charge, amount, base, percent)
