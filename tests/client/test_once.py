"""What follows from a submission is worked out once, and not kept beyond it."""

from __future__ import annotations

import gc
import weakref
from datetime import date

from app.client.once import once_per_submission
from app.client.provider import Connection, Submission
from app.domain.draft import Draft
from app.domain.totals import compute


def _submission(key: str) -> Submission:
    draft = Draft()
    return Submission(key, Connection(provider="x"), draft, compute(draft), date(2026, 11, 2), {})


def test_the_same_submission_is_worked_out_once_and_an_equal_one_anew() -> None:
    asked: list[str] = []

    @once_per_submission
    def work(submission: Submission) -> str:
        asked.append(submission.key)
        return f"made of {submission.key}"

    first, alike = _submission("a"), _submission("a")

    assert [work(first), work(first), work(alike)] == ["made of a"] * 3
    assert asked == ["a", "a"]


def test_nothing_is_kept_of_a_submission_that_is_gone() -> None:
    class Made:
        pass

    @once_per_submission
    def work(submission: Submission) -> Made:
        del submission
        return Made()

    submission = _submission("a")
    made = weakref.ref(work(submission))
    gc.collect()
    assert made() is not None

    del submission
    gc.collect()

    assert made() is None
