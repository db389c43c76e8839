"""The way through the browser and back, with everything that may knock at the port meanwhile."""

from __future__ import annotations

import http.client
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from app.client.errors import Cancelled, Unauthorised, Unreachable, Unsafe
from app.client.oauth import closing_page
from app.client.oauth.receiver import PATH, Receiver, redirect_uri
from app.client.oauth.sign_in import sign_in
from app.client.oauth.tokens import Tokens
from app.client.secret import Secret
from tests.client.oauth.strict import SERVER, Stop, StrictServer, endpoint

STATE = Secret("state-" + "s" * 30)


def get(address: str, target: str, host: str | None = None) -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    try:
        connection.request("GET", target, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()


def knock(receiver: Receiver, host: str | None = None, **query: str) -> tuple[int, str]:
    status, _, text = get(receiver.redirect_uri, f"{PATH}?{urlencode(query)}", host)
    return status, text


class Browser:
    """Follows the link as the provider's page would send it back."""

    def __init__(self, server: StrictServer, answer: Callable[[dict[str, str]], dict[str, str]]) -> None:
        self.server = server
        self.answer = answer
        self.asked: dict[str, str] = {}
        self.thread: threading.Thread | None = None

    def __call__(self, link: str) -> bool:
        assert link.startswith(SERVER.authorize_url + "?")
        self.asked = {name: value for name, [value] in parse_qs(urlsplit(link).query).items()}
        self.server.codes["code-1"] = self.asked
        target = f"{PATH}?{urlencode({'state': self.asked['state'], **self.answer(self.asked)})}"
        self.thread = threading.Thread(target=get, args=(self.asked["redirect_uri"], target))
        self.thread.start()
        return True


def signed_in(tmp_path: Path, pkce: str = "always", **options: bool) -> tuple[Tokens, Browser]:
    server = StrictServer(tmp_path / "pair")
    browser = Browser(server, lambda _asked: {"code": "code-1"})
    oauth = replace(SERVER, pkce=pkce)
    tokens = sign_in(
        endpoint(server, server=oauth), open_browser=browser, show_link=lambda *_: None, **options
    )
    assert browser.thread is not None
    browser.thread.join()
    return tokens, browser


def test_the_person_allows_it_and_tokens_come(tmp_path: Path) -> None:
    tokens, browser = signed_in(tmp_path)
    assert tokens.access == Secret("access-1")
    assert tokens.refresh == Secret("refresh-1")
    assert browser.asked["scope"] == "a b"
    assert browser.asked["response_type"] == "code"
    assert len(browser.asked["state"]) >= 32
    assert browser.asked["code_challenge_method"] == "S256"
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/callback", browser.asked["redirect_uri"])


def test_pkce_goes_along_only_where_the_provider_has_it(tmp_path: Path) -> None:
    for number, (pkce, options, has) in enumerate(
        [("never", {}, False), ("optional", {}, False), ("optional", {"pkce_if_optional": True}, True)]
    ):
        (tmp_path / str(number)).mkdir()
        _, browser = signed_in(tmp_path / str(number), pkce, **options)
        assert ("code_challenge" in browser.asked) == has


def test_declining_is_an_answer(tmp_path: Path) -> None:
    server = StrictServer(tmp_path / "pair")
    browser = Browser(server, lambda _asked: {"error": "access_denied"})
    with pytest.raises(Unauthorised, match=r"error\.sign_in_denied"):
        sign_in(endpoint(server), open_browser=browser, show_link=lambda *_: None)
    assert browser.thread is not None
    browser.thread.join()
    assert server.seen == []


def test_a_browser_that_does_not_open_leaves_the_link(tmp_path: Path) -> None:
    server, stop, shown = StrictServer(tmp_path / "pair"), Stop(), []

    def no_browser(_link: str) -> bool:
        raise OSError("xdg-open is missing")

    def show(link: str, opened: bool) -> None:
        shown.append((link, opened))
        stop.set()

    with pytest.raises(Cancelled):
        sign_in(endpoint(server, stop), open_browser=no_browser, show_link=show)
    [(link, opened)] = shown
    assert link.startswith(SERVER.authorize_url)
    assert not opened


def test_an_address_without_tls_is_never_opened(tmp_path: Path) -> None:
    server = replace(SERVER, authorize_url="http://auth.example/authorize")
    with pytest.raises(Unsafe):
        sign_in(
            endpoint(StrictServer(tmp_path / "pair"), server=server),
            open_browser=lambda _: pytest.fail("opened"),
            show_link=lambda *_: None,
        )


def test_strangers_neither_end_the_wait_nor_delay_it() -> None:
    with Receiver((0,), STATE) as receiver:
        silent = socket.create_connection(urlsplit(receiver.redirect_uri).netloc.split(":"))
        with silent:
            good = {"state": STATE.reveal(), "code": "c0de"}
            assert knock(receiver, state="wrong", code="bad")[0] == 400
            assert knock(receiver, state="é", code="bad")[0] == 400
            assert knock(receiver, code="bad")[0] == 400
            assert knock(receiver, state=STATE.reveal())[0] == 400
            assert knock(receiver, **good, error="access_denied")[0] == 400
            assert knock(receiver, state=STATE.reveal(), code="c" * 5000)[0] == 400
            assert knock(receiver, "evil.example", **good)[0] == 400, "a name that points here is not us"
            twice = f"{PATH}?{urlencode([('state', STATE.reveal()), ('code', 'a'), ('code', 'b')])}"
            assert get(receiver.redirect_uri, twice)[0] == 400
            assert get(receiver.redirect_uri, "/favicon.ico")[0] == 404
            status, text = knock(receiver, **good)
            assert status == 200
            assert "close this tab" in text
            assert knock(receiver, **good)[0] == 404, "one answer only"
            assert receiver.wait(Stop()) == Secret("c0de")


def test_the_closing_page_keeps_and_tells_nothing() -> None:
    with Receiver((0,), STATE, "fr") as receiver:
        query = urlencode({"state": STATE.reveal(), "code": "c0de"})
        _, headers, text = get(receiver.redirect_uri, f"{PATH}?{query}")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Server"] is None
    assert "fermer cet onglet" in text
    assert "c0de" not in text
    assert "<script" not in text


def test_every_page_is_said_in_both_languages() -> None:
    for outcome in ("done", "denied", "wrong"):
        assert closing_page.page(outcome, "en") != closing_page.page(outcome, "fr")


def test_nobody_comes_in_time() -> None:
    with Receiver((0,), STATE) as receiver, pytest.raises(Unauthorised, match=r"error\.sign_in_timeout"):
        receiver.wait(Stop(), timeout_s=0.01)


def test_ports_are_tried_in_turn_and_never_shared() -> None:
    with Receiver((0,), STATE) as first:
        taken = urlsplit(first.redirect_uri).port
        assert taken is not None
        with pytest.raises(Unreachable) as told:
            Receiver((taken,), STATE)
        assert told.value.params["ports"] == str(taken)
        with Receiver((taken, 0), STATE) as second:
            assert second.redirect_uri != first.redirect_uri
            assert first.redirect_uri == redirect_uri(taken)


def test_only_this_machine_is_listened_to() -> None:
    with Receiver((0,), STATE) as receiver:
        assert receiver._server.socket.getsockname()[0] == "127.0.0.1"
