"""The desk of suppliers' files for a window: opened when first wanted, shared by its threads, let go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition

from app.intake.worker import Reader
from app.services.intake.desk import IntakeDesk
from app.store.records import StoreLocation


class IntakeAccess:
    """One IntakeDesk over a store. `open_` makes it and what lets go of its database."""

    def __init__(self, open_: Callable[[], tuple[IntakeDesk, Callable[[], None]]]) -> None:
        self._open = open_
        self._users = 0
        self._changed = Condition()
        self._opened: tuple[IntakeDesk, Callable[[], None]] | None = None

    @classmethod
    def at(cls, location: StoreLocation) -> IntakeAccess:
        """Over the store at this place."""

        def open_() -> tuple[IntakeDesk, Callable[[], None]]:
            from app.store.opening import open_database

            database = open_database(location)
            desk = IntakeDesk(database, Reader())

            def let_go() -> None:
                desk.close()
                database.close()

            return desk, let_go

        return cls(open_)

    @contextmanager
    def use(self) -> Iterator[IntakeDesk]:
        """The desk until the block ends; several threads may be in it. Raises StoreProblem."""
        with self._changed:
            if self._opened is None:
                self._opened = self._open()
            desk = self._opened[0]
            self._users += 1
        try:
            yield desk
        finally:
            with self._changed:
                self._users -= 1
                self._changed.notify_all()

    def let_go(self) -> None:
        """Close it as soon as nobody uses it; who asks later opens it anew."""
        with self._changed:
            self._changed.wait_for(lambda: self._users == 0)
            opened, self._opened = self._opened, None
        if opened is not None:
            opened[1]()
