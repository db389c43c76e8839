"""The numbered steps that make and change the database; each is applied once, in order, whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from app.store.migrations import step_0001, step_0002, step_0003, step_0004, step_0005


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. `number` counts from 1 without gaps."""

    number: int
    apply: Callable[[Connection], None]


MIGRATIONS = (
    Migration(1, step_0001.apply),
    Migration(2, step_0002.apply),
    Migration(3, step_0003.apply),
    Migration(4, step_0004.apply),
    Migration(5, step_0005.apply),
)
