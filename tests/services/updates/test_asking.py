"""A list counts only if it is signed, no older than one seen, and newer than what is here."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.client.clock import StopSwitch
from app.client.errors import Cancelled, Unexpected, Unreachable
from app.client.http import HttpTransport
from app.services.updates.asking import ask, offered
from app.services.updates.manifest import LARGEST_LIST, opened
from app.services.updates.memory import Memory, is_due, is_quiet, remember, remembered
from app.services.updates.problems import UpdateProblem
from app.services.updates.publisher import NOBODY, Publisher, publisher
from tests.client.test_certificates import certificate
from tests.services.updates.house import (
    FOREIGN_KEY,
    KEY,
    NEXT_KEY,
    NOW,
    Shop,
    file_of,
    manifest_body,
    open_shop,
    public,
    signed_list,
)

KEYS = (public(KEY), public(NEXT_KEY))


def refused(content: bytes) -> str:
    with pytest.raises(UpdateProblem) as caught:
        opened(content, KEYS)
    return caught.value.code


def ask_shop(shop: Shop, folder: Path) -> str:
    """The version told, or the code of why none was."""
    try:
        return ask(shop.publisher, folder, NOW, StopSwitch()).version
    except UpdateProblem as problem:
        return problem.code


def test_a_signed_list_is_read_and_both_keys_of_the_program_count() -> None:
    for keys in ((KEY,), (NEXT_KEY,), (FOREIGN_KEY, NEXT_KEY)):
        assert opened(signed_list(manifest_body(), *keys), KEYS).version == "0.2.0"


def test_what_somebody_else_signed_or_changed_is_refused_before_it_is_read() -> None:
    good = signed_list(manifest_body())
    head, _, body = good.partition(b"\n")
    for content in (
        signed_list(manifest_body(), FOREIGN_KEY),
        signed_list(manifest_body(), mark=b""),
        good.replace(b"0.2.0", b"9.2.0"),
        head + b"\n" + body + b" ",
        body,
        b"",
        b"\n",
        b"!!!\n" + body,
        head[:-4] + b"\n" + body,
        b" ".join([head, head, head]) + b"\n" + body,
        b"<html>Welcome to the hotel\nPlease sign in</html>",
    ):
        assert refused(content) == "unsigned", content[:40]


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"[" * 50_000,
        json.dumps(manifest_body("1.0")).encode(),
        json.dumps(manifest_body(format=2)).encode(),
        json.dumps(manifest_body(serial=0)).encode(),
        json.dumps(manifest_body(files=[file_of("../../.bashrc", b"x")])).encode(),
        json.dumps(manifest_body(files=[file_of("a.xz", b"x") | {"sha256": "A"}])).encode(),
        json.dumps(manifest_body(files=[file_of("a.xz", b"x") | {"size": 10**12}])).encode(),
    ],
)
def test_a_signed_list_that_makes_no_sense_is_refused_as_a_whole(body: bytes) -> None:
    assert refused(signed_list(body)) == "unreadable"


def test_members_of_a_later_form_are_passed_over() -> None:
    assert opened(signed_list(manifest_body(channel="beta")), KEYS).serial == 7


def test_the_newest_version_is_told_and_kept_and_proven_again_when_it_is_shown(
    shop: Shop, tmp_path: Path
) -> None:
    shop.files["newest"] = signed_list(manifest_body())
    assert ask_shop(shop, tmp_path) == "0.2.0"
    memory = remembered(tmp_path)
    assert memory.asked_at == NOW
    told = offered(shop.publisher, memory, "0.1.0")
    assert told is not None
    assert told.notes.fr == "Mieux."
    forged = memory.model_copy(update={"offered": memory.offered.replace(b"Better", b"Beware")})
    assert offered(shop.publisher, forged, "0.1.0") is None


def test_the_question_says_nothing_of_who_asks(shop: Shop, tmp_path: Path) -> None:
    shop.files["newest"] = signed_list(manifest_body())
    ask_shop(shop, tmp_path)
    (headers,) = shop.headers
    assert headers.pop("Host").startswith("127.0.0.1")
    assert {name.lower(): value for name, value in headers.items()} == {
        "accept": "*/*",
        "accept-encoding": "identity",
        "connection": "keep-alive",
        "user-agent": "Factotum",
    }


def test_a_version_that_is_not_newer_is_no_offer() -> None:
    memory = Memory(offered=signed_list(manifest_body("0.2.0")))
    there = Publisher("https://example.org/newest", KEYS)
    assert offered(there, memory, "0.2.0") is None
    assert offered(there, memory, "0.10.0") is None
    assert offered(there, memory, "0.1.9") is not None


def test_an_older_list_than_one_already_seen_is_refused(shop: Shop, tmp_path: Path) -> None:
    shop.files["newest"] = signed_list(manifest_body("0.3.0", serial=9))
    ask_shop(shop, tmp_path)
    shop.files["newest"] = signed_list(manifest_body("0.2.0", serial=8))
    assert ask_shop(shop, tmp_path) == "older"
    told = offered(shop.publisher, remembered(tmp_path), "0.1.0")
    assert told is not None
    assert told.version == "0.3.0"


def test_the_page_of_a_hotel_and_a_missing_list_change_nothing(shop: Shop, tmp_path: Path) -> None:
    assert ask_shop(shop, tmp_path) == "no_list"
    shop.page = b"<html>\n<form>Room number</form></html>"
    assert ask_shop(shop, tmp_path) == "unsigned"
    assert remembered(tmp_path) == Memory(asked_at=NOW)


def test_a_huge_list_is_not_taken_in(shop: Shop, tmp_path: Path) -> None:
    shop.files["newest"] = signed_list(manifest_body()) + b" " * LARGEST_LIST
    with pytest.raises(Unexpected, match="answer_too_large"):
        ask(shop.publisher, tmp_path, NOW, StopSwitch())
    assert remembered(tmp_path) == Memory(asked_at=NOW)


def test_a_server_that_keeps_silent_is_left_as_soon_as_one_wants(shop: Shop, tmp_path: Path) -> None:
    shop.waits = threading.Event()
    stop = StopSwitch()
    told: list[BaseException] = []

    def run() -> None:
        try:
            ask(shop.publisher, tmp_path, NOW, stop)
        except Cancelled as cancelled:
            told.append(cancelled)

    thread = threading.Thread(target=run)
    thread.start()
    assert shop.is_waiting.wait(20)
    stop.set()
    thread.join(20)
    assert len(told) == 1


def test_a_server_is_believed_only_with_a_certificate_that_is_trusted(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "127.0.0.1", -timedelta(days=1), timedelta(days=1))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with open_shop(context) as shop:
        shop.files["newest"] = signed_list(manifest_body())
        with pytest.raises(Unreachable, match="certificate_untrusted"):
            ask(shop.publisher, tmp_path, NOW, StopSwitch())
        assert shop.asked == []
        trusting = ssl.create_default_context(cafile=pem)
        trusting.check_hostname = False

        def connect(largest: int) -> HttpTransport:
            return HttpTransport(largest_answer=largest, context=trusting)

        assert ask(shop.publisher, tmp_path, NOW, StopSwitch(), connect).version == "0.2.0"


def test_it_is_asked_once_a_day_and_a_clock_that_jumps_does_no_harm() -> None:
    asked = Memory(asked_at=NOW)
    assert is_due(Memory(), NOW)
    assert not is_due(asked, NOW + timedelta(hours=23))
    assert is_due(asked, NOW + timedelta(days=1))
    assert is_due(asked, NOW - timedelta(days=400))


def test_what_was_skipped_put_off_or_failed_is_not_told_again() -> None:
    assert not is_quiet(Memory(), "0.2.0", NOW)
    for memory in (
        Memory(skipped="0.2.0"),
        Memory(failed="0.2.0"),
        Memory(put_off_until=NOW + timedelta(hours=20)),
    ):
        assert is_quiet(memory, "0.2.0", NOW)
    assert not is_quiet(Memory(skipped="0.2.0"), "0.3.0", NOW)
    assert not is_quiet(Memory(put_off_until=NOW - timedelta(hours=1)), "0.2.0", NOW)
    assert not is_quiet(Memory(put_off_until=NOW + timedelta(days=300)), "0.2.0", NOW)


@pytest.mark.parametrize("spoil", [lambda text: text[:-9], lambda _: "[]", lambda _: '{"serial": "x"}'])
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, spoil: Callable[[str], str]) -> None:
    remember(tmp_path, Memory(skipped="0.2.0"))
    kept = tmp_path / "memory.json"
    kept.write_text(spoil(kept.read_text()))
    assert remembered(tmp_path) == Memory()


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"address": "", "keys": ["AA=="]},
        {"address": "https://a", "keys": 1},
        {"address": "x", "keys": ["!"]},
    ],
)
def test_a_copy_that_says_wrongly_who_gave_it_out_asks_nobody(tmp_path: Path, written: Any) -> None:
    (tmp_path / "updates.json").write_text(json.dumps(written))
    assert publisher(tmp_path / "updates.json") == NOBODY
    assert not publisher(tmp_path / "absent.json").is_known


def test_the_publisher_that_this_source_names_is_written_as_it_must_be() -> None:
    named = publisher()
    assert named.is_known == bool(named.address)
