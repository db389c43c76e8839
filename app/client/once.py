"""What a provider works out of a submission, worked out once: by the plan, by the flow, by the reading."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from app.client.provider import Submission

T = TypeVar("T")


def once_per_submission(work: Callable[[Submission], T]) -> Callable[[Submission], T]:
    """The same function, which remembers the last submission it was asked about for as long as that lives.

    Only for what follows from the submission alone and is not changed afterwards. It is safe from several
    threads: two that ask at once may both work.
    """
    last: list[tuple[weakref.ref[Submission], T]] = []

    def forget(gone: weakref.ref[Submission]) -> None:
        if last and last[0][0] is gone:
            last.clear()

    @wraps(work)
    def asked(submission: Submission) -> T:
        for of, made in tuple(last):
            if of() is submission:
                return made
        made = work(submission)
        last[:] = [(weakref.ref(submission, forget), made)]
        return made

    return asked
