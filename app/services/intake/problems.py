"""What keeps a file from being taken in or filed."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.problems import Problem
from app.intake.reading import Remark


class NotTaken(Exception):
    """A file was not taken in. `remark` says why."""

    def __init__(self, name: str, remark: Remark) -> None:
        super().__init__(name, remark.code)
        self.name = name
        self.remark = remark


class CannotFile(Exception):
    """The document cannot be filed as an invoice yet; without problems, it was not even read."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = tuple(problems)
