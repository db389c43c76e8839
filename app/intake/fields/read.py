"""From the words of a document to its reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from app.domain.stated import canonical
from app.intake.fields.amounts import Amount, Mark, amounts_in, decimal_mark
from app.intake.fields.cells import Cell, Grid, grid_of
from app.intake.fields.context import all_cells, heading_of, left_of
from app.intake.fields.dates import PrintedDate, dates_in, is_month_first
from app.intake.fields.identifiers import Identified, identifiers_of
from app.intake.fields.labels import weight
from app.intake.fields.numbers import Numbered, numbers_of
from app.intake.fields.parties import parties_of
from app.intake.fields.sums import Figure, Role, Sums, figures_of, judge
from app.intake.fields.supplier import Named, names_of
from app.intake.fields.surroundings import currency_of, kind_of, language_of
from app.intake.fields.vat_table import tables_of
from app.intake.fields.wordings.sums import RATE_NEAR
from app.intake.fields.words import folded
from app.intake.page import Pages
from app.intake.reading import FieldName, FieldReading, Kind, Reading, Remark, Source

LONGEST_TERM: Final = timedelta(days=400)
"""Invoices are due within this after their date."""
CERTAIN: Final = 2.9
"""A score that only words which leave no doubt give."""


class Dated(NamedTuple):
    """A date with its score for one of the two fields."""

    printed: PrintedDate
    day: date
    score: float


class Evidence(NamedTuple):
    """All that the page offers, before anything is chosen."""

    grids: tuple[Grid, ...]
    cells: tuple[Cell, ...]
    mark: Mark
    amounts: tuple[Amount, ...]
    dates: tuple[PrintedDate, ...]
    month_first: bool
    numbers: tuple[Numbered, ...]
    names: tuple[Named, ...]
    identified: tuple[Identified, ...]
    language: str
    source: Source


def evidence_of(pages: Pages) -> Evidence:
    """Find every candidate on the pages."""
    grids = tuple(grid_of(page) for page in pages.pages)
    cells = tuple(all_cells(grids))
    mark = decimal_mark(cells)
    amounts = tuple(amount for cell in cells for amount in amounts_in(cell, mark))
    dates = tuple(printed for cell in cells for printed in dates_in(cell))
    language = language_of(cells)
    texts = [folded(cell.text) for cell in cells]
    is_american = language == "en" and any("$" in cell.text or "USD" in cell.text for cell in cells)
    parties = parties_of(grids)
    source: Source = "ocr" if any(page.source == "ocr" for page in pages.pages) else "text"
    return Evidence(
        grids,
        cells,
        mark,
        amounts,
        dates,
        is_month_first(dates, texts, is_american=is_american),
        tuple(numbers_of(grids)),
        tuple(names_of(grids, parties)),
        tuple(identifiers_of(grids, parties)),
        language,
        source,
    )


def read_pages(pages: Pages) -> Reading:
    """The reading of a document by its words alone."""
    found = evidence_of(pages)
    by_number = {grid.page.number: grid for grid in found.grids}
    if not found.cells:
        return Reading("", "other", warnings=(Remark("no_text"),), page_count=pages.page_count)
    fields: dict[FieldName, FieldReading] = {}
    remarks: list[Remark] = []
    sums = _sums(found, by_number)
    if sums is not None:
        _put_sums(fields, remarks, sums, found)
    _put_currency(fields, found, sums)
    _put_dates(fields, found, by_number)
    _put_number(fields, found)
    _put_supplier(fields, found)
    kind: Kind = kind_of(found.cells)
    if kind == "other" and "gross" in fields and "invoice_number" in fields and "date" in fields:
        kind = "invoice"
    return Reading(
        "",
        kind,
        fields,
        warnings=tuple(remarks),
        language=found.language,
        page_count=pages.page_count,
    )


def _sums(found: Evidence, grids: Mapping[int, Grid]) -> Sums | None:
    last_page = max(grids)
    usable = [a for a in found.amounts if not a.is_percent and (a.decimals == 2 or a.has_currency)]
    whole = [a for a in found.amounts if not a.is_percent and a.decimals == 0 and not a.has_currency]
    figures = figures_of(usable, grids, last_page)
    if not any(figure.score("gross") > 1 for figure in figures):
        figures = figures_of([*usable, *whole], grids, last_page)
    rates = frozenset(
        a.value
        for a in found.amounts
        if a.is_percent and 0 <= a.value <= 30 and _is_rate(a, grids[a.cell.page])
    )
    return judge(
        [f for f in figures if abs(f.value) < Decimal(10) ** 9], rates, tables_of(found.amounts, dict(grids))
    )


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
    is_sure = sums.is_closed and labelled >= 2 and sums.margin > 0.8 and not sums.difference
    for role, figure, value in roles:
        if value is None:
            continue
        place = figure.best.get(role) if figure else None
        confidence = min(0.99, max(0.05, 0.25 + sums.score / 14))
        fields[role] = FieldReading(
            canonical(value),
            round(confidence, 2),
            found.source,
            is_sure and (place is not None or role == "tax"),
            place.cell.page if place else None,
            place.box if place else None,
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


def _put_dates(fields: dict[FieldName, FieldReading], found: Evidence, grids: Mapping[int, Grid]) -> None:
    issued = _ranked("date", found, grids)
    due = _ranked("due_date", found, grids)
    chosen = issued[0] if issued and issued[0].score > -1.5 else None
    if chosen:
        margin = chosen.score - next((d.score for d in issued if d.day != chosen.day), -9.0)
        is_clear = chosen.printed.other is None or _order_is_certain(found)
        fields["date"] = _dated(chosen, found, sure=chosen.score >= 2 and margin > 0.8 and is_clear)
    told = [d for d in due if d.score >= 1]
    fitting = [d for d in told if chosen is None or chosen.day <= d.day <= chosen.day + LONGEST_TERM]
    best = fitting[0] if fitting else next((d for d in told if d.score >= CERTAIN), None)
    if best:
        margin = best.score - next((d.score for d in told if d.day != best.day), -9.0)
        is_clear = best.printed.other is None or _order_is_certain(found)
        is_sure = bool(fitting) and best.score >= 2.5 and margin > 0.8 and is_clear
        fields["due_date"] = _dated(best, found, sure=is_sure)


def _order_is_certain(found: Evidence) -> bool:
    return any(printed.other is None for printed in found.dates) or found.language != "en"


def _ranked(name: str, found: Evidence, grids: Mapping[int, Grid]) -> list[Dated]:
    ranked = []
    for printed in found.dates:
        grid = grids[printed.cell.page]
        since = max(
            (d.end for d in found.dates if d.cell is printed.cell and d.end <= printed.start), default=0
        )
        beside = left_of(grid, printed.cell, printed.start, since=since)
        heading = heading_of(grid, printed.cell)
        near = weight(name, beside[0]) if beside else 0.0
        far = max((weight(name, text) for text in beside[1:2]), default=0.0)
        score = near if near else 0.6 * far
        if heading and abs(near) < 1.4:
            score = max(score, 0.8 * weight(name, folded(heading.text)))
            if weight(name, folded(heading.text)) < 0 and score <= 0:
                score += 0.5 * weight(name, folded(heading.text))
        where = printed.cell.box.y0 / (grid.page.height_pt or 1.0)
        if name == "date":
            score += 0.5 * (1 - where) - 0.4 * (grid.page.number - 1)
        else:
            score -= 0.3 * (grid.page.number - 1)
        day = printed.other if found.month_first and printed.other else printed.day
        ranked.append(Dated(printed, day, score))
    return sorted(ranked, key=lambda dated: dated.score, reverse=True)


def _dated(dated: Dated, found: Evidence, *, sure: bool) -> FieldReading:
    return FieldReading(
        dated.day.isoformat(),
        round(min(0.98, max(0.1, 0.4 + dated.score / 6)), 2),
        found.source,
        sure,
        dated.printed.cell.page,
        dated.printed.box,
    )


def _put_number(fields: dict[FieldName, FieldReading], found: Evidence) -> None:
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


def _put_supplier(fields: dict[FieldName, FieldReading], found: Evidence) -> None:
    kinds: tuple[tuple[str, FieldName], ...] = (
        ("vat", "supplier_vat_id"),
        ("siren", "supplier_siren"),
        ("iban", "iban"),
    )
    for kind, name in kinds:
        candidates: Sequence[Identified] = [i for i in found.identified if i.kind == kind]
        own = sorted((i for i in candidates if i.is_buyers < 1), key=lambda i: i.is_buyers)
        if own:
            best = own[0]
            is_only = len({i.value for i in own}) == 1
            is_sure = is_only and best.is_checked
            fields[name] = FieldReading(
                best.value, 0.9 if is_sure else 0.6, found.source, is_sure, best.cell.page, best.box
            )
    if found.names and found.names[0].score > 0.8:
        name_found = found.names[0]
        rival = found.names[1].score if len(found.names) > 1 else 0.0
        fields["supplier_name"] = FieldReading(
            name_found.text,
            round(min(0.95, max(0.1, 0.3 + (name_found.score - rival) / 4)), 2),
            found.source,
            name_found.score >= 3.5 and name_found.score - rival > 1.5,
            name_found.cell.page,
            name_found.box,
        )
