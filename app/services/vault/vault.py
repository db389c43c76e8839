"""Keeps, gives and forgets the secrets of connections, whole or not at all.

A value is written as parts of a fresh generation; then the head is turned to them in one write; then
the old parts go. A crash at any point leaves the old value or the new one. Parts are written upwards
and removed downwards, so that those of a crash are found from number 0 on.
"""

from __future__ import annotations

import json
import re
import threading
import uuid
from decimal import Decimal
from typing import Final

from app.client.secret import Secret
from app.services.vault.backends import Backend, RunOnlyBackend, asked, place, system_backend
from app.services.vault.parts import MARK, Head, digest, read_head, split, units
from app.services.vault.problems import State, VaultProblem

USER: Final = "factotum"
MOST_UNITS: Final = 262_144
_TRIES: Final = 3
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Vault:
    """One keyring, or the memory of this run. Safe from any thread; every call may block."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._lock = threading.RLock()

    @classmethod
    def of_system(cls) -> Vault:
        """The keyring of this system. Raises VaultProblem if there is none."""
        return cls(system_backend())

    @classmethod
    def for_this_run_only(cls) -> Vault:
        """Memory, for who has chosen that: nothing outlives the process."""
        return cls(RunOnlyBackend())

    @property
    def is_for_this_run_only(self) -> bool:
        """Whether what is kept is gone with the process."""
        return isinstance(self._backend, RunOnlyBackend)

    @property
    def place(self) -> str:
        """What the keyring is called."""
        return place(self._backend)

    def state(self) -> State:
        """Whether a secret can be kept and read back now; tried with a value of no worth."""
        try:
            self.prove()
        except VaultProblem as problem:
            return problem.state
        return "ready"

    def prove(self) -> None:
        """Keep, read back and forget a value of no worth. Raises VaultProblem."""
        service = f"factotum:proof-{uuid.uuid4().hex}"
        with self._lock:
            self._set(service, f"{MARK}proof")
            self._delete(service)

    def keep(self, connection_id: str, name: str, secret: Secret) -> None:
        """Keep the secret in place of the one before. Raises VaultProblem; then that one is still there."""
        head_service = _service(connection_id, name)
        value = secret.reveal()
        try:
            value.encode()
        except UnicodeEncodeError:
            raise VaultProblem("secret_not_text") from None
        if units(value) > MOST_UNITS:
            raise VaultProblem("secret_too_long", {"most": str(MOST_UNITS)})
        parts = split(value)
        with self._lock:
            self._list(connection_id, name)
            before = self._head(head_service)
            generation = before.generation + 1 if before else 1
            for number, part in enumerate(parts):
                self._set(_part(head_service, generation, number), part)
            self._set(head_service, Head(generation, len(parts), digest(value)).text())
            self._sweep(head_service, generation, len(parts))
            self._sweep(head_service, generation + 1)
            for old in (generation - 1, generation - 2):
                self._sweep(head_service, old)

    def secret(self, connection_id: str, name: str) -> Secret | None:
        """The secret; None if there is none. Raises VaultProblem, also for one that is damaged."""
        head_service = _service(connection_id, name)
        with self._lock:
            for _ in range(_TRIES):  # another process may turn the head and sweep while we read
                text = self._get(head_service)
                if text is None:
                    return None
                head = read_head(text)
                if head is not None and not head.count:
                    return None
                value = self._value(head_service, head) if head else None
                if value is not None:
                    return Secret(value)
        raise VaultProblem("secret_damaged", {"name": name, "where": self.place})

    def forget(self, connection_id: str, *names: str) -> None:
        """Remove these secrets of a connection, or all of them. Safe to repeat. Raises VaultProblem."""
        with self._lock:
            listed = self._names(connection_id)
            for name in names or listed:
                head_service = _service(connection_id, name)
                head = self._head(head_service)
                generation = head.generation if head else 0
                if head is not None and head.count:
                    self._set(head_service, Head(generation, 0, "").text())
                for old in range(max(generation - 2, 0), generation + 2):
                    self._sweep(head_service, old)
                self._delete(head_service)
            left = [name for name in listed if names and name not in names]
            if left:
                self._set(_index(connection_id), json.dumps(left))
            elif listed:
                self._delete(_index(connection_id))

    def _value(self, head_service: str, head: Head) -> str | None:
        parts = []
        for number in range(head.count):
            part = self._get(_part(head_service, head.generation, number))
            if part is None or not part.startswith(MARK):
                return None
            parts.append(part[1:])
        value = "".join(parts)
        return value if digest(value) == head.sha256 else None

    def _head(self, head_service: str) -> Head | None:
        text = self._get(head_service)
        return read_head(text) if text is not None else None

    def _sweep(self, head_service: str, generation: int, first: int = 0) -> None:
        count = first
        while generation > 0 and self._get(_part(head_service, generation, count)) is not None:
            count += 1
        for number in reversed(range(first, count)):
            self._delete(_part(head_service, generation, number))

    def _names(self, connection_id: str) -> list[str]:
        text = self._get(_index(connection_id))
        try:
            found = json.loads(text, parse_float=Decimal) if text else []
        except (ValueError, RecursionError):
            found = []
        if not isinstance(found, list):
            return []
        return [name for name in found if isinstance(name, str) and _NAME.fullmatch(name)]

    def _list(self, connection_id: str, name: str) -> None:
        names = self._names(connection_id)
        if name not in names:
            self._set(_index(connection_id), json.dumps([*names, name]))

    def _get(self, service: str) -> str | None:
        return asked(self._backend, lambda: self._backend.get_password(service, USER))

    def _set(self, service: str, value: str) -> None:
        asked(self._backend, lambda: self._backend.set_password(service, USER, value))
        if self._get(service) != value:
            raise VaultProblem("keyring_keeps_nothing", {"where": self.place})

    def _delete(self, service: str) -> None:
        asked(self._backend, lambda: self._removed(service))

    def _removed(self, service: str) -> None:
        from keyring.errors import PasswordDeleteError

        try:
            self._backend.delete_password(service, USER)
        except PasswordDeleteError:
            if self._backend.get_password(service, USER) is not None:
                raise


def _service(connection_id: str, name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the name of a secret")
    return f"{_index(connection_id)}:{name}"


def _index(connection_id: str) -> str:
    if not _ID.fullmatch(connection_id):
        raise ValueError("a secret belongs to a saved connection")
    return f"factotum:{connection_id}"


def _part(head_service: str, generation: int, number: int) -> str:
    return f"{head_service}:{generation}.{number}"
