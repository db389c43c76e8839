"""Our requests of the newest version before Stripe's own server for tests, which knows that version only.

It keeps nothing and answers with samples: what it judges is whether a request is well formed.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import pytest

from app.client.calls import Reply
from app.client.transport import WireRequest
from app.providers.stripe_v1 import PROVIDER
from app.providers.stripe_v1.access import NEWEST
from tests.providers.stripe.desk import Desk, a_draft, a_line, action, connection, submission
from tests.providers.stripe.test_parameters import OPTIONS

RICH: dict[str, Any] = {
    "issue_date": "2026-11-20",
    "custom_fields": [{"name": "Chantier", "value": "Lyon 3"}],
    "purchase_order": "BC-118",
    "memo": "Merci",
    "footer": "Pied",
    "shipping_address": {"line1": "3 quai Nord", "city": "Lyon", "country": "FR"},
    "rows": [
        a_line(quantity="2.5", unit_price="640", discount={"kind": "percent", "value": "10"}),
        a_line(quantity="3", unit_price="0.333", service_start="2026-11-01", service_end="2026-11-30"),
        a_line(quantity="-1", unit_price="4", vat_rate="5.5", price_entry="gross"),
    ],
    "adjustments": [{"is_charge": True, "kind": "shipping", "amount": "12", "vat_rate": "20"}],
    "discount": {"kind": "amount", "value": "20"},
}


PLAN = "payment_settings.payment_method_options.card.installments.plan"
TOGETHER: dict[str, dict[str, Any]] = {
    "from_invoice.action": {"from_invoice.invoice": "in_1"},
    "from_invoice.invoice": {"from_invoice.action": "revision"},
    "transfer_data.amount": {"transfer_data.destination": "acct_1"},
    f"{PLAN}.count": {f"{PLAN}.type": "fixed_count"},
    f"{PLAN}.interval": {f"{PLAN}.type": "fixed_count"},
}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The server, as long as these tests run."""
    program = os.environ["FACTOTUM_STRIPE_MOCK"]
    with subprocess.Popen(
        [program, "-http-addr", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert server.stdout is not None
        found = next(filter(None, (re.search(r"127\.0\.0\.1:(\d+)", line) for line in server.stdout)))
        yield int(found[1])
        server.terminate()


def asked(port: int, request: WireRequest) -> Reply:
    parts = urlsplit(request.url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    headers = {**dict(request.headers), "authorization": "Bearer sk_test_123"}
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        line.request(request.method, target, request.content or None, headers)
        answer = line.getresponse()
        return Reply(answer.status, {}, json.loads(answer.read(), parse_float=Decimal))
    finally:
        line.close()


def judged(port: int, desk: Desk) -> None:
    assert desk.sent
    for call, request, _ in desk.sent:
        reply = asked(port, request)
        assert reply.status == 200, (call.step, reply.body)


def test_the_whole_journey_is_well_formed(port: int) -> None:
    desk = Desk(connection(NEWEST))
    draft = a_draft(**RICH)
    _, receipt, _ = desk.send(draft, after_creation="send")
    for name in ("fetch", "mark_paid"):
        own = next(own for own in PROVIDER.actions if own.id == name)
        desk.run(own.flow(action(draft, receipt, desk.linked)), draft)
    desk.run(PROVIDER.identify(desk.linked))
    for listed in PROVIDER.lists:
        desk.run(listed.page(desk.linked, ""))
    judged(port, desk)


@pytest.mark.parametrize(("option", "value"), sorted({own[1]: own[2] for own in OPTIONS}.items(), key=str))
def test_each_option_is_well_formed(port: int, option: str, value: Any) -> None:
    desk = Desk(connection(NEWEST))
    chosen = {option: value, **TOGETHER.get(option, {})}
    flow = PROVIDER.submit(submission(a_draft(), desk.linked, **chosen))
    reply: Reply | None = None
    while True:
        call = next(flow) if reply is None else flow.send(reply)
        if call.step == "invoice.create":
            break
        reply = desk.answer(call)
    desk.answer(call)
    flow.close()
    judged(port, desk)


def test_it_does_refuse_what_is_not_well_formed(port: int) -> None:
    desk = Desk(connection(NEWEST))
    desk.send(a_draft())
    request = next(request for call, request, _ in desk.sent if call.step == "invoice.create")
    wrong = WireRequest(request.method, request.url, request.headers, request.content + b"&tax_override=1")
    assert asked(port, wrong).status == 400


def test_its_samples_can_be_read(port: int) -> None:
    """A receipt comes of answers whose members are null, or filled with whatever their type allows."""
    desk = Desk(connection(NEWEST))
    flow = PROVIDER.submit(submission(a_draft(), desk.linked))
    reply: Reply | None = None
    while True:
        try:
            call = next(flow) if reply is None else flow.send(reply)
        except StopIteration as done:
            receipt = done.value
            break
        desk.answer(call)
        reply = asked(port, desk.sent[-1][1])
    assert receipt.remote_id.startswith("in_")
