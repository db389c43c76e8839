"""The switch that stops, and the clock that wakes for it."""

from __future__ import annotations

import threading
from datetime import UTC

from app.client.clock import StopSwitch, SystemClock


def test_who_waits_for_a_switch_is_called_once_and_late_comers_at_once() -> None:
    switch, called = StopSwitch(), []
    switch.when_set(lambda: called.append("first"))
    taken_back = switch.when_set(lambda: called.append("never"))
    taken_back()
    switch.set()
    switch.set()
    switch.when_set(lambda: called.append("late"))
    assert (switch.is_set, called) == (True, ["first", "late"])


def test_a_wait_ends_when_it_is_stopped() -> None:
    clock, switch, begun = SystemClock(), StopSwitch(), threading.Event()

    def wait() -> None:
        begun.set()
        clock.wait(3600.0, switch)

    thread = threading.Thread(target=wait)
    thread.start()
    assert begun.wait(10)
    switch.set()
    thread.join(10)
    assert not thread.is_alive()


def test_a_wait_of_nothing_comes_back() -> None:
    clock = SystemClock()
    before = clock.monotonic()
    clock.wait(-1.0, StopSwitch())
    assert clock.monotonic() >= before
    assert clock.now().tzinfo is UTC
