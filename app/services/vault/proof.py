"""What the installation's self-test says of the keyring."""

from __future__ import annotations

import queue
import threading
import uuid
from typing import Final

from app.client.secret import Secret
from app.services.vault.problems import VaultProblem, vault_text
from app.services.vault.vault import Vault

LONG: Final = "0123456789abcdef" * 500
"""As long as the longest tokens of providers, and longer than what Windows keeps in one piece."""
PATIENCE_S: Final = 10.0
"""After this long the system is asking the person something, and a self-test does not wait for that."""


def keyring_seen(vault: Vault | None = None) -> str:
    """One line: the keyring proven to keep a secret, or why secrets last for one run only here.

    A machine without a keyring is no broken installation. Raises VaultProblem if a keyring is there and
    takes what it does not give back.
    """
    outcome: queue.SimpleQueue[str | VaultProblem] = queue.SimpleQueue()

    def prove() -> None:
        try:
            used = vault or Vault.of_system()
            used.prove()
            _prove_long(used)
        except VaultProblem as problem:
            outcome.put(problem)
        else:
            outcome.put(f"{used.place}: a secret of {len(LONG) // 1000} kB kept, read back and forgotten")

    threading.Thread(target=prove, name="keyring-proof", daemon=True).start()
    try:
        seen = outcome.get(timeout=PATIENCE_S)
    except queue.Empty:
        return "the keyring asks something on the screen; secrets can be kept once it is answered"
    if isinstance(seen, str):
        return seen
    if seen.code == "keyring_keeps_nothing":
        raise seen
    return f"secrets last for this run only: {vault_text(seen)[0]}"


def _prove_long(vault: Vault) -> None:
    """A long secret comes back whole. Raises VaultProblem."""
    connection = f"proof-{uuid.uuid4().hex}"
    vault.keep(connection, "token", Secret(LONG))
    try:
        found = vault.secret(connection, "token")
    finally:
        vault.forget(connection)
    if found is None or found.reveal() != LONG:
        raise VaultProblem("keyring_keeps_nothing", {"where": vault.place})
