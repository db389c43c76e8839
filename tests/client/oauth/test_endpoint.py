"""What a token endpoint may answer, and what is made of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected, Unsafe
from app.client.oauth.endpoint import GRANT_REFUSED
from app.client.schemes import OAuthServer
from app.client.secret import Secret
from app.client.transport import WireReply
from tests.client.oauth.strict import NOW, StrictServer, endpoint, reply

SPENT = Secret("refresh-s3cret")


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (reply(400, {"error": "invalid_grant"}), Unauthorised, GRANT_REFUSED),
        (reply(401, {"error": "invalid_grant"}), Unauthorised, GRANT_REFUSED),
        (reply(401, {"error": "invalid_client"}), Unauthorised, "error.application_refused"),
        (reply(400, {"error": "invalid_scope"}), Refused, "error.token_refused"),
        (WireReply(429, {}, b"slow down"), Throttled, "error.throttled"),
        (reply(503, {}), Unexpected, "error.token_server"),
        (WireReply(200, {}, b"<html>Welcome to our hotel"), Unexpected, "error.token_answer"),
        (WireReply(302, {}, b""), Unexpected, "error.token_answer"),
        (WireReply(200, {}, b"[" * 100_000), Unexpected, "error.token_answer"),
        (WireReply(200, {}, b" " * 300_000), Unexpected, "error.token_answer"),
        (reply(200, []), Unexpected, "error.token_answer"),
        (reply(200, {"access_token": None}), Unexpected, "error.token_answer"),
        (reply(200, {"access_token": 7}), Unexpected, "error.token_answer"),
        (reply(200, {"access_token": "a\r\nX-Evil: 1"}), Unexpected, "error.token_answer"),
        (reply(200, {"access_token": "a", "token_type": "mac"}), Unexpected, "error.token_answer"),
        (reply(200, {"access_token": "a", "expires_in": "soon"}), Unexpected, "error.token_answer"),
        (reply(200, {"access_token": "a", "expires_in": -5}), Unexpected, "error.token_answer"),
        (WireReply(200, {}, b'{"access_token": "a", "expires_in": NaN}'), Unexpected, "error.token_answer"),
    ],
)
def test_every_answer_that_is_none_has_its_error(
    tmp_path: Path, answer: WireReply, kind: type[ProviderError], code: str
) -> None:
    server = StrictServer(tmp_path / "pair", answer=answer)
    with pytest.raises(kind) as told:
        endpoint(server).refresh(SPENT)
    assert told.value.code == code


def test_a_server_that_quotes_our_secrets_is_not_quoted_with_them(tmp_path: Path) -> None:
    words = "bad token refresh-s3cret of cl1ent-s3cret\n"
    server = StrictServer(
        tmp_path / "pair", answer=reply(400, {"error": "invalid_grant", "error_description": words})
    )
    with pytest.raises(Unauthorised) as told:
        endpoint(server).refresh(SPENT)
    assert told.value.detail == "bad token … of … "


def test_a_server_that_does_not_rotate_leaves_the_refresh_token(tmp_path: Path) -> None:
    answer = reply(200, {"access_token": "a", "expires_in": "3600"})
    tokens = endpoint(StrictServer(tmp_path / "pair", answer=answer)).refresh(SPENT)
    assert tokens.refresh == SPENT
    assert tokens.expires_at == NOW + timedelta(hours=1)
    assert not tokens.is_fresh(NOW + timedelta(minutes=59, seconds=1))


def test_nothing_goes_to_an_address_without_tls(tmp_path: Path) -> None:
    server = StrictServer(tmp_path / "pair")
    plain = OAuthServer("https://a.example/", "http://a.example/token")
    with pytest.raises(Unsafe):
        endpoint(server, server=plain).refresh(SPENT)
    assert server.seen == []
    assert not endpoint(server, server=plain).revoke(SPENT), "it offers no way to"
