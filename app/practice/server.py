"""A simulator behind a real HTTP/1.1 server on this machine, for tests and for `--base-url`."""

from __future__ import annotations

import socket
import struct
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import TracebackType
from typing import Any, Final, Self

from app.client.transport import WireReply, WireRequest
from app.practice.faults import FaultKind, FaultyService

LARGEST_BODY: Final = 50_000_000
_DELAY_S: Final = 3.0
_DRIP: Final = 16
_DRIP_S: Final = 0.02
_IDLE_S: Final = 30.0


class PracticeServer:
    """Serves until it is closed, as a context manager. Only this machine reaches it.

    `opens` lets a waiting answer out: a `delay` waits for it, at most a few seconds.
    """

    def __init__(self, service: FaultyService, port: int = 0) -> None:
        self.service = service
        self.opens = Event()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.desk = self
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), name="practice server")

    @property
    def url(self) -> str:
        """Where it listens, without a path."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.opens.set()
        self._server.shutdown()
        self._thread.join()
        self._server.end_connections()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    desk: PracticeServer

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        """Wake the threads that wait for another request on a connection that is kept."""
        for connection in tuple(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_S
    server: _Server

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True

    def _serve(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            self.close_connection = True
            return
        desk = self.server.desk
        request = WireRequest(self.command, desk.url + self.path, tuple(self.headers.items()))
        kind, reply = desk.service.answer_read(request, lambda: self.rfile.read(int(length)))
        self._put(kind, reply)

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what is asked here is nobody's log."""

    def _put(self, kind: FaultKind | None, reply: WireReply) -> None:
        told = _bytes(reply)
        match kind:
            case "drop_unread" | "drop_before" | "drop_after":
                self._reset()
            case "drop_within":
                self.wfile.write(told[: len(told) - max(1, len(reply.content) // 2)])
                self._reset()
            case "twice_answered":
                self.wfile.write(told + told)
            case "delay":
                self.server.desk.opens.wait(_DELAY_S)
                self.wfile.write(told)
            case "drip":
                for start in range(0, len(told), _DRIP):
                    self.wfile.write(told[start : start + _DRIP])
                    self.server.desk.opens.wait(_DRIP_S)
            case _:
                self.wfile.write(told)

    def _reset(self) -> None:
        """End the connection as a broken network does: by a reset, without a word."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True


def _bytes(reply: WireReply) -> bytes:
    head = [f"HTTP/1.1 {reply.status} {_REASONS.get(reply.status, 'Answer')}"]
    head += [f"{name}: {value}" for name, value in reply.headers.items() if name != "content-length"]
    if reply.status != 204:
        head.append(f"content-length: {len(reply.content)}")
    return "\r\n".join([*head, "", ""]).encode("latin-1") + reply.content


_REASONS: Final = {200: "OK", 201: "Created", 204: "No Content", 302: "Found", 400: "Bad Request"}
