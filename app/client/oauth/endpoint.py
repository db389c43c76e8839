"""The token endpoint: a code or a refresh token goes in, tokens come out; or a token ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final
from urllib.parse import urlencode

from app.client.addresses import require_safe_address
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.client.oauth.tokens import Tokens
from app.client.schemes import OAuthServer
from app.client.secret import Secret
from app.client.transport import Cancel, Transport, WireReply, WireRequest

TIMEOUT_S: Final = 30.0
LARGEST_ANSWER: Final = 256 * 1024
LONGEST_TOKEN: Final = 16_384
LONGEST_LIFE: Final = timedelta(days=3650)

GRANT_REFUSED: Final = "error.grant_refused"
"""The code or refresh token is over: expired, revoked, or used before."""


@dataclass(frozen=True, slots=True, eq=False)
class Application:
    """The registration at the provider in whose name one signs in. It belongs to the person."""

    client_id: str
    client_secret: Secret | None = None


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """Speaks to one authorization server through a transport; no retries, since a code works once."""

    server: OAuthServer
    application: Application
    transport: Transport
    cancel: Cancel
    now: Callable[[], datetime]
    is_live: bool = False

    def exchange(self, code: Secret, *, redirect_uri: str, verifier: Secret | None) -> Tokens:
        """The tokens for a code. Raises ProviderError; Unauthorised if the code is not taken."""
        form = {"grant_type": "authorization_code", "code": code.reveal(), "redirect_uri": redirect_uri}
        if verifier is not None:
            form["code_verifier"] = verifier.reveal()
        return self._tokens(form, (code, verifier), None)

    def refresh(self, refresh: Secret) -> Tokens:
        """The next tokens; with the same refresh token where the server does not rotate it.

        Raises Unauthorised with the code `GRANT_REFUSED` if the refresh token is over, and Unexpected
        or Interrupted if nobody can say whether it still works.
        """
        form = {"grant_type": "refresh_token", "refresh_token": refresh.reveal()}
        return self._tokens(form, (refresh,), refresh)

    def revoke(self, token: Secret) -> bool:
        """Whether the server ended it: False if it offers no way to. Raises ProviderError."""
        if not self.server.revoke_url:
            return False
        reply = self._post(self.server.revoke_url, {"token": token.reveal()})
        if reply.status == 200:
            return True
        raise self._error(reply, (token,))

    def _tokens(self, form: dict[str, str], spent: tuple[Secret | None, ...], kept: Secret | None) -> Tokens:
        asked_at = self.now()
        reply = self._post(self.server.token_url, form)
        if reply.status != 200:
            raise self._error(reply, spent)
        answer = _members(reply)
        if str(answer.get("token_type", "bearer")).lower() != "bearer":
            raise Unexpected("error.token_answer", {"member": "token_type"}, status=reply.status)
        access = _token(answer, "access_token", reply.status)
        if access is None:
            raise Unexpected("error.token_answer", {"member": "access_token"}, status=reply.status)
        refresh = _token(answer, "refresh_token", reply.status) or kept
        return Tokens(access, refresh, _end(answer.get("expires_in"), asked_at, reply.status))

    def _post(self, url: str, form: Mapping[str, str]) -> WireReply:
        require_safe_address(url, is_live=self.is_live)
        fields = {"client_id": self.application.client_id, **form}
        if self.application.client_secret is not None:
            fields["client_secret"] = self.application.client_secret.reveal()
        headers = (("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json"))
        request = WireRequest("POST", url, headers, urlencode(fields).encode())
        reply = self.transport.send(request, timeout_s=TIMEOUT_S, cancel=self.cancel)
        if len(reply.content) > LARGEST_ANSWER:
            raise Unexpected("error.token_answer", {"member": "size"}, status=reply.status)
        return reply

    def _error(self, reply: WireReply, spent: tuple[Secret | None, ...]) -> ProviderError:
        status = reply.status
        if status == 429:
            return Throttled("error.throttled", status=status)
        try:
            answer = _members(reply)
        except Unexpected as unreadable:
            return unreadable
        reason = answer.get("error")
        detail = self._quoted(answer.get("error_description") or reason, spent)
        if not 400 <= status < 500:
            return Unexpected("error.token_server", {"status": str(status)}, detail=detail, status=status)
        if reason == "invalid_grant":
            return Unauthorised(GRANT_REFUSED, detail=detail, status=status)
        if reason in ("invalid_client", "unauthorized_client") or status == 401:
            return Unauthorised("error.application_refused", detail=detail, status=status)
        return Refused("error.token_refused", detail=detail, status=status)

    def _quoted(self, words: object, spent: tuple[Secret | None, ...]) -> str:
        if not isinstance(words, str):
            return ""
        for secret in (*spent, self.application.client_secret):
            if secret:
                words = words.replace(secret.reveal(), "…")
        return "".join(letter if letter.isprintable() else " " for letter in words)[:300]


def _members(reply: WireReply) -> Mapping[str, object]:
    try:
        answer = json.loads(reply.content.decode("utf-8"), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise Unexpected("error.token_answer", {"member": "JSON"}, status=reply.status) from None
    if not isinstance(answer, dict):
        raise Unexpected("error.token_answer", {"member": "JSON"}, status=reply.status)
    return answer


def _token(answer: Mapping[str, object], name: str, status: int) -> Secret | None:
    found = answer.get(name)
    if found is None or found == "":
        return None
    if not isinstance(found, str) or len(found) > LONGEST_TOKEN or not _is_plain(found):
        raise Unexpected("error.token_answer", {"member": name}, status=status)
    return Secret(found)


def _is_plain(token: str) -> bool:
    return all("!" <= letter <= "~" for letter in token)


def _end(seconds: object, asked_at: datetime, status: int) -> datetime | None:
    if seconds is None:
        return None
    if isinstance(seconds, str) and seconds.isascii() and seconds.isdigit() and len(seconds) < 12:
        seconds = int(seconds)
    if isinstance(seconds, bool) or not isinstance(seconds, int | Decimal) or not seconds >= 0:
        raise Unexpected("error.token_answer", {"member": "expires_in"}, status=status)
    return asked_at + timedelta(seconds=min(int(seconds), int(LONGEST_LIFE.total_seconds())))
