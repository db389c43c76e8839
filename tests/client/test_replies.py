"""Hostile and broken answers are told apart; good ones are read exactly."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.client.calls import Reply
from app.client.errors import Unexpected
from app.client.replies import DEEPEST, http_date, json_value, reply_of, request_id, retry_after_s
from app.client.transport import WireReply

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
JSON = {"content-type": "application/json"}


def test_numbers_are_read_exactly() -> None:
    body = reply_of(WireReply(200, JSON, b'{"net": 0.10, "big": 12345678901234567.89}')).body
    assert body == {"net": Decimal("0.10"), "big": Decimal("12345678901234567.89")}
    assert isinstance(body, dict)
    assert str(body["net"]) == "0.10"


@pytest.mark.parametrize("content", [b"", b"  \r\n"])
def test_an_empty_success_has_no_body(content: bytes) -> None:
    assert reply_of(WireReply(204, {}, content)) == Reply(204, {})


@pytest.mark.parametrize(
    ("headers", "content", "code"),
    [
        ({"content-type": "text/html; charset=utf-8"}, b"sign in", "captive_portal"),
        (JSON, b"<!DOCTYPE html><p>sign in", "captive_portal"),
        (JSON, b'\n  <html lang="en">', "captive_portal"),
        (JSON, b'{"id": 1, "lines": [{"a', "answer_garbled"),
        (JSON, b'{"id": NaN}', "answer_garbled"),
        (JSON, b'{"id": Infinity}', "answer_garbled"),
        (JSON, b'{"id": "\xff"}', "answer_garbled"),
        (JSON, b'{"id": ' + b"9" * 5000 + b"}", "answer_garbled"),
        ({"content-type": "text/plain"}, b"all is well", "answer_garbled"),
        (JSON, b"[" * 100 + b"]" * 100, "answer_too_deep"),
        (JSON, b'{"a":' * 200_000, "answer_too_deep"),
    ],
)
def test_a_success_that_is_none_is_said_to_be_so(headers: dict[str, str], content: bytes, code: str) -> None:
    with pytest.raises(Unexpected) as told:
        reply_of(WireReply(200, {**headers, "request-id": "req-7"}, content))
    assert (told.value.code, told.value.status, told.value.request_id) == (code, 200, "req-7")


@pytest.mark.parametrize("content", [b"Retry later\n", b"<html>Bad Gateway</html>", b'{"cut'])
def test_an_error_may_be_of_any_kind(content: bytes) -> None:
    reply = reply_of(WireReply(502, {"content-type": "text/html"}, content))
    assert (reply.body, reply.text) == (None, content.strip().decode())


def test_nesting_up_to_the_bound_is_read() -> None:
    assert json_value(b"[" * DEEPEST + b"]" * DEEPEST)


def test_text_that_no_database_takes_is_replaced() -> None:
    read = json_value(rb'{"a\u0000b": ["\ud83d\ude00", "x\ud800y", "\u0000"]}')
    assert read == {"a�b": ["😀", "x?y", "�"]}
    assert str(read).encode()


@given(st.binary())
def test_any_bytes_are_an_answer_or_unexpected(content: bytes) -> None:
    assert reply_of(WireReply(400, {}, content)).status == 400
    try:
        reply = reply_of(WireReply(200, {}, content))
    except Unexpected:
        return
    assert reply.status == 200


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "Mon, 02 Nov 2026 09:00:30 GMT"}, 30.0),
        ({"retry-after": "Mon, 02 Nov 2026 09:00:30 GMT", "date": "Mon, 02 Nov 2026 09:00:25 GMT"}, 5.0),
        ({"retry-after": "Mon, 02 Nov 2026 08:00:00 GMT"}, 0.0),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "9" * 40}, None),
        ({"retry-after": "٣"}, None),
        ({}, None),
    ],
)
def test_how_long_to_wait_is_read_by_the_servers_own_clock(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after_s(headers, NOW) == seconds


@given(st.text())
def test_any_text_is_a_date_or_none(said: str) -> None:
    read = http_date(said)
    assert read is None or read.tzinfo is not None


def test_a_request_id_is_found_under_its_names_and_bounded() -> None:
    assert request_id({"x-request-id": "r" * 500}) == "r" * 100
    assert request_id({"request-id": "req_1", "x-request-id": "other"}) == "req_1"
    assert request_id({}) == ""
