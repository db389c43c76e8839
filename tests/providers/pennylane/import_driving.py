"""A small driver for flows against a simulator: bytes out, bytes in, answers lost on request.

It encodes and decodes by itself, apart from the program's own driver, so that the two can't share a
mistake.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal
from urllib.parse import urlencode

from app.client.calls import Call, Flow, FormBody, JsonBody, MultipartBody, Reply
from app.client.provider import Connection, Provider
from app.client.transport import WireReply, WireRequest
from app.domain.draft import Draft
from app.practice.simulator import Simulator

BOUNDARY = "----factotum-test-boundary"


@dataclass
class Line:
    """A line to one simulator. `loses` says for a step whether its request or its answer is lost, once."""

    provider: Provider
    connection: Connection
    simulator: Simulator
    token: str
    loses: dict[str, Literal["request", "answer"]] = field(default_factory=dict)
    answers: dict[str, WireReply] = field(default_factory=dict)
    watch: Callable[[WireRequest, WireReply], None] | None = None
    calls: list[Call] = field(default_factory=list)
    looked: list[Call] = field(default_factory=list)
    requests: list[WireRequest] = field(default_factory=list)

    def run(self, flow: Flow[Any], draft: Draft | None = None) -> Any:
        """What the flow returns. Raises what the provider makes of a status the call does not accept."""
        reply: Reply | None = None
        while True:
            try:
                call = next(flow) if reply is None else flow.send(reply)
            except StopIteration as done:
                return done.value
            self.calls.append(call)
            reply = self._ask(call, draft)

    def _ask(self, call: Call, draft: Draft | None) -> Reply:
        lost = self.loses.pop(call.step, None)
        if lost == "answer":
            self._send(call)
        if lost is None:
            return self._accepted(call, self._send(call), draft)
        assert call.repeat.kind in ("free", "look_up"), f"{call.step} has no way out of a lost answer"
        if call.repeat.find is not None:
            found = self._look(call.repeat.find(), draft)
            if found is not None:
                return found
        return self._ask(call, draft)

    def _look(self, find: Any, draft: Draft | None) -> Reply | None:
        reply: Reply | None = None
        while True:
            try:
                call = next(find) if reply is None else find.send(reply)
            except StopIteration as done:
                found = done.value
                assert found is None or isinstance(found, Reply)
                return found
            assert call.only_reads, f"the look-up {call.step} changes something"
            self.looked.append(call)
            reply = self._accepted(call, self._send(call), draft)

    def _accepted(self, call: Call, reply: Reply, draft: Draft | None) -> Reply:
        if 200 <= reply.status < 300 or reply.status in call.accepts:
            return reply
        raise self.provider.error_of(reply, draft)

    def _send(self, call: Call) -> Reply:
        request = self.encoded(call)
        self.requests.append(request)
        answer = self.answers.pop(call.step, None) or self.simulator.answer(request)
        if self.watch is not None:
            self.watch(request, answer)
        return decoded(answer)

    def encoded(self, call: Call) -> WireRequest:
        """The request as bytes, with credentials and the provider's own headers."""
        url = self.provider.base_url(self.connection) + call.path
        if call.query:
            url += "?" + urlencode(call.query)
        headers = [("authorization", f"Bearer {self.token}"), *self.provider.request_headers(self.connection)]
        content = b""
        if isinstance(call.body, JsonBody):
            headers.append(("content-type", "application/json"))
            content = written(call.body.value).encode()
        elif isinstance(call.body, MultipartBody):
            headers.append(("content-type", f"multipart/form-data; boundary={BOUNDARY}"))
            content = _multipart(call.body)
        else:
            assert not isinstance(call.body, FormBody)
        return WireRequest(call.method, url, (*headers, *call.headers), content)


def decoded(answer: WireReply) -> Reply:
    """The answer as a flow gets it."""
    kind = answer.headers.get("content-type", "")
    text = answer.content.decode("utf-8", "replace")
    body = json.loads(text, parse_float=Decimal) if kind.startswith("application/json") else None
    return Reply(answer.status, dict(answer.headers), body, text if body is None else "")


def written(value: object) -> str:
    """JSON with decimals as numbers, digit for digit."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{written(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(written(one) for one in value) + "]"
    assert value is None or isinstance(value, str | int), type(value)
    return json.dumps(value, ensure_ascii=False)


def _multipart(body: MultipartBody) -> bytes:
    parts = []
    for file in body.files:
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{file.name}"; '
            f'filename="{file.filename}"\r\nContent-Type: {file.content_type}\r\n\r\n'
        )
        parts.append(head.encode() + file.content + b"\r\n")
    for name, value in body.fields:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        parts.append(head.encode() + value.encode() + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def steps(calls: Iterable[Call]) -> list[str]:
    return [call.step for call in calls]
