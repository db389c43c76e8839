"""What simulators share: their own reading of requests, faults to order, the server and the short way."""

from __future__ import annotations

import socket
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.client.calls import JsonBody
from app.client.clock import StopSwitch
from app.client.errors import Cancelled, Interrupted, Unexpected, Unreachable
from app.client.transport import WireReply, WireRequest
from app.client.wire import body_bytes
from app.practice.faults import FAULTS, UNDONE, Fault, FaultKind, FaultyService
from app.practice.routes import Asked, BadBody, Routes, bracketed, json_reply, read_json
from app.practice.server import PracticeServer
from app.practice.transport import PracticeTransport
from tests.fakes.notebook import TOKEN, Notebook, OwnClock

HEADERS = (("authorization", f"Bearer {TOKEN}"), ("content-type", "application/json"))
URL = "https://notebook.example/v1/notes"


def note(reference: str = "") -> WireRequest:
    content = body_bytes(JsonBody({"reference": reference, "amount": Decimal("1.10")}))[1]
    return WireRequest("POST", URL, HEADERS, content)


def notes() -> WireRequest:
    return WireRequest("GET", f"{URL}?reference=", HEADERS)


def asked(content: bytes, kind: str) -> Asked:
    return Asked("POST", "/", {}, (), {"content-type": kind}, content)


def test_a_pattern_names_parts_of_the_path_and_the_first_that_fits_answers() -> None:
    routes = Routes("/v1")
    for pattern in ("/invoice/external_key:{key}", "/invoice/{id}", "/invoice/{id}/_action/{act}"):
        routes.add("GET", pattern, lambda one: json_reply(200, dict(one.params)))

    def answer(path: str) -> bytes | None:
        request = WireRequest("GET", f"https://a.example{path}?x=1")
        found = routes.find(request)
        return found[0](found[1]).content if found else None

    assert answer("/v1/invoice/external_key:a%2Fb") == b'{"key":"a/b"}'
    assert answer("/v1/invoice/7") == b'{"id":"7"}'
    assert answer("/v1/invoice/7/_action/void") == b'{"id":"7","act":"void"}'
    assert answer("/v1/invoice/7/") is None
    assert answer("/v2/invoice/7") is None
    assert routes.find(WireRequest("PUT", "https://a.example/v1/invoice/7")) is None
    assert routes.allowed(WireRequest("PUT", "https://a.example/v1/invoice/7")) == {"GET"}


def test_a_form_with_brackets_becomes_objects_and_lists() -> None:
    text = urlencode(
        [
            ("a[b][c]", "1"),
            ("lines[0][x]", "p"),
            ("lines[1][x]", "q"),
            ("to[]", "u"),
            ("to[]", "v"),
            ("e", ""),
        ]
    )
    assert asked(text.encode(), "application/x-www-form-urlencoded").form() == {
        "a": {"b": {"c": "1"}},
        "lines": [{"x": "p"}, {"x": "q"}],
        "to": ["u", "v"],
        "e": "",
    }


@pytest.mark.parametrize(
    "names", [("a", "a"), ("a", "a[b]"), ("a[b]", "a"), ("a[0]", "a[2]"), ("a[",), ("[a]",), ("a]b",), ("",)]
)
def test_a_form_that_contradicts_itself_is_declined(names: tuple[str, ...]) -> None:
    with pytest.raises(BadBody):
        bracketed([(name, "x") for name in names])


@given(st.text())
def test_any_name_of_a_form_is_read_or_declined(name: str) -> None:
    try:
        assert bracketed([(name, "x")])
    except BadBody:
        assert not name or set(name) & {"[", "]"}


def test_json_is_read_exactly_and_strictly() -> None:
    assert read_json(b'{"a": 1.10}') == {"a": Decimal("1.10")}
    for content in (b'{"a": 1, "a": 2}', b'{"a": NaN}', b"{", b"\xff", b"[" * 200_000):
        with pytest.raises(BadBody):
            read_json(content)
    with pytest.raises(BadBody):
        asked(b"{}", "text/plain").json()


def test_an_answer_writes_decimals_digit_for_digit_and_refuses_floats() -> None:
    assert (
        json_reply(200, {"a": [Decimal("1.10"), None, True, "é"]}).content
        == '{"a":[1.10,null,true,"é"]}'.encode()
    )
    with pytest.raises(TypeError):
        json_reply(200, {"a": 1.5})


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_leaves_done_what_it_says_and_only_once(kind: FaultKind) -> None:
    service = FaultyService(Notebook(), [Fault(kind)])
    told, _reply = service.answer(note())
    assert told == kind
    done = len(service.simulator.documents())
    assert done == (0 if kind in UNDONE else 2 if kind == "twice_done" else 1)
    assert service.answer(note())[0] is None
    assert len(service.simulator.documents()) == done + 1
    assert len(service.requests) == 2


def test_an_order_waits_for_its_request_and_goes_wrong_as_often_as_it_says() -> None:
    service = FaultyService(Notebook())
    service.order(Fault("unavailable", at=2, method="POST", path="/notes", times=2))
    came = [service.answer(request)[0] for request in (note(), notes(), note(), notes(), note(), note())]
    assert came == [None, None, "unavailable", None, "unavailable", None]


def test_orders_can_be_taken_back() -> None:
    service = FaultyService(Notebook(), [Fault("garbage")])
    service.take_back()
    assert service.answer(note())[1].status == 201


def test_the_short_way_shows_faults_as_a_network_would() -> None:
    clock, stop = OwnClock(), StopSwitch()
    service = FaultyService(Notebook())
    way = PracticeTransport(service, clock)

    def send(kind: FaultKind, timeout_s: float = 60.0) -> WireReply:
        service.order(Fault(kind))
        return way.send(note(), timeout_s=timeout_s, cancel=stop)

    for kind in ("drop_unread", "drop_before", "drop_after", "drop_within"):
        with pytest.raises(Interrupted):
            send(kind)
    with pytest.raises(Unexpected):
        send("huge")
    assert send("delay").status == 201
    with pytest.raises(Interrupted):
        send("delay", timeout_s=1.0)
    assert send("throttled").headers["retry-after"] == "1"
    way.is_offline = True
    with pytest.raises(Unreachable):
        way.send(note(), timeout_s=60.0, cancel=stop)
    stop.set()
    with pytest.raises(Cancelled):
        way.send(note(), timeout_s=60.0, cancel=stop)
    way.close()


def raw(server: PracticeServer, content: bytes) -> bytes:
    """All that comes back over a plain socket until the server ends it."""
    port = int(server.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(content)
        back = bytearray()
        try:
            while piece := connection.recv(65_536):
                back.extend(piece)
        except ConnectionResetError:
            return bytes(back)
        return bytes(back)


def over_the_wire(request: WireRequest, *, last: bool = True) -> bytes:
    path = "/" + request.url.split("/", 3)[3]
    lines = [f"{request.method} {path} HTTP/1.1", "Host: here", f"Content-Length: {len(request.content)}"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    if last:
        lines.append("Connection: close")
    return "\r\n".join([*lines, "", ""]).encode() + request.content


def test_the_server_answers_several_requests_on_one_connection() -> None:
    with PracticeServer(FaultyService(Notebook())) as server:
        back = raw(server, over_the_wire(note("a"), last=False) + over_the_wire(note("b")))
    assert back.count(b"HTTP/1.1 201 Created") == 2


@pytest.mark.parametrize("kind", FAULTS)
def test_the_server_does_each_fault_on_the_wire(kind: FaultKind) -> None:
    with PracticeServer(FaultyService(Notebook())) as server:
        server.opens.set()
        whole = raw(server, over_the_wire(note("a")))
        server.service.order(Fault(kind))
        back = raw(server, over_the_wire(note("b")))
    if kind in ("drop_unread", "drop_before", "drop_after"):
        assert back == b""
    elif kind == "drop_within":
        assert back.startswith(b"HTTP/1.1 201")
        assert len(back) < len(whole)
    elif kind == "twice_answered":
        assert back.count(b"HTTP/1.1 201") == 2
    elif kind in ("delay", "drip", "twice_done"):
        assert back.startswith(b"HTTP/1.1 201")
        assert b'"reference":"b"' in back
    else:
        assert back.startswith(b"HTTP/1.1 ")
        assert b'"reference":"b"' not in back


def test_the_server_reads_no_body_of_a_size_that_cannot_be() -> None:
    with PracticeServer(FaultyService(Notebook())) as server:
        for length in (b"-1", b"many", b"999999999999"):
            assert raw(server, b"POST /v1/notes HTTP/1.1\r\nContent-Length: " + length + b"\r\n\r\n") == b""
    assert server.service.requests == ()
