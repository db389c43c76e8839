"""A draft and its totals in the words of the document's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from operator import attrgetter

from app.documents.ends import Tally
from app.documents.labels import Labels
from app.documents.numbers import Figures, conventions_for, document_locale
from app.documents.view.parties import buyer_view, delivery_view, payee_view, representative_view, seller_view
from app.documents.view.payment import payment_lines, qr_payload
from app.documents.view.rows import RowWriter, period
from app.documents.view.said import (
    NO_REASON,
    Closing,
    Columns,
    Fact,
    Heading,
    PaperView,
    PartyView,
    RowView,
    Said,
    Voice,
    said,
)
from app.documents.view.sums import REASON, note_views, total_views
from app.domain.draft import Draft
from app.domain.rows import PriceEntry
from app.domain.totals import LineTotals, Totals

_PRICE_ENTRY: Callable[[LineTotals], PriceEntry] = attrgetter("line.price_entry")


class PaperWriter:
    """Words one document after another state of it; rows that have not changed keep their views."""

    def __init__(self) -> None:
        self._rows = RowWriter()
        self._entries = Tally(_PRICE_ENTRY)
        self._reasons = Tally(REASON)

    def write(self, draft: Draft, totals: Totals, *, is_draft: bool) -> PaperView:
        """The whole document in words."""
        locale = document_locale(draft.language, draft.seller.country)
        overrides = draft.paper.label_overrides
        entries = self._entries.values(totals.lines)
        voice = Voice(
            Labels(draft.language, overrides),
            Figures(conventions_for(locale), totals.currency, totals.decimals),
            marks_gross=len(entries) > 1,
            shows_gross="gross" in entries,
        )
        labels = voice.labels
        voice_key = (draft.language, locale, totals.decimals, frozenset(entries), tuple(overrides.items()))
        rows = self._rows.write(draft, totals, voice, voice_key)
        gives_reasons = bool(self._reasons.values(rows) - {NO_REASON})
        heading = _heading(draft, voice, is_draft=is_draft)
        return PaperView(
            draft=draft,
            language=draft.language,
            locale=locale,
            is_draft=is_draft,
            watermark=labels["draft"] if is_draft else "",
            heading=heading,
            columns=_columns(draft, entries, labels),
            rows=rows,
            closing=_closing(draft, totals, rows if gives_reasons else (), voice),
            running_head=labels.fill("running_head", title=heading.title, number=heading.number.text).strip(),
            subtotal_label=labels["section_subtotal"],
            carried_label=labels["carried_forward"],
            brought_label=labels["brought_forward"],
            labels=labels,
            figures=voice.figures,
        )


def _heading(draft: Draft, voice: Voice, *, is_draft: bool) -> Heading:
    labels = voice.labels
    number = labels["draft"] if is_draft else labels.fill("number", number=draft.number)
    billing_path = "billing_address" if draft.billing_address is not None else "buyer.addresses"
    return Heading(
        title=draft.title or labels[draft.kind],
        number=Said(number if is_draft or draft.number else "", "number"),
        dates=_dates(draft, voice),
        seller=seller_view(draft.seller, voice),
        buyer=buyer_view(draft.buyer, draft.bill_to, billing_path, voice),
        others=tuple(_others(draft, voice)),
        facts=tuple(_facts(draft, voice)),
        subject=Said(draft.subject, "subject"),
        paragraphs=(*said(draft.description, "description"), *said(draft.free_text, "free_text")),
    )


def _others(draft: Draft, voice: Voice) -> Iterator[PartyView]:
    delivery = draft.deliver_to
    if delivery is not None:
        path = "shipping_address" if draft.shipping_address is not None else "buyer.addresses"
        yield delivery_view(draft.buyer, delivery, path, voice)
    if draft.tax_representative is not None:
        yield representative_view(draft.tax_representative, voice)
    if draft.payee is not None:
        yield payee_view(draft.payee, voice)


def _dates(draft: Draft, voice: Voice) -> tuple[Said, ...]:
    day = voice.figures.conventions.long_date
    dates = []
    if draft.issue_date is not None:
        dates.append(Said(day(draft.issue_date), "issue_date"))
    if draft.due_date is not None:
        dates.append(Said(voice.labels.fill("due_on", date=day(draft.due_date)), "due_date"))
    return tuple(dates)


def _facts(draft: Draft, voice: Voice) -> list[Fact]:
    labels = voice.labels
    day = voice.figures.conventions.long_date
    facts = []
    for preceding in draft.preceding_invoices:
        text = preceding.number
        if preceding.issue_date is not None:
            text = labels.fill("preceding_invoice_dated", number=text, date=day(preceding.issue_date))
        label = "preceding_invoice" if draft.kind == "credit_note" else "earlier_invoice"
        facts.append(Fact(labels[label], text, "preceding_invoices"))
    if draft.delivery_date is not None:
        facts.append(Fact(labels["delivery_date"], day(draft.delivery_date), "delivery_date"))
    span = period(draft.service_start, draft.service_end, voice)
    if span:
        facts.append(Fact(labels["service_period"], span, "service_start"))
    facts.extend(
        Fact(labels["booked_under" if name == "accounting_reference" else name], value, name)
        for name, value in (
            ("purchase_order", draft.purchase_order),
            ("buyer_reference", draft.buyer_reference),
            ("contract_reference", draft.contract_reference),
            ("project_reference", draft.project_reference),
            ("sales_order", draft.sales_order),
            ("despatch_advice", draft.despatch_advice),
            ("receiving_advice", draft.receiving_advice),
            ("tender_reference", draft.tender_reference),
            ("object_reference", draft.object_reference),
            ("accounting_reference", draft.accounting_reference),
        )
        if value.strip()
    )
    facts.extend(
        Fact(extra.name, extra.value, "custom_fields")
        for extra in draft.custom_fields
        if extra.name or extra.value
    )
    return facts


def _columns(draft: Draft, entries: Set[PriceEntry], labels: Labels) -> Columns:
    only_gross = entries == {"gross"} or (not entries and draft.price_entry == "gross")
    paper = draft.paper
    return Columns(
        number=labels["line_number"] if paper.show_line_numbers else "",
        description=labels["description"],
        quantity=labels["quantity"],
        price=(labels["unit_price_gross"] if only_gross else labels["unit_price"])
        if paper.show_unit_price
        else "",
        vat=labels["vat"] if paper.show_vat_column else "",
        gross=labels["gross_amount"] if "gross" in entries else "",
        net=labels["net_amount"],
    )


def _closing(draft: Draft, totals: Totals, rows: tuple[RowView, ...], voice: Voice) -> Closing:
    qr = qr_payload(draft, totals)
    return Closing(
        totals=total_views(draft, totals, voice),
        notes=note_views(draft, totals, rows, voice),
        paragraphs=said(draft.memo, "memo"),
        payment=payment_lines(draft, voice),
        legal=(*said(draft.special_mention, "special_mention"), *said(draft.footer, "footer")),
        qr=qr,
        qr_caption=voice.labels["qr_caption"] if qr else "",
    )
