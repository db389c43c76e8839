"""What the self-test says of a keyring: a machine without one is no broken installation."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringLocked, NoKeyringError

from app.services.vault import Vault, VaultProblem
from app.services.vault.proof import keyring_seen
from tests.services.vault.keyrings import Failing, FileKeyring


def test_a_keyring_that_works_is_left_as_it_was(tmp_path: Path) -> None:
    keyring = FileKeyring(tmp_path / "keyring.json")
    assert "kept, read back and forgotten" in keyring_seen(Vault(keyring))
    assert keyring.calls > 0
    assert keyring.entries() == {}


@pytest.mark.parametrize("error", [NoKeyringError(), KeyringLocked(), OSError()])
def test_no_keyring_is_said_and_is_no_failure(error: Exception) -> None:
    assert keyring_seen(Vault(Failing(error))).startswith("secrets last for this run only: ")


def test_a_keyring_that_keeps_nothing_is_a_failure() -> None:
    with pytest.raises(VaultProblem):
        keyring_seen(Vault(NullKeyring()))
