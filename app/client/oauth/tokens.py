"""A signed-in pair of tokens, and where it is kept."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from app.client.secret import Secret

EARLY: Final = timedelta(seconds=60)
"""A token is renewed this long before its end, so that no request leaves with one that ends on its way."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """What the provider gave. `refresh` is None where it gives none; `expires_at` (UTC) if it said when."""

    access: Secret
    refresh: Secret | None = None
    expires_at: datetime | None = None

    def is_fresh(self, now: datetime) -> bool:
        """Whether a request may still leave with the access token, as far as the clock can tell."""
        return self.expires_at is None or now + EARLY < self.expires_at


def fingerprint(token: Secret) -> str:
    """Tells one token from another without giving it away."""
    return hashlib.sha256(token.reveal().encode("utf-8", "surrogatepass")).hexdigest()


class TokenStore(Protocol):
    """Keeps the tokens of one connection, for all windows and processes of the person."""

    def tokens(self) -> Tokens | None:
        """The pair last kept; None if signed out.

        Where a crash fell between the two, the new refresh token with an access token that is over.
        """

    def keep(self, tokens: Tokens) -> None:
        """Durable before it returns, and the refresh token before the access token."""

    def forget(self) -> None:
        """Signed out: no token is left."""

    def exclusively(self) -> AbstractContextManager[None]:
        """One holder among all threads and processes; whoever dies lets go."""

    def begin_renewal(self, spent: str) -> None:
        """Note that the refresh token of this fingerprint is on its way. Durable before it returns."""

    def end_renewal(self) -> None:
        """Take the note back: it is known what became of the renewal."""

    def begun_renewal(self) -> str:
        """The fingerprint in the note that nobody took back; empty if there is none."""
