"""Our lines as ChargeOver can hold them: a rate and a quantity each, net, without a discount of their own.

A reduction, a price that includes VAT and a price for several units are folded into the rate. The
rate takes as few decimals as still give the line's own net; where none do, the line becomes one unit
of that net and its text keeps what was counted. Amounts have the decimals of the currency there.
Charges of the document become lines. Reductions of the document are spread over the lines of the same
VAT, or, if the person says so, become lines with a negative rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from app.domain.currencies import minor_units
from app.domain.draft import Draft
from app.domain.figures import Totals, VatKey
from app.domain.money import EXACT, ZERO, apportion, round_half_away
from app.domain.rows import Line
from app.providers.chargeover_v3.choices import Choices

_BLANK: Final = Line()


class Laid(NamedTuple):
    """One line of theirs. `path` is where it comes from in the draft: `rows.<id>`, `adjustments.<id>`
    or `discount`. `reasons` are the word codes of what was done to its figures. `is_lump`: it is one
    unit where ours counted something."""

    path: str
    line: Line | None
    rate: Decimal
    quantity: Decimal
    net: Decimal
    vat: VatKey
    reasons: tuple[str, ...] = ()
    is_lump: bool = False

    @property
    def is_untouched(self) -> bool:
        """Whether its figures are those of our line."""
        return self.line is not None and not self.reasons


@dataclass(frozen=True, slots=True)
class Layout:
    """Their lines in order, and the reductions (by path) for which there is no line to spread them over."""

    lines: tuple[Laid, ...]
    unplaced: tuple[str, ...]


def lay(draft: Draft, totals: Totals, choices: Choices) -> Layout:
    """The lines as they are sent."""
    with localcontext(EXACT):
        shares, unplaced = _spread(totals) if choices.spreads_discounts else ({}, ())
        places = minor_units(draft.currency)
        most = choices.rate_decimals, choices.quantity_decimals
        laid = [_line(line, totals, shares.get(line.id, ZERO), most, places) for line in draft.lines]
        own = list(_charges(totals))
        if not choices.spreads_discounts:
            own += _reductions(totals)
        laid += [line._replace(net=round_half_away(line.net, places)) for line in own]
        return Layout(tuple(laid), unplaced)


def held_draft(draft: Draft, lines: tuple[Laid, ...], rounding: str) -> Draft:
    """The draft as ChargeOver will hold it, for the sums to be predicted from.

    A line that goes as it is stays our own row, whose sums are known already.
    """
    rows = tuple(
        laid.line
        if laid.is_untouched and laid.line is not None
        else _BLANK.model_copy(
            update={
                "id": str(place),
                "quantity": laid.quantity,
                "unit_price": laid.rate,
                "vat_category": laid.vat[0],
                "vat_rate": laid.vat[1],
            }
        )
        for place, laid in enumerate(lines)
    )
    return draft.edited(
        rows=rows,
        amount_decimals=None,
        rounding="per_line" if rounding == "per_line" else "per_group",
        discount=None,
        adjustments=(),
        additional_taxes=(),
        prepaid=ZERO,
        rounding_amount=None,
        cash_step=None,
    )


def _line(line: Line, totals: Totals, share: Decimal, most: tuple[int, int], places: int) -> Laid:
    rate_decimals, quantity_decimals = most
    done = totals.by_line[line.id]
    net = round_half_away(done.net - share, places)
    reasons = tuple(_reasons(line, share))
    path, quantity = f"rows.{line.id}", line.quantity
    fits = _fits(quantity, quantity_decimals)
    if not reasons and fits and _fits(line.unit_price, rate_decimals):
        return Laid(path, line, line.unit_price, quantity, net, done.vat)
    rate = _rate_for(net, quantity, places, rate_decimals) if fits else None
    if rate is not None:
        return Laid(path, line, rate, quantity, net, done.vat, reasons or ("why.rate_decimals",))
    return Laid(path, line, net, Decimal(1), net, done.vat, (*reasons, "why.lump"), is_lump=True)


def _reasons(line: Line, share: Decimal) -> Iterator[str]:
    if line.price_entry == "gross":
        yield "why.net_of_gross"
    if line.price_base_quantity != 1:
        yield "why.base_quantity"
    if line.discount is not None or line.adjustments:
        yield "why.discount_in_rate"
    if share:
        yield "why.document_discount_in_rate"


def _rate_for(net: Decimal, quantity: Decimal, decimals: int, most: int) -> Decimal | None:
    if not quantity:
        return ZERO if not net else None
    for places in range(min(decimals, most), most + 1):
        rate = round_half_away(net / quantity, places)
        if round_half_away(rate * quantity, decimals) == net:
            return rate
    return None


def _fits(value: Decimal, decimals: int) -> bool:
    return value == round_half_away(value, decimals)


def _spread(totals: Totals) -> tuple[Mapping[str, Decimal], tuple[str, ...]]:
    shares: dict[str, Decimal] = {}
    unplaced: list[str] = []
    reductions = [("discount", (group.category, group.rate), group.discount) for group in totals.vat]
    reductions += [
        (f"adjustments.{stated.id}", (stated.vat_category, stated.vat_rate or ZERO), done.amount)
        for stated, done in totals.adjustments
        if not stated.is_charge
    ]
    for path, vat, amount in reductions:
        if not amount:
            continue
        members = [done for done in totals.lines if done.vat == vat and done.net]
        if not sum((done.net for done in members), ZERO):
            unplaced.append(path)
            continue
        parts = apportion(amount, [done.net for done in members], totals.decimals)
        for done, part in zip(members, parts, strict=True):
            shares[done.id] = shares.get(done.id, ZERO) + part
    return shares, tuple(unplaced)


def _charges(totals: Totals) -> Iterator[Laid]:
    for stated, done in totals.adjustments:
        if stated.is_charge:
            vat: VatKey = (stated.vat_category, stated.vat_rate or ZERO)
            yield Laid(f"adjustments.{stated.id}", None, done.amount, Decimal(1), done.amount, vat)


def _reductions(totals: Totals) -> Iterator[Laid]:
    for stated, done in totals.adjustments:
        if not stated.is_charge:
            vat: VatKey = (stated.vat_category, stated.vat_rate or ZERO)
            yield Laid(f"adjustments.{stated.id}", None, -done.amount, Decimal(1), -done.amount, vat)
    for group in totals.vat:
        if group.discount:
            key: VatKey = (group.category, group.rate)
            yield Laid("discount", None, -group.discount, Decimal(1), -group.discount, key)
