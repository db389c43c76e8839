"""What can be done with an invoice that is there: read, e-mail, PDF, record a payment, void."""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

from pydantic import JsonValue

from app.client.answers import decimal, identifier, text
from app.client.calls import ASK, FREE, Call, Flow, JsonBody, Notice, Receipt, Repeat, Reply
from app.client.errors import Refused
from app.client.provider import Action, ActionRequest
from app.domain.money import ZERO, plain
from app.providers.chargeover_v3.choices import KEY_PREFIX, Choices, merged_options
from app.providers.chargeover_v3.envelope import ok, record_of, response_of, wire_id
from app.providers.chargeover_v3.options import EMAIL_ARGUMENTS, PAYMENT_ARGUMENTS
from app.providers.chargeover_v3.read import receipt_of
from app.providers.chargeover_v3.shape import shape
from app.providers.chargeover_v3.wire import effects


def _choices(request: ActionRequest) -> Choices:
    return Choices(merged_options(request.connection, request.draft), {})


def _read(request: ActionRequest, step: str) -> Call:
    sample: JsonValue = ok({"invoice_id": request.remote_id, "customer_id": f"{{{step}.customer_id}}"})
    return Call(step, "GET", f"/invoice/{wire_id(request.remote_id)}", repeat=FREE, sample=sample)


def _receipt(request: ActionRequest, reply: Reply, notices: tuple[Notice, ...] = ()) -> Receipt:
    choices = _choices(request)
    shaped = shape(request.draft, request.totals, choices, request.key, request.today)
    return receipt_of(record_of(reply), request.draft, shaped, notices)


def fetch(request: ActionRequest) -> Flow[Receipt]:
    """The invoice as it is now."""
    reply = yield _read(request, "fetch")
    return _receipt(request, reply)


def pdf(request: ActionRequest) -> Flow[Receipt]:
    """The invoice with the link to its PDF; says so when ChargeOver gives none."""
    reply = yield _read(request, "pdf")
    receipt = _receipt(request, reply)
    return receipt if "pdf" in receipt.links else _receipt(request, reply, (Notice("notice.no_pdf_link"),))


def email(request: ActionRequest) -> Flow[Receipt]:
    """Has ChargeOver send the invoice. Nobody can look up whether a mail left, so it is never repeated."""
    told = {
        spec.name: value
        for spec in EMAIL_ARGUMENTS
        if isinstance(value := request.arguments.get(spec.name), str) and value.strip()
    }
    response_of((yield _act(request, "email", "email", told, ASK)))
    reply = yield _read(request, "email.read")
    return _receipt(request, reply)


def void(request: ActionRequest) -> Flow[Receipt]:
    """Voids the invoice for good."""

    def find() -> Generator[Call, Reply, Reply | None]:
        reply = yield _read(request, "void.look")
        done = text(record_of(reply), "invoice_status_str") == "closed-void"
        return Reply(200, body=ok(True)) if done else None

    response_of((yield _act(request, "void", "void", {}, Repeat("look_up", find=find))))
    reply = yield _read(request, "void.read")
    return _receipt(request, reply)


def mark_paid(request: ActionRequest) -> Flow[Receipt]:
    """Records a payment made elsewhere, of the whole balance if no amount is named.

    Its external key is unique: if it were sent twice, the second would be refused. A lost answer is
    looked up by what the invoice has been paid since. Raises Refused when nothing is open.
    """
    before = record_of((yield _read(request, "mark_paid.read")))
    open_amount = decimal(before, "balance")
    applied = decimal(before, "applied") or ZERO
    amount = decimal(request.arguments, "amount") if request.arguments.get("amount") else open_amount
    amount = request.totals.payable if amount is None else amount
    if amount <= ZERO or open_amount == ZERO:
        raise Refused("nothing_to_pay", {"balance": plain(open_amount or ZERO)})
    number = wire_id(request.remote_id)
    body: dict[str, object] = {
        "customer_id": wire_id(identifier(before, "customer_id")),
        "amount": amount,
        "transaction_type": "pay",
        "transaction_date": str(request.arguments.get("paid_on") or request.today.isoformat()),
        "external_key": f"{KEY_PREFIX}payment-{request.key}",
        "gateway_status": 1,
        "applied_to": [{"invoice_id": number, "applied": amount}],
    }
    for name in ("transaction_method", "transaction_detail", "gateway_transid", "gateway_method"):
        if isinstance(value := request.arguments.get(name), str) and value:
            body[name] = value

    def find() -> Generator[Call, Reply, Reply | None]:
        now = record_of((yield _read(request, "mark_paid.look")))
        is_done = (decimal(now, "applied") or ZERO) >= applied + amount
        return Reply(201, body=ok({"id": 0}, 201)) if is_done else None

    made = yield Call(
        "mark_paid",
        "POST",
        "/transaction",
        effects(_choices(request)),
        body=JsonBody(body),
        repeat=Repeat("look_up", find=find),
        sample=ok({"id": "{mark_paid.id}"}, 201),
    )
    response_of(made)
    reply = yield _read(request, "mark_paid.after")
    return _receipt(request, reply)


def _act(request: ActionRequest, step: str, name: str, body: dict[str, str], repeat: Repeat) -> Call:
    return Call(
        step,
        "POST",
        f"/invoice/{wire_id(request.remote_id)}/_action/{name}",
        effects(_choices(request)),
        body=JsonBody(body),
        repeat=repeat,
        sample=ok(True),
    )


_THERE: Final = frozenset({"open", "paid", "void", "unknown"})

ACTIONS: Final = (
    Action("fetch", fetch, _THERE),
    Action("pdf", pdf, _THERE),
    Action("email", email, frozenset({"open", "paid"}), arguments=EMAIL_ARGUMENTS),
    Action("mark_paid", mark_paid, frozenset({"open"}), arguments=PAYMENT_ARGUMENTS),
    Action("void", void, frozenset({"open"}), is_irreversible=True),
)
