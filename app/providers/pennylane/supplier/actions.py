"""What can be done with a supplier's invoice that is there. The gateway prints none but reading it."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from app.client.calls import FREE, Call, Flow, JsonBody, Receipt
from app.client.errors import Refused
from app.client.provider import Action, ActionRequest, Submission
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.given import text_of
from app.providers.pennylane.supplier import read
from app.providers.pennylane.supplier.flow import lines_of
from app.providers.pennylane.supplier.options import PAYMENT_STATUS, PAYMENT_STATUSES

_ANY: Final = frozenset({"draft", "open", "paid", "void", "incomplete", "unknown"})


def fetch(request: ActionRequest) -> Flow[Receipt]:
    """The invoice as it is now, with the link to its file renewed: it expires after 30 minutes."""
    reply = yield Call("invoice.fetch", "GET", _path(request), repeat=FREE, sample={"id": request.remote_id})
    lines = yield from lines_of(request.connection, quote(request.remote_id, safe=""))
    return read.receipt(reply.body, lines, _submission(request))


def validate(request: ActionRequest) -> Flow[Receipt]:
    """Turn it into the state Complete. Done twice it is done once."""
    _only_direct(request)
    yield Call("invoice.validate", "PUT", f"{_path(request)}/validate_accounting", repeat=FREE, sample={})
    return (yield from fetch(request))


def set_payment_status(request: ActionRequest) -> Flow[Receipt]:
    """Paid elsewhere, or to be paid after all."""
    _only_direct(request)
    told = text_of(request.arguments, "payment_status")
    status = told if told in PAYMENT_STATUSES else PAYMENT_STATUS.default
    body = JsonBody({"payment_status": status})
    yield Call("invoice.payment_status", "PUT", f"{_path(request)}/payment_status", body=body, repeat=FREE)
    return (yield from fetch(request))


ACTIONS: Final = (
    Action("fetch", fetch, _ANY),
    Action("pdf", fetch, _ANY),
    Action("finalise", validate, frozenset({"draft", "open", "incomplete", "paid"}), is_irreversible=True),
    Action(
        "mark_paid",
        set_payment_status,
        frozenset({"open", "incomplete", "paid"}),
        arguments=(PAYMENT_STATUS,),
    ),
)


def _path(request: ActionRequest) -> str:
    return f"/supplier_invoices/{quote(request.remote_id, safe='')}"


def _only_direct(request: ActionRequest) -> None:
    if dialect_of(request.connection) != DIRECT:
        raise Refused("not_on_gateway")


def _submission(request: ActionRequest) -> Submission:
    stated = request.draft.provider_options.get(request.connection.provider)
    options = stated if isinstance(stated, dict) else {}
    return Submission(request.key, request.connection, request.draft, request.totals, request.today, options)
