"""An incoming document in the members of the supplier import: amounts as decimal strings.

The supplier is the document's seller. Each line carries its share of the document's own figures
(`shares`), so that the lines sum to the totals to the cent; the import would bear one cent a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from typing import Final

from app.client.once import once_per_submission
from app.client.provider import Submission
from app.domain.money import EXACT, ZERO, apportion, plain
from app.domain.rows import Line
from app.providers.pennylane import firm
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.given import day_of, deadline_of, flag_of, line_options, text_of
from app.providers.pennylane.shares import Share, shares_of, sign_of
from app.providers.pennylane.vat import code_for

LABEL_PLACES: Final = ("label", "ledger_entry", "none")
_TRANSACTION: Final = ("banking_provider", "provider_field_name", "provider_field_value")


@dataclass(frozen=True, slots=True)
class Item:
    """One of their lines. `euros` is gross and VAT in euros where the document has another currency."""

    share: Share
    line: Line | None
    code: str
    euros: tuple[Decimal, Decimal] | None = None
    options: Mapping[str, object] = field(default_factory=dict)


@once_per_submission
def items(submission: Submission) -> tuple[Item, ...]:
    """Their lines, in the order of `shares_of`."""
    draft = submission.draft
    dialect = dialect_of(submission.connection)
    lines = {line.id: line for line in draft.lines}
    shares = shares_of(draft, submission.totals)
    euros = _euros(submission, shares)
    found = []
    for number, share in enumerate(shares):
        line = lines.get(share.id) if share.source == "line" else None
        options = line_options(submission, line) if line else {}
        chosen = text_of(_json(options), "vat_code") or (line.vat_code.strip() if line else "")
        code = chosen or code_for(draft.seller.country, *share.vat, dialect) or ""
        found.append(Item(share, line, code, euros[number] if euros else None, options))
    return tuple(found)


def supplier_parts(submission: Submission) -> tuple[firm.Part, ...]:
    """The supplier as a new record of theirs would state it. An address goes whole or not at all."""
    seller = submission.draft.seller
    found = list(firm.identity(seller, "seller"))
    address = seller.address()
    if address is not None:
        root = firm.address_root(seller, "seller", address, None, "")
        parts = tuple(firm.place(address, root, seller.country))
        if all(part.text for part in parts if part.member):
            found += parts
    found.append(firm.Part("seller.email", "emails", seller.email.strip()))
    for number, account in enumerate(seller.bank_accounts):
        if account.iban.strip():
            iban = firm.compact(account.iban)
            found.append(firm.Part(f"seller.bank_accounts.{number}.iban", "iban", iban, firm.DIGITS))
            break
    return tuple(found)


def supplier(submission: Submission) -> dict[str, object]:
    """The body that creates the supplier."""
    told = firm.members(supplier_parts(submission))
    place = {name: told.pop(name) for name in firm.ADDRESS_MEMBERS if name in told}
    mail = told.pop("emails", None)
    made: dict[str, object] = {**told, **({"postal_address": place} if place else {})}
    if mail:
        made["emails"] = [mail]
    options = submission.options
    for name in ("supplier_payment_method", "supplier_due_date_rule"):
        if text_of(options, name):
            made[name] = text_of(options, name)
    delay = text_of(options, "supplier_due_date_delay")
    if delay.isdecimal():
        made["supplier_due_date_delay"] = int(delay)
    if text_of(options, "supplier_ledger_account"):
        made["ledger_account"] = {"number": text_of(options, "supplier_ledger_account")}
    return {**made, "external_reference": f"factotum-{submission.key}"}


def reference(submission: Submission) -> str:
    """Their `external_reference` for the invoice: the document's, else one made of the submission's key."""
    return submission.draft.external_reference.strip() or f"factotum-{submission.key}"


def issued_on(submission: Submission) -> date:
    """The date of the document; today stands in for a plan only, since a missing date is a problem."""
    return submission.draft.issue_date or submission.today


def due_on(submission: Submission) -> date:
    """The deadline, which they require."""
    return deadline_of(submission.draft, issued_on(submission))


def request(submission: Submission, supplier_id: str, attachment_id: str) -> dict[str, object]:
    """The body of the import."""
    draft, totals, options = submission.draft, submission.totals, submission.options
    sign = sign_of(draft, totals)
    is_direct = dialect_of(submission.connection) == DIRECT
    made: dict[str, object] = {
        "file_attachment_id": whole(attachment_id),
        "supplier_id": whole(supplier_id),
        "date": issued_on(submission).isoformat(),
        "deadline": due_on(submission).isoformat(),
    }
    if draft.number.strip() or not is_direct:
        made["invoice_number"] = draft.number.strip()
    made |= {
        "currency": draft.currency,
        "currency_amount_before_tax": _money(sign * totals.net),
        "currency_amount": _money(sign * totals.gross),
        "currency_tax": _money(sign * totals.tax),
    }
    if goes_in_euros(submission) and totals.home is not None:
        made |= {"amount": _money(sign * totals.home.gross), "tax": _money(sign * totals.home.tax)}
    incomplete = flag_of(options, "import_as_incomplete")
    if incomplete is not None:
        made["import_as_incomplete"] = incomplete
    transaction = {name: text_of(options, f"transaction_reference.{name}") for name in _TRANSACTION}
    if all(transaction.values()):
        made["transaction_reference"] = transaction
    if is_direct:
        if text_of(options, "label"):
            made["label"] = text_of(options, "label")
        made["external_reference"] = reference(submission)
    made["invoice_lines"] = [_item(item, sign, submission) for item in items(submission)]
    return made


def goes_in_euros(submission: Submission) -> bool:
    """Whether the amounts in euros go along: in another currency, with a rate to euros of our own."""
    home = submission.totals.home
    return submission.draft.currency != "EUR" and home is not None and home.currency == "EUR"


def label_place(submission: Submission) -> str:
    """Where the label of a line goes, one of LABEL_PLACES. The gateway has no ledger entries."""
    chosen = text_of(submission.options, "line_labels")
    if chosen == "ledger_entry" and dialect_of(submission.connection) != DIRECT:
        return "label"
    return chosen if chosen in LABEL_PLACES else "label"


def whole(identifier: str) -> object:
    """An id as the number they want; what a plan supposes instead of one stays as it is."""
    return int(identifier) if identifier.isascii() and identifier.isdecimal() else identifier


def _item(item: Item, sign: int, submission: Submission) -> dict[str, object]:
    share = item.share
    made: dict[str, object] = {
        "currency_amount": _money(sign * share.gross),
        "currency_tax": _money(sign * share.tax),
        "vat_rate": item.code,
    }
    if item.euros is not None:
        made |= {"amount": _money(sign * item.euros[0]), "tax": _money(sign * item.euros[1])}
    place = label_place(submission)
    if share.label and place == "label":
        made["label"] = share.label
    elif share.label and place == "ledger_entry":
        made["ledger_entry_line"] = {"label": share.label}
    account = text_of(_json(item.options), "ledger_account_id")
    if account:
        made["ledger_account_id"] = whole(account)
    start, end = (day_of(_json(item.options), f"imputation_{edge}") for edge in ("start", "end"))
    if start and end:
        made["imputation_dates"] = {"start_date": start.isoformat(), "end_date": end.isoformat()}
    return made


def _json(options: Mapping[str, object]) -> dict[str, str | int | bool]:
    return {name: value for name, value in options.items() if isinstance(value, str | int | bool)}


def _euros(submission: Submission, shares: tuple[Share, ...]) -> tuple[tuple[Decimal, Decimal], ...]:
    home = submission.totals.home
    if home is None or not goes_in_euros(submission):
        return ()
    with localcontext(EXACT):
        gross = apportion(home.gross, [share.gross for share in shares], 2)
        tax = apportion(home.tax, [share.tax for share in shares], 2)
    return tuple(zip(gross, tax, strict=True))


def sums_of(shares: Iterator[Share]) -> tuple[Decimal, Decimal]:
    """Gross and VAT of all lines."""
    gross = tax = ZERO
    for share in shares:
        gross, tax = gross + share.gross, tax + share.tax
    return gross, tax


def _money(amount: Decimal) -> str:
    return plain(amount) if amount else plain(abs(amount))
