"""What can be done with an invoice that is there, and making one of a quote."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, flag, text
from app.client.calls import ASK, FREE, Call, Flow, JsonBody, Notice, Receipt, Repeat, Reply
from app.client.errors import Refused
from app.client.options import OptionSpec
from app.client.provider import Action, ActionRequest, Submission
from app.providers.pennylane import listing
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.v2 import wire
from app.providers.pennylane.v2.customers import searches
from app.providers.pennylane.v2.flow import link, made_under
from app.providers.pennylane.v2.held import hold
from app.providers.pennylane.v2.options import PROVIDER_ID
from app.providers.pennylane.v2.read import read_back, receipt


def fetch(request: ActionRequest) -> Flow[Receipt]:
    """Read everything anew."""
    reply = yield _invoice("invoice.fetch", request.remote_id)
    return (yield from _read(request, reply.body))


def finalise(request: ActionRequest) -> Flow[Receipt]:
    """Give a draft its number. It takes the customer's address of now, so all is read back."""
    _direct(request)
    yield _put(request, "finalize", done=lambda body: flag(body, "draft") is False)
    reply = yield _invoice("invoice.fetch", request.remote_id)
    return (yield from _read(request, reply.body))


def email(request: ActionRequest) -> Flow[Receipt]:
    """Have them mail it. Refused "not yet" by them until their PDF is made."""
    _direct(request)
    named = request.arguments.get("recipients")
    recipients = [str(one).strip() for one in named if str(one).strip()] if isinstance(named, list) else []
    yield Call(
        "invoice.email",
        "POST",
        f"/customer_invoices/{request.remote_id}/send_by_email",
        body=JsonBody({"recipients": recipients} if recipients else {}),
        repeat=ASK,
        sample=None,
    )
    reply = yield _invoice("invoice.fetch", request.remote_id)
    return receipt(reply.body, notices=(Notice("notice.mailed"),))


def pdf(request: ActionRequest) -> Flow[Receipt]:
    """A fresh link to their PDF, good for 30 minutes; none while they are still making it."""
    reply = yield _invoice("invoice.fetch", request.remote_id)
    told = receipt(reply.body)
    return told if "pdf" in told.links else receipt(reply.body, notices=(Notice("notice.pdf_not_ready"),))


def mark_paid(request: ActionRequest) -> Flow[Receipt]:
    """Call it paid; they match no bank transaction with it afterwards."""
    _direct(request)
    yield _put(request, "mark_as_paid", done=lambda body: flag(body, "paid") is True)
    reply = yield _invoice("invoice.fetch", request.remote_id)
    return receipt(reply.body)


def delete(request: ActionRequest) -> Flow[Receipt]:
    """Delete a draft."""
    _direct(request)
    path = f"/customer_invoices/{request.remote_id}"

    def look_up() -> Generator[Call, Reply, Reply | None]:
        reply = yield Call(
            "invoice.delete.find", "GET", path, repeat=FREE, accepts=frozenset({404}), sample={}
        )
        return Reply(204) if reply.status == 404 else None

    yield Call("invoice.delete", "DELETE", path, repeat=Repeat("look_up", find=look_up), sample=None)
    return Receipt(request.remote_id, state="void", notices=(Notice("notice.deleted"),))


def link_credit_note(request: ActionRequest) -> Flow[Receipt]:
    """Tie this final credit note to the invoice it corrects, `related`."""
    _direct(request)
    if not request.related:
        raise Refused("needs_related", path="preceding_invoices")
    yield link(request.related, request.remote_id)
    reply = yield _invoice("invoice.fetch", request.remote_id)
    return receipt(reply.body)


def from_quote(request: ActionRequest) -> Flow[Receipt]:
    """Make an invoice of the quote `quote_id`, a draft unless told otherwise."""
    _direct(request)
    quote_id = str(request.arguments.get("quote_id") or request.related)
    if not quote_id.isdecimal():
        raise Refused("needs_quote")
    reference = f"factotum-{request.key}"
    body: dict[str, object] = {
        "quote_id": wire.whole(quote_id),
        "draft": request.arguments.get("draft") not in (False, "false"),
        "external_reference": reference,
    }
    template = str(request.arguments.get("template_id") or "")
    if template:
        body["customer_invoice_template_id"] = wire.whole(template)
    repeat = made_under("invoice.from_quote", reference)
    reply = yield Call(
        "invoice.from_quote",
        "POST",
        "/customer_invoices/create_from_quote",
        body=JsonBody(body),
        repeat=repeat,
        sample={"id": "{invoice.from_quote.id}", "draft": True},
    )
    return receipt((yield from listing.made(reply, repeat.find)))


def _read(request: ActionRequest, invoice: JsonValue) -> Generator[Call, Reply, Receipt]:
    own = request.draft.provider_options.get(PROVIDER_ID)
    submission = Submission(
        key=request.key,
        connection=request.connection,
        draft=request.draft,
        totals=request.totals,
        today=request.today,
        options=own if isinstance(own, dict) else {},
    )
    held = hold(submission)
    customer: JsonValue = None
    if searches(submission, held) and at(invoice, "customer") is not None:
        customer_id = text(invoice, "customer", "id")
        reply = yield Call("customer.fetch", "GET", f"/customers/{customer_id}", repeat=FREE, sample={})
        customer = reply.body
    return (yield from read_back(submission, held, invoice, customer))


def _invoice(step: str, remote_id: str) -> Call:
    sample: JsonValue = {"id": remote_id, "draft": False, "status": "upcoming"}
    return Call(step, "GET", f"/customer_invoices/{remote_id}", repeat=FREE, sample=sample)


def _put(request: ActionRequest, verb: str, done: Callable[[JsonValue], bool]) -> Call:
    step = f"invoice.{verb}"

    def look_up() -> Generator[Call, Reply, Reply | None]:
        reply = yield _invoice(f"{step}.find", request.remote_id)
        return Reply(200, body=reply.body) if done(reply.body) else None

    return Call(
        step,
        "PUT",
        f"/customer_invoices/{request.remote_id}/{verb}",
        repeat=Repeat("look_up", find=look_up),
        sample={"id": request.remote_id, "draft": False, "invoice_number": f"{{{step}.invoice_number}}"},
    )


def _direct(request: ActionRequest) -> None:
    if dialect_of(request.connection) != DIRECT:
        raise Refused("not_on_gateway")


_ANY: Final = frozenset({"draft", "open", "paid", "void", "incomplete", "unknown"})
_FINAL: Final = frozenset({"open", "paid", "unknown"})

ACTIONS: Final = (
    Action("fetch", fetch, _ANY),
    Action("finalise", finalise, frozenset({"draft", "incomplete"}), is_irreversible=True),
    Action(
        "email",
        email,
        _FINAL,
        is_irreversible=True,
        arguments=(OptionSpec("recipients", "texts", group="email"),),
    ),
    Action("pdf", pdf, _ANY),
    Action("mark_paid", mark_paid, frozenset({"open", "unknown"}), is_irreversible=True),
    Action("delete", delete, frozenset({"draft"}), is_irreversible=True),
    Action("link_credit_note", link_credit_note, _FINAL, is_irreversible=True),
    Action(
        "from_quote",
        from_quote,
        frozenset(),
        arguments=(
            OptionSpec("quote_id", "remote", group="document", list_id="quotes", is_required=True),
            OptionSpec("draft", "flag", group="document", default="true"),
            OptionSpec("template_id", "remote", group="document", list_id="templates"),
        ),
    ),
)
"""Making one of a quote begins without a document, so it is from no state."""
