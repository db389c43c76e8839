"""What V1 would refuse or misunderstand, found before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.client.provider import Submission
from app.domain.money import ZERO, plain
from app.domain.problems import Problem
from app.providers.pennylane.given import day_of, number_of, pairs_of, text_of
from app.providers.pennylane.v1 import wire
from app.providers.pennylane.vat import charged

_URL: Final = re.compile(r"https://[^\s/?#@]+\.[^\s/?#@]+/[^\s]+")
_REFERENCE: Final = re.compile(r"[A-Za-z0-9_-]{1,255}")
_OPTIONS: Final = "provider_options.pennylane_v1"


def problems_of(submission: Submission, items: tuple[wire.Item, ...]) -> Iterator[Problem]:
    """All findings; the last is the note on the end of V1."""
    yield from _head(submission)
    yield from _file(submission)
    yield from _customer(submission)
    yield from _lines(items)
    yield from _options(submission)
    yield from _sums(submission)
    yield Problem("", "v1_announced_end", "note")


def _head(submission: Submission) -> Iterator[Problem]:
    draft = submission.draft
    if not draft.number.strip():
        yield Problem("number", "number_required", "error")
    reference = draft.external_reference.strip()
    if reference and not _REFERENCE.fullmatch(reference):
        yield Problem("external_reference", "reference_not_searchable", "error")
    if wire.due_on(submission) < wire.issued_on(submission):
        yield Problem("due_date", "deadline_before_date", "error")
    if draft.kind == "credit_note":
        yield Problem("kind", "credit_note_by_sign", "warning")


def _file(submission: Submission) -> Iterator[Problem]:
    url = text_of(submission.options, "file_url")
    if not url:
        if submission.page is None:
            yield Problem("", "page_missing", "error")
        return
    if not _URL.fullmatch(url):
        yield Problem(f"{_OPTIONS}.file_url", "file_url_unfit", "error")
        return
    if text_of(submission.connection.settings, "file_url"):
        yield Problem(f"{_OPTIONS}.file_url", "file_url_of_connection", "error")
    yield Problem(f"{_OPTIONS}.file_url", "file_url_once", "note")
    number = re.sub(r"[^a-z0-9]", "", submission.draft.number.lower())
    if not number or number not in re.sub(r"[^a-z0-9]", "", url.lower()):
        yield Problem(f"{_OPTIONS}.file_url", "file_url_looks_shared", "warning")


def _customer(submission: Submission) -> Iterator[Problem]:
    whom = wire.customer(submission)
    if not whom.is_new:
        if not whom.source_id:
            yield Problem(f"{_OPTIONS}.customer_source_id", "customer_unknown", "error")
        return
    if whom.kind == "individual":
        if not all(wire.names_of(submission)):
            yield Problem("buyer.name", "two_names_needed", "error")
    elif not submission.draft.buyer.name.strip():
        yield Problem("buyer.name", "customer_needs", "error", {"member": "name"})
    said = {part.member: part.text for part in whom.parts}
    wanted = ("country_alpha2",) if whom.kind == "individual" else _ADDRESS
    for member in wanted:
        if not said.get(member):
            yield Problem(_address_path(submission, member), "customer_needs", "error", {"member": member})


_ADDRESS: Final = ("address", "postal_code", "city", "country_alpha2")
_MEMBERS: Final = {
    "address": "line1",
    "postal_code": "postal_code",
    "city": "city",
    "country_alpha2": "country",
}


def _address_path(submission: Submission, member: str) -> str:
    root = "billing_address" if submission.draft.billing_address is not None else "buyer.addresses.0"
    return f"{root}.{_MEMBERS[member]}"


def _lines(items: tuple[wire.Item, ...]) -> Iterator[Problem]:
    if not any(item.line for item in items):
        yield Problem("rows", "no_lines", "error")
    for item in items:
        share = item.share
        root = {"line": f"rows.{share.id}", "adjustment": f"adjustments.{share.id}"}.get(
            share.source, "discount"
        )
        if not share.label.strip():
            yield Problem(f"{root}.label", "label_required", "error")
        rate = charged(item.code)
        stated = {"code": item.code, "rate": plain(share.vat[1].normalize() if share.vat[1] else ZERO)}
        if not item.code:
            stated["category"] = share.vat[0]
            yield Problem(f"{root}.vat_rate", "no_vat_code", "error", stated)
        elif item.code not in wire.CODES or rate is None:
            yield Problem(f"{root}.vat_code", "vat_code_unknown", "error", stated)
        elif rate != share.vat[1]:
            yield Problem(f"{root}.vat_code", "vat_code_other_rate", "error", stated)
        if item.line and item.product:
            if item.states_price and item.price is None:
                yield Problem(f"{root}.unit_price", "product_price_inexact", "error")
            elif not item.states_price:
                yield Problem(f"{root}.unit_price", "product_price_theirs", "warning")


def _options(submission: Submission) -> Iterator[Problem]:
    options = submission.options
    start, end = (text_of(options, f"imputation_{edge}") for edge in ("start", "end"))
    first, last = day_of(options, "imputation_start"), day_of(options, "imputation_end")
    if (start or end) and (first is None or last is None or last < first):
        yield Problem(f"{_OPTIONS}.imputation_start", "imputation_incomplete", "error")
    names = ("banking_provider", "provider_field_name", "provider_field_value")
    given = [text_of(options, f"transactions_reference.{name}") for name in names]
    if any(given) and not all(given):
        yield Problem(
            f"{_OPTIONS}.transactions_reference.banking_provider", "transaction_incomplete", "error"
        )
    for source_id, value in pairs_of(options, "categories.weight"):
        weight = number_of(value)
        if value not in (None, "") and (weight is None or not 0 < weight <= 1):
            yield Problem(f"{_OPTIONS}.categories.weight", "category_weight", "error", {"name": source_id})
    for source_id, value in pairs_of(options, "categories.amount"):
        if number_of(value) is None:
            yield Problem(f"{_OPTIONS}.categories.amount", "category_amount", "error", {"name": source_id})


def _sums(submission: Submission) -> Iterator[Problem]:
    totals = submission.totals
    if any(extra.amount and extra.rate >= 0 for extra in totals.additional_taxes):
        yield Problem("additional_taxes", "extra_tax", "error")
    if totals.payable != totals.gross:
        params = {"gross": plain(totals.gross), "payable": plain(totals.payable)}
        yield Problem("prepaid", "payable_is_gross", "warning", params)
