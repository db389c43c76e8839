"""The totals block and the sentences below it, in words. Every figure is taken from the totals as it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

from app.documents.view.rows import reduction
from app.documents.view.said import Reason, RowView, Said, TotalView, Voice
from app.domain.draft import Draft
from app.domain.rows import VatCategory
from app.domain.totals import Totals, VatGroup

_WITH_RATE: frozenset[VatCategory] = frozenset({"S", "Z", "L", "M"})
REASON: Callable[[RowView], Reason] = attrgetter("reason")
_SENTENCES: frozenset[VatCategory] = frozenset({"AE", "K", "G", "E", "O", "B"})
_SEVERAL = 2
_SMALL_BUSINESS_CODES = frozenset({"VATEX-FR-FRANCHISE"})


def total_views(draft: Draft, totals: Totals, voice: Voice) -> tuple[TotalView, ...]:
    """The rows of the totals block, which add up from top to bottom."""
    labels, figures = voice.labels, voice.figures
    views: list[TotalView] = []

    def add(label: str, amount: Decimal, path: str) -> None:
        views.append(TotalView(label, figures.amount(amount), path))

    if draft.discount is not None or totals.adjustments:
        add(labels["subtotal"], totals.lines_net, "rows")
    if draft.discount is not None:
        percent = draft.discount.value if draft.discount.kind == "percent" else None
        label = reduction(labels["discount"], percent, "", voice)
        if draft.discount.reason:
            label = labels.fill("with_reason", label=label, reason=draft.discount.reason)
        add(label, -totals.discount, "discount")
    for adjustment, done in totals.adjustments:
        name = "shipping" if adjustment.kind == "shipping" else "charge" if done.is_charge else "allowance"
        label = reduction(labels[name], done.percent, adjustment.reason, voice, basis=adjustment.base)
        if adjustment.kind == "shipping" and adjustment.reason:
            label = labels.fill("with_reason", label=labels["shipping"], reason=adjustment.reason)
        add(label, done.amount if done.is_charge else -done.amount, f"adjustments.{adjustment.id}.amount")
    add(labels["total_net"], totals.net, "rows")
    for group in totals.vat:
        if group.category != "O":
            add(_vat_label(group, voice), group.tax, "rows")
    for extra in totals.additional_taxes:
        withheld = extra.rate < 0
        if not withheld:
            label = extra.label or labels["additional_tax"]
            add(_tax_label(label, extra.rate, extra.basis, voice), extra.amount, "additional_taxes")
    add(_gross_label(totals, voice), totals.gross, "rows")
    for extra in totals.additional_taxes:
        if extra.rate < 0:
            label = extra.label or labels["withheld"]
            add(_tax_label(label, extra.rate, extra.basis, voice), extra.amount, "additional_taxes")
    if totals.prepaid:
        add(labels["prepaid"], -totals.prepaid, "prepaid")
    if totals.rounding:
        add(labels["rounding"], totals.rounding, "rounding_amount")
    payable = "to_credit" if draft.kind == "credit_note" else "to_pay"
    views.append(TotalView(labels[payable], figures.money(totals.payable), "currency", is_payable=True))
    return tuple(views)


def note_views(draft: Draft, totals: Totals, rows: tuple[RowView, ...], voice: Voice) -> tuple[Said, ...]:
    """Why no VAT is charged, how it was rounded, and what the document is worth at home."""
    notes = [Said(text, "rows") for text in _exemptions(totals, rows, voice)]
    if draft.rounding == "per_line":
        notes.append(Said(voice.labels["rounded_per_line"], "rounding"))
    if draft.vat_on_debits:
        notes.append(Said(voice.labels["vat_on_debits"], "vat_on_debits"))
    notes.extend(Said(text, "exchange") for text in _exchange(draft, totals, voice))
    return tuple(notes)


def _exemptions(totals: Totals, rows: tuple[RowView, ...], voice: Voice) -> list[str]:
    given: dict[str, dict[str, None]] = {}
    categories: set[str] = {group.category for group in totals.vat}
    for category, reason, code in dict.fromkeys(map(REASON, rows)):
        if category:
            sentence = reason or _stock_sentence(category, code, voice)
            text = f"{sentence} [{code}]" if code else sentence
            given.setdefault(category, {})[text.strip()] = None
    texts: list[str] = []
    for group in totals.vat:
        category = group.category
        if category not in categories:
            continue
        categories.discard(category)
        sentences = list(given.get(category, {}))
        if not sentences and category in _SENTENCES:
            sentences = [_stock_sentence(category, group.exemption_code, voice)]
        prefix = "" if category in _WITH_RATE else f"{category} – "
        texts.extend(prefix + sentence for sentence in sentences if sentence)
    return texts


def _stock_sentence(category: str, code: str, voice: Voice) -> str:
    if code.upper() in _SMALL_BUSINESS_CODES:
        return voice.labels["exempt_small_business"]
    return voice.labels[f"exempt_{category}"] if category in _SENTENCES else ""


def _vat_label(group: VatGroup, voice: Voice) -> str:
    rate, basis = voice.figures.percent(group.rate), voice.figures.amount(group.basis)
    if group.category in _WITH_RATE:
        return voice.labels.fill("vat_on", rate=rate, basis=basis)
    return voice.labels.fill("vat_category_on", rate=rate, category=group.category, basis=basis)


def _gross_label(totals: Totals, voice: Voice) -> str:
    """Where several rows of VAT make up the tax, their sum is said here (BT-110)."""
    label = voice.labels["total_gross"]
    if sum(1 for group in totals.vat if group.tax) < _SEVERAL:
        return label
    return voice.labels.fill("total_gross_with_tax", label=label, tax=voice.figures.amount(totals.tax))


def _tax_label(label: str, rate: Decimal, basis: Decimal, voice: Voice) -> str:
    percent = voice.figures.percent(rate)
    return voice.labels.fill("percent_on", label=label, percent=percent, basis=voice.figures.amount(basis))


def _exchange(draft: Draft, totals: Totals, voice: Voice) -> list[str]:
    exchange, home = draft.exchange, totals.home
    if exchange is None or home is None:
        return []
    labels, figures = voice.labels, voice.figures
    one = figures.rate(Decimal(1), totals.currency)
    text = labels.fill("exchange_rate", one=one, rate=figures.rate(home.rate, home.currency))
    if exchange.rate_date is not None:
        text = labels.fill(
            "exchange_as_of", rate=text, date=figures.conventions.long_date(exchange.rate_date)
        )
    if exchange.source:
        text = labels.fill("with_reason", label=text, reason=exchange.source)
    worth = labels.fill(
        "home_equivalent",
        net=figures.money(home.net, home.currency),
        tax=figures.money(home.tax, home.currency),
        gross=figures.money(home.gross, home.currency),
        payable=figures.money(home.payable, home.currency),
    )
    return [text, worth]
