"""Background work: in order where order counts, every answer on the GUI thread, none to the dead."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.jobs import Err, JobCancelled, Jobs, Ok


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.errors: list[Exception] = []
        self.threads: set[int] = set()

    def take(self, value: object) -> None:
        self.values.append(value)
        self.threads.add(threading.get_ident())

    def fail(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def jobs(qapp: QApplication):
    assert qapp is QApplication.instance()
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


def test_jobs_of_a_lane_run_in_order_on_one_thread_and_answer_on_this_one(jobs: Jobs, qtbot: QtBot):
    receiver, seen = Receiver(), set()

    def work(number: int) -> int:
        seen.add(threading.get_ident())
        return number

    for number in range(500):
        jobs.run(lambda _control, number=number: work(number), lane="store").then(receiver.take)
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert receiver.values == list(range(500))
    assert receiver.threads == {threading.get_ident()}
    assert len(seen) == 1


def test_an_error_goes_to_the_one_who_asked(jobs: Jobs, qtbot: QtBot):
    receiver = Receiver()
    job = jobs.run(lambda _control: 1 // 0).then(receiver.take, receiver.fail)
    with qtbot.waitSignal(job.finished) as answer:
        pass
    assert isinstance(answer.args[0], Err)
    assert isinstance(receiver.errors[0], ZeroDivisionError)
    assert receiver.values == []


def test_an_error_nobody_asked_for_is_told_to_all(jobs: Jobs, qtbot: QtBot):
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run(lambda _control: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_dead_receiver_hears_nothing(jobs: Jobs, qtbot: QtBot):
    receiver = Receiver()
    gate = threading.Event()
    job = jobs.run(lambda _control: gate.wait(5)).then(receiver.take)
    shiboken6.delete(receiver)
    gate.set()
    with qtbot.waitSignal(job.finished) as answer:
        pass
    assert isinstance(answer.args[0], Ok)
    assert receiver.values == []


def test_an_abandoned_answer_is_dropped(jobs: Jobs, qtbot: QtBot):
    receiver = Receiver()
    gate = threading.Event()
    jobs.run(lambda _control: gate.wait(5)).then(receiver.take, receiver.fail).abandon()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert (receiver.values, receiver.errors) == ([], [])


def test_a_job_that_has_not_begun_is_cancelled_and_progress_arrives_in_order(jobs: Jobs, qtbot: QtBot):
    gate, begun = threading.Event(), []
    steps: list[tuple[int, int, str]] = []

    def work(control) -> int:
        for step in range(3):
            control.progress(step, 3, "s")
        return gate.wait(5)

    first = jobs.run(work, lane="one")
    first.progressed.connect(lambda *step: steps.append(step))
    second = jobs.run(lambda _control: begun.append(1), lane="one")
    second.cancel()
    gate.set()
    with qtbot.waitSignal(second.finished) as answer:
        pass
    assert isinstance(answer.args[0].error, JobCancelled)
    assert begun == []
    assert steps == [(0, 3, "s"), (1, 3, "s"), (2, 3, "s")]
