"""Time and the word to stop, as values that are handed in: tests pass a clock that moves by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, Lock
from typing import Protocol

from app.client.transport import Cancel


class Clock(Protocol):
    """What time it is, and waiting."""

    def now(self) -> datetime:
        """The time of day, in UTC. It may jump."""

    def monotonic(self) -> float:
        """Seconds that only grow."""

    def wait(self, seconds: float, cancel: Cancel) -> None:
        """Come back after so many seconds, or as soon as `cancel` is set."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return time.monotonic()

    def wait(self, seconds: float, cancel: Cancel) -> None:
        """Come back after so many seconds, or as soon as `cancel` is set."""
        woken = Event()
        take_back = cancel.when_set(woken.set)
        try:
            woken.wait(max(0.0, seconds))
        finally:
            take_back()


class StopSwitch:
    """A Cancel that one sets by hand, from any thread. Setting it twice does no more."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_set = False
        self._acts: dict[object, Callable[[], None]] = {}

    @property
    def is_set(self) -> bool:
        """Whether the person wants no more of it."""
        return self._is_set

    def set(self) -> None:
        """Stop what asks this switch, and call everyone who waits for it."""
        with self._lock:
            self._is_set = True
            acts, self._acts = list(self._acts.values()), {}
        for act in acts:
            act()

    def when_set(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call `act` once when it is set, at once if it is; the returned function takes it back."""
        ticket = object()
        with self._lock:
            is_set = self._is_set
            if not is_set:
                self._acts[ticket] = act
        if is_set:
            act()

        def take_back() -> None:
            with self._lock:
                self._acts.pop(ticket, None)

        return take_back
