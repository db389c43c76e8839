"""Secrets in the keyring of the system, and nowhere else.

All calls block, some until the person has answered the system's question: run them in jobs.
"""

from app.client.secret import Secret
from app.services.vault.problems import State, VaultProblem, vault_text
from app.services.vault.vault import Vault

__all__ = ["Secret", "State", "Vault", "VaultProblem", "vault_text"]
