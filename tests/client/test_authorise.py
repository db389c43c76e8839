"""Credentials become headers, for the one address they are meant for."""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import UTC, datetime

import pytest

from app.client.authorise import authoriser, check_secrets, key_mode, signature
from app.client.errors import ProviderError, Unauthorised, Unsafe
from app.client.provider import Connection, Mode
from app.client.schemes import AuthScheme, SecretField
from app.client.secret import Secret
from app.client.sign_in_words import WORDS
from app.client.transport import WireReply, WireRequest

BASE = "https://api.example/v1"
KEY = AuthScheme("key", "bearer", (SecretField("token", pattern=r"(sk|rk)_(test|live)_[A-Za-z0-9]{8,250}"),))
BEARER = AuthScheme("bearer", "bearer", (SecretField("token"),))
RAW = AuthScheme("raw", "raw", (SecretField("token"),))
BASIC = AuthScheme("basic", "basic", (SecretField("user", is_secret=False), SecretField("password")))
SIGNED = AuthScheme(
    "signed", "signed", (SecretField("public_key", is_secret=False), SecretField("private_key"))
)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def header(
    scheme: AuthScheme,
    secrets: dict[str, str],
    request: WireRequest | None = None,
    base_url: str = BASE,
    mode: Mode = "test",
) -> str:
    made = authoriser(
        scheme,
        Connection(provider="p", mode=mode),
        base_url,
        {name: Secret(value) for name, value in secrets.items()},
        now=lambda: NOW,
        nonce=lambda: "ABCD1234",
    )
    [(name, value)] = made.headers_for(request or WireRequest("GET", f"{base_url}/me"))
    assert name == "Authorization"
    assert not made.renew(WireReply(401))
    return value


def test_a_token_goes_as_bearer_or_as_it_is() -> None:
    assert header(BEARER, {"token": "t0ken"}) == "Bearer t0ken"
    assert header(RAW, {"token": "t0ken"}) == "t0ken"


def test_user_and_password_go_as_basic_and_a_password_may_be_empty() -> None:
    assert header(BASIC, {"user": "Aladdin", "password": "open sesame"}) == (
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    )
    assert header(BASIC, {"user": "sk_test_x", "password": ""}) == "Basic c2tfdGVzdF94Og=="


def test_a_signed_request_signs_the_address_in_lower_case_and_the_body() -> None:
    url = f"{BASE}/Invoice?where=external_key:EQUALS:A%2FB"
    said = f"pub||{url.lower()}||ABCD1234||{int(NOW.timestamp())}||"
    for method, body in (("POST", b'{"\xc3\xa9": 1}'), ("GET", b"")):
        value = header(
            SIGNED, {"public_key": "pub", "private_key": "pr1vate"}, WireRequest(method, url, (), body)
        )
        made = hmac.new(b"pr1vate", said.encode() + body, hashlib.sha256).hexdigest()
        assert value == (
            f'ChargeOver co_public_key="pub" co_nonce="ABCD1234" co_timestamp="{int(NOW.timestamp())}" '
            f'co_signature_method="HMAC-SHA256" co_version="1.0" co_signature="{made}"'
        )
    assert "%2fb" in said


def test_a_signature_is_that_of_a_fixed_example() -> None:
    made = signature(
        public="p", private=Secret("k"), url="HTTPS://X/Y?a=B", nonce="12345678", unix_time=1, body=b"{}"
    )
    assert made == hmac.digest(b"k", b"p||https://x/y?a=b||12345678||1||{}", "sha256").hex()


@pytest.mark.parametrize(
    ("scheme", "secrets", "mode", "code"),
    [
        (KEY, {}, "test", "error.secret_missing"),
        (KEY, {"token": "sk_live_abcdefgh12"}, "test", "error.live_key_in_test"),
        (KEY, {"token": "rk_live_abcdefgh12"}, "test", "error.live_key_in_test"),
        (KEY, {"token": "sk_test_abcdefgh12"}, "live", "error.test_key_in_live"),
        (KEY, {"token": "pk_test_abcdefgh12"}, "test", "error.publishable_key"),
        (KEY, {"token": "sk_test_abcdefgh12\n"}, "test", "error.key_shape"),
        (KEY, {"token": "whatever"}, "test", "error.key_shape"),
        (BEARER, {"token": "a\r\nX-Evil: 1"}, "test", "error.secret_characters"),
        (BEARER, {"token": "clé"}, "test", "error.secret_characters"),
        (BEARER, {"token": ""}, "test", "error.secret_characters"),
        (BASIC, {"user": "a:b", "password": "p"}, "test", "error.secret_characters"),
        (SIGNED, {"public_key": 'a"b', "private_key": "p"}, "test", "error.secret_characters"),
    ],
)
def test_a_key_that_cannot_be_right_is_refused_before_anything_is_sent(
    scheme: AuthScheme, secrets: dict[str, str], mode: Mode, code: str
) -> None:
    with pytest.raises(ProviderError) as told:
        header(scheme, secrets, mode=mode)
    assert told.value.code == code
    assert isinstance(told.value, Unsafe if "_in_" in code else Unauthorised)
    assert code in WORDS
    assert not any(len(value) > 3 and value in repr(vars(told.value)) for value in secrets.values())


def test_a_key_tells_test_from_live_by_its_shape() -> None:
    assert key_mode(Secret("sk_live_x")) == "live"
    assert key_mode(Secret("rk_test_x")) == "test"
    assert key_mode(Secret("token")) is None
    check_secrets(KEY, Connection(provider="p", mode="live"), {"token": Secret("rk_live_abcdefgh12")})


@pytest.mark.parametrize(
    ("base_url", "mode", "token"),
    [
        ("http://api.example", "live", "t"),
        ("http://api.example", "test", "t"),
        ("http://127.0.0.1:8000", "live", "t"),
        ("http://127.0.0.1:8000", "practice", "sk_live_abcdefgh12"),
        ("http://127.0.0.1.evil.example", "test", "t"),
        ("https://user:pw@api.example", "test", "t"),
        ("ftp://api.example", "test", "t"),
        ("https://[", "test", "t"),
        ("", "test", "t"),
    ],
)
def test_no_key_goes_where_it_could_be_read(base_url: str, mode: Mode, token: str) -> None:
    with pytest.raises(Unsafe):
        header(BEARER, {"token": token}, base_url=base_url, mode=mode)


def test_a_test_server_on_this_machine_may_do_without_tls() -> None:
    for base_url in ("http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"):
        assert header(BEARER, {"token": "t"}, base_url=base_url) == "Bearer t"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/v1",
        "https://api.example:444/v1",
        "http://api.example/v1",
        "https://api.example@evil.example/",
    ],
)
def test_a_key_goes_to_its_own_host_only(url: str) -> None:
    with pytest.raises(Unsafe):
        header(BEARER, {"token": "t"}, WireRequest("GET", url))


def test_redaction_learns_every_form_of_a_secret() -> None:
    secrets = {"user": Secret("u5er"), "password": Secret("pa55")}
    made = authoriser(BASIC, Connection(provider="p", mode="test"), BASE, secrets, now=lambda: NOW)
    [(_, value)] = made.headers_for(WireRequest("GET", BASE))
    assert {"u5er", "pa55", value.removeprefix("Basic ")} == set(made.secrets())
    assert "pa55" not in repr((made, vars(made)))


def test_both_languages_say_every_error_with_the_same_parts() -> None:
    for code, (english, french) in WORDS.items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", french)), code
        assert not re.search(r"[\w»] [:;!?»]|« ", french), code
