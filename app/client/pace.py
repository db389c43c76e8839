"""Keeps an account within its provider's published limits, whoever sends, however many at once.

A request counts from the moment it leaves until its window has passed after the answer came. The
server saw it somewhere between those two moments, so that however long each was on its way, no window of
the server's own ever holds more than its limit. What is under way and what was answered stands in the
account's book; a ledger that several programs open makes them keep one pace.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from threading import Lock
from typing import Final, Protocol
from uuid import uuid4

from app.client.clock import Clock
from app.client.errors import Cancelled
from app.client.provider import Limit
from app.client.transport import Cancel

LONGEST_HOLD_S: Final = 60.0
LOST_AFTER_S: Final = 90.0
"""A request that has been under way for longer is nobody's any more: its program has died."""
_EDGE_S: Final = 0.005
_GLANCE_S: Final = 0.02
_FIRST_EPOCH_S: Final = 1_000_000_000


class Window:
    """What counts against one limit: requests under way by their marks, and when the last were answered."""

    def __init__(self) -> None:
        self.under_way: dict[str, float] = {}
        self.answered: deque[float] = deque()

    def wait_s(self, limit: Limit, now: float) -> float:
        """Seconds until one more may leave; a glance if that depends on requests under way."""
        length_s = limit.window_s + _EDGE_S
        for mark in [mark for mark, left in self.under_way.items() if left <= now - LOST_AFTER_S]:
            self.answered.append(self.under_way.pop(mark) + LOST_AFTER_S)
        while self.answered and self.answered[0] <= now - length_s:
            self.answered.popleft()
        if len(self.under_way) + len(self.answered) < limit.requests:
            return 0.0
        if not self.answered:
            return _GLANCE_S
        return max(_GLANCE_S / 10, self.answered[0] + length_s - now)


class Book:
    """What counts against one account. Times are those of the clock's `monotonic`, one for all who share."""

    def __init__(self) -> None:
        self.windows: dict[str, Window] = {}
        self.held_until = 0.0

    def window(self, limit: Limit) -> Window:
        """The window of a limit."""
        return self.windows.setdefault(f"{limit.requests}/{limit.window_s}{limit.path}", Window())


class Ledger(Protocol):
    """Where the books of all accounts are."""

    def open(self, account: str) -> AbstractContextManager[Book]:
        """The account's book, nobody else's until the block ends; what is changed in it is kept."""


class OwnLedger:
    """The books of one program, safe from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._books: dict[str, Book] = {}

    @contextmanager
    def open(self, account: str) -> Iterator[Book]:
        """The account's book until the block ends."""
        with self._lock:
            yield self._books.setdefault(account, Book())


class Pace:
    """Lets requests leave as the books of the ledger allow. One for a program; safe from any thread."""

    def __init__(self, clock: Clock, ledger: Ledger | None = None) -> None:
        self._clock = clock
        self._ledger = ledger or OwnLedger()

    @contextmanager
    def turn(self, account: str, limits: Sequence[Limit], path: str, cancel: Cancel) -> Iterator[None]:
        """Wait until one more request may leave, and count it. Raises Cancelled."""
        here = [limit for limit in limits if path.startswith(limit.path)]
        mark = uuid4().hex
        while (wait_s := self._take(account, here, mark)) > 0:
            self._clock.wait(wait_s, cancel)
            if cancel.is_set:
                raise Cancelled("cancelled")
        try:
            yield
        finally:
            self._give_back(account, here, mark)

    def hold(self, account: str, seconds: float) -> None:
        """Let no request of this account leave for so long, a minute at most."""
        until = self._clock.monotonic() + min(seconds, LONGEST_HOLD_S)
        with self._ledger.open(account) as book:
            book.held_until = max(until, book.held_until)

    def learn(self, account: str, headers: Mapping[str, str], now: datetime) -> None:
        """Heed what an answer says of what is left: `ratelimit-remaining` and `ratelimit-reset`."""
        for prefix in ("", "x-"):
            left = headers.get(f"{prefix}ratelimit-remaining", "").strip()
            reset = headers.get(f"{prefix}ratelimit-reset", "").strip()
            if left == "0" and reset.isascii() and reset.isdecimal() and len(reset) <= 10:
                seconds = float(reset)
                if seconds >= _FIRST_EPOCH_S:
                    seconds -= now.timestamp()
                if seconds > 0:
                    self.hold(account, seconds)

    def _take(self, account: str, limits: Sequence[Limit], mark: str) -> float:
        with self._ledger.open(account) as book:
            now = self._clock.monotonic()
            windows = [(book.window(limit), limit) for limit in limits]
            wait_s = max([window.wait_s(limit, now) for window, limit in windows], default=0.0)
            wait_s = max(wait_s, book.held_until - now)
            if wait_s <= 0:
                for window, _limit in windows:
                    window.under_way[mark] = now
            return wait_s

    def _give_back(self, account: str, limits: Sequence[Limit], mark: str) -> None:
        if not limits:
            return
        with self._ledger.open(account) as book:
            now = self._clock.monotonic()
            for limit in limits:
                window = book.window(limit)
                window.under_way.pop(mark, None)
                window.answered.append(now)
