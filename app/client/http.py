"""The network as a Transport, over httpx: the one module that knows the library.

What matters most is told exactly: Unreachable only if no byte of the request can have arrived,
Interrupted for everything after. A cancel shuts the socket, which frees the waiting thread at once.
"""

from __future__ import annotations

import logging
import math
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from threading import Lock
from typing import Any, Final
from urllib.parse import urlsplit

import certifi
import httpx

from app.client.errors import Cancelled, Interrupted, ProviderError, Unexpected, Unreachable, Unsafe
from app.client.transport import Cancel, WireReply, WireRequest

CONNECT_WITHIN_S: Final = 10.0
LARGEST_ANSWER: Final = 10_000_000
SLOWEST_UPLOAD: Final = 20_000
"""Bytes a second below which an upload is given up."""
_PIECE: Final = 32_768
_DIRECT: Final = ("127.0.0.1", "localhost", "[::1]")
# httpx writes whole addresses into its log, where a query may hold what only `redact` may judge.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("httpcore").setLevel(logging.WARNING)

_EXPIRED, _NOT_YET, _OTHER_NAME = 10, 9, frozenset({62, 64})
"""Verify codes of OpenSSL: x509_vfy.h."""


class HttpTransport:
    """One client, with a connection for each request; for one thread at a time."""

    def __init__(
        self, *, largest_answer: int = LARGEST_ANSWER, context: ssl.SSLContext | None = None
    ) -> None:
        self._largest = largest_answer
        self._context = context
        self._wire = _Wire()
        self._opened: httpx.Client | None = None

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        """The whole answer, within `timeout_s` after the request has left.

        Raises Unreachable, Interrupted, Cancelled (`cancelled_midway` if something had left), Unsafe,
        or Unexpected for an answer that is too large.
        """
        refuse_unsafe(request.url)
        self._wire.begin()
        take_back = cancel.when_set(self._wire.cut)
        try:
            if cancel.is_set:
                raise Cancelled("cancelled")
            return self._exchange(self._client(), request, timeout_s)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, UnicodeError) as failure:
            raise self._told(failure, cancel) from None
        finally:
            take_back()

    def close(self) -> None:
        """Let go of its connections."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _client(self) -> httpx.Client:
        if self._opened is None:
            try:
                self._opened = httpx.Client(
                    verify=self._context or trusted(),
                    mounts={f"all://{host}": None for host in _DIRECT},
                    # A connection for each request: one that is kept may hold a second answer to the last
                    # request, which would be read as the answer to the next, or may end just as it is used.
                    limits=httpx.Limits(max_connections=1, max_keepalive_connections=0),
                )
            except (ImportError, ValueError, httpx.InvalidURL):
                # The proxy that the system names is of a kind, or in a form, that cannot be used.
                raise Unreachable("proxy_failed") from None
        return self._opened

    def _exchange(self, client: httpx.Client, request: WireRequest, timeout_s: float) -> WireReply:
        headers = [("accept-encoding", "identity"), *request.headers]
        if request.content or request.method in ("POST", "PUT"):
            headers.append(("content-length", str(len(request.content))))
        sending = client.build_request(
            request.method,
            request.url,
            headers=headers,
            content=_pieces(request.content) if request.content else None,
            timeout=httpx.Timeout(timeout_s, connect=CONNECT_WITHIN_S),
            extensions={"trace": self._wire.heard},
        )
        self._wire.host = sending.url.raw_host.decode("ascii")
        upload_s = len(request.content) / SLOWEST_UPLOAD
        ends_at = time.monotonic() + CONNECT_WITHIN_S + upload_s + timeout_s
        answer = client.send(sending, stream=True)
        try:
            content = bytearray()
            for piece in answer.iter_bytes():
                content += piece
                if len(content) > self._largest:
                    megabytes = str(math.ceil(self._largest / 1_000_000))
                    raise Unexpected("answer_too_large", {"megabytes": megabytes}, status=answer.status_code)
                if time.monotonic() > ends_at:
                    raise Interrupted("answer_late", status=answer.status_code)
            return WireReply(answer.status_code, _lower(answer.headers), bytes(content))
        finally:
            answer.close()

    def _told(self, failure: Exception, cancel: Cancel) -> ProviderError:
        has_left = self._wire.has_left
        if cancel.is_set:
            return Cancelled("cancelled_midway" if has_left else "cancelled")
        if isinstance(failure, httpx.InvalidURL | httpx.UnsupportedProtocol):
            return Unsafe("bad_address")
        if isinstance(failure, httpx.LocalProtocolError | UnicodeError) and not self._wire.has_written:
            return Unsafe("header_not_sendable")
        if not has_left:
            return Unreachable("proxy_failed" if self._wire.is_at_proxy else _why_unreachable(failure))
        late = isinstance(failure, httpx.TimeoutException)
        return Interrupted("answer_late" if late else "answer_lost")


class _Wire:
    """What is known of the connection in use: its socket, and how far the request has got.

    Told by the library's trace hook, on the sending thread; cut from any other.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._is_cut = False
        self.host = ""
        self.is_at_proxy = False
        self.has_left = False
        self.has_written = False

    def begin(self) -> None:
        """A new request, on a connection that is still to be made."""
        with self._lock:
            self._socket = None
            self._is_cut = self.is_at_proxy = self.has_left = self.has_written = False

    def heard(self, event: str, told: Mapping[str, Any]) -> None:
        """One step of the library."""
        step = event.partition(".")[2]
        if step in ("connect_tcp.complete", "start_tls.complete"):
            self._hold(told["return_value"].get_extra_info("socket"))
        elif step == "connect_tcp.started":
            self.is_at_proxy = told["host"] != self.host
        elif step == "start_tls.started":
            self.is_at_proxy = False
        elif event == "http11.send_request_headers.started":
            self.has_left = told["request"].method != b"CONNECT"
        elif event == "http11.send_request_headers.complete":
            self.has_written = self.has_left

    def cut(self) -> None:
        """End the connection under whoever waits for it."""
        with self._lock:
            self._is_cut = True
            _shut(self._socket)

    def _hold(self, held: socket.socket | None) -> None:
        with self._lock:
            self._socket = held
            if self._is_cut:
                _shut(held)


def refuse_unsafe(url: str) -> None:
    """Let secrets and amounts travel only where nobody can read along. Raises Unsafe."""
    try:
        split = urlsplit(url)
        host, _ = split.hostname or "", split.port
    except ValueError:
        raise Unsafe("bad_address") from None
    if split.scheme not in ("https", "http") or not host or split.username is not None:
        raise Unsafe("bad_address")
    if split.scheme == "http" and not _is_loopback(host):
        raise Unsafe("plain_http")


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """Who is trusted: the system's own authorities, and Mozilla's where a system has none of its own."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _is_loopback(host: str) -> bool:
    quad = host.split(".")
    is_quad = len(quad) == 4 and all(part.isascii() and part.isdecimal() for part in quad)
    return host in ("localhost", "::1") or (is_quad and quad[0] == "127")


def _pieces(content: bytes) -> Iterator[bytes]:
    view = memoryview(content)
    for start in range(0, len(view), _PIECE):
        yield bytes(view[start : start + _PIECE])


def _lower(headers: httpx.Headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _shut(held: socket.socket | None) -> None:
    if held is not None:
        with suppress(OSError):
            # Not held.shutdown: of an SSLSocket that lets go of the TLS state a reading thread needs.
            socket.socket.shutdown(held, socket.SHUT_RDWR)


def _why_unreachable(failure: BaseException) -> str:
    if isinstance(failure, httpx.ProxyError):
        return "proxy_failed"
    if isinstance(failure, httpx.TimeoutException):
        return "connect_timeout"
    cause: BaseException | None = failure
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _why_untrusted(cause.verify_code)
        if isinstance(cause, ssl.SSLError):
            return "tls_failed"
        if isinstance(cause, socket.gaierror):
            return "name_not_found"
        if isinstance(cause, ConnectionRefusedError):
            return "connection_refused"
        cause = cause.__cause__ or cause.__context__
    return "no_route"


def _why_untrusted(code: int) -> str:
    if code == _EXPIRED:
        return "certificate_expired"
    if code == _NOT_YET:
        return "certificate_not_yet_valid"
    return "certificate_name" if code in _OTHER_NAME else "certificate_untrusted"
