"""The proof that an explanation and the totals are one: each step is worked out again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.domain.explain import Step, reckon
from app.domain.figures import Totals


class NotProven(Exception):
    """A step does not come out, builds on a figure nobody explained, or does not lead to the totals."""


def prove(steps: Sequence[Step], totals: Totals) -> int:
    """The number of steps, each of which came out again. Raises NotProven at the first that does not.

    A step counts only when every operand that names a source has that source's proven value, so the
    chain reaches from what was entered to the amount to pay. Operands may turn the sign: what is
    withheld is stated as a positive amount.
    """
    proven: dict[str, Decimal] = {}
    for step in steps:
        for operand in step.operands:
            if operand.source_key is None:
                continue
            if operand.source_key not in proven:
                raise NotProven(
                    f"{step.key} builds on {operand.source_key}, which no step before it explains"
                )
            if abs(proven[operand.source_key]) != abs(operand.value):
                raise NotProven(f"{step.key} takes {operand.source_key} as {operand.value}, which it is not")
        value = reckon(step)
        if value != step.value:
            raise NotProven(f"{step.key} says {step.value}; worked out again it is {value}")
        proven[step.key] = value
    for name in ("net", "tax", "gross", "payable"):
        if proven.get(name) != getattr(totals, name):
            raise NotProven(f"no step leads to {name}")
    return len(steps)
