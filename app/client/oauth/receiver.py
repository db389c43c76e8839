"""Waits on this machine for the browser to bring the answer of an authorization.

Only 127.0.0.1 is bound: nothing else on the network reaches it and no firewall asks. One answer is
taken, the one with our `state`; anything else neither ends the wait nor delays it.
"""

from __future__ import annotations

import hmac
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Final
from urllib.parse import parse_qs, urlsplit

from app.client.errors import Cancelled, Unauthorised, Unreachable
from app.client.oauth.closing_page import HEADERS, Language, Outcome, page
from app.client.secret import Secret
from app.client.transport import Cancel

HOST: Final = "127.0.0.1"
PATH: Final = "/callback"
WAIT_S: Final = 300.0
SILENCE_S: Final = 5.0
LONGEST_CODE: Final = 4096


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    code: Secret | None
    error: str = ""
    description: str = ""


class Receiver:
    """A listening port for one sign-in. Use it in a `with` block, off the window's thread."""

    def __init__(self, ports: Sequence[int], state: Secret, language: Language = "en") -> None:
        """Bind the first free port of the list; 0 is any. Raises Unreachable if none is free."""
        self._state = state
        self._language = language
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._answer: _Answer | None = None
        self._server = _bound(ports, self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="sign-in", daemon=True
        )

    @property
    def redirect_uri(self) -> str:
        """Where the browser is to come back to, byte for byte the same in both requests."""
        return redirect_uri(self._server.server_address[1])

    def __enter__(self) -> Receiver:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def wait(self, cancel: Cancel, timeout_s: float = WAIT_S) -> Secret:
        """The code. Raises Unauthorised if the person declined or nobody came, Cancelled."""
        forget = cancel.when_set(self._woken.set)
        try:
            self._woken.wait(timeout_s)
        finally:
            forget()
        answer = self._answer
        if answer is not None and answer.code is not None:
            return answer.code
        if answer is not None and answer.error == "access_denied":
            raise Unauthorised("error.sign_in_denied", detail=answer.description)
        if answer is not None:
            raise Unauthorised("error.sign_in_refused", detail=answer.description or answer.error)
        if cancel.is_set:
            raise Cancelled("error.cancelled")
        raise Unauthorised("error.sign_in_timeout", {"minutes": f"{timeout_s / 60:.0f}"})

    def respond(self, target: str, host: str) -> tuple[int, Outcome | None]:
        """Status and page for a request to `target`; None: no page. Takes the answer if it is one."""
        parts = urlsplit(target)
        if parts.path != PATH or self._answer is not None:
            return 404, None
        if host != f"{HOST}:{self._server.server_address[1]}":
            return 400, "wrong"
        try:
            query = parse_qs(parts.query, keep_blank_values=True, max_num_fields=20)
        except ValueError:
            return 400, "wrong"
        values = {name: found[0] for name, found in query.items() if len(found) == 1}
        given = values.get("state", "").encode("utf-8", "surrogatepass")
        if not hmac.compare_digest(given, self._state.reveal().encode()):
            return 400, "wrong"
        code, error = values.get("code", ""), values.get("error", "")
        if bool(code) == bool(error) or len(code) > LONGEST_CODE:
            return 400, "wrong"
        answer = _Answer(
            Secret(code) if code else None, _plain(error), _plain(values.get("error_description", ""))
        )
        with self._lock:
            if self._answer is not None:
                return 404, None
            self._answer = answer
        return 200, "done" if code else "denied"

    def wake(self) -> None:
        """The answer has been acknowledged to the browser."""
        self._woken.set()

    def page(self, outcome: Outcome) -> bytes:
        """The page in the person's language."""
        return page(outcome, self._language)


def redirect_uri(port: int) -> str:
    """What a provider has to have on its list for this port. 127.0.0.1: `localhost` may mean ::1."""
    return f"http://{HOST}:{port}{PATH}"


class _Server(ThreadingHTTPServer):
    allow_reuse_address = False  # on Windows it would let another program share the port
    allow_reuse_port = False
    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, receiver: Receiver) -> None:
        self.receiver = receiver
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        TCPServer.server_bind(self)  # HTTPServer's own would ask the network for a host name
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no event; the base class would print it."""


class _Handler(BaseHTTPRequestHandler):
    timeout = SILENCE_S
    server: _Server

    def do_GET(self) -> None:
        receiver = self.server.receiver
        status, outcome = receiver.respond(self.path, self.headers.get("Host", ""))
        try:
            content = receiver.page(outcome) if outcome else b""
            self.send_response_only(status)
            for name, value in (*HEADERS, ("Content-Length", str(len(content)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)
            self.wfile.flush()
        finally:
            if status == 200:
                receiver.wake()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the request line holds the code."""


def _bound(ports: Sequence[int], receiver: Receiver) -> _Server:
    for port in ports:
        try:
            return _Server(port, receiver)
        except OSError:
            continue
    raise Unreachable("error.sign_in_ports", {"ports": ", ".join(map(str, ports))})


def _plain(words: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in words)[:300]
