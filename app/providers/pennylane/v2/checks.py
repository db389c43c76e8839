"""What Pennylane would refuse, found before anything is sent, with the field it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.client.provider import Submission
from app.domain.money import plain
from app.domain.problems import Problem, Severity
from app.providers.pennylane import vat
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import CURRENCIES, DIRECT, VAT_RATES
from app.providers.pennylane.v2 import wire
from app.providers.pennylane.v2.held import PRICE_DECIMALS, HeldDocument, HeldLine
from app.providers.pennylane.v2.options import OPTIONS, chosen, is_on, of_line

LONGEST_DESCRIPTION: Final = 5_000
LONGEST_MENTION: Final = 20_000
LONGEST_NAME: Final = 1_000


def problems(submission: Submission, held: HeldDocument) -> Iterator[Problem]:
    """All findings, errors and warnings, in the order of the form."""
    yield from _connection(submission)
    yield from _document(submission, held)
    yield from _buyer(submission, held)
    if not held.lines:
        yield _problem("rows", "problem.needs_line")
    for line in held.lines:
        yield from _line(submission, held, line)
    yield from _sums(submission, held)
    yield from _choices(submission, held)


def _connection(submission: Submission) -> Iterator[Problem]:
    connection = submission.connection
    if dialect_of(connection) == DIRECT:
        return
    if not connection.base_url and connection.mode != "practice":
        yield _problem("", "problem.needs_base_url")
    if not connection.settings.get("x_source_software"):
        yield _problem("", "problem.needs_software")


def _document(submission: Submission, held: HeldDocument) -> Iterator[Problem]:
    draft = submission.draft
    if draft.currency not in CURRENCIES[held.dialect]:
        yield _problem("currency", "problem.currency_not_taken", currency=draft.currency)
    if held.deadline < held.day:
        yield _problem("due_date", "problem.due_before_issue")
    if len(draft.description) > LONGEST_DESCRIPTION:
        yield _problem("description", "problem.too_long", limit=str(LONGEST_DESCRIPTION))
    if len(held.mention) > LONGEST_MENTION:
        yield _problem("special_mention", "problem.too_long", limit=str(LONGEST_MENTION))
    if draft.kind == "credit_note" and held.totals.gross >= 0:
        yield _problem("kind", "problem.credit_note_positive")
    if draft.kind == "invoice" and held.totals.gross < 0:
        yield _problem("kind", "problem.invoice_negative", "warning")
    if not held.is_draft:
        yield _problem("", "problem.final_stands", "note")


def _buyer(submission: Submission, held: HeldDocument) -> Iterator[Problem]:
    buyer = submission.draft.buyer
    picked = chosen(submission, "customer_id")
    if picked or submission.known.get(f"customer:{buyer.contact_id}"):
        return
    if not buyer.name.strip():
        yield _problem("buyer.name", "problem.needs_buyer")
    if not is_on(submission, "create_customer"):
        if held.dialect != DIRECT and not is_on(submission, "searches_on_gateway"):
            yield _problem("buyer.name", "problem.needs_customer_id")
        return
    if not wire.is_whole(submission.draft.bill_to):
        yield _problem("buyer.addresses", "problem.needs_address")
    if chosen(submission, "customer_type") == "individual":
        first, last = wire.names_of(buyer.name)
        if not first or not last:
            yield _problem("buyer.name", "problem.needs_two_names")
        if max(len(first), len(last)) > LONGEST_NAME:
            yield _problem("buyer.name", "problem.too_long", limit=str(LONGEST_NAME))


def _line(submission: Submission, held: HeldDocument, line: HeldLine) -> Iterator[Problem]:
    row, at = line.row, line.place
    if not line.label.strip():
        yield _problem(f"{at}.label", "problem.needs_label")
    if not line.code:
        rate, category = plain(line.rate.normalize()), line.category
        country = submission.draft.seller.country or "FR"
        yield _problem(f"{at}.vat_rate", "problem.vat_no_code", rate=rate, category=category, country=country)
    elif line.code not in VAT_RATES[held.dialect]:
        yield _problem(f"{at}.vat_code", "problem.vat_code_unknown", code=line.code)
    if row is None:
        return
    if row.vat_code and vat.held(row.vat_code, row.vat_category):
        stated = row.vat_rate or 0
        if line.rate != stated:
            charged = plain(line.rate)
            yield _problem(f"{at}.vat_code", "problem.vat_code_differs", code=row.vat_code, rate=charged)
    exact = row.unit_price / row.price_base_quantity if row.price_base_quantity else row.unit_price
    if row.price_entry == "net" and not line.is_lump and exact != line.price:
        yield _problem(f"{at}.unit_price", "problem.price_rounded", "warning", decimals=str(PRICE_DECIMALS))
    account = of_line(row, "ledger_account_id")
    product = of_line(row, "product_id")
    if (account and not account.isdecimal()) or (product and not product.isdecimal()):
        yield _problem(f"{at}.provider_options", "problem.id_no_number")


def _sums(submission: Submission, held: HeldDocument) -> Iterator[Problem]:
    draft, ours, theirs = submission.draft, submission.totals, held.totals
    for place, tax in enumerate(draft.additional_taxes):
        if tax.rate:
            severity: Severity = "warning" if tax.rate < 0 else "error"
            code = "problem.withheld_tax" if tax.rate < 0 else "problem.second_tax"
            yield _problem(f"additional_taxes.{place}.rate", code, severity)
    if draft.prepaid:
        yield _problem("prepaid", "problem.prepaid", "warning")
    if ours.gross != theirs.gross:
        yield _problem(
            "", "problem.gross_differs", "warning", ours=plain(ours.gross), theirs=plain(theirs.gross)
        )


def _choices(submission: Submission, held: HeldDocument) -> Iterator[Problem]:
    for spec in OPTIONS:
        value = chosen(submission, spec.name) if spec.level != "line" else ""
        if not value:
            continue
        if spec.kind == "remote" and not value.isdecimal():
            yield _problem("provider_options", "problem.id_no_number")
        if spec.kind == "choice" and value not in spec.choices:
            yield _problem("provider_options", "problem.choice_unknown", option=spec.name, value=value)
        if spec.longest and len(value) > spec.longest:
            yield _problem("provider_options", "problem.too_long", limit=str(spec.longest))
    wanted = [name for name in wire.TRANSACTION if chosen(submission, f"transaction_reference.{name}")]
    if wanted and len(wanted) < len(wire.TRANSACTION):
        yield _problem("provider_options", "problem.reference_incomplete")
    elif wanted and not wire.transaction_reference(submission, held):
        yield _problem("provider_options", "problem.final_direct_only", "warning")
    if held.dialect != DIRECT and chosen(submission, "label"):
        yield _problem("provider_options", "problem.direct_only", "warning")
    linked = chosen(submission, "credited_invoice_id")
    if linked and (held.is_draft or held.totals.gross >= 0 or held.dialect != DIRECT):
        yield _problem("provider_options", "problem.link_later", "warning")


def _problem(path: str, problem: str, severity: Severity = "error", /, **params: str) -> Problem:
    return Problem(path, problem, severity, params)
