"""Drafts: every edit is durable, the whole history comes back, two windows never overwrite each other."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from app.services.history import History
from app.services.workspace import NoSuchDocument, NotADraft, StaleDocument, Workspace
from tests.conftest import OpenWorkspace
from tests.services.invoices import invoice, typed, wander


def test_a_new_draft_is_found_as_it_was_made(workspace: Workspace) -> None:
    made = workspace.create(invoice())
    found = workspace.open_document(made.id)
    assert found.draft == made.draft
    assert found.draft.id == made.id
    assert found.status == "draft"
    assert found.issued is None
    assert found.history.steps == ()


def test_an_unknown_document_is_named(workspace: Workspace) -> None:
    with pytest.raises(NoSuchDocument, match="no longer in the store"):
        workspace.open_document("nobody")
    history = History(invoice())
    with pytest.raises(NoSuchDocument):
        workspace.record("nobody", [typed(history, subject="x")])


def test_edits_undo_and_position_survive_a_restart(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    made = workspace.create(invoice())
    history = made.history
    for subject in ("one", "two", "three"):
        workspace.record(made.id, [typed(history, f"Subject {subject}", subject=subject)])
    undone = history.undo()
    assert undone is not None
    workspace.record(made.id, [undone])
    workspace.close()

    found = open_workspace().open_document(made.id)
    assert found.draft.subject == "two"
    assert found.history.position == 2
    assert [step.label for step in found.history.steps] == ["Subject one", "Subject two", "Subject three"]
    assert [step.after.subject for step in found.history.steps] == ["one", "two", "three"]
    assert found.history.redo() is not None
    assert found.history.draft.subject == "three"
    assert found.history.jump(0) is not None
    assert found.history.draft == made.draft


def test_a_reopened_history_goes_on_where_it_stood(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    made = workspace.create(invoice())
    workspace.record(made.id, [typed(made.history, key="subject", subject="a")])
    again = open_workspace().open_document(made.id)
    workspace.record(made.id, [typed(again.history, key="subject", subject="ab")])
    found = workspace.open_document(made.id)
    assert found.draft.subject == "ab"
    assert len(found.history.steps) == 2, "an edit after a restart is a step of its own"


def test_typing_in_one_field_is_one_step_also_after_a_restart(workspace: Workspace) -> None:
    made = workspace.create(invoice())
    for end in range(1, 12):
        workspace.record(made.id, [typed(made.history, key="subject", subject="Maintenance"[:end])])
    found = workspace.open_document(made.id)
    assert found.draft.subject == "Maintenance"
    assert len(found.history.steps) == 1
    assert found.history.undo() is not None
    assert found.history.draft == made.draft


@pytest.mark.parametrize("seed", range(4))
def test_a_random_walk_is_replayed_exactly(seed: int, open_workspace: OpenWorkspace) -> None:
    chance = random.Random(seed)
    workspace = open_workspace()
    made = workspace.create(invoice())
    history = made.history
    for _ in range(6):
        batch = []
        for _ in range(chance.randrange(1, 70)):
            change = wander(history, chance)
            if change is not None:
                batch.append(change)
        workspace.record(made.id, batch)
        found = workspace.open_document(made.id)
        assert found.draft == history.draft
        assert found.draft.model_dump_json() == history.draft.model_dump_json()
        assert found.history.position == history.position
        assert [s.id for s in found.history.steps] == [s.id for s in history.steps]
        if chance.random() < 0.5:
            history = found.history
    states = [history.state(position) for position in range(len(history.steps) + 1)]
    assert [found.history.state(position) for position in range(len(states))] == states


def test_recording_twice_stores_once(workspace: Workspace) -> None:
    made = workspace.create(invoice())
    first, second = typed(made.history, subject="one"), typed(made.history, subject="two")
    workspace.record(made.id, [first])
    workspace.record(made.id, [first])
    workspace.record(made.id, [first, second])
    workspace.record(made.id, [first, second])
    workspace.record(made.id, [first])
    found = workspace.open_document(made.id)
    assert found.draft.subject == "two"
    assert len(found.history.steps) == 2


def test_two_windows_on_one_draft_never_overwrite_each_other(open_workspace: OpenWorkspace) -> None:
    here, there = open_workspace(), open_workspace()
    made = here.create(invoice())
    other = there.open_document(made.id)
    here.record(made.id, [typed(made.history, subject="here")])
    late = typed(other.history, subject="there")
    with pytest.raises(StaleDocument, match="another window") as refused:
        there.record(made.id, [late])
    assert refused.value.current.draft.subject == "here"
    assert here.open_document(made.id).draft.subject == "here"
    there.record(made.id, [typed(refused.value.current.history, subject="there after all")])
    assert here.open_document(made.id).draft.subject == "there after all"


def test_the_bin_gives_a_draft_back(workspace: Workspace) -> None:
    made = workspace.create(invoice(buyer="Kept Ltd"))
    workspace.delete_draft(made.id)
    assert [card.id for card in workspace.cards("drafts")] == []
    assert [card.id for card in workspace.cards("bin")] == [made.id]
    assert [card.id for card in workspace.cards("bin", "kept")] == [made.id]
    assert workspace.cards("all", "kept") == []
    assert (workspace.counts().drafts, workspace.counts().bin) == (0, 1)
    workspace.restore_draft(made.id)
    assert [card.id for card in workspace.cards("drafts", "kept")] == [made.id]


def test_emptying_the_bin_takes_only_what_is_old_enough(workspace: Workspace) -> None:
    made, kept = workspace.create(invoice()), workspace.create(invoice())
    workspace.delete_draft(made.id)
    assert workspace.empty_bin() == 0
    assert workspace.empty_bin(older_than=timedelta(seconds=-5)) == 1
    with pytest.raises(NoSuchDocument):
        workspace.open_document(made.id)
    assert [card.id for card in workspace.cards("all")] == [kept.id]


def test_a_duplicate_starts_without_number_and_dates(workspace: Workspace) -> None:
    made = workspace.create(invoice(subject="Monthly", number="OLD-7", issue_date="2026-01-05"))
    copy = workspace.duplicate(made.id)
    assert copy.id != made.id
    assert (copy.draft.number, copy.draft.issue_date, copy.draft.subject) == ("", None, "Monthly")
    assert copy.history.steps == ()
    assert workspace.open_document(made.id).draft.number == "OLD-7"


def test_lists_show_the_newest_state_first(workspace: Workspace) -> None:
    first = workspace.create(invoice(buyer="First"))
    workspace.create(invoice(buyer="Second"))
    buyer = first.draft.buyer.model_copy(update={"name": "Changed"})
    workspace.record(first.id, [typed(first.history, buyer=buyer)])
    cards = workspace.cards("drafts")
    assert [card.buyer_name for card in cards] == ["Changed", "Second"]
    assert str(cards[0].payable) == "120.00"
    assert (workspace.counts().drafts, workspace.counts().issued) == (2, 0)


def test_an_issued_document_takes_no_edit(workspace: Workspace) -> None:
    made = workspace.create(invoice())
    issued = workspace.issue(made.id, today=date(2026, 3, 2))
    for act in (
        lambda: workspace.record(
            made.id, [typed(History(issued.draft, head=made.history.head), subject="x")]
        ),
        lambda: workspace.delete_draft(made.id),
    ):
        with pytest.raises((NotADraft, StaleDocument)):
            act()
    assert workspace.open_document(made.id).draft == issued.draft


def test_a_step_of_five_thousand_lines_is_a_few_bytes_and_comes_back(workspace: Workspace) -> None:
    rows = [{"kind": "line", "id": f"r{n}", "label": f"Line {n}", "unit_price": "1.5"} for n in range(5000)]
    made = workspace.create(invoice(rows=rows))
    history = made.history
    for n in range(120):
        lines = list(history.draft.rows)
        lines[n * 40] = lines[n * 40].model_copy(update={"label": f"Changed {n}"})
        workspace.record(made.id, [typed(history, rows=tuple(lines))])
    found = workspace.open_document(made.id)
    assert found.draft == history.draft
    assert found.history.jump(3) is not None
    assert found.history.draft == history.state(3)
