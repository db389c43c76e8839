"""The edits of one document, in order, with undo, redo and a way to any state.

Pure: no Qt, no files, no clock. Each operation gives a `HistoryChange`, which
`Workspace.record` makes durable; the chain of `base` ids is how two windows on one draft are told
apart. Steps of long ago are kept as differences, so that a long day on a long invoice fits in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple
from uuid import uuid4

from pydantic import JsonValue

from app.domain.difference import apply, differences
from app.domain.draft import Draft

STEPS_KEPT_WHOLE = 64


class Kept(NamedTuple):
    """Both states of a step, at hand."""

    before: Draft
    after: Draft


class Packed(NamedTuple):
    """A step as its differences; `find` works out its states."""

    forward: JsonValue
    backward: JsonValue
    find: Callable[[str], Kept]


class StoredStep(NamedTuple):
    """A step as the store gives it back."""

    id: str
    label: str
    key: str | None
    at: datetime
    forward: JsonValue
    backward: JsonValue


class HistoryStep(NamedTuple):
    """One edit as the user names it."""

    id: str
    label: str
    key: str | None
    at: datetime
    content: Kept | Packed

    @property
    def before(self) -> Draft:
        """The draft the edit was made on; worked out for steps of long ago."""
        return self._states().before

    @property
    def after(self) -> Draft:
        """The draft the edit led to; worked out for steps of long ago."""
        return self._states().after

    def _states(self) -> Kept:
        return self.content if isinstance(self.content, Kept) else self.content.find(self.id)


class HistoryChange(NamedTuple):
    """One operation on a history: an edit, an edit that continues the last one, or a move.

    `base` is the id of the change before it, `position` and `draft` are the state after it.
    """

    id: str
    base: str
    kind: Literal["push", "replace", "move"]
    step: HistoryStep | None
    position: int
    draft: Draft


class History:
    """The steps of one document and where in them it stands; `steps[:position]` are done."""

    def __init__(self, draft: Draft, *, head: str = "") -> None:
        self._draft = draft
        self._steps: list[HistoryStep] = []
        self._position = 0
        self._head = head
        self._whole_from = 0
        self._open = False

    @classmethod
    def resumed(cls, draft: Draft, steps: Iterable[StoredStep], position: int, head: str) -> History:
        """The history as it was left: `draft` is the state at `position`."""
        history = cls(draft, head=head)
        history._steps = [
            HistoryStep(s.id, s.label, s.key, s.at, Packed(s.forward, s.backward, history._states_of))
            for s in steps
        ]
        history._position = position
        history._whole_from = len(history._steps)
        return history

    @property
    def draft(self) -> Draft:
        """The state it stands at."""
        return self._draft

    @property
    def steps(self) -> tuple[HistoryStep, ...]:
        """All steps, the undone ones included."""
        return tuple(self._steps)

    @property
    def position(self) -> int:
        """How many of the steps are done."""
        return self._position

    @property
    def head(self) -> str:
        """The id of the last change, which the next one names as its base."""
        return self._head

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._position > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step."""
        return self._position < len(self._steps)

    @property
    def undo_label(self) -> str:
        """What undo would undo, or an empty string."""
        return self._steps[self._position - 1].label if self.can_undo else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, or an empty string."""
        return self._steps[self._position].label if self.can_redo else ""

    def edit(self, label: str, after: Draft, *, key: str | None, at: datetime) -> HistoryChange | None:
        """Go on to `after`; None when nothing differs.

        An edit with the key of the last step continues that step, unless something was undone or
        the document reopened since. Undone steps are dropped.
        """
        before = self._draft
        if after is before or after == before:
            return None
        if self._continues(key):
            last = self._steps[-1]
            step = HistoryStep(last.id, label, key, at, Kept(last.before, after))
            self._steps[-1] = step
            self._draft = after
            return self._change("replace", step)
        step = HistoryStep(uuid4().hex, label, key, at, Kept(before, after))
        del self._steps[self._position :]
        self._whole_from = min(self._whole_from, self._position)
        self._steps.append(step)
        self._position += 1
        self._draft = after
        self._open = True
        self._pack_one()
        return self._change("push", step)

    def undo(self) -> HistoryChange | None:
        """Take the last done step back; None when there is none."""
        return self.jump(self._position - 1)

    def redo(self) -> HistoryChange | None:
        """Do the next undone step again; None when there is none."""
        return self.jump(self._position + 1)

    def jump(self, position: int) -> HistoryChange | None:
        """Go to the state after `position` steps; None when it stands there or there is no such."""
        if position == self._position or not 0 <= position <= len(self._steps):
            return None
        self._draft = self.state(position)
        self._position = position
        self._open = False
        return self._change("move", None)

    def state(self, position: int) -> Draft:
        """The draft after so many steps, without going there."""
        if position == self._position:
            return self._draft
        if position > 0 and isinstance(content := self._steps[position - 1].content, Kept):
            return content.after
        draft = self._draft
        for step in reversed(self._steps[position : self._position]):
            content = step.content
            draft = content.before if isinstance(content, Kept) else apply(draft, content.backward)
        for step in self._steps[self._position : position]:
            content = step.content
            draft = content.after if isinstance(content, Kept) else apply(draft, content.forward)
        return draft

    def close_step(self) -> None:
        """Let the next edit start a step of its own, whatever its key."""
        self._open = False

    def _continues(self, key: str | None) -> bool:
        return (
            self._open
            and key is not None
            and self._position == len(self._steps)
            and self._position > 0
            and self._steps[-1].key == key
        )

    def _change(self, kind: Literal["push", "replace", "move"], step: HistoryStep | None) -> HistoryChange:
        change = HistoryChange(uuid4().hex, self._head, kind, step, self._position, self._draft)
        self._head = change.id
        return change

    def _pack_one(self) -> None:
        index = len(self._steps) - STEPS_KEPT_WHOLE - 1
        if index < self._whole_from:
            return
        step = self._steps[index]
        packed = packed_step(step)
        content = Packed(packed.forward, packed.backward, self._states_of)
        self._steps[index] = HistoryStep(step.id, step.label, step.key, step.at, content)
        self._whole_from = index + 1

    def _states_of(self, step_id: str) -> Kept:
        for position, step in enumerate(self._steps):
            if step.id == step_id:
                return Kept(self.state(position), self.state(position + 1))
        raise LookupError("this step was undone and replaced since")


def packed_step(step: HistoryStep) -> StoredStep:
    """The step as its differences, which is how it is stored."""
    content = step.content
    if isinstance(content, Packed):
        return StoredStep(step.id, step.label, step.key, step.at, content.forward, content.backward)
    there, back = differences(content.before, content.after)
    return StoredStep(step.id, step.label, step.key, step.at, there, back)


def first_after(changes: Sequence[HistoryChange], head: str) -> int | None:
    """The index of the first change that is not yet part of a history whose last change is `head`.

    Everything up to a change called `head` was stored before (a repeated call); None: these changes
    were made on another state of the document.
    """
    for index in range(len(changes) - 1, -1, -1):
        if changes[index].id == head:
            return index + 1
    return 0 if not changes or changes[0].base == head else None
