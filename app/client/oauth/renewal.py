"""Renewing a sign-in whose refresh token works once, so that no crash leaves it in doubt unsaid.

In order: note which refresh token is on its way, send it, keep the new pair, take the note back. If
the process dies before the answer is kept, the note is there at the next start: the old token is
tried, and if the server has already replaced it, the person is told to sign in again, and why.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Final

from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unreachable, Unsafe
from app.client.oauth.endpoint import GRANT_REFUSED, TokenEndpoint
from app.client.oauth.tokens import Tokens, TokenStore, fingerprint
from app.client.secret import Secret

NOT_SIGNED_IN: Final = "error.not_signed_in"
SIGN_IN_ENDED: Final = "error.sign_in_ended"
SIGN_IN_LOST: Final = "error.sign_in_lost"

_NOTHING_DONE: Final = (Unreachable, Throttled, Refused, Unsafe)


class Unkept:
    """Tokens that came and could not be kept: the keyring was locked just then. Outlives one send."""

    def __init__(self) -> None:
        self.tokens: Tokens | None = None


class Renewal:
    """The tokens of one connection, renewed once for all who wait. Safe from any thread.

    `unkept` is shared by all renewals of that connection in this process.
    """

    def __init__(
        self,
        endpoint: TokenEndpoint,
        store: TokenStore,
        now: Callable[[], datetime],
        unkept: Unkept | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._store = store
        self._now = now
        self._lock = threading.Lock()
        self._held: Tokens | None = None
        self._unkept = unkept or Unkept()

    def current(self) -> Tokens:
        """Tokens to send a request with, renewed first if they are over. Raises ProviderError."""
        with self._lock:
            held = self._held
            if held is not None and held.is_fresh(self._now()):
                return held
            return self._renewed(held.access if held else None)

    def replace(self, rejected: Secret) -> Tokens:
        """Tokens after a 401 for this access token: another's renewal if there was one, else our own."""
        with self._lock:
            if self._held is not None and self._held.access != rejected:
                return self._held
            return self._renewed(rejected)

    def sign_out(self) -> bool:
        """Forget the tokens here whatever happens; whether the provider has ended them too."""
        with self._lock, self._store.exclusively():
            self._held, tokens, self._unkept.tokens = None, self._unkept.tokens, None
            tokens = tokens or self._store.tokens()
            self._store.forget()
            self._store.end_renewal()
        if tokens is None:
            return False
        try:
            ended = [self._endpoint.revoke(token) for token in (tokens.refresh, tokens.access) if token]
        except ProviderError:
            return False
        return all(ended)

    def held_secrets(self) -> tuple[str, ...]:
        """The tokens in memory, for redaction."""
        pairs = [pair for pair in (self._held, self._unkept.tokens) if pair is not None]
        return tuple(token.reveal() for pair in pairs for token in (pair.access, pair.refresh) if token)

    def _renewed(self, spent: Secret | None) -> Tokens:
        self._held = None
        with self._store.exclusively():
            if self._unkept.tokens is not None:
                self._keep(self._unkept.tokens)
            kept = self._store.tokens()
            if kept is None:
                raise Unauthorised(NOT_SIGNED_IN)
            mark = fingerprint(kept.refresh) if kept.refresh else ""
            is_in_doubt = bool(mark) and self._store.begun_renewal() == mark
            is_spent = spent is not None and kept.access == spent
            if not is_in_doubt and not is_spent and kept.is_fresh(self._now()):
                self._held = kept
                return kept
            if kept.refresh is None:
                raise Unauthorised(SIGN_IN_ENDED)
            self._store.begin_renewal(mark)
            self._held = self._asked(kept.refresh, is_in_doubt)
            return self._held

    def _asked(self, refresh: Secret, is_in_doubt: bool) -> Tokens:
        try:
            new = self._endpoint.refresh(refresh)
        except Unauthorised as refused:
            if refused.code != GRANT_REFUSED:
                self._settle(is_in_doubt)
                raise
            code = SIGN_IN_LOST if is_in_doubt else SIGN_IN_ENDED
            raise Unauthorised(code, detail=refused.detail, status=refused.status) from None
        except _NOTHING_DONE:
            self._settle(is_in_doubt)
            raise
        self._keep(new)
        return new

    def _keep(self, new: Tokens) -> None:
        self._unkept.tokens = new  # the next call tries again
        self._store.keep(new)
        self._store.end_renewal()
        self._unkept.tokens = None

    def _settle(self, is_in_doubt: bool) -> None:
        if not is_in_doubt:
            self._store.end_renewal()
