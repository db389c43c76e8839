"""One row of the table: what was measured, what it is to reach, and in a word how it stands."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Row:
    """`measured` and `target` in `unit`; without a target the row is a reference for others."""

    name: str
    measured: float | None
    unit: str = "ms"
    target: float | None = None
    better: Literal["less", "more"] = "less"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How far the measure is from the target; 1 and below is reached."""
        if self.measured is None or not self.target:
            return None
        if self.better == "more":
            return self.target / self.measured if self.measured else None
        return self.measured / self.target

    @property
    def verdict(self) -> str:
        """The row in a word."""
        if self.measured is None:
            return "not there"
        if self.ratio is None:
            return "reference"
        return "reached" if self.ratio <= 1 else ("near" if self.ratio <= 1.25 else "missed")


def median(values_ms: Sequence[float]) -> float:
    """The middle of the measures."""
    return statistics.median(values_ms)


def percentile(values_ms: Sequence[float], share: float) -> float:
    """The measure below which this share of all lies."""
    ordered = sorted(values_ms)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def spread(values: Sequence[float]) -> str:
    """The best of the measures, which noise cannot better, and what all but a few stay below."""
    return f"best {min(values):.1f}, p95 {percentile(values, 0.95):.1f}"


def print_row(row: Row) -> None:
    """One line of the table."""
    measured = "-" if row.measured is None else f"{row.measured:,.2f} {row.unit}"
    sign = "≤" if row.better == "less" else "≥"
    target = "" if row.target is None else f"{sign} {row.target:g} {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    line = f"{row.name:<62} {measured:>14} {target:>13} {ratio:>6}  {row.verdict:<10} {row.note}"
    say(line.rstrip())


def print_head(title: str) -> None:
    """The head of a group of rows."""
    say(f"\n{title}")
    say(f"{'':<62} {'measured':>14} {'target':>13} {'ratio':>6}  verdict")


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
