"""Net, tax and gross, judged together: what the labels say, and what adds up.

Every amount of the document is scored for each of the three roles by the words beside it; then the
triples with net + tax = gross are compared. A rate that fits the tax to its base speaks for a triple.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from app.intake.fields.amounts import Amount
from app.intake.fields.cells import Grid
from app.intake.fields.columns import heading_lines
from app.intake.fields.context import heading_of, left_of
from app.intake.fields.labels import weight
from app.intake.fields.rates import RATES
from app.intake.fields.vat_table import VatTable
from app.intake.fields.words import folded

Role = Literal["net", "tax", "gross"]
ROLES: Final[tuple[Role, ...]] = ("net", "tax", "gross")

TOLERANCE: Final = Decimal("0.02")
"""Some real invoices are off by a cent or two; more is another figure."""
LARGEST_CHARGE: Final = Decimal("0.15")
"""Postage, stamp duty and the like make up no more of a total than this."""
LARGEST_TAX: Final = Decimal("1.28")
"""A total is no more than so many times its net amount."""
LOUD: Final = 1.4
"""Type larger than the usual by so much is that of the total."""
CENT: Final = Decimal("0.01")


@dataclass(slots=True)
class Figure:
    """One value with all places where it is printed, and how well each role fits."""

    value: Decimal
    places: list[Amount] = field(default_factory=list)
    scores: dict[Role, float] = field(default_factory=dict)
    best: dict[Role, Amount] = field(default_factory=dict)

    def score(self, role: Role) -> float:
        """How well the words beside it fit the role."""
        return self.scores.get(role, 0.0)


class Sums(NamedTuple):
    """The chosen triple. `margin` is how far the next other gross lies behind; `is_closed` if net + tax
    = gross by figures that are printed with their words. `difference` is what they are off by."""

    net: Figure | None
    tax: Figure | None
    gross: Figure | None
    net_value: Decimal | None
    tax_value: Decimal | None
    gross_value: Decimal | None
    score: float
    margin: float
    is_closed: bool
    rate: Decimal | None
    difference: Decimal


def figures_of(amounts: Iterable[Amount], grids: Mapping[int, Grid], last_page: int) -> list[Figure]:
    """The document's amounts by value, with the scores of their best place for each role."""
    found: dict[Decimal, Figure] = {}
    heads = {number: heading_lines(grid) for number, grid in grids.items()}
    amounts = list(amounts)
    sizes = sorted(amount.cell.size_pt for amount in amounts)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    for amount in amounts:
        page = amount.cell.page
        figure = found.setdefault(amount.value, Figure(amount.value))
        figure.places.append(amount)
        for role, score in _scores(amount, grids[page], last_page, heads[page]).items():
            if role == "gross" and amount.cell.size_pt > LOUD * usual:
                score += 1.2
            if score > figure.scores.get(role, -99.0):
                figure.scores[role] = score
                figure.best[role] = amount
    return list(found.values())


def _scores(amount: Amount, grid: Grid, last_page: int, heads: frozenset[int]) -> dict[Role, float]:
    """How well the words around an amount fit each role; `heads` are the lines that head the table."""
    beside = left_of(grid, amount.cell, amount.start, since=amount.since)
    heading = heading_of(grid, amount.cell)
    above = folded(heading.text) if heading and heading.line not in heads else ""
    after = folded(amount.cell.text[amount.start : amount.until])
    height = grid.page.height_pt or 1.0
    scores: dict[Role, float] = {}
    for role in ROLES:
        near = weight(role, beside[0]) if beside else 0.0
        far = max((weight(role, text) for text in beside[1:]), default=0.0)
        row = near if near < 0 else max(near, 0.7 * far)
        column = weight(role, above)
        tail = weight(role, after)
        score = row if abs(row) > 0.2 else 0.0
        if column > 0:
            score = max(score, 0.0) + column * (0.75 if score <= 0 else 0.3)
        elif column < 0:
            score += 0.35 * column
        if tail > 0:
            score += 0.8 * tail
        elif tail < 0:
            score += 0.3 * tail
        scores[role] = score
    low = amount.box.y0 / height
    nudge = (
        0.25 * low + (0.15 if amount.cell.page == last_page else 0.0) + (0.1 if amount.cell.is_bold else 0)
    )
    scores["gross"] += nudge + min(0.3, amount.cell.size_pt / 60)
    scores["net"] += 0.6 * nudge
    return scores


def judge(
    figures: Sequence[Figure],
    stated_rates: frozenset[Decimal],
    tables: Sequence[VatTable] = (),
    *,
    withheld: frozenset[Decimal] = frozenset(),
    prepaid: frozenset[Decimal] = frozenset(),
    is_exempt: bool = False,
) -> Sums | None:
    """The triple that words and arithmetic agree on best; None when the document has no amount.

    `withheld` are parts that go to someone else or later, `prepaid` those that were paid before: the
    invoice's total is the one they were taken from.
    """
    if not figures:
        return None
    _lower_what_is_left(figures, prepaid)
    by_value = {figure.value: figure for figure in figures}
    totals = sorted(figures, key=lambda f: f.score("gross"), reverse=True)[:14]
    totals += [figure for figure in _sums_of_named(figures, by_value) if figure not in totals]
    together = _taxes_together(figures)
    triples = [
        triple
        for gross in totals
        if gross.value
        for triple in _triples(gross, figures, by_value, stated_rates, tables, together)
    ]
    alone = [_alone(gross, figures) for gross in totals[:3]]
    tabled = [sums for gross in totals for sums in _by_table(gross, by_value, tables)]
    before = [sums for payable in totals for sums in _before_withholding(payable, figures, withheld)]
    loudest = totals[0].score("gross")
    triples = [_unnamed(triple, loudest) for triple in triples]
    if is_exempt:
        triples = [_exempted(triple) for triple in triples]
    ranked = sorted(
        (*triples, *tabled, *before, *alone, *_as_labelled(figures, tables)),
        key=lambda s: s.score,
        reverse=True,
    )
    best = ranked[0]
    rival = next((other for other in ranked if other.gross_value != best.gross_value), None)
    return best._replace(margin=best.score - (rival.score if rival else 0.0))


def _alone(gross: Figure, figures: Sequence[Figure]) -> Sums:
    """A total that nothing confirms, with the figure named as its net amount if there is one."""
    nets = [figure for figure in figures if gross.value and _is_smaller_net(figure, gross)]
    net = max(nets, key=lambda f: f.score("net"), default=None)
    rest = gross.value - net.value if net else None
    return Sums(
        net, None, gross, net.value if net else None, rest, gross.value, gross.score("gross"), 0.0, False,
        None, Decimal(0),
    )  # fmt: skip


def _sums_of_named(figures: Sequence[Figure], by_value: Mapping[Decimal, Figure]) -> list[Figure]:
    """Totals that only arithmetic knows: what a named net amount and a named tax add up to."""
    nets = [figure.value for figure in figures if figure.score("net") >= 1.9]
    taxes = [figure.value for figure in figures if figure.score("tax") >= 1.9]
    return [by_value[net + tax] for net in nets for tax in taxes if tax and net + tax in by_value]


def _lower_what_is_left(figures: Sequence[Figure], prepaid: frozenset[Decimal]) -> None:
    """Where a total less what was paid gives another figure, that one is what is left to pay."""
    values = {figure.value: figure for figure in figures}
    for part in prepaid:
        for figure in figures:
            left = values.get(figure.value - part if figure.value > 0 else figure.value + part)
            if part and left is not None and figure.score("gross") > 0 and abs(left.value) != part:
                left.scores["gross"] = min(left.score("gross"), figure.score("gross") - 1.0)


def _by_table(
    gross: Figure, by_value: Mapping[Decimal, Figure], tables: Sequence[VatTable]
) -> Iterable[Sums]:
    """A total that the table of rates adds up to, alone or with a charge that bears no tax.

    The net amount is then what remains without the tax, printed or not.
    """
    if gross.score("gross") < 1.5:
        return
    for table in tables:
        charge = gross.value - table.basis - table.tax
        net_value = gross.value - table.tax
        net, tax = by_value.get(net_value), by_value.get(table.tax)
        rate = table.rows[0].rate if len(table.rows) == 1 else None
        if abs(charge) <= TOLERANCE:
            words = 3.4 + 0.8 * max(0.0, net.score("net") if net else 0.0)
            words += 2.0 if len({row.rate for row in table.rows}) > 1 else 0.0
        elif charge in by_value and 0 < charge / gross.value <= LARGEST_CHARGE:
            words = 1.8
        else:
            continue
        score = gross.score("gross") + words
        yield Sums(net, tax, gross, net_value, table.tax, gross.value, score, 0.0, False, rate, Decimal(0))


def _before_withholding(
    payable: Figure, figures: Sequence[Figure], withheld: frozenset[Decimal]
) -> Iterable[Sums]:
    """The total that is not printed, where what is to be paid is less by what is withheld."""
    if not withheld or payable.score("gross") < 1.5:
        return
    for net in figures:
        if net.score("net") < 2 or net.value <= 0:
            continue
        for tax in figures:
            gross = net.value + tax.value
            fit, rate = _rate_fit(net.value, tax.value, frozenset())
            if tax.score("tax") < 2 or rate is None or gross - payable.value not in withheld:
                continue
            score = payable.score("gross") + 0.8 * net.score("net") + 0.9 * tax.score("tax") + fit + 1.2
            yield Sums(net, tax, None, net.value, tax.value, gross, score, 0.0, False, rate, Decimal(0))


def _unnamed(sums: Sums, loudest: float) -> Sums:
    """A triple whose total bears no name counts less where another figure is named as the total."""
    if sums.gross is None or sums.gross.score("gross") >= 1 or loudest < 2.5:
        return sums
    return sums._replace(score=sums.score - 1.2)


def _exempted(sums: Sums) -> Sums:
    """A triple without tax is what a page says that tells why it bears none."""
    if sums.tax_value or sums.gross is None or sums.gross.score("gross") < 2:
        return sums
    return sums._replace(score=sums.score + 1.0, is_closed=True)


def _as_labelled(figures: Sequence[Figure], tables: Sequence[VatTable]) -> Iterable[Sums]:
    """Each role's best labelled figure though they do not add up: the page's own mistake, to be said."""
    best = {role: max(figures, key=lambda f: f.score(role)) for role in ROLES}
    net, tax, gross = best["net"], best["tax"], best["gross"]
    if min(best[role].score(role) for role in ROLES) < 2.4 or len({net.value, tax.value, gross.value}) < 3:
        return
    gap = net.value + tax.value - gross.value
    if abs(gap) <= TOLERANCE or abs(net.value) > abs(gross.value):
        return
    fit, rate = _rate_fit(net.value, tax.value, frozenset())
    if rate is None or any(_is_row_of(table, net.value, tax.value) for table in tables):
        return
    score = gross.score("gross") + 0.8 * net.score("net") + 0.9 * tax.score("tax") + fit - 0.6
    if any(figure.value == -gap for figure in figures) and abs(gap / gross.value) <= LARGEST_CHARGE:
        # What is lacking is printed, too: a charge or a tax of another name.
        score += 1.0
    yield Sums(net, tax, gross, net.value, tax.value, gross.value, score, 0.0, False, rate, gap)


def _triples(
    gross: Figure,
    figures: Sequence[Figure],
    by_value: Mapping[Decimal, Figure],
    stated_rates: frozenset[Decimal],
    tables: Sequence[VatTable],
    together: frozenset[Decimal],
) -> Iterable[Sums]:
    sign = 1 if gross.value > 0 else -1
    for net in figures:
        if net.value * sign <= 0 or abs(net.value) > abs(gross.value) + TOLERANCE:
            continue
        tax_value = gross.value - net.value
        if abs(tax_value) > abs(gross.value) * Decimal("0.35"):
            continue
        tax, gap = _printed(tax_value, by_value)
        fit, rate = _rate_fit(net.value, tax.value if tax else tax_value, stated_rates)
        words = gross.score("gross") + 0.8 * max(net.score("net"), -2.0)
        if abs(tax_value) <= TOLERANCE and net is gross:
            # One figure for both: no tax at all.
            zero = by_value.get(Decimal(0))
            says = zero.score("tax") if zero else 0.0
            says -= 1.5 if any(_is_smaller_net(f, gross) for f in figures) else 0.0
            yield Sums(
                net, zero, gross, net.value, Decimal(0), gross.value,
                gross.score("gross") + 0.3 * max(net.score("net"), 0.0) + 0.6 * says + 0.6,
                0.0, says > 1, Decimal(0), Decimal(0),
            )  # fmt: skip
            continue
        if net is gross:
            continue
        is_told = tax is not None and tax.score("tax") > 0.5
        table = _table_fit(net.value, tax_value, tables)
        if table > 0:
            fit, is_told = max(fit, table), True
        elif any(_is_row_of(table, net.value, tax_value) for table in tables):
            fit -= 3.0
        if tax is not None:
            words += 0.9 * max(tax.score("tax"), -1.0) + (1.6 if is_told else 0.0)
        elif table > 0:
            words += 1.6
        elif tax_value in together and _is_between(tax_value / net.value * 100, stated_rates):
            fit, is_told, words = max(fit, 1.2), True, words + 3.2
        score = words + fit - (0.4 if gap else 0.0) - (0.0 if is_told else 1.2)
        yield Sums(
            net, tax, gross, net.value, tax.value if tax else tax_value, gross.value, score, 0.0,
            is_told, rate, gap,
        )  # fmt: skip


def _taxes_together(figures: Sequence[Figure]) -> frozenset[Decimal]:
    """What two to four figures named as tax add up to: the taxes of several rates, each on its line."""
    named = [
        figure.value
        for figure in figures
        if figure.value and figure.score("tax") > max(1.9, figure.score("net"))
    ][:8]
    return frozenset(
        sum(some, Decimal(0)) for count in (2, 3, 4) for some in itertools.combinations(named, count)
    )


def _is_smaller_net(figure: Figure, gross: Figure) -> bool:
    """Whether the figure is named as the net amount of a total that bears tax."""
    return figure.score("net") >= 2 and 1 < gross.value / (figure.value or gross.value) < LARGEST_TAX


def _is_between(percent: Decimal, rates: frozenset[Decimal]) -> bool:
    """Whether taxes at several of these rates can come to so much in all."""
    taxing = [rate for rate in rates if rate]
    return bool(taxing) and min(taxing) <= percent <= max(taxing)


def _table_fit(net: Decimal, tax: Decimal, tables: Sequence[VatTable]) -> float:
    """How well the table of rates speaks for these sums, where there is one."""
    best = 0.0
    for table in tables:
        if abs(table.tax - tax) <= TOLERANCE:
            best = max(best, 2.2 if abs(table.basis - net) <= TOLERANCE else 0.9)
    return best


def _is_row_of(table: VatTable, net: Decimal, tax: Decimal) -> bool:
    """Whether these are one row of a table of several rates: a part of the sums only."""
    return len({row.rate for row in table.rows}) > 1 and any(
        row.basis == net and abs(row.tax - tax) <= TOLERANCE for row in table.rows
    )


def _printed(value: Decimal, by_value: Mapping[Decimal, Figure]) -> tuple[Figure | None, Decimal]:
    for gap in (Decimal(0), CENT, -CENT, TOLERANCE, -TOLERANCE):
        figure = by_value.get(value + gap)
        if figure is not None:
            return figure, gap
    return None, Decimal(0)


def _rate_fit(net: Decimal, tax: Decimal, stated_rates: frozenset[Decimal]) -> tuple[float, Decimal | None]:
    """How well the tax is a rate of the net: a stated rate, a known one, or a mixture of two stated ones."""
    if not net:
        return 0.0, None
    slack = max(Decimal("0.02"), abs(net) * Decimal("0.00006"))
    for rate in sorted(stated_rates, reverse=True):
        if rate and abs(net * rate / 100 - tax) <= slack:
            return 1.6, rate
    for rate in RATES:
        if rate and abs(net * rate / 100 - tax) <= slack:
            return 0.8, rate
    effective = tax / net * 100
    if stated_rates and min(stated_rates | {Decimal(0)}) <= effective <= max(stated_rates):
        return 0.2, None
    return -0.8, None
