"""The real network, on this machine: what left is told from what did not, and a stop is heard at once."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from app.client.clock import StopSwitch
from app.client.errors import Cancelled, Interrupted, ProviderError, Unexpected, Unreachable, Unsafe
from app.client.http import HttpTransport
from app.client.transport import WireReply, WireRequest
from app.practice.faults import DROPS, Fault, FaultyService
from app.practice.server import PracticeServer
from tests.fakes.notebook import TOKEN, Notebook

SIGNED = (("authorization", f"Bearer {TOKEN}"), ("content-type", "application/json"))
NOTE = b'{"reference": "N-1", "amount": 12.5}'


@pytest.fixture(autouse=True)
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def transport() -> Iterator[HttpTransport]:
    made = HttpTransport()
    yield made
    made.close()


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(FaultyService(Notebook())) as serving:
        yield serving


def ask(
    transport: HttpTransport, url: str, content: bytes = b"", stop: StopSwitch | None = None
) -> WireReply:
    method = "POST" if content else "GET"
    request = WireRequest(method, url, SIGNED, content)
    return transport.send(request, timeout_s=5.0, cancel=stop or StopSwitch())


@contextmanager
def listening(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server of one connection that does what it is told with it."""
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(10)

    def wait() -> None:
        try:
            connection, _ = door.accept()
        except OSError:
            return
        with connection:
            connection.settimeout(10)
            serve(connection)

    thread = threading.Thread(target=wait)
    thread.start()
    try:
        yield door.getsockname()[1]
    finally:
        door.close()
        thread.join()


def test_an_answer_comes_whole_and_its_header_names_in_lower_case(
    transport: HttpTransport, server: PracticeServer
) -> None:
    reply = ask(transport, f"{server.url}/v1/notes", NOTE)
    assert reply.status == 201
    assert reply.headers["x-request-id"] == "req-1"
    assert ask(transport, f"{server.url}/v1/notes?reference=N-1").content.startswith(b'{"items":[{"id":1')


@pytest.mark.parametrize("kind", sorted(DROPS))
def test_a_connection_that_ends_after_the_request_has_left_is_interrupted(
    kind: str, transport: HttpTransport, server: PracticeServer
) -> None:
    server.service.order(Fault(kind))  # type: ignore[arg-type]
    with pytest.raises(Interrupted) as told:
        ask(transport, f"{server.url}/v1/notes", NOTE)
    assert told.value.code == "answer_lost"
    assert ask(transport, f"{server.url}/v1/notes?reference=N-1").status == 200


def test_a_second_answer_to_one_request_is_not_taken_for_that_of_the_next(
    transport: HttpTransport, server: PracticeServer
) -> None:
    server.service.order(Fault("twice_answered"))
    ask(transport, f"{server.url}/v1/notes", NOTE)
    assert b'"items"' in ask(transport, f"{server.url}/v1/notes?reference=N-1").content


def test_an_answer_of_more_than_ten_megabytes_is_not_read_to_its_end(
    transport: HttpTransport, server: PracticeServer
) -> None:
    server.service.order(Fault("huge"))
    with pytest.raises(Unexpected) as told:
        ask(transport, f"{server.url}/v1/notes", NOTE)
    assert (told.value.code, told.value.params) == ("answer_too_large", {"megabytes": "10"})


def test_a_closed_port_is_unreachable(transport: HttpTransport) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    with pytest.raises(Unreachable) as told:
        ask(transport, f"http://127.0.0.1:{port}/", NOTE)
    assert told.value.code == "connection_refused"


def test_a_name_that_nobody_has_is_unreachable(
    transport: HttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_told: object, **_more: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unreachable) as told:
        ask(transport, "https://nobody.invalid/", NOTE)
    assert told.value.code == "name_not_found"


@pytest.mark.parametrize("proxy", ["socks9://127.0.0.1:1", "http://127.0.0.1:1"])
def test_a_proxy_that_does_not_work_is_unreachable(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    transport = HttpTransport()
    with pytest.raises(Unreachable):
        ask(transport, "https://provider.example/", NOTE)
    transport.close()


def test_a_proxy_that_says_no_has_let_nothing_through(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = bytearray()

    def refuse(connection: socket.socket) -> None:
        heard.extend(connection.recv(65_536))
        connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")

    with listening(refuse) as port:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        transport = HttpTransport()
        with pytest.raises(Unreachable) as told:
            ask(transport, "https://provider.example/v1", NOTE)
        transport.close()
    assert told.value.code == "proxy_failed"
    assert heard.startswith(b"CONNECT provider.example:443")
    assert TOKEN.encode() not in heard


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://provider.example/v1", "plain_http"),
        ("http://127.example.org/v1", "plain_http"),
        ("http://localhost.example/v1", "plain_http"),
        ("ftp://provider.example/v1", "bad_address"),
        ("https://user:word@provider.example/v1", "bad_address"),
        ("https:///v1", "bad_address"),
        ("https://provider.example:port/v1", "bad_address"),
    ],
)
def test_an_address_that_would_give_things_away_is_refused(
    url: str, code: str, transport: HttpTransport
) -> None:
    with pytest.raises(Unsafe) as told:
        ask(transport, url, NOTE)
    assert told.value.code == code


def test_a_key_with_a_line_break_is_refused_before_anything_leaves(
    transport: HttpTransport, server: PracticeServer
) -> None:
    for value in ("Bearer one\r\nx-more: two", "Bearer clé"):
        request = WireRequest("POST", f"{server.url}/v1/notes", (("authorization", value),), NOTE)
        with pytest.raises(Unsafe) as told:
            transport.send(request, timeout_s=5.0, cancel=StopSwitch())
        assert told.value.code == "header_not_sendable"
    assert server.service.requests == ()


def stopped_when(happened: threading.Event, transport: HttpTransport, url: str, content: bytes) -> Cancelled:
    """What a send on a thread of its own raises when it is stopped at that moment."""
    stop = StopSwitch()
    raised: list[ProviderError] = []

    def send() -> None:
        try:
            ask(transport, url, content, stop)
        except ProviderError as error:
            raised.append(error)

    thread = threading.Thread(target=send)
    thread.start()
    assert happened.wait(10)
    stop.set()
    thread.join(3)  # less than the 5 s after which an answer is late
    assert not thread.is_alive()
    assert isinstance(raised[0], Cancelled)
    return raised[0]


def test_a_stop_frees_a_send_that_waits_for_a_silent_server(transport: HttpTransport) -> None:
    asked, over = threading.Event(), threading.Event()

    def stay_silent(connection: socket.socket) -> None:
        connection.recv(65_536)
        asked.set()
        over.wait(10)

    with listening(stay_silent) as port:
        told = stopped_when(asked, transport, f"http://127.0.0.1:{port}/", NOTE)
        over.set()
    assert told.code == "cancelled_midway"


def test_a_stop_frees_a_send_in_the_middle_of_an_upload(transport: HttpTransport) -> None:
    begun, over = threading.Event(), threading.Event()

    def read_a_little(connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.recv(4096)
        begun.set()
        over.wait(10)

    with listening(read_a_little) as port:
        told = stopped_when(begun, transport, f"http://127.0.0.1:{port}/", b"x" * 30_000_000)
        over.set()
    assert told.code == "cancelled_midway"


def test_a_stop_that_was_given_before_lets_nothing_leave(
    transport: HttpTransport, server: PracticeServer
) -> None:
    stop = StopSwitch()
    stop.set()
    with pytest.raises(Cancelled) as told:
        ask(transport, f"{server.url}/v1/notes", NOTE, stop)
    assert told.value.code == "cancelled"
    assert server.service.requests == ()


def test_a_transport_serves_again_after_a_stop(transport: HttpTransport, server: PracticeServer) -> None:
    arrived = threading.Event()

    class Slow(Notebook):
        def answer(self, request: WireRequest) -> WireReply:
            reply = super().answer(request)
            arrived.set()
            return reply

    server.service.simulator = Slow()
    server.service.order(Fault("delay"))
    told = stopped_when(arrived, transport, f"{server.url}/v1/notes", NOTE)
    server.opens.set()
    assert told.code == "cancelled_midway"
    assert ask(transport, f"{server.url}/v1/notes?reference=N-1").status == 200
