"""The tokens of a sign-in in the vault: one entry each, and a note beside while they are renewed."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from app.client.oauth.tokens import Tokens, fingerprint
from app.client.secret import Secret
from app.services.vault.holding import held
from app.services.vault.vault import Vault
from app.services.whole_file import write_whole

REFRESH: Final = "refresh_token"
ACCESS: Final = "access_token"
_OVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


class VaultTokens:
    """The TokenStore of one connection. `folder` is for the lock and the note, which hold no secret."""

    def __init__(self, vault: Vault, connection_id: str, folder: Path) -> None:
        self._vault = vault
        self._id = connection_id
        self._lock = folder / f"{connection_id}.lock"
        self._note = folder / f"{connection_id}.renewing"

    def tokens(self) -> Tokens | None:
        """The pair last kept; None if signed out. Raises VaultProblem."""
        refresh = self._vault.secret(self._id, REFRESH)
        access = self._vault.secret(self._id, ACCESS)
        mark = fingerprint(refresh) if refresh else ""
        found = _read(access) if access else None
        if found is not None and found[0] == mark:
            return Tokens(found[1], refresh, found[2])
        if refresh is None:
            return None
        return Tokens(Secret(""), refresh, _OVER)

    def keep(self, tokens: Tokens) -> None:
        """Durable before it returns, the refresh token first. Raises VaultProblem."""
        mark = ""
        if tokens.refresh is not None:
            mark = fingerprint(tokens.refresh)
            if self._vault.secret(self._id, REFRESH) != tokens.refresh:
                self._vault.keep(self._id, REFRESH, tokens.refresh)
        else:
            self._vault.forget(self._id, REFRESH)
        end = tokens.expires_at.isoformat() if tokens.expires_at else ""
        stored = {"token": tokens.access.reveal(), "of": mark, "expires_at": end}
        self._vault.keep(self._id, ACCESS, Secret(json.dumps(stored)))

    def forget(self) -> None:
        """Signed out: no token is left. Raises VaultProblem."""
        self._vault.forget(self._id, ACCESS, REFRESH)

    def exclusively(self) -> AbstractContextManager[None]:
        """One holder among all threads and processes; whoever dies lets go."""
        return held(self._lock)

    def begin_renewal(self, spent: str) -> None:
        """Note that the refresh token of this fingerprint is on its way."""
        self._note.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._note, spent.encode("ascii"))

    def end_renewal(self) -> None:
        """Take the note back."""
        self._note.unlink(missing_ok=True)

    def begun_renewal(self) -> str:
        """The fingerprint in the note that nobody took back; empty if there is none."""
        try:
            return self._note.read_bytes()[:64].decode("ascii", "replace")
        except FileNotFoundError:
            return ""


def _read(stored: Secret) -> tuple[str, Secret, datetime | None] | None:
    try:
        members = json.loads(stored.reveal(), parse_float=Decimal)
        end = datetime.fromisoformat(members["expires_at"]) if members["expires_at"] else None
        return str(members["of"]), Secret(str(members["token"])), end
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
