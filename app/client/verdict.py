"""The answer against the prediction, field by field and cent by cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.client.plan import PlannedField

PROOFS = ("totals.net", "totals.tax", "totals.gross")
"""Figures without which nothing is proven."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field: ours, what was predicted, what they say. `theirs` None: their answer does not state it."""

    path: str
    ours: str
    predicted: str | None
    theirs: str | None
    state: Literal["agrees", "differs", "not_told"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """All comparisons and what they come to.

    proven: every figure and field they state is as predicted, the sums among them, and the sums are
    ours. changed: as predicted, but the prediction itself differed from our sums. differs: at least one
    is not as predicted. unproven: no contradiction, but a sum is not told.
    """

    state: Literal["proven", "changed", "differs", "unproven"]
    comparisons: tuple[Comparison, ...]

    @property
    def differences(self) -> tuple[Comparison, ...]:
        """Those that are not as predicted."""
        return tuple(item for item in self.comparisons if item.state == "differs")


def judge(planned: Sequence[PlannedField], stored: Mapping[str, str]) -> Judgement:
    """Compare what the provider says it stored with what the plan said it would.

    A path that the answer states and the plan does not know is compared with nothing: an addition
    nobody predicted is a difference.
    """
    comparisons = []
    for item in planned:
        if item.verdict == "dropped":
            told = stored.get(item.path, "")
            if told:
                comparisons.append(Comparison(item.path, item.ours, "", told, "differs"))
            continue
        told_text = stored.get(item.path)
        if told_text is None:
            if item.is_told:
                comparisons.append(Comparison(item.path, item.ours, item.theirs, None, "not_told"))
        elif item.theirs is None or told_text == item.theirs:
            comparisons.append(Comparison(item.path, item.ours, item.theirs, told_text, "agrees"))
        else:
            comparisons.append(Comparison(item.path, item.ours, item.theirs, told_text, "differs"))
    known = {item.path for item in planned}
    comparisons += [
        Comparison(path, "", "", told, "differs")
        for path, told in stored.items()
        if path not in known and told
    ]
    return Judgement(_state(comparisons), tuple(comparisons))


def _state(comparisons: Sequence[Comparison]) -> Literal["proven", "changed", "differs", "unproven"]:
    if any(item.state == "differs" for item in comparisons):
        return "differs"
    sums = {item.path: item for item in comparisons if item.path in PROOFS}
    if len(sums) < len(PROOFS) or any(item.state == "not_told" for item in sums.values()):
        return "unproven"
    return "proven" if all(item.theirs == item.ours for item in sums.values()) else "changed"
