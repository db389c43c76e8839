"""Sends drafts through the real flow to the practice Stripe, without a driver's retries or journal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from app.client.calls import Call, Flow, FormBody, Receipt, Reply
from app.client.provider import ActionRequest, Connection, Foresight, Submission
from app.client.transport import WireReply, WireRequest
from app.client.verdict import Judgement, judge
from app.client.wire import wire_request
from app.domain.draft import Draft
from app.domain.totals import compute
from app.practice.stripe_v1 import StripeSimulator
from app.practice.stripe_v1.simulator import KEY
from app.providers.stripe_v1 import PROVIDER
from app.providers.stripe_v1.access import NEWEST, SEED

T = TypeVar("T")

ENTRY = "6f1c2b9e-58c4-4f0e-9d27-1f6f8f0a2a11"
TODAY = date(2026, 11, 22)
NOW = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp())
DIALECTS = (SEED, NEWEST)


def connection(dialect: str = SEED, **settings: Any) -> Connection:
    return Connection(id="c1", provider=PROVIDER.id, dialect=dialect, settings=settings)


def submission(
    draft: Draft,
    linked: Connection | None = None,
    *,
    key: str = ENTRY,
    known: Mapping[str, str] | None = None,
    **options: Any,
) -> Submission:
    linked = linked or connection()
    return Submission(key, linked, draft, compute(draft), TODAY, options, known or {})


def action(
    draft: Draft, receipt: Receipt, linked: Connection | None = None, key: str = "a1"
) -> ActionRequest:
    return ActionRequest(key, linked or connection(), receipt.remote_id, draft, compute(draft), TODAY)


def body_of(call: Call) -> dict[str, str]:
    """The fields of a call's form."""
    assert isinstance(call.body, FormBody)
    return dict(call.body.fields)


def a_draft(**changes: Any) -> Draft:
    """A small French invoice."""
    told: dict[str, Any] = {
        "currency": "EUR",
        "language": "fr",
        "due_date": "2026-12-21",
        "seller": {
            "name": "Atelier Nord",
            "addresses": [{"line1": "1 quai Sud", "city": "Lille", "country": "FR"}],
        },
        "buyer": {
            "name": "Société Lumen SAS",
            "email": "achats@lumen.example",
            "addresses": [
                {"line1": "12 rue de l’Été", "postal_code": "69001", "city": "Lyon", "country": "FR"}
            ],
        },
        "rows": [
            {"kind": "line", "label": "Atelier", "quantity": "2", "unit_price": "640", "vat_rate": "20"}
        ],
    }
    return Draft.model_validate({**told, **changes})


def a_line(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "line",
        "label": "Ligne",
        "quantity": "1",
        "unit_price": "10",
        "vat_rate": "20",
        **changes,
    }


@dataclass
class Desk:
    """The practice account, and all that went to it and came back."""

    linked: Connection = field(default_factory=connection)
    simulator: StripeSimulator = field(default_factory=lambda: StripeSimulator(lambda: NOW))
    sent: list[tuple[Call, WireRequest, WireReply]] = field(default_factory=list)

    def run(self, flow: Flow[T], draft: Draft | None = None) -> T:
        """The flow to its end. Raises the provider's error for a refused call."""
        reply: Reply | None = None
        try:
            while True:
                call = next(flow) if reply is None else flow.send(reply)
                reply = self.answer(call)
                if not (200 <= reply.status < 300 or reply.status in call.accepts):
                    raise PROVIDER.error_of(reply, draft)
        except StopIteration as done:
            result: T = done.value
            return result

    def answer(self, call: Call) -> Reply:
        """What the practice account answers to one call."""
        signed = (*PROVIDER.request_headers(self.linked), ("Authorization", f"Bearer {KEY}"))
        request = wire_request(call, PROVIDER.base_url(self.linked), signed)
        answer = self.simulator.answer(request)
        self.sent.append((call, request, answer))
        return Reply(answer.status, answer.headers, json.loads(answer.content, parse_float=Decimal))

    def send(self, draft: Draft, **options: Any) -> tuple[Foresight, Receipt, Judgement]:
        """The draft as foretold, as stored, and the verdict."""
        known, key = options.pop("known", None), options.pop("key", ENTRY)
        asked = submission(draft, self.linked, known=known, key=key, **options)
        foreseen = PROVIDER.foresee(asked)
        receipt = self.run(PROVIDER.submit(asked), draft)
        return foreseen, receipt, judge(foreseen.fields, receipt.stored)

    def ask(
        self, method: str, path: str, fields: str = "", version: str = SEED, **headers: str
    ) -> tuple[int, Any]:
        """A request of the test's own."""
        told = {"authorization": f"Bearer {KEY}", "stripe-version": version}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        url = f"https://api.stripe.com{path}"
        content = b""
        if method == "GET" and fields:
            url += f"?{fields}"
        elif fields:
            content = fields.encode()
            told.setdefault("content-type", "application/x-www-form-urlencoded")
        reply = self.simulator.answer(WireRequest(method, url, tuple(told.items()), content))
        return reply.status, json.loads(reply.content)

    @property
    def steps(self) -> list[str]:
        return [call.step for call, _, _ in self.sent]
