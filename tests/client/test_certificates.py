"""Certificates that vouch for nobody: each gives its own reason, and the key never leaves."""

from __future__ import annotations

import importlib.util
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.client.clock import StopSwitch
from app.client.errors import ProviderError, Unreachable
from app.client.http import HttpTransport
from app.client.transport import WireRequest

if importlib.util.find_spec("cryptography"):  # there on Linux, where the Secret Service needs it
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    TODAY = datetime.now(UTC)

    def certificate(folder: Path, name: str, begins: timedelta, ends: timedelta) -> Path:
        """A certificate for this name that vouches for itself, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        told = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        made = (
            x509.CertificateBuilder()
            .subject_name(told)
            .issuer_name(told)
            .public_key(key.public_key())
            .serial_number(7)
            .not_valid_before(TODAY + begins)
            .not_valid_after(TODAY + ends)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        plain = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        path = folder / "server.pem"
        path.write_bytes(plain + made.public_bytes(serialization.Encoding.PEM))
        return path

    @contextmanager
    def serving(pem: Path, heard: bytearray) -> Iterator[str]:
        """A server with this certificate; what it understands of its one caller goes to `heard`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        door = socket.create_server(("127.0.0.1", 0))
        door.settimeout(10)

        def wait() -> None:
            try:
                connection, _ = door.accept()
                with connection, context.wrap_socket(connection, server_side=True) as safe:
                    heard.extend(safe.recv(65_536))
                    safe.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
            except OSError:
                return

        thread = threading.Thread(target=wait)
        thread.start()
        try:
            yield f"https://localhost:{door.getsockname()[1]}/v1"
        finally:
            door.close()
            thread.join()

    def ask(url: str, trusted: Path | None) -> int:
        context = ssl.create_default_context(cafile=str(trusted) if trusted else None)
        transport = HttpTransport(context=context)
        try:
            request = WireRequest("GET", url, (("authorization", "Bearer key-of-the-firm"),))
            return transport.send(request, timeout_s=5.0, cancel=StopSwitch()).status
        finally:
            transport.close()

    YEAR, DAY = timedelta(days=365), timedelta(days=1)

    @pytest.mark.parametrize(
        ("name", "begins", "ends", "is_trusted", "code"),
        [
            ("localhost", -YEAR, -DAY, True, "certificate_expired"),
            ("localhost", DAY, YEAR, True, "certificate_not_yet_valid"),
            ("somebody.example", -DAY, YEAR, True, "certificate_name"),
            ("localhost", -DAY, YEAR, False, "certificate_untrusted"),
        ],
    )
    def test_a_certificate_that_proves_nothing_is_named_by_its_fault(
        name: str, begins: timedelta, ends: timedelta, is_trusted: bool, code: str, tmp_path: Path
    ) -> None:
        pem = certificate(tmp_path, name, begins, ends)
        heard = bytearray()
        with serving(pem, heard) as url, pytest.raises(Unreachable) as told:
            ask(url, pem if is_trusted else None)
        assert told.value.code == code
        assert heard == b""

    def test_a_certificate_that_is_trusted_lets_the_request_through(tmp_path: Path) -> None:
        pem = certificate(tmp_path, "localhost", -DAY, YEAR)
        heard = bytearray()
        with serving(pem, heard) as url:
            assert ask(url, pem) == 204
        assert b"key-of-the-firm" in heard

    def test_a_stop_frees_a_send_that_waits_over_tls(tmp_path: Path) -> None:
        pem = certificate(tmp_path, "localhost", -DAY, YEAR)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        asked, over, stop = threading.Event(), threading.Event(), StopSwitch()
        raised: list[ProviderError] = []
        door = socket.create_server(("127.0.0.1", 0))
        url = f"https://localhost:{door.getsockname()[1]}/"
        transport = HttpTransport(context=ssl.create_default_context(cafile=str(pem)))

        def stay_silent() -> None:
            connection, _ = door.accept()
            with connection, context.wrap_socket(connection, server_side=True) as safe:
                safe.recv(65_536)
                asked.set()
                over.wait(10)

        def send() -> None:
            try:
                transport.send(WireRequest("GET", url), timeout_s=5.0, cancel=stop)
            except ProviderError as error:
                raised.append(error)

        threads = [threading.Thread(target=stay_silent), threading.Thread(target=send)]
        for thread in threads:
            thread.start()
        assert asked.wait(10)
        stop.set()
        threads[1].join(3)  # less than the 5 s after which an answer is late
        over.set()
        threads[0].join()
        door.close()
        transport.close()
        assert [error.code for error in raised] == ["cancelled_midway"]


def test_a_server_that_speaks_no_tls_is_named_so() -> None:
    door = socket.create_server(("127.0.0.1", 0))

    def answer_plainly() -> None:
        connection, _ = door.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    thread = threading.Thread(target=answer_plainly)
    thread.start()
    transport = HttpTransport()
    with pytest.raises(Unreachable) as told:
        transport.send(
            WireRequest("GET", f"https://127.0.0.1:{door.getsockname()[1]}/"),
            timeout_s=5.0,
            cancel=StopSwitch(),
        )
    thread.join()
    door.close()
    transport.close()
    assert told.value.code == "tls_failed"
