"""Their supplier invoice, read: what they hold by the paths of the plan, and its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from pydantic import JsonValue

from app.client.answers import decimal, flag, identifier, text
from app.client.calls import Notice, Receipt
from app.client.errors import Unexpected
from app.client.provider import Submission
from app.providers.pennylane import imported
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.shares import sign_of
from app.providers.pennylane.supplier import wire

State = Literal["draft", "open", "paid", "void", "incomplete", "unknown"]
_ACCOUNTING: Final[Mapping[str, State]] = {"draft": "draft", "archived": "void", "entry": "incomplete"}
_PAID: Final = frozenset({"fully_paid", "paid_offline"})


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
    imported.head(held, invoice, sign)
    if state_of(invoice) != "paid" and not flag(invoice, "reconciled"):
        imported.put(held, "totals.payable", decimal(invoice, "remaining_amount_with_tax"), sign)
    if wire.goes_in_euros(submission):
        imported.put(held, "home.gross", decimal(invoice, "amount"), sign)
        imported.put(held, "home.tax", decimal(invoice, "tax"), sign)
    if dialect_of(submission.connection) == DIRECT and text(invoice, "external_reference"):
        held["external_reference"] = text(invoice, "external_reference")
    if lines is not None:
        _lines(held, lines, submission, sign)
    return held


def _lines(held: dict[str, str], lines: list[JsonValue], submission: Submission, sign: int) -> None:
    sent = wire.items(submission)
    has_labels = wire.label_place(submission) == "label"
    for root, line, _ours in imported.lines(held, lines, sent, sign, "currency_amount_before_tax"):
        if has_labels:
            held[f"{root}.label"] = text(line, "label")
