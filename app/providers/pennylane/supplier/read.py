"""Their supplier invoice, read: what they hold by the paths of the plan, and its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

from pydantic import JsonValue

from app.client.answers import at, day, decimal, flag, identifier, text
from app.client.calls import Notice, Receipt
from app.client.errors import Unexpected
from app.client.provider import Submission
from app.domain.money import ZERO, plain
from app.domain.rows import VatCategory
from app.domain.stated import canonical
from app.providers.pennylane import vat
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.shares import sign_of
from app.providers.pennylane.supplier import wire

State = Literal["draft", "open", "paid", "void", "incomplete", "unknown"]
_ACCOUNTING: Final[Mapping[str, State]] = {"draft": "draft", "archived": "void", "entry": "incomplete"}
_PAID: Final = frozenset({"fully_paid", "paid_offline"})
_HEAD: Final = (
    ("number", "invoice_number"),
    ("currency", "currency"),
    ("issue_date", "date"),
    ("due_date", "deadline"),
)
_SUMS: Final = (
    ("totals.gross", "currency_amount"),
    ("totals.net", "currency_amount_before_tax"),
    ("totals.tax", "currency_tax"),
)


def receipt(
    invoice: JsonValue,
    lines: list[JsonValue] | None,
    submission: Submission | None,
    notices: Sequence[Notice] = (),
) -> Receipt:
    """The receipt of an invoice as they answered it.

    What has an id is there, even if the rest of the answer makes no sense. Raises Unexpected without one.
    """
    remote_id = identifier(invoice, "id")
    try:
        return _read(invoice, lines, submission, notices)
    except Unexpected:
        return Receipt(remote_id, notices=(*notices, Notice("notice.not_read_back")))


def _read(
    invoice: JsonValue,
    lines: list[JsonValue] | None,
    submission: Submission | None,
    notices: Sequence[Notice],
) -> Receipt:
    file = text(invoice, "public_file_url")
    return Receipt(
        remote_id=identifier(invoice, "id"),
        number=text(invoice, "invoice_number"),
        state=state_of(invoice),
        links={"pdf": file} if file.startswith("https://") else {},
        stored=_stored(invoice, lines, submission) if submission else {},
        notices=tuple(notices),
    )


def state_of(invoice: JsonValue) -> State:
    """Ours for theirs."""
    if text(invoice, "archived_at"):
        return "void"
    accounting = _ACCOUNTING.get(text(invoice, "accounting_status"))
    if accounting is not None:
        return accounting
    is_paid = flag(invoice, "paid") is True or text(invoice, "payment_status") in _PAID
    return "paid" if is_paid else "open"


def _stored(invoice: JsonValue, lines: list[JsonValue] | None, submission: Submission) -> dict[str, str]:
    sign = sign_of(submission.draft, submission.totals)
    held: dict[str, str] = {}
    for path, member in _HEAD:
        if at(invoice, member) is not None:
            held[path] = canonical(_said(invoice, path, member))
    for path, member in _SUMS:
        _put(held, path, decimal(invoice, member), sign)
    if state_of(invoice) != "paid" and not flag(invoice, "reconciled"):
        _put(held, "totals.payable", decimal(invoice, "remaining_amount_with_tax"), sign)
    if wire.goes_in_euros(submission):
        _put(held, "home.gross", decimal(invoice, "amount"), sign)
        _put(held, "home.tax", decimal(invoice, "tax"), sign)
    if dialect_of(submission.connection) == DIRECT and text(invoice, "external_reference"):
        held["external_reference"] = text(invoice, "external_reference")
    if lines is not None:
        _lines(held, lines, submission, sign)
    return held


def _lines(held: dict[str, str], lines: list[JsonValue], submission: Submission, sign: int) -> None:
    sent = wire.items(submission)
    has_labels = wire.label_place(submission) == "label"
    groups: dict[str, tuple[Decimal, Decimal]] = {}
    for number, line in enumerate(lines):
        ours = sent[number] if len(lines) == len(sent) else None
        code = text(line, "vat_rate")
        gross, tax = decimal(line, "currency_amount"), decimal(line, "currency_tax")
        net = decimal(line, "currency_amount_before_tax")
        category: VatCategory = ours.share.vat[0] if ours else "S"
        means = vat.held(code, category)
        if means and net is not None and tax is not None:
            name = f"vat.{means.category}.{plain(means.rate.normalize() if means.rate else ZERO)}"
            basis, taxes = groups.get(name, (ZERO, ZERO))
            groups[name] = basis + net, taxes + tax
        if ours is None:
            continue
        root = f"rows.{ours.share.id}" if ours.line else f"shares.{ours.share.id}"
        _put(held, f"{root}.gross", gross, sign)
        _put(held, f"{root}.net", net, sign)
        if ours.line is None:
            continue
        held[f"{root}.vat_code"] = code
        if means:
            held[f"{root}.vat_category"] = means.category
            held[f"{root}.vat_rate"] = canonical(means.rate)
        if has_labels:
            held[f"{root}.label"] = text(line, "label")
    for name, (basis, taxes) in groups.items():
        _put(held, f"{name}.basis", basis, sign)
        _put(held, f"{name}.tax", taxes, sign)


def _said(invoice: JsonValue, path: str, member: str) -> object:
    return day(invoice, member) if path.endswith("date") else text(invoice, member)


def _put(held: dict[str, str], path: str, number: Decimal | None, sign: int) -> None:
    if number is not None:
        held[path] = canonical(sign * number)
