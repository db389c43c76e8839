"""Works on a vault in a process of its own, which may be killed in the middle."""

from __future__ import annotations

from pathlib import Path

from app.services.vault import Secret, Vault
from tests.services.vault.keyrings import FileKeyring


def work(task: str, path: Path, dies_at: int, when: str, value: str) -> None:
    """Keep the value, or forget all; dies before or after the keyring's call of that number."""
    vault = Vault(FileKeyring(path, dies_at, after=when == "after"))
    if task == "keep":
        vault.keep("c1", "token", Secret(value))
    else:
        vault.forget("c1")
