"""The history of one document: undo, redo, jumps, and typing that is one step."""

from __future__ import annotations

import random

from app.domain.draft import Draft
from app.services.history import STEPS_KEPT_WHOLE, History, first_after, packed_step
from tests.services.invoices import invoice, moment, typed, wander


def _edited(count: int) -> History:
    history = History(invoice())
    for n in range(count):
        typed(history, f"Step {n}", subject=f"s{n}")
    return history


def test_undo_and_redo_walk_the_steps() -> None:
    history = _edited(2)
    assert (history.can_undo, history.undo_label, history.can_redo) == (True, "Step 1", False)
    assert history.undo() is not None
    assert (history.draft.subject, history.redo_label) == ("s0", "Step 1")
    assert history.undo() is not None
    assert history.undo() is None
    assert history.draft.subject == ""
    assert history.redo() is not None
    assert history.redo() is not None
    assert history.redo() is None
    assert history.draft.subject == "s1"


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = _edited(1)
    assert history.edit("Same", history.draft.edited(subject="s0"), key=None, at=moment()) is None
    assert len(history.steps) == 1


def test_keystrokes_with_one_key_are_one_step() -> None:
    history = History(invoice())
    changes = [typed(history, key="memo", memo="ab"[:n]) for n in (1, 2)]
    assert [change.kind for change in changes] == ["push", "replace"]
    assert len(history.steps) == 1
    assert history.steps[0].before == invoice()
    assert history.steps[0].after.memo == "ab"


def test_another_key_no_key_or_an_undo_starts_a_new_step() -> None:
    history = History(invoice())
    typed(history, key="memo", memo="a")
    typed(history, key="subject", subject="a")
    typed(history, memo="b")
    typed(history, key="memo", memo="c")
    assert len(history.steps) == 4
    history.undo()
    history.redo()
    typed(history, key="memo", memo="cd")
    assert len(history.steps) == 5
    history.close_step()
    typed(history, key="memo", memo="cde")
    assert len(history.steps) == 6


def test_an_edit_after_undo_drops_the_undone_steps() -> None:
    history = _edited(3)
    history.jump(1)
    typed(history, subject="other")
    assert [step.after.subject for step in history.steps] == ["s0", "other"]
    assert not history.can_redo


def test_a_jump_nowhere_changes_nothing() -> None:
    history = _edited(3)
    head = history.head
    assert [history.jump(position) for position in (-1, 3, 4)] == [None, None, None]
    assert history.head == head


def test_steps_of_long_ago_are_kept_as_differences_and_still_known() -> None:
    history = _edited(STEPS_KEPT_WHOLE * 3)
    assert [step.after.subject for step in history.steps] == [f"s{n}" for n in range(STEPS_KEPT_WHOLE * 3)]
    assert history.steps[0].before == invoice()
    assert history.jump(0) is not None
    assert history.draft == invoice()
    assert history.jump(STEPS_KEPT_WHOLE * 3) is not None
    assert history.draft.subject == f"s{STEPS_KEPT_WHOLE * 3 - 1}"


def test_random_walks_agree_with_a_plain_list_of_states() -> None:
    chance = random.Random(7)
    history = History(invoice())
    states: list[Draft] = [history.draft]
    for _ in range(600):
        change = wander(history, chance)
        if change is None:
            continue
        if change.kind == "push":
            states[change.position :] = [history.draft]
        elif change.kind == "replace":
            states[change.position] = history.draft
        assert history.draft == states[history.position]
    assert [history.state(n) for n in range(len(states))] == states


def test_changes_form_a_chain() -> None:
    history = History(invoice(), head="start")
    chain = [typed(history, subject="a"), typed(history, subject="b"), history.undo()]
    assert all(change is not None for change in chain)
    bases = [change.base for change in chain if change]
    ids = [change.id for change in chain if change]
    assert bases == ["start", *ids[:-1]]
    assert history.head == ids[-1]
    changes = [change for change in chain if change]
    assert first_after(changes, "start") == 0
    assert first_after(changes, ids[1]) == 2
    assert first_after(changes, ids[2]) == 3
    assert first_after(changes, "elsewhere") is None


def test_a_history_comes_back_from_its_stored_steps() -> None:
    history = _edited(5)
    history.jump(3)
    steps = [packed_step(step) for step in history.steps]
    again = History.resumed(history.draft, steps, history.position, history.head)
    assert again.draft == history.draft
    assert [step.after for step in again.steps] == [step.after for step in history.steps]
    assert again.jump(0) is not None
    assert again.draft == invoice()
