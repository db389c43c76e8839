"""Keyrings for the tests: one in a file that another process can look into, and ones that misbehave."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

from keyring.errors import PasswordDeleteError


class FileKeyring:
    """Strict and durable: holds 1280 UTF-16 units an entry, as Windows does; dies at a chosen call."""

    def __init__(self, path: Path, dies_at: int = -1, *, after: bool = False) -> None:
        self.path = path
        self.calls = 0
        self._dies_at = dies_at
        self._after = after

    def get_password(self, service: str, username: str) -> str | None:
        return self._called(lambda held: held.get(f"{username}@{service}"))

    def set_password(self, service: str, username: str, password: str) -> None:
        assert len(password.encode("utf-16-le")) <= 2560, "the stub received bad data (1783)"
        self._called(lambda held: held.__setitem__(f"{username}@{service}", password))

    def delete_password(self, service: str, username: str) -> None:
        if self._called(lambda held: held.pop(f"{username}@{service}", None)) is None:
            raise PasswordDeleteError("No such password!")

    def entries(self) -> dict[str, str]:
        return json.loads(self.path.read_text()) if self.path.exists() else {}

    def _called(self, act):
        if self.calls == self._dies_at and not self._after:
            os.kill(os.getpid(), signal.SIGKILL)
        held = self.entries()
        found = act(held)
        beside = self.path.with_suffix(".new")
        beside.write_text(json.dumps(held))
        beside.replace(self.path)
        if self.calls == self._dies_at and self._after:
            os.kill(os.getpid(), signal.SIGKILL)
        self.calls += 1
        return found


class Failing:
    """Raises the same at every call."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def get_password(self, *_asked: str) -> str | None:
        raise self._error

    def set_password(self, *_asked: str) -> None:
        raise self._error

    def delete_password(self, *_asked: str) -> None:
        raise self._error


class Windows(FileKeyring):
    """Has a persistence, as the backend of Windows has."""

    persist = "enterprise"
