"""What goes over the wire is exact, the same each time, and stays below the API's address."""

from __future__ import annotations

import json
from decimal import Decimal
from email import policy
from email.parser import BytesParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.client.calls import Call, FilePart, FormBody, JsonBody, MultipartBody
from app.client.wire import body_bytes, fingerprint, json_text, json_value, wire_request

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | DECIMALS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
PAIRS = st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1)


@given(JSON)
def test_json_comes_back_as_it_was_digit_for_digit(value: object) -> None:
    assert json.loads(json_text(value), parse_float=Decimal) == value


@given(JSON)
def test_what_is_shown_of_a_body_is_what_its_text_would_be_read_as(value: object) -> None:
    assert repr(json_value(value)) == repr(json.loads(json_text(value), parse_float=Decimal))


@pytest.mark.parametrize(
    ("amount", "written"), [("12.50", "12.50"), ("1E+3", "1000"), ("1E-7", "0.0000001"), ("0", "0")]
)
def test_a_decimal_is_written_without_an_exponent_and_with_its_zeros(amount: str, written: str) -> None:
    assert json_text({"amount": Decimal(amount)}) == f'{{"amount":{written}}}'


@pytest.mark.parametrize("value", [1.5, Decimal("NaN"), Decimal("Infinity"), {"a": [object()]}, b"x"])
def test_what_has_no_exact_form_is_refused(value: object) -> None:
    for write in (json_text, json_value):
        with pytest.raises(TypeError):
            write(value)


@given(PAIRS)
def test_a_form_and_a_query_come_back_in_their_order(pairs: list[tuple[str, str]]) -> None:
    kind, content = body_bytes(FormBody(tuple(pairs)))
    assert kind == "application/x-www-form-urlencoded"
    assert parse_qsl(content.decode(), keep_blank_values=True) == pairs
    request = wire_request(Call("s", "GET", "/notes", tuple(pairs)), "https://a.example/v1")
    assert parse_qsl(urlsplit(request.url).query, keep_blank_values=True) == pairs


def test_a_file_arrives_byte_for_byte_with_the_name_it_has() -> None:
    content = bytes(range(256)) * 3 + b"\r\n--factotum"
    part = FilePart("file", 'Rechnung "7"\r\nX: é.pdf', "application/pdf", content)
    kind, body = body_bytes(MultipartBody((part,), (("note", "ça va"),)))
    read = BytesParser(policy=policy.HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    first, second = read.iter_parts()
    assert first.get_payload(decode=True) == content
    assert first.get_content_type() == "application/pdf"
    assert 'filename="Rechnung %227%22%0D%0AX: é.pdf"'.encode() in body
    assert second.get_payload(decode=True) == "ça va".encode()


def test_the_same_call_has_the_same_bytes_and_fingerprint_and_another_has_others() -> None:
    def call(amount: str, content: bytes = b"%PDF") -> Call:
        part = FilePart("file", "a.pdf", "application/pdf", content)
        return Call("s", "POST", "/notes", (("a", amount),), body=MultipartBody((part,)))

    assert wire_request(call("1"), "https://a.example") == wire_request(call("1"), "https://a.example")
    prints = {
        fingerprint(one)
        for one in (
            call("1"),
            call("2"),
            call("1", b"%PDX"),
            Call("s", "POST", "/notes"),
            Call("s", "PUT", "/notes"),
            Call("s", "POST", "/other"),
            Call("s", "POST", "/notes", body=JsonBody({})),
        )
    }
    assert len(prints) == 7


@pytest.mark.parametrize("path", ["notes", "https://else.example/", "/a/../b", "/a/./b", ""])
def test_a_path_that_leaves_the_api_is_a_fault(path: str) -> None:
    with pytest.raises(ValueError, match="below the API"):
        wire_request(Call("s", "GET", path), "https://a.example")


def test_a_path_cannot_smuggle_a_query_or_a_line() -> None:
    url = wire_request(Call("s", "GET", "/notes/1?x=1#y\r\nz"), "https://a.example").url
    assert url == "https://a.example/notes/1%3Fx=1%23y%0D%0Az"


def test_a_path_that_is_quoted_already_stays_so() -> None:
    url = wire_request(Call("s", "GET", "/invoice/external_key:a%2Fb"), "https://a.example").url
    assert url == "https://a.example/invoice/external_key:a%2Fb"


def test_the_headers_of_a_call_win_over_those_of_the_provider() -> None:
    call = Call("s", "GET", "/", headers=(("X-Version", "2"),))
    headers = dict(wire_request(call, "https://a.example", (("x-version", "1"), ("X-Other", "3"))).headers)
    assert (headers["x-version"], headers["x-other"]) == ("2", "3")
