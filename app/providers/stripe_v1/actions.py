"""What can be done with an invoice that is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pydantic import JsonValue

from app.client.answers import flag
from app.client.calls import FREE, Call, Flow, Receipt, Reply
from app.client.provider import Action, ActionRequest
from app.providers.stripe_v1 import access, flow, read
from app.providers.stripe_v1.settings import Chosen

_THERE: Final = frozenset({"draft", "open", "paid", "void", "unknown"})


def _chosen(request: ActionRequest) -> Chosen:
    stated = request.draft.provider_options.get(access.ID)
    return Chosen(request.connection, stated if isinstance(stated, dict) else {})


def _receipt(request: ActionRequest, held: read.Held) -> Receipt:
    return read.receipt(held, request.draft, request.connection, _chosen(request))


def fetch(request: ActionRequest) -> Flow[Receipt]:
    """The invoice as it stands now, with fresh links to its PDF and its page."""
    held = yield from read.whole(request.remote_id, "invoice.read", {"id": request.remote_id})
    return _receipt(request, held)


def finalise(request: ActionRequest) -> Flow[Receipt]:
    """Give it its number."""
    held = yield from flow.finalised(request.key, request.remote_id, "invoice.finalise")
    return _receipt(request, held)


def email(request: ActionRequest) -> Flow[Receipt]:
    """Let Stripe mail it to the customer; a draft is finalised first."""
    seen = yield from read.whole(request.remote_id, "invoice.read", {"id": request.remote_id})
    if _receipt(request, seen).state == "draft":
        yield from flow.finalised(request.key, request.remote_id, "invoice.finalise")
    held = yield from flow.sent(request.key, request.remote_id, "invoice.send")
    return _receipt(request, held)


def void(request: ActionRequest) -> Flow[Receipt]:
    """Declare it void; its number stays used."""
    call = _effect(request, "invoice.void", "void", {}, lambda state: state == "void")
    reply = yield call
    held = yield from read.completed(reply.body, request.remote_id, "invoice.void")
    return _receipt(request, held)


def mark_paid(request: ActionRequest) -> Flow[Receipt]:
    """Record that it was paid outside Stripe."""
    call = _effect(request, "invoice.pay", "pay", {"paid_out_of_band": True}, lambda state: state == "paid")
    reply = yield call
    held = yield from read.completed(reply.body, request.remote_id, "invoice.pay")
    return _receipt(request, held)


def delete(request: ActionRequest) -> Flow[Receipt]:
    """Delete a draft. Doing it twice does no more than doing it once: the second answer is 404."""
    reply = yield Call(
        "invoice.delete",
        "DELETE",
        f"/v1/invoices/{request.remote_id}",
        repeat=FREE,
        accepts=frozenset({404}),
        sample={"id": request.remote_id, "deleted": True},
    )
    gone = reply.status == 404 or flag(reply.body, "deleted") is True
    return Receipt(request.remote_id, state="void" if gone else "unknown")


def _effect(
    request: ActionRequest,
    step: str,
    verb: str,
    members: dict[str, object],
    is_done: Callable[[str], bool],
) -> Call:
    path = f"/v1/invoices/{request.remote_id}"

    def find() -> Flow[Reply | None]:
        reply = yield access.get(f"{step}.look", path)
        held = read.Held(reply.body, ())
        return reply if is_done(_receipt(request, held).state) else None

    sample: JsonValue = {"id": request.remote_id}
    return access.post(request.key, step, f"{path}/{verb}", members, sample=sample, find=find)


ACTIONS: Final = (
    Action("fetch", fetch, _THERE),
    Action("pdf", fetch, frozenset({"open", "paid", "void", "unknown"})),
    Action("finalise", finalise, frozenset({"draft"}), is_irreversible=True),
    Action("email", email, frozenset({"draft", "open"}), is_irreversible=True),
    Action("mark_paid", mark_paid, frozenset({"open", "unknown"}), is_irreversible=True),
    Action("void", void, frozenset({"open", "unknown"}), is_irreversible=True),
    Action("delete", delete, frozenset({"draft"}), is_irreversible=True),
)
