"""What V1's pages let one do with an invoice that is there: read it again, and get its links anew."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from app.client.calls import FREE, Call, Flow, Receipt
from app.client.provider import Action, ActionRequest, Submission
from app.providers.pennylane.v1 import read

_ANY: Final = frozenset({"draft", "open", "paid", "incomplete", "unknown"})


def fetch(request: ActionRequest) -> Flow[Receipt]:
    """The invoice as it is now, its links renewed, compared with the document."""
    reply = yield Call(
        "invoice.fetch",
        "GET",
        f"/customer_invoices/{quote(request.remote_id, safe='')}",
        repeat=FREE,
        sample={"invoice": {"id": request.remote_id, "imputation_dates": None}},
    )
    stated = request.draft.provider_options.get(request.connection.provider)
    submission = Submission(
        request.key,
        request.connection,
        request.draft,
        request.totals,
        request.today,
        stated if isinstance(stated, dict) else {},
    )
    return read.receipt(reply, submission)


ACTIONS: Final = (Action("fetch", fetch, _ANY), Action("pdf", fetch, _ANY))
