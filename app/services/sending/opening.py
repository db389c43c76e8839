"""Sending for a window: opened when it is first wanted, shared by its threads, let go when asked to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import Final

from app.client.provider import Connection
from app.services.sending.problems import SendingProblem
from app.services.sending.sending import Sending
from app.services.vault.vault import Vault
from app.store.records import StoreLocation

PRACTICE_ID: Final = "practice-{provider}"
"""The id of the practice connection that every store has from the beginning."""


class SendingAccess:
    """One Sending over a store. `open_` makes it, given the vault, and what lets go of its database."""

    def __init__(
        self,
        open_: Callable[[Callable[[], Vault]], tuple[Sending, Callable[[], None]]],
        keyring: Callable[[], Vault] = Vault.of_system,
    ) -> None:
        self._open = open_
        self._keyring = keyring
        self._run_vault: Vault | None = None
        self._users = 0
        self._changed = Condition()
        self._opened: tuple[Sending, Callable[[], None]] | None = None

    @classmethod
    def at(
        cls, location: StoreLocation, folder: Path, keyring: Callable[[], Vault] = Vault.of_system
    ) -> SendingAccess:
        """Over the store at this place; `folder` is this seat's."""

        def open_(vault: Callable[[], Vault]) -> tuple[Sending, Callable[[], None]]:
            from app.store.opening import open_database

            database = open_database(location)
            return Sending(database, folder, vault), database.close

        return cls(open_, keyring)

    @contextmanager
    def use(self) -> Iterator[Sending]:
        """The facade until the block ends; several threads may be in it. Raises StoreProblem."""
        with self._changed:
            if self._opened is None:
                self._opened = self._open(self._vault)
                begin_practice(self._opened[0])
            sending = self._opened[0]
            self._users += 1
        try:
            yield sending
        finally:
            with self._changed:
                self._users -= 1
                self._changed.notify_all()

    def keep_secrets_for_this_run(self) -> None:
        """From now on secrets are in memory, and gone with the program: the person has chosen so."""
        self._run_vault = self._run_vault or Vault.for_this_run_only()

    def use_the_keyring(self) -> None:
        """From now on secrets are in the keyring of the system again."""
        self._run_vault = None

    def _vault(self) -> Vault:
        return self._run_vault or self._keyring()

    def let_go(self) -> None:
        """Close the database as soon as nobody uses it; who asks later opens it anew."""
        with self._changed:
            self._changed.wait_for(lambda: self._users == 0)
            opened, self._opened = self._opened, None
        if opened is not None:
            opened[1]()


def begin_practice(sending: Sending) -> None:
    """See to it that one can practise with every provider that has a practice account, without any setup."""
    for provider in sending.providers():
        if not provider.has_practice:
            continue
        connection_id = PRACTICE_ID.format(provider=provider.id)
        try:
            sending.connection(connection_id)
        except SendingProblem:
            sending.save_connection(
                Connection(
                    id=connection_id,
                    provider=provider.id,
                    title=provider.title,
                    mode="practice",
                    settings=sending.practice.settings(provider.id),
                )
            )
