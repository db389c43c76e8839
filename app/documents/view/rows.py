"""Lines and section heads in words; each is worded anew only when it changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import compress, count
from operator import not_

from app.documents.ends import common_ends
from app.documents.labels import Labels
from app.documents.text import isolated
from app.documents.view.said import NO_REASON, LineView, RowView, Said, SectionView, Voice, joined, said
from app.domain.draft import Draft
from app.domain.rows import Line, Product, Section
from app.domain.totals import AdjustmentTotals, LineTotals, SectionTotals, Totals

# Without a rate of their own these say their category instead; the sentence below the totals explains it.
_SPOKEN_BY_CATEGORY = frozenset({"AE", "K", "G", "E", "O"})
_ONE = Decimal(1)
_FORGET_OVER = 1_000
_NO_SECTION = SectionView("", "", "", "", "", True, True, True, True)


class RowWriter:
    """Words the rows of one document after another state of it; remembers what has not changed."""

    def __init__(self) -> None:
        self._forget(None)

    def _forget(self, voice_key: object) -> None:
        self._voice_key = voice_key
        self._source: tuple[Line | Section, ...] = ()
        self._figures: tuple[LineTotals, ...] = ()
        self._are_lines: list[bool] = []
        self._views: list[RowView] = []
        self._lines: dict[str, tuple[Line, LineTotals, LineView]] = {}
        self._sections: dict[str, tuple[SectionTotals, SectionView]] = {}

    def write(self, draft: Draft, totals: Totals, voice: Voice, voice_key: object) -> tuple[RowView, ...]:
        """A view of each row, the same object as before for rows and figures that are the same objects."""
        if voice_key != self._voice_key:
            self._forget(voice_key)
        rows, figures = draft.rows, totals.lines
        head, tail = common_ends(self._source, rows)
        same_head, same_tail = common_ends(self._figures, figures)
        if self._are_lines[:head].count(True) > same_head:
            head = 0
        tail_start = len(self._source) - tail
        if self._are_lines[tail_start:].count(True) > same_tail:
            tail, tail_start = 0, len(self._source)
        end = len(rows) - tail
        middle = rows[head:end]
        are_lines = [isinstance(row, Line) for row in middle]
        first_line = self._are_lines[:head].count(True)
        views: list[RowView] = self._views[:head]
        views += self._word(middle, figures[first_line : first_line + are_lines.count(True)], voice)
        views += self._views[tail_start:]
        self._are_lines = [*self._are_lines[:head], *are_lines, *self._are_lines[tail_start:]]
        self._source, self._figures = rows, figures
        self._word_sections(views, totals, voice)
        self._views = views
        if len(self._lines) > 2 * len(rows) + _FORGET_OVER:
            self._lines = {}
        return tuple(views)

    def _word(
        self, rows: tuple[Line | Section, ...], figures: tuple[LineTotals, ...], voice: Voice
    ) -> list[RowView]:
        known = self._lines
        views: list[RowView] = []
        done_lines = iter(figures)
        for row in rows:
            if isinstance(row, Line):
                done = next(done_lines)
                entry = known.get(row.id)
                if entry is None or entry[0] is not row or entry[1] is not done:
                    entry = known[row.id] = (row, done, line_view(row, done, voice))
                views.append(entry[2])
            else:
                views.append(_NO_SECTION)
        return views

    def _word_sections(self, views: list[RowView], totals: Totals, voice: Voice) -> None:
        known, kept = self._sections, {}
        places = compress(count(), map(not_, self._are_lines))
        for place, section in zip(places, totals.sections, strict=True):
            section_id = section.section.id
            entry = known.get(section_id)
            if entry is None or (entry[0] is not section and entry[0] != section):
                entry = (section, section_view(section, voice))
            kept[section_id] = entry
            views[place] = entry[1]
        self._sections = kept


def line_view(line: Line, done: LineTotals, voice: Voice) -> LineView:
    """One line in words."""
    figures = voice.figures
    unit = voice.labels.unit(line.unit, line.quantity)
    quantity = figures.quantity(line.quantity)
    path = "rows." + line.id + "."
    given = line.exemption_reason or line.exemption_code
    return LineView(
        row_id=line.id,
        label=Said(line.label, path + "label"),
        details=_details(line, done, voice, path),
        quantity=f"{quantity}\u00a0{isolated(unit)}" if unit else quantity,
        price=figures.price(line.unit_price),
        price_note=_price_note(line, voice),
        vat=_vat(line, voice),
        net=figures.amount(done.net),
        gross=figures.amount(done.gross) if voice.shows_gross else "",
        reason=(line.vat_category, line.exemption_reason, line.exemption_code) if given else NO_REASON,
    )


def section_view(done: SectionTotals, voice: Voice) -> SectionView:
    """A section head in words; it is numbered unless its title begins with a number of its own."""
    section = done.section
    title = section.title
    if not title[:1].isdigit():
        title = joined((str(done.rank), title))
    return SectionView(
        row_id=section.id,
        title=title,
        text=section.text,
        net=voice.figures.amount(done.net),
        gross=voice.figures.amount(done.gross),
        shows_subtotal=section.show_subtotal,
        shows_prices=section.show_prices,
        shows_quantities=section.show_quantities,
        shows_lines=section.show_lines,
    )


def period(start: date | None, end: date | None, voice: Voice) -> str:
    """A period in words, empty without dates."""
    day: Callable[[date], str] = voice.figures.conventions.long_date
    if start is not None and end is not None:
        return day(start) if start == end else voice.figures.conventions.period(start, end)
    if start is not None:
        return voice.labels.fill("period_from", start=day(start))
    return voice.labels.fill("period_until", end=day(end)) if end is not None else ""


def reduction(
    label: str, percent: Decimal | None, reason: str, voice: Voice, *, basis: Decimal | None = None
) -> str:
    """The words for an allowance, charge or discount: what it is, its percentage, of what if that is said."""
    text = reason or label
    if percent is None:
        return text
    points = voice.figures.percent(percent)
    if basis is None:
        return voice.labels.fill("percent_of", label=text, percent=points)
    return voice.labels.fill("percent_on", label=text, percent=points, basis=voice.figures.price(basis))


def _vat(line: Line, voice: Voice) -> str:
    if not line.vat_rate and line.vat_category in _SPOKEN_BY_CATEGORY:
        return line.vat_category
    return voice.figures.percent(line.vat_rate or Decimal(0))


def _price_note(line: Line, voice: Voice) -> str:
    notes = []
    if line.price_base_quantity != _ONE:
        notes.append(
            voice.labels.fill("price_per", quantity=voice.figures.quantity(line.price_base_quantity))
        )
    if line.price_entry == "gross" and voice.marks_gross:
        notes.append(voice.labels["price_includes_vat"])
    return " ".join(notes)


def _details(line: Line, done: LineTotals, voice: Voice, path: str) -> tuple[Said, ...]:
    labels = voice.labels
    details: list[Said] = []
    if line.description.strip():
        details.append(Said(line.description.strip("\r\n"), path + "description"))
    list_price = line.list_price
    if list_price is not None:
        details.append(Said(_list_price(line, list_price, voice), path + "price_discount"))
    if line.product is not None:
        details += said(_product(line.product, labels), path + "product")
    if line.service_start is not None or line.service_end is not None:
        details.append(Said(period(line.service_start, line.service_end, voice), path + "service_start"))
    if line.discount is not None:
        percent = line.discount.value if line.discount.kind == "percent" else None
        text = reduction(labels["discount"], percent, line.discount.reason, voice)
        details.append(Said(_with_amount(text, -done.discount, voice), path + "discount"))
    for adjustment, figure in zip(line.adjustments, done.adjustments, strict=True):
        details.append(Said(_adjustment(figure, adjustment.reason, voice), path + "adjustments"))
    if line.order_line_reference:
        text = labels.fill("order_line", reference=line.order_line_reference)
        details.append(Said(text, path + "order_line_reference"))
    if line.accounting_reference:
        text = labels.fill("accounting_reference", reference=line.accounting_reference)
        details.append(Said(text, path + "accounting_reference"))
    for extra in line.custom_fields:
        details += said(_named(extra.name, extra.value, voice), path + "custom_fields")
    return tuple(details)


def _list_price(line: Line, list_price: Decimal, voice: Voice) -> str:
    price = voice.figures.price(list_price)
    if not line.price_discount:
        return voice.labels.fill("list_price", price=price)
    discount = voice.figures.price(line.price_discount)
    return voice.labels.fill("list_price_less", price=price, discount=discount)


def _product(product: Product, labels: Labels) -> str:
    codes = (
        ("seller_code", product.seller_code),
        ("buyer_code", product.buyer_code),
        ("standard_code", product.standard_code),
    )
    return joined(labels.fill(name, code=code) for name, code in codes if code)


def _adjustment(figure: AdjustmentTotals, reason: str, voice: Voice) -> str:
    label = voice.labels["charge" if figure.is_charge else "allowance"]
    amount = figure.amount if figure.is_charge else -figure.amount
    text = reduction(label, figure.percent, reason, voice, basis=figure.base)
    return _with_amount(text, amount, voice)


def _with_amount(label: str, amount: Decimal, voice: Voice) -> str:
    return voice.labels.fill("with_amount", label=label, amount=voice.figures.amount(amount))


def _named(name: str, value: str, voice: Voice) -> str:
    return voice.labels.fill("with_amount", label=name, amount=value) if name and value else name or value
