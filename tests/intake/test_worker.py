"""The process that opens files may die, hang or grow: the program goes on, and the file says why."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.intake.worker import Failed, Held, Reader, ReadingCancelled, WorkerLimits
from tests.intake.papers import bomb_pdf, invoice_pdf, pdf_of, picture_file, saved

GOOD = Held("good.pdf", invoice_pdf())
SLOW = Held("slow.pdf", saved(pdf_of(b"/F1 0.1 Tf " + b"BT (x) Tj ET " * 3_000_000)))


OWNER = """
from app.intake.worker import Held, Reader
reader = Reader()
reader.read(Held("a", b""))
print(reader.pids[0], flush=True)
input()
"""
"""A program that reads, says which process did, and waits."""


class Switch:
    """A person's wish to stop."""

    def __init__(self) -> None:
        self.cancelled = False


class Killer:
    """Kills the worker the first time it is asked whether to stop: in the middle of a file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.killed = 0

    @property
    def cancelled(self) -> bool:
        if not self.killed:
            self.killed = self._reader.pids[0]
            os.kill(self.killed, signal.SIGKILL)
        return False


@pytest.fixture
def own() -> Iterator[Callable[[WorkerLimits], Reader]]:
    opened: list[Reader] = []

    def open_one(limits: WorkerLimits) -> Reader:
        opened.append(Reader(limits))
        return opened[-1]

    yield open_one
    for reader in opened:
        reader.close()


def assert_reads_again(reader: Reader) -> None:
    reading = reader.read(GOOD)
    assert reading.error is None
    assert reading.fields["gross"].value == "120"


def test_a_file_is_read_from_the_disk_and_from_our_hands_alike(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(GOOD.content)
    assert reader.read(path) == reader.read(GOOD)
    assert path.read_bytes() == GOOD.content


def test_one_process_reads_all_files(reader: Reader) -> None:
    reader.read(GOOD)
    before = reader.pids[0]
    reader.read(Held("broken.pdf", b"%PDF-1.4 nothing"))
    reader.read(GOOD)
    assert reader.pids[0] == before


if sys.platform != "win32":

    def test_a_worker_killed_in_the_middle_of_a_file_costs_that_file_only(
        own: Callable[[WorkerLimits], Reader],
    ) -> None:
        reader = own(WorkerLimits(seconds=120))
        assert_reads_again(reader)
        killer = Killer(reader)
        reading = reader.read(SLOW, cancel=killer)
        assert killer.killed
        assert reading.kind == "unreadable"
        assert reading.error is not None
        assert reading.error.code == "reader_died"
        assert_reads_again(reader)

    def test_a_worker_killed_while_it_rests_is_not_missed(own: Callable[[WorkerLimits], Reader]) -> None:
        reader = own(WorkerLimits())
        assert_reads_again(reader)
        [child] = [child for child in multiprocessing.active_children() if child.pid == reader.pids[0]]
        child.kill()
        child.join()
        assert_reads_again(reader)


def test_a_file_that_takes_too_long_is_given_up(own: Callable[[WorkerLimits], Reader]) -> None:
    reader = own(WorkerLimits(seconds=0.0))
    reading = reader.read(SLOW)
    assert reading.error is not None
    assert (reading.error.code, reading.error.params) == ("too_slow", {"seconds": "0"})


def test_reading_stops_when_the_person_says_so(own: Callable[[WorkerLimits], Reader]) -> None:
    reader = own(WorkerLimits(seconds=120))
    switch = Switch()
    switch.cancelled = True
    with pytest.raises(ReadingCancelled):
        reader.read(SLOW, cancel=switch)
    assert_reads_again(reader)


def test_a_bomb_takes_no_more_memory_than_allowed_and_the_next_file_is_read(
    own: Callable[[WorkerLimits], Reader],
) -> None:
    reader = own(WorkerLimits(seconds=60, memory_bytes=500_000_000))
    reading = reader.read(Held("bomb.pdf", bomb_pdf()))
    assert reading.kind == "unreadable"
    assert reading.error is not None
    assert reading.error.code in {"pdf_blank", "too_much_memory", "reader_died", "pdf_damaged"}
    assert_reads_again(reader)


if sys.platform == "linux":

    def test_a_worker_that_grows_beyond_its_limit_is_ended_from_outside(
        own: Callable[[WorkerLimits], Reader], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As on a system that bounds nothing by itself."""
        monkeypatch.setattr("app.intake.process.serve", serve_without_bounds)
        reader = own(WorkerLimits(seconds=120, memory_bytes=250_000_000))
        assert_reads_again(reader)
        reading = reader.read(SLOW)
        assert reading.error is not None
        assert reading.error.code == "too_much_memory"
        assert_reads_again(reader)


def serve_without_bounds(pipe: object, memory_bytes: int, seconds: float) -> None:
    from app.intake import serving

    assert memory_bytes
    serving.serve(pipe, 1 << 45, seconds)  # type: ignore[arg-type]


def test_what_libraries_say_of_a_bad_file_does_not_reach_the_terminal(
    own: Callable[[WorkerLimits], Reader], capfd: pytest.CaptureFixture[str]
) -> None:
    reader = own(WorkerLimits())
    for cut in (100, 400, 900):
        reader.read(Held("cut.pdf", GOOD.content[:cut]))
    reader.close()
    assert capfd.readouterr() == ("", "")


def test_pages_are_shown_while_a_slow_file_is_read(own: Callable[[WorkerLimits], Reader]) -> None:
    reader = own(WorkerLimits(seconds=120))
    switch = Switch()
    ended: list[BaseException] = []

    def read() -> None:
        try:
            reader.read(SLOW, cancel=switch)
        except ReadingCancelled as stopped:
            ended.append(stopped)

    thread = threading.Thread(target=read)
    thread.start()
    shown = reader.picture(GOOD, 1, 300)
    assert (shown.width, ended) == (300, [])
    switch.cancelled = True
    thread.join()
    assert len(ended) == 1


def test_a_closed_reader_ends_its_processes_and_may_be_asked_again(
    own: Callable[[WorkerLimits], Reader],
) -> None:
    reader = own(WorkerLimits())
    assert_reads_again(reader)
    reader.picture(GOOD, 1, 100)
    assert len(reader.pids) == 2
    reader.close()
    assert reader.pids == ()
    assert_reads_again(reader)


def test_words_and_pictures_of_what_has_no_pages_say_so(reader: Reader) -> None:
    for ask in (lambda held: reader.words(held), lambda held: reader.picture(held, 1, 100)):
        with pytest.raises(Failed) as failed:
            ask(Held("a.xml", b"<a/>"))
        assert failed.value.remark.code == "no_picture"
        with pytest.raises(Failed) as failed:
            ask(Held("a.pdf", b"%PDF-1.4"))
        assert failed.value.remark.code == "pdf_damaged"


def test_a_picture_turns_and_a_page_that_is_not_there_is_refused(reader: Reader) -> None:
    assert reader.picture(GOOD, 1, 200)[1:] == (200, 284)
    assert reader.picture(GOOD, 1, 200, rotation=90)[1:] == (284, 200)
    photo = Held("photo.png", picture_file())
    assert reader.picture(photo, 1, 200)[1:] == (200, 150)
    assert reader.picture(photo, 1, 200, rotation=270)[1:] == (150, 200)
    with pytest.raises(Failed) as failed:
        reader.picture(GOOD, 2, 200)
    assert failed.value.remark.params == {"page": "2"}


if sys.platform == "linux":

    def test_a_worker_does_not_outlive_the_program_that_is_killed() -> None:
        program = subprocess.Popen(
            [sys.executable, "-c", OWNER], cwd=Path(__file__).resolve().parents[2], stdout=subprocess.PIPE
        )
        assert program.stdout is not None
        worker = os.pidfd_open(int(program.stdout.readline()))
        try:
            program.kill()
            program.wait()
            ended, _, _ = select.select([worker], [], [], 30)
            assert ended
        finally:
            os.close(worker)
            program.stdout.close()
