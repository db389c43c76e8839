"""A plan: what will be sent, what becomes of each field, and what stands in the way. No network."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue

from app.client import plan
from app.client.calls import Pairs
from app.client.plan import PlannedField
from app.client.provider import Submission
from app.domain.problems import Problem
from app.providers import provider as provider_of


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """One request as it will go out. Values an earlier answer gives stand as `{step.member}`.

    `headers` show credentials as a placeholder. `body` is JSON, a form as an object of its names, or
    for files their names and sizes; None without one.
    """

    step: str
    method: str
    url: str
    headers: Pairs
    body: JsonValue


@dataclass(frozen=True, slots=True)
class Plan:
    """The prediction of one send. `submission` is frozen when queued; its key names the entry.

    `is_final`: what is made cannot be deleted there afterwards.
    """

    submission: Submission
    fields: tuple[PlannedField, ...]
    problems: tuple[Problem, ...]
    requests: tuple[PlannedRequest, ...]
    is_final: bool = True

    @property
    def is_blocked(self) -> bool:
        """Whether a problem keeps it from being sent."""
        return any(problem.severity == "error" for problem in self.problems)


def place_of_change(planned: PlannedField, provider_id: str) -> str:
    """Where a person can change how a field fares, as `app.client.plan.place_of_change` tells it."""
    return plan.place_of_change(planned, provider_id, provider_of(provider_id).options)
