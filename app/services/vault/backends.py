"""Which keyring of the system is used, and what its errors mean to us.

The choice is made here and not by discovery, so that no installed package or variable of the
environment can put a plain file in its place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, Protocol, TypeVar

from app.services.vault.problems import VaultProblem

T = TypeVar("T")


class Backend(Protocol):
    """What we use of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """The value; None if there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the value in place of the one before."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove the value. Raises PasswordDeleteError if there is none."""


class RunOnlyBackend:
    """The memory of this process: what it keeps is gone with it."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """The value; None if there is none."""
        return self._values.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the value until the process ends."""
        self._values[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Remove the value."""
        self._values.pop((service, username), None)


_BY_PLATFORM: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
}
_ELSEWHERE: Final = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)


def system_backend(platform: str = sys.platform) -> Backend:
    """The keyring of this system. Raises VaultProblem if there is none."""
    for module, name in _BY_PLATFORM.get(platform, _ELSEWHERE):
        try:
            kind: Any = getattr(import_module(module), name)
            if not kind.viable:
                continue
            backend: Backend = kind()
        except Exception:  # a backend fails in its own library's ways where its system is absent
            continue
        return stay_on_this_machine(backend)
    raise VaultProblem("keyring_missing")


def stay_on_this_machine(backend: Backend) -> Backend:
    """Let the entries of a Windows profile not roam to other machines; other backends have no such say."""
    if hasattr(type(backend), "persist"):
        backend.persist = "local machine"  # type: ignore[attr-defined]
    return backend


def place(backend: Backend) -> str:
    """What the backend is called in messages."""
    kind = type(backend)
    return {
        "keyring.backends.SecretService": "Secret Service",
        "keyring.backends.kwallet": "KWallet",
        "keyring.backends.Windows": "Windows Credential Manager",
        "keyring.backends.macOS": "macOS Keychain",
        __name__: "memory",
    }.get(kind.__module__, kind.__module__)


def asked(backend: Backend, act: Callable[[], T]) -> T:
    """What `act` gives; whatever a backend raises becomes a VaultProblem.

    The backend's own words may hold a value: they are dropped, and it is no context of the problem.
    """
    try:
        return act()
    except VaultProblem:
        raise
    except Exception as error:
        problem = VaultProblem(_code(error), {"where": place(backend), "why": type(error).__name__})
    raise problem


def _code(error: Exception) -> str:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    name = type(error).__name__
    if isinstance(error, KeyringLocked) or name in ("LockedException", "PromptDismissedException"):
        return "keyring_locked"
    if isinstance(error, NoKeyringError):
        return "keyring_missing"
    return "keyring_not_opened" if isinstance(error, InitError) else "keyring_refused"
