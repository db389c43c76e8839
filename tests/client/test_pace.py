"""No window of the provider's own ever holds more than its limit, however long requests are on their way."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.client.clock import StopSwitch, SystemClock
from app.client.errors import Cancelled
from app.client.pace import Pace
from app.client.provider import Limit
from tests.fakes.notebook import OwnClock


@dataclass
class Server:
    """Counts arrivals in sliding windows of its own, and says no to one too many."""

    limit: Limit
    arrivals: list[float] = field(default_factory=list)
    declined: int = 0

    def arrive(self, at: float) -> None:
        recent = [seen for seen in self.arrivals if seen > at - self.limit.window_s]
        self.declined += len(recent) >= self.limit.requests
        self.arrivals.append(at)


def send(pace: Pace, clock: OwnClock, limit: Limit, server: Server, way_s: float, back_s: float) -> None:
    with pace.turn("a", (limit,), "/notes", StopSwitch()):
        clock.passed_s += way_s
        server.arrive(clock.passed_s)
        clock.passed_s += back_s


@given(
    requests=st.integers(1, 30),
    window_s=st.floats(0.1, 60),
    ways=st.lists(st.tuples(st.floats(0, 3), st.floats(0, 3)), min_size=1, max_size=120),
)
@settings(deadline=None)
def test_no_window_of_the_server_holds_more_than_the_limit(
    requests: int, window_s: float, ways: list[tuple[float, float]]
) -> None:
    clock, limit = OwnClock(), Limit(requests, window_s)
    pace, server = Pace(clock), Server(limit)
    for way_s, back_s in ways:
        send(pace, clock, limit, server, way_s, back_s)
    assert server.declined == 0


def test_a_thousand_drain_at_the_published_pace_without_one_refusal() -> None:
    clock, limit, chance = OwnClock(), Limit(25, 5.0), random.Random(7)
    pace, server = Pace(clock), Server(limit)
    for _ in range(1000):
        send(pace, clock, limit, server, chance.uniform(0.01, 0.08), chance.uniform(0.01, 0.08))
    assert server.declined == 0
    assert 195 < clock.passed_s < 240


def test_threads_share_one_count() -> None:
    pace, limit = Pace(SystemClock()), Limit(3, 3600.0)
    passed, stop = [], StopSwitch()
    third = threading.Event()

    def work() -> None:
        try:
            with pace.turn("a", (limit,), "/", stop):
                passed.append(1)
                if len(passed) == 3:
                    third.set()
        except Cancelled:
            return

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    assert third.wait(10)
    stop.set()
    for thread in threads:
        thread.join()
    assert len(passed) == 3


def test_accounts_do_not_wait_for_each_other() -> None:
    clock = OwnClock()
    pace, limit = Pace(clock), Limit(1, 60.0)
    for account in ("a", "b"):
        with pace.turn(account, (limit,), "/", StopSwitch()):
            pass
    assert clock.waits == []


def test_a_limit_of_some_paths_holds_back_those_alone() -> None:
    clock = OwnClock()
    pace, limit = Pace(clock), Limit(1, 60.0, "/files")
    for path in ("/files/a", "/notes", "/notes"):
        with pace.turn("a", (limit,), path, StopSwitch()):
            pass
    assert clock.waits == []
    with pace.turn("a", (limit,), "/files/b", StopSwitch()):
        assert clock.passed_s >= 60


@pytest.mark.parametrize("prefix", ["", "x-"])
@pytest.mark.parametrize("reset", ["4", "1793610004"])
def test_what_an_answer_says_is_left_is_heeded(prefix: str, reset: str) -> None:
    clock = OwnClock()
    pace = Pace(clock)
    told = {f"{prefix}ratelimit-remaining": "0", f"{prefix}ratelimit-reset": reset}
    pace.learn("a", told, clock.now())
    with pace.turn("a", (), "/", StopSwitch()):
        assert clock.passed_s == pytest.approx(4.0)


@pytest.mark.parametrize("reset", ["", "soon", "-5", "99999999999999", "0"])
def test_a_senseless_reset_holds_nothing_back(reset: str) -> None:
    clock = OwnClock()
    pace = Pace(clock)
    pace.learn("a", {"ratelimit-remaining": "0", "ratelimit-reset": reset}, clock.now())
    with pace.turn("a", (), "/", StopSwitch()):
        assert clock.passed_s == 0


def test_a_hostile_reset_holds_back_for_a_minute_at_most() -> None:
    clock = OwnClock()
    pace = Pace(clock)
    pace.learn("a", {"ratelimit-remaining": "0", "ratelimit-reset": "999999"}, clock.now())
    with pace.turn("a", (), "/", StopSwitch()):
        assert clock.passed_s == pytest.approx(60.0)
