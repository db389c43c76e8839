"""A publisher to test with: keys, signed lists, archives of small programs, and a real server for them."""

from __future__ import annotations

import hashlib
import io
import json
import re
import ssl
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.services.updates.installed import MARK as INSTALL_MARK
from app.services.updates.installed import Installation
from app.services.updates.manifest import MARK, ReleaseFile, sealed
from app.services.updates.publisher import Publisher

KEY: Final = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
NEXT_KEY: Final = Ed25519PrivateKey.from_private_bytes(b"n" * 32)
FOREIGN_KEY: Final = Ed25519PrivateKey.from_private_bytes(b"f" * 32)
NOW: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
LAUNCHER: Final = Path(__file__).resolve().parents[3] / "packaging" / "linux" / "launcher.sh"

PROGRAM: Final = """\
#!/bin/sh
[ "$1" != self-test ] || {{ echo "{seen}"; exit {code}; }}
echo "{version} $*"
"""


def public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def manifest_body(version: str = "0.2.0", *, serial: int = 7, **changes: Any) -> dict[str, Any]:
    return {
        "format": 1,
        "serial": serial,
        "version": version,
        "released": "2026-11-20",
        "schema_number": 4,
        "notes": {"en": "Better.", "fr": "Mieux."},
        "files": [],
        **changes,
    }


def signed_list(body: dict[str, Any] | bytes, *keys: Ed25519PrivateKey, mark: bytes = MARK) -> bytes:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return sealed(content, [key.sign(mark + content) for key in keys or (KEY,)])


def file_of(name: str, content: bytes, kind: str = "archive") -> dict[str, Any]:
    return {
        "system": "linux",
        "machine": "x86_64",
        "kind": kind,
        "name": name,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "minimum": "2.31",
    }


def release_file(name: str, content: bytes) -> ReleaseFile:
    return ReleaseFile.model_validate(file_of(name, content))


def archive(version: str, *, code: int = 0, seen: str = "FAILED  fonts", **more: bytes) -> bytes:
    """A tarball as packaging/linux/packages.py lays it out, around a program of a few lines."""
    name = f"factotum-{version}-linux-x86_64"
    program = PROGRAM.format(version=version, code=code, seen=seen).encode()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz") as entries:
        for place, content, mode in (
            ("factotum/factotum", program, 0o755),
            ("factotum/_internal/base.txt", version.encode(), 0o644),
            ("install.sh", b"", 0o755),
            *((f"factotum/{place}", content, 0o644) for place, content in more.items()),
        ):
            entry = tarfile.TarInfo(f"{name}/{place}")
            entry.size, entry.mode = len(content), mode
            entries.addfile(entry, io.BytesIO(content))
        link = tarfile.TarInfo(f"{name}/factotum/_internal/link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "base.txt"
        entries.addfile(link)
    return packed.getvalue()


def installed(root: Path, version: str = "0.1.0") -> Installation:
    """What install.sh makes."""
    bundle = root / "versions" / version
    bundle.mkdir(parents=True)
    (bundle / "factotum").write_text(PROGRAM.format(version=version, code=0, seen="ok"))
    (bundle / "factotum").chmod(0o755)
    (root / INSTALL_MARK).touch()
    (root / "current").symlink_to(f"versions/{version}")
    (root / "factotum").write_bytes(LAUNCHER.read_bytes())
    (root / "factotum").chmod(0o755)
    return Installation("folder", root, version, "linux", "x86_64", "2.36")


class Shop:
    """What a server gives out, and how badly. `asked` are the ranges it was asked for, by name."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.gives_parts = True
        self.longest_part: int | None = None
        """Longer ones break off in the middle."""
        self.waits: threading.Event | None = None
        """Set: no answer before it is set."""
        self.is_waiting = threading.Event()
        self.page: bytes | None = None
        """What is answered to everything, as the network of a hotel does."""
        self.address = ""

    @property
    def publisher(self) -> Publisher:
        return Publisher(f"{self.address}/newest", (public(KEY), public(NEXT_KEY)))


@contextmanager
def open_shop(context: ssl.SSLContext | None = None) -> Iterator[Shop]:
    """A real server on this machine, with TLS if it is given a certificate."""
    shop = Shop()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.strip("/")
            shop.asked.append((name, self.headers.get("range", "")))
            shop.headers.append(dict(self.headers))
            if shop.waits is not None:
                shop.is_waiting.set()
                shop.waits.wait(20)
            content = shop.page if shop.page is not None else shop.files.get(name)
            if content is None:
                self.send_error(404)
                return
            told = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("range", ""))
            if told and shop.gives_parts and shop.page is None:
                begin, end = int(told[1]), int(told[2])
                part = content[begin : end + 1]
                self.send_response(206 if part else 416)
                self.send_header("content-range", f"bytes {begin}-{begin + len(part) - 1}/{len(content)}")
            else:
                part = content
                self.send_response(200)
            self.send_header("content-length", str(len(part)))
            self.end_headers()
            if shop.longest_part is not None and len(part) > shop.longest_part:
                part = part[: shop.longest_part // 2]
                self.close_connection = True
            try:
                self.wfile.write(part)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            """Quietly."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A caller that hangs up is no news."""

    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    shop.address = f"{'https' if context else 'http'}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield shop
    finally:
        if shop.waits is not None:
            shop.waits.set()
        server.shutdown()
        thread.join()
        server.server_close()
