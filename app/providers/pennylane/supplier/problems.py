"""What the supplier import would refuse or misunderstand, found before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pydantic import JsonValue

from app.client.provider import Submission
from app.domain.money import ZERO, plain
from app.domain.problems import Problem
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import CURRENCIES, DIRECT, VAT_RATES
from app.providers.pennylane.given import day_of, text_of
from app.providers.pennylane.shares import sign_of
from app.providers.pennylane.supplier import wire
from app.providers.pennylane.supplier.suppliers import chosen, may_search
from app.providers.pennylane.vat import charged

TYPES: Final = frozenset(
    {"application/pdf", "image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif"}
)
LARGEST_FILE: Final = 100_000_000
LONGEST_LABEL: Final = 2_000
LONGEST_LEDGER_LABEL: Final = 255
_OPTIONS: Final = "provider_options.pennylane_supplier"


def problems_of(submission: Submission, items: tuple[wire.Item, ...]) -> Iterator[Problem]:
    """All findings."""
    yield from _file(submission)
    yield from _head(submission)
    yield from _supplier(submission)
    yield from _lines(submission, items)
    yield from _options(submission)
    yield from _sums(submission, items)


def _file(submission: Submission) -> Iterator[Problem]:
    file = submission.original
    if file is None:
        yield Problem("", "file_missing", "error")
        return
    if file.content_type not in TYPES:
        yield Problem("", "file_type", "error", {"type": file.content_type})
    if len(file.content) > LARGEST_FILE:
        yield Problem("", "file_too_large", "error", {"size": str(len(file.content) // 1_000_000)})
    if not file.content:
        yield Problem("", "file_empty", "error")


def _head(submission: Submission) -> Iterator[Problem]:
    draft = submission.draft
    dialect = dialect_of(submission.connection)
    if not draft.number.strip():
        yield Problem("number", "number_missing", "warning" if dialect == DIRECT else "error")
    if draft.issue_date is None:
        yield Problem("issue_date", "date_missing", "error")
    elif wire.due_on(submission) < draft.issue_date:
        yield Problem("due_date", "deadline_before_date", "error")
    if draft.currency not in CURRENCIES[dialect]:
        yield Problem("currency", "currency_unknown", "error", {"currency": draft.currency})
    elif draft.currency != "EUR" and not wire.goes_in_euros(submission):
        yield Problem("exchange", "their_rate", "note", {"currency": draft.currency})
    if sign_of(draft, submission.totals) < 0:
        yield Problem("kind", "credit_note_turned", "warning")
    elif draft.kind == "invoice" and submission.totals.gross < 0:
        yield Problem("kind", "negative_invoice", "warning")
    if dialect != DIRECT and not submission.connection.base_url.strip():
        yield Problem("", "gateway_address_missing", "error")


def _supplier(submission: Submission) -> Iterator[Problem]:
    told = chosen(submission)
    if told:
        if not (told.isascii() and told.isdecimal()):
            yield Problem(f"{_OPTIONS}.supplier_id", "supplier_id_unfit", "error")
        return
    if not may_search(submission.connection):
        yield Problem(f"{_OPTIONS}.supplier_id", "supplier_id_needed", "error")
    if not submission.draft.seller.name.strip():
        yield Problem("seller.name", "supplier_name_missing", "error")


def _lines(submission: Submission, items: tuple[wire.Item, ...]) -> Iterator[Problem]:
    allowed = frozenset(VAT_RATES[dialect_of(submission.connection)])
    place = wire.label_place(submission)
    if not items:
        yield Problem("rows", "no_lines", "error")
    for item in items:
        share = item.share
        root = {"line": f"rows.{share.id}", "adjustment": f"adjustments.{share.id}"}.get(
            share.source, "discount"
        )
        rate = charged(item.code)
        stated = {"code": item.code, "rate": plain(share.vat[1].normalize() if share.vat[1] else ZERO)}
        if not item.code:
            stated["category"] = share.vat[0]
            yield Problem(f"{root}.vat_rate", "no_vat_code", "error", stated)
        elif item.code not in allowed or rate is None:
            yield Problem(f"{root}.vat_code", "vat_code_unknown", "error", stated)
        elif rate != share.vat[1]:
            yield Problem(f"{root}.vat_code", "vat_code_other_rate", "error", stated)
        if place == "ledger_entry" and len(share.label) > LONGEST_LEDGER_LABEL:
            yield Problem(f"{root}.label", "label_too_long", "error", {"most": str(LONGEST_LEDGER_LABEL)})
        yield from _line_options(item, root)


def _line_options(item: wire.Item, root: str) -> Iterator[Problem]:
    options = _json(item)
    account = text_of(options, "ledger_account_id")
    if account and not (account.isascii() and account.isdecimal()):
        yield Problem(f"{root}.{_OPTIONS}.ledger_account_id", "ledger_account_unfit", "error")
    given = [text_of(options, f"imputation_{edge}") for edge in ("start", "end")]
    start, end = (day_of(options, f"imputation_{edge}") for edge in ("start", "end"))
    if any(given) and (start is None or end is None or end < start):
        yield Problem(f"{root}.{_OPTIONS}.imputation_start", "imputation_incomplete", "error")


def _options(submission: Submission) -> Iterator[Problem]:
    options = submission.options
    names = ("banking_provider", "provider_field_name", "provider_field_value")
    given = [text_of(options, f"transaction_reference.{name}") for name in names]
    if any(given) and not all(given):
        yield Problem(f"{_OPTIONS}.transaction_reference.banking_provider", "transaction_incomplete", "error")
    label = text_of(options, "label")
    if len(label) > LONGEST_LABEL:
        yield Problem(f"{_OPTIONS}.label", "label_too_long", "error", {"most": str(LONGEST_LABEL)})
    if label and dialect_of(submission.connection) != DIRECT:
        yield Problem(f"{_OPTIONS}.label", "label_not_on_gateway", "warning")


def _sums(submission: Submission, items: tuple[wire.Item, ...]) -> Iterator[Problem]:
    totals = submission.totals
    if any(extra.amount and extra.rate >= 0 for extra in totals.additional_taxes):
        yield Problem("additional_taxes", "extra_tax", "error")
        return
    gross, tax = wire.sums_of(item.share for item in items)
    bearable = len(items) * Decimal(1).scaleb(-totals.decimals)
    if max(abs(gross - totals.gross), abs(tax - totals.tax)) > bearable:
        yield Problem("rows", "sums_apart", "error", {"lines": plain(gross), "gross": plain(totals.gross)})
    if totals.payable != totals.gross:
        params = {"gross": plain(totals.gross), "payable": plain(totals.payable)}
        yield Problem("prepaid", "payable_is_gross", "warning", params)


def _json(item: wire.Item) -> dict[str, JsonValue]:
    return {name: value for name, value in item.options.items() if isinstance(value, str | int)}
