"""No form of a secret passes."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.client.redact import HIDDEN, Redactor

SECRET = "wXy/9+z=Q:k1"


@pytest.mark.parametrize(
    "form",
    [
        SECRET,
        quote(SECRET, safe=""),
        SECRET.replace("/", "\\/"),
        base64.b64encode(SECRET.encode()).decode(),
        base64.b64encode(f"{SECRET}:".encode()).decode(),
    ],
)
def test_a_known_secret_is_hidden_however_it_is_written(form: str) -> None:
    redactor = Redactor((SECRET,))
    assert redactor.text(f"no: {form}!") == f"no: {HIDDEN}!"
    assert redactor.content(f"no: {form}!".encode()) == f"no: {HIDDEN}!".encode()


@given(st.text(min_size=4, max_size=60), st.text(), st.text())
def test_a_known_secret_is_nowhere_in_what_is_said(secret: str, before: str, after: str) -> None:
    said = Redactor((secret,)).text(before + secret + after)
    assert secret not in said.replace(HIDDEN, "\0") or secret in HIDDEN


@pytest.mark.parametrize(
    "said",
    [
        "Authorization: Bearer abcdefgh12345678",
        "Authorization: Basic dXNlcjpwYXNzd29yZA==",
        "key sk_live_51HxABCDEF is wrong",
        "key rk_test_51HxABCDEF is wrong",
        "whsec_0123456789abcdef",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        'ChargeOver co_public_key="abc123def" co_signature="00ff11"',
    ],
)
def test_what_has_the_shape_of_a_secret_is_hidden_unknown(said: str) -> None:
    hidden = Redactor(()).text(said)
    assert HIDDEN in hidden
    for part in ("abcdefgh1", "dXNlc", "51Hx", "0123456789abcdef", "c2lnbm", "abc123def", "00ff11"):
        assert part not in hidden


def test_a_plain_sentence_stays_as_it_is() -> None:
    said = "The bearer of this bond: a token of thanks. Basic rate 20 %. Invoice sk-1."
    assert Redactor(("",)).text(said) == said


def test_an_address_is_logged_without_values_that_are_somebodys_own() -> None:
    told = Redactor(("s3cr3t-value",)).url(
        "https://api.example/v1/notes/s3cr3t-value?limit=50&email=ann%40b.example&access_token=abc"
        "&where=x%40y.example&page=2"
    )
    assert told == (f"/v1/notes/{HIDDEN}?limit=50&email={HIDDEN}&access_token={HIDDEN}&where={HIDDEN}&page=2")
