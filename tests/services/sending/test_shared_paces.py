"""Windows of one folder keep one pace, and a program that dies holds nobody back for long."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from threading import Lock

import pytest

from app.client.clock import StopSwitch
from app.client.pace import LOST_AFTER_S, Pace
from app.client.provider import Limit
from app.client.transport import WireReply, WireRequest
from app.practice.faults import FaultyService
from app.practice.server import PracticeServer
from app.services.sending.shared_paces import SharedLedger
from tests.fakes.notebook import Notebook, OwnClock
from tests.services.sending.pacing import LIMIT

ROOT = Path(__file__).resolve().parents[3]
EACH = 15


class Strict(Notebook):
    """Counts what arrives in windows of its own; one request too many is declined."""

    def __init__(self) -> None:
        super().__init__()
        self._counting = Lock()
        self._arrivals: deque[float] = deque()
        self.asked = self.declined = 0

    def answer(self, request: WireRequest) -> WireReply:
        with self._counting:
            now = time.monotonic()
            while self._arrivals and self._arrivals[0] <= now - LIMIT.window_s:
                self._arrivals.popleft()
            is_over = len(self._arrivals) >= LIMIT.requests
            self._arrivals.append(now)
            self.asked += 1
            self.declined += is_over
        return (
            WireReply(429, {"content-type": "text/plain"}, b"slow down")
            if is_over
            else super().answer(request)
        )


def asking_together(url: str, folders: list[Path]) -> list[int]:
    """How the programs end that ask at the same time, one for each folder."""
    command = [sys.executable, "-m", "tests.services.sending.pacing", url]
    programs = [
        subprocess.Popen(
            [*command, str(folder), str(EACH)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for folder in folders
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == b"ready"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate(timeout=120)
    return [program.returncode for program in programs]


def test_two_programs_of_one_folder_together_keep_within_the_limit(tmp_path: Path) -> None:
    strict = Strict()
    with PracticeServer(FaultyService(strict)) as server:
        assert asking_together(f"{server.url}/v1", [tmp_path, tmp_path]) == [0, 0]
    assert (strict.asked, strict.declined) == (2 * EACH, 0)


def paced(folder: Path, clock: OwnClock) -> Pace:
    return Pace(clock, SharedLedger(folder, clock))


def ask(pace: Pace, limit: Limit) -> None:
    with pace.turn("a", (limit,), "/", StopSwitch()):
        pass


def test_what_one_sent_counts_for_the_other(tmp_path: Path) -> None:
    clock, limit = OwnClock(), Limit(2, 60.0)
    one, other = paced(tmp_path, clock), paced(tmp_path, clock)
    for pace in (one, other, one):
        ask(pace, limit)
    assert clock.passed_s >= 60


def test_a_wait_that_one_is_told_is_heeded_by_the_other(tmp_path: Path) -> None:
    clock = OwnClock()
    one, other = paced(tmp_path, clock), paced(tmp_path, clock)
    one.hold("a", 7.0)
    ask(other, Limit(5, 1.0))
    assert clock.passed_s == pytest.approx(7.0)


def test_a_request_of_a_program_that_died_is_forgotten_in_time(tmp_path: Path) -> None:
    clock, limit = OwnClock(), Limit(1, 1.0)
    dead = paced(tmp_path, clock).turn("a", (limit,), "/", StopSwitch())
    dead.__enter__()
    ask(paced(tmp_path, clock), limit)
    assert LOST_AFTER_S <= clock.passed_s < LOST_AFTER_S + 5


def test_times_of_a_former_start_of_the_machine_hold_nothing_back(tmp_path: Path) -> None:
    before, after, limit = OwnClock(), OwnClock(), Limit(1, 60.0)
    before.passed_s = 1_000_000.0
    ask(paced(tmp_path, before), limit)
    ask(paced(tmp_path, after), limit)
    assert after.waits == []


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"held_until": "x", "windows": []}', '{"windows": {"a": 1}}']
)
def test_a_book_that_was_cut_off_is_begun_anew(tmp_path: Path, kept: str) -> None:
    clock, limit = OwnClock(), Limit(1, 60.0)
    ask(paced(tmp_path, clock), limit)
    (book,) = tmp_path.glob("*.json")
    book.write_text(kept)
    ask(paced(tmp_path, clock), limit)
    assert clock.waits == []


def test_where_no_file_can_be_made_a_program_still_keeps_its_own_pace(tmp_path: Path) -> None:
    (tmp_path / "paces").write_text("no folder")
    clock, limit = OwnClock(), Limit(1, 60.0)
    pace = paced(tmp_path / "paces", clock)
    ask(pace, limit)
    ask(pace, limit)
    assert clock.passed_s >= 60
