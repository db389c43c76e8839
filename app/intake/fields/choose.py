"""Of all candidates the one for each field, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from app.domain.stated import canonical
from app.intake.fields.amounts import Amount
from app.intake.fields.cells import Grid
from app.intake.fields.choose_supplier import KnownSupplier, put_supplier
from app.intake.fields.context import heading_of, left_of
from app.intake.fields.dates import PrintedDate
from app.intake.fields.evidence import Evidence
from app.intake.fields.labels import weight
from app.intake.fields.sums import Figure, Role, Sums, figures_of, judge
from app.intake.fields.surroundings import currency_of
from app.intake.fields.vat_table import VatTable, tables_of
from app.intake.fields.wordings.gross import PREPAID, WITHHELD
from app.intake.fields.wordings.tax import EXEMPT, RATE_NEAR
from app.intake.fields.words import folded
from app.intake.page import Box
from app.intake.reading import FieldName, FieldReading, Remark

LONGEST_TERM: Final = timedelta(days=400)
"""Invoices are due within this after their date."""
FEWEST_WITH_CENTS: Final = 3
"""With so many amounts in cents or with a currency, none is printed without."""
CERTAIN: Final = 2.9
"""A score that only words which leave no doubt give."""


class Dated(NamedTuple):
    """A date with its score for one of the two fields; `near` is what the words right beside it say."""

    printed: PrintedDate
    day: date
    score: float
    near: float


class Chosen(NamedTuple):
    """The fields, what there is to say about them, and the sums they rest on."""

    fields: dict[FieldName, FieldReading]
    remarks: list[Remark]
    sums: Sums | None
    tables: Sequence[VatTable]


def chosen(found: Evidence, suppliers: Sequence[KnownSupplier] = ()) -> Chosen:
    """The likeliest value of each field; what is not on the pages is left out."""
    fields: dict[FieldName, FieldReading] = {}
    remarks: list[Remark] = []
    tables = tables_of(found.amounts, found.by_page)
    sums = _sums(found, tables)
    if sums is not None:
        _put_sums(fields, remarks, sums, found)
    _put_currency(fields, found, sums)
    _put_dates(fields, remarks, found)
    _put_number(fields, remarks, found)
    put_supplier(fields, remarks, found, suppliers)
    return Chosen(fields, remarks, sums, tables)


def _sums(found: Evidence, tables: Sequence[VatTable]) -> Sums | None:
    grids = found.by_page
    last_page = max(grids)
    usable = [a for a in found.amounts if not a.is_percent and (a.decimals == 2 or a.has_currency)]
    whole = [a for a in found.amounts if not a.is_percent and a.decimals == 0 and not a.has_currency]
    figures = figures_of(usable, grids, last_page)
    if len(usable) < FEWEST_WITH_CENTS and not any(figure.score("gross") > 1 for figure in figures):
        round_ones = figures_of(whole, grids, last_page)
        if any(figure.score("gross") > 1 for figure in round_ones):
            figures = figures_of([*usable, *whole], grids, last_page)
    rates = frozenset(
        a.value
        for a in found.amounts
        if a.is_percent and 0 <= a.value <= 30 and _is_rate(a, grids[a.cell.page])
    )
    return judge(
        [f for f in figures if abs(f.value) < Decimal(10) ** 9],
        rates,
        tables,
        withheld=_beside(found, WITHHELD),
        prepaid=_beside(found, PREPAID),
        is_exempt=_exemption(found) != (None, None),
    )


def _beside(found: Evidence, words: re.Pattern[str]) -> frozenset[Decimal]:
    """The sizes of the amounts to the right of these words, or below them."""
    return frozenset(
        abs(amount.value)
        for amount in found.amounts
        if amount.decimals == 2
        and not amount.is_percent
        and any(words.search(text) for text in _words_of(found, amount))
    )


def _words_of(found: Evidence, amount: Amount) -> list[str]:
    grid = found.by_page[amount.cell.page]
    beside = left_of(grid, amount.cell, amount.start, 1, since=amount.since)
    heading = heading_of(grid, amount.cell) if not beside or amount.cell.place else None
    return [*beside, *([folded(heading.text)] if heading else [])]


def _is_rate(amount: Amount, grid: Grid) -> bool:
    texts = [folded(amount.cell.text), *left_of(grid, amount.cell, amount.start)]
    heading = heading_of(grid, amount.cell)
    if heading:
        texts.append(folded(heading.text))
    return any(RATE_NEAR.search(text) for text in texts)


def _put_sums(
    fields: dict[FieldName, FieldReading], remarks: list[Remark], sums: Sums, found: Evidence
) -> None:
    roles: tuple[tuple[Role, Figure | None, Decimal | None], ...] = (
        ("net", sums.net, sums.net_value),
        ("tax", sums.tax, sums.tax_value),
        ("gross", sums.gross, sums.gross_value),
    )
    labelled = sum(figure is not None and figure.score(role) >= 2 for role, figure, _ in roles)
    is_untaxed = sums.net is sums.gross and not sums.tax_value
    is_total = sums.gross is not None and sums.gross.score("gross") >= 1.5
    is_sure = (
        sums.is_closed
        and is_total
        and (labelled >= 2 or is_untaxed)
        and sums.margin > 0.8
        and not sums.difference
    )
    for role, figure, value in roles:
        if value is None:
            continue
        place = figure.best.get(role) if figure else None
        page, box = (place.cell.page, place.box) if place else (None, None)
        if place is None and role == "tax" and not value:
            page, box = _exemption(found)
        confidence = min(0.99, max(0.05, 0.25 + sums.score / 14))
        fields[role] = FieldReading(
            canonical(value),
            round(confidence, 2),
            found.source,
            is_sure and (place is not None or role == "tax"),
            page,
            box,
        )
    if sums.difference:
        remarks.append(
            Remark(
                "sums_differ",
                {
                    "net": canonical(sums.net_value),
                    "tax": canonical(sums.tax_value),
                    "sum": canonical((sums.net_value or 0) + (sums.tax_value or 0)),
                    "gross": canonical(sums.gross_value),
                },
                ("net", "tax", "gross"),
            )
        )


def _exemption(found: Evidence) -> tuple[int | None, Box | None]:
    """Where the page says why it bears no tax."""
    for cell in found.cells:
        if EXEMPT.search(folded(cell.text)):
            return cell.page, cell.box
    return None, None


def _put_currency(fields: dict[FieldName, FieldReading], found: Evidence, sums: Sums | None) -> None:
    near = [
        amount.cell
        for figure in ((sums.gross, sums.net, sums.tax) if sums else ())
        if figure is not None
        for amount in figure.places
    ]
    currency = currency_of(found.cells, near)
    if currency:
        fields["currency"] = FieldReading(
            currency.code,
            0.95 if currency.is_clear else 0.6,
            found.source,
            currency.is_clear,
            currency.cell.page,
            currency.box,
        )


def _put_dates(fields: dict[FieldName, FieldReading], remarks: list[Remark], found: Evidence) -> None:
    due = _ranked("due_date", found)
    issued = _less_due(_ranked("date", found), due)
    chosen = issued[0] if issued and issued[0].score > -1.5 else None
    if chosen:
        margin = chosen.score - next((d.score for d in issued if d.day != chosen.day), -9.0)
        is_clear = chosen.printed.other is None or found.is_order_certain
        fields["date"] = _dated(chosen, found, sure=chosen.score >= 2 and margin > 0.8 and is_clear)
        if not is_clear and chosen.printed.other is not None:
            other = chosen.printed.other if chosen.day == chosen.printed.day else chosen.printed.day
            remarks.append(
                Remark(
                    "date_undecided", {"one": chosen.day.isoformat(), "other": other.isoformat()}, ("date",)
                )
            )
        elif margin <= 0.8 and chosen.score >= 1:
            remarks.append(_near("date", chosen.day.isoformat(), issued[1].day.isoformat()))
    told = [d for d in due if d.score >= 1]
    fitting = [d for d in told if chosen is None or chosen.day <= d.day <= chosen.day + LONGEST_TERM]
    best = fitting[0] if fitting else next((d for d in told if d.score >= CERTAIN), None)
    if best:
        margin = best.score - next((d.score for d in told if d.day != best.day), -9.0)
        is_clear = best.printed.other is None or found.is_order_certain
        is_sure = bool(fitting) and best.score >= 2.5 and margin > 0.8 and is_clear
        fields["due_date"] = _dated(best, found, sure=is_sure)
        if not fitting:
            remarks.append(Remark("due_out_of_range", {"due": best.day.isoformat()}, ("due_date",)))


def _less_due(issued: Sequence[Dated], due: Sequence[Dated]) -> list[Dated]:
    """The candidates for the invoice's date, each less what says that it is the day to pay."""
    paying = {d.printed: d.near for d in due}
    less = [d._replace(score=d.score - max(0.0, paying[d.printed])) for d in issued]
    return sorted(less, key=lambda dated: dated.score, reverse=True)


def _ranked(name: str, found: Evidence) -> list[Dated]:
    ranked = []
    for printed in found.dates:
        grid = found.by_page[printed.cell.page]
        since = max(
            (d.end for d in found.dates if d.cell is printed.cell and d.end <= printed.start), default=0
        )
        beside = left_of(grid, printed.cell, printed.start, since=since)
        heading = heading_of(grid, printed.cell)
        near = weight(name, beside[0]) if beside else 0.0
        far = max((weight(name, text) for text in beside[1:2]), default=0.0)
        score = near if near else 0.6 * far
        above = weight(name, folded(heading.text)) if heading else 0.0
        if 0 <= near < 1.4:
            score = max(score, 0.8 * above) + (0.5 * above if above < 0 and score <= 0 else 0.0)
        after = weight(name, _clause_after(printed))
        score = score + after if after < 0 else max(score, 0.9 * after)
        where = printed.cell.box.y0 / (grid.page.height_pt or 1.0)
        if name == "date":
            score += 0.5 * (1 - where) - 0.4 * (grid.page.number - 1)
        else:
            score -= 0.3 * (grid.page.number - 1)
        day = printed.other if found.month_first and printed.other else printed.day
        ranked.append(Dated(printed, day, score, near + after))
    return sorted(ranked, key=lambda dated: dated.score, reverse=True)


def _clause_after(printed: PrintedDate) -> str:
    """What follows a date up to the next mark: in by 3 March less 2 % discount it is the discount's."""
    return re.split(r"[,;.](?:\s|$)|\d{1,2}[./-]\d", folded(printed.cell.text)[printed.end :], maxsplit=1)[0]


def _dated(dated: Dated, found: Evidence, *, sure: bool) -> FieldReading:
    return FieldReading(
        dated.day.isoformat(),
        round(min(0.98, max(0.1, 0.4 + dated.score / 6)), 2),
        found.source,
        sure,
        dated.printed.cell.page,
        dated.printed.box,
    )


def _near(name: FieldName, one: str, other: str) -> Remark:
    return Remark("near_candidates", {"one": one, "other": other}, (name,))


def _put_number(fields: dict[FieldName, FieldReading], remarks: list[Remark], found: Evidence) -> None:
    if not found.numbers or found.numbers[0].score < 1.5:
        return
    best = found.numbers[0]
    rival = found.numbers[1].score if len(found.numbers) > 1 else 0.0
    fields["invoice_number"] = FieldReading(
        best.text,
        round(min(0.98, max(0.1, best.score / 5)), 2),
        found.source,
        best.score >= 3.6 and best.score - rival > 0.5,
        best.cell.page,
        best.box,
    )
    if best.score - rival <= 0.3:
        remarks.append(_near("invoice_number", best.text, found.numbers[1].text))
