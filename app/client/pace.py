"""Keeps each account below its provider's published limits, over all threads of this program.

A request counts against a window from when it leaves until the window's length after its answer came.
The server saw it between those two moments, so that however long each was on its way, no window of
the server's own ever holds more than its limit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from app.client.clock import Clock
from app.client.errors import Cancelled
from app.client.provider import Limit
from app.client.transport import Cancel

LONGEST_HOLD_S = 60.0
_EDGE_S = 0.005
_GLANCE_S = 0.02
_FIRST_EPOCH_S = 1_000_000_000


class Pace:
    """The windows of every (provider, connection). One for the whole program; safe from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._windows: dict[tuple[str, Limit], _Window] = {}
        self._held_until: dict[str, float] = {}

    @contextmanager
    def turn(self, account: str, limits: Sequence[Limit], path: str, cancel: Cancel) -> Iterator[None]:
        """Wait until one more request may leave, and count it. Raises Cancelled."""
        here = [limit for limit in limits if path.startswith(limit.path)]
        while (wait_s := self._take(account, here)) > 0:
            self._clock.wait(wait_s, cancel)
            if cancel.is_set:
                raise Cancelled("cancelled")
        try:
            yield
        finally:
            self._give_back(account, here)

    def hold(self, account: str, seconds: float) -> None:
        """Let no request of this account leave for so long, a minute at most."""
        until = self._clock.monotonic() + min(seconds, LONGEST_HOLD_S)
        with self._lock:
            self._held_until[account] = max(until, self._held_until.get(account, 0.0))

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

    def _take(self, account: str, limits: Sequence[Limit]) -> float:
        now = self._clock.monotonic()
        with self._lock:
            windows = [self._windows.setdefault((account, limit), _Window(limit)) for limit in limits]
            waits = [window.wait_s(now) for window in windows]
            waits.append(self._held_until.get(account, 0.0) - now)
            if max(waits) <= 0:
                for window in windows:
                    window.under_way += 1
            return max(waits)

    def _give_back(self, account: str, limits: Sequence[Limit]) -> None:
        now = self._clock.monotonic()
        with self._lock:
            for limit in limits:
                window = self._windows[account, limit]
                window.under_way -= 1
                window.answered.append(now)


class _Window:
    """What counts against one limit: requests under way, and when the last ones were answered."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self.under_way = 0
        self.answered: deque[float] = deque()

    def wait_s(self, now: float) -> float:
        """Seconds until one more may leave; a glance if that depends on requests under way."""
        length_s = self._limit.window_s + _EDGE_S
        while self.answered and self.answered[0] <= now - length_s:
            self.answered.popleft()
        if self.under_way + len(self.answered) < self._limit.requests:
            return 0.0
        if not self.answered:
            return _GLANCE_S
        return max(_GLANCE_S / 10, self.answered[0] + length_s - now)
