"""The outbox: what is queued is sent once, whatever happens on the way, and says what became of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from app.client.calls import ASK
from app.client.clock import StopSwitch
from app.client.errors import Cancelled
from app.domain.problems import Problem
from app.practice.faults import Fault
from app.services.history import HistoryChange
from app.services.opened import OpenedDocument
from app.services.sending import (
    GiveUp,
    ItIsNotThere,
    ItIsThere,
    SendingProblem,
    failure_text,
)
from app.services.sending.steps import DatabaseJournal
from app.services.workspace import NotADraft, StoreProblem
from app.store import clock as moments
from app.store import outbox
from tests.fakes.notebook import notebook, write_note
from tests.services.sending.conftest import Office


def test_what_is_queued_is_sent_and_takes_their_number(office: Office) -> None:
    sending = office.window()
    document = office.document()
    entry = office.queued(sending, document)
    report = sending.drain()
    assert (report.done, report.next_at) == (1, None)
    after = sending.entry(entry.id)
    assert (after.entry.state, after.entry.number) == ("done", "NB-1")
    assert after.left_there == ("note.create",)
    assert [note["reference"] for note in office.simulator.notes] == [entry.id]
    kept = office.workspace.open_document(document.id)
    assert (kept.status, kept.draft.number) == ("issued", "NB-1")
    assert office.workspace.pdf_of(document.id).startswith(b"%PDF-1.7 NB-1")


def test_a_number_of_theirs_uses_none_of_ours(office: Office) -> None:
    before = office.workspace.next_number("practice", "invoice", office.clock.now().date())
    sending = office.window()
    office.queued(sending)
    sending.drain()
    assert office.workspace.next_number("practice", "invoice", office.clock.now().date()) == before
    assert office.workspace.gaps() == []


def test_queueing_the_same_document_again_gives_the_same_entry(office: Office) -> None:
    sending, other = office.window(), office.window()
    document = office.document()
    first = office.queued(sending, document)
    assert office.queued(other, document).id == first.id
    sending.drain()
    assert office.queued(other, document).id == first.id
    assert other.drain().done == 0
    assert len(office.simulator.notes) == 1


def test_a_document_on_its_way_is_neither_edited_nor_issued_nor_thrown_away(office: Office) -> None:
    sending = office.window()
    document = office.document()
    entry = office.queued(sending, document)
    change = _edit(document)
    for act in (
        lambda: office.workspace.record(document.id, [change]),
        lambda: office.workspace.issue(document.id, today=office.clock.now().date()),
        lambda: office.workspace.delete_draft(document.id),
    ):
        with pytest.raises(NotADraft):
            act()
    assert sending.decide(entry.id, GiveUp()).state == "withdrawn"
    office.workspace.record(document.id, [change])
    assert office.workspace.open_document(document.id).draft.subject == "Another"


def test_a_plan_of_an_older_state_is_not_sent(office: Office) -> None:
    sending = office.window()
    document = office.document()
    plan = sending.plan(document.draft, "c1")
    change = _edit(document)
    office.workspace.record(document.id, [change])
    with pytest.raises(SendingProblem, match="plan_stale"):
        sending.enqueue(document.id, "c1", plan)


def test_offline_it_waits_longer_each_time_and_leaves_when_the_network_is_back(office: Office) -> None:
    sending = office.window()
    office.is_offline = True
    entry = office.queued(sending)
    waits = []
    for _ in range(3):
        report = sending.drain()
        assert (report.waiting, report.done) == (1, 0)
        assert report.next_at is not None
        waits.append(report.next_at - office.clock.moment)
        assert sending.drain().waiting == 1  # not before its time
        assert sending.entry(entry.id).entry.attempts == len(waits)
        office.clock.moment = report.next_at
    assert waits[0] < waits[1] < waits[2]
    office.is_offline = False
    assert sending.drain().done == 1
    assert len(office.simulator.notes) == 1


def test_one_account_out_of_reach_is_asked_once_for_all_its_entries(office: Office) -> None:
    sending = office.window()
    entries = [office.queued(sending) for _ in range(3)]
    office.is_offline = True
    assert sending.drain().waiting == 3
    assert sum(sending.entry(entry.id).entry.attempts for entry in entries) == 1
    office.is_offline = False
    assert sending.drain(is_asked_for=True).done == 3


def test_a_lost_answer_is_looked_up_before_anything_is_repeated(office: Office) -> None:
    sending = office.window()
    office.service.order(Fault("drop_after", method="POST", times=1))
    entry = office.queued(sending)
    sending.drain()
    while sending.entry(entry.id).entry.is_live:
        office.clock.moment += timedelta(seconds=60)
        sending.drain()
    assert sending.entry(entry.id).entry.state == "done"
    assert len(office.simulator.notes) == 1


@pytest.mark.parametrize("kind", ["nulls", "wrong_types", "garbage", "page"])
def test_an_answer_that_cannot_be_read_is_asked_for_again_without_a_second_document(
    office: Office, kind: str
) -> None:
    sending = office.window()
    office.service.order(Fault(kind, method="POST"))  # type: ignore[arg-type]
    entry = office.queued(sending)
    for _ in range(6):
        sending.drain(is_asked_for=True)
        office.clock.moment += timedelta(seconds=60)
    assert sending.entry(entry.id).entry.state == "done"
    assert len(office.simulator.notes) == 1


def test_rejected_credentials_wait_for_the_person_and_lose_nothing(office: Office) -> None:
    office.token = "wrong-token"
    sending = office.window()
    entry = office.queued(sending)
    assert sending.drain().waiting == 1
    waiting = sending.entry(entry.id).entry
    assert (waiting.state, waiting.next_attempt_at) == ("waiting", None)
    assert waiting.error is not None
    assert waiting.error.kind == "Unauthorised"
    assert failure_text("notebook", waiting.error)
    office.token = "nb-secret-51f0c2aa77"
    assert office.window().drain(is_asked_for=True).done == 1


def _edit(document: OpenedDocument) -> HistoryChange:
    after = document.draft.edited(subject="Another")
    change = document.history.edit("Edit", after, key=None, at=datetime.now(UTC))
    assert change is not None
    return change


def _asking(office: Office) -> tuple[str, str]:
    """An entry of a provider where nobody can look, whose answer was lost."""
    from dataclasses import replace

    provider = replace(notebook(), submit=lambda submission: write_note(ASK, submission.key))
    sending = office.window(provider)
    office.service.order(Fault("drop_after", method="POST"))
    document = office.document()
    entry = office.queued(sending, document)
    assert sending.drain().asking == 1
    assert sending.drain(is_asked_for=True).done == 0
    return entry.id, document.id


def test_where_nobody_can_look_the_person_says_it_is_there(office: Office) -> None:
    entry_id, document_id = _asking(office)
    done = office.window().decide(entry_id, ItIsThere("1", "NB-1"))
    assert (done.state, done.number) == ("done", "NB-1")
    assert office.workspace.open_document(document_id).draft.number == "NB-1"
    with pytest.raises(SendingProblem, match="not_to_be_decided"):
        office.window().decide(entry_id, ItIsNotThere())


def test_where_nobody_can_look_the_person_says_it_is_not_there_and_it_is_sent_again(office: Office) -> None:
    entry_id, _ = _asking(office)
    office.simulator.notes.clear()
    sending = office.window()
    assert sending.decide(entry_id, ItIsNotThere()).state == "queued"
    assert sending.drain().done == 1
    assert len(office.simulator.notes) == 1


def test_what_is_done_or_refused_never_changes(office: Office) -> None:
    sending = office.window()
    entry = office.queued(sending)
    sending.drain()
    for statement in (
        "UPDATE outbox SET state = 'queued'",
        "DELETE FROM outbox",
        "UPDATE outbox_steps SET reply = ''",
        "DELETE FROM outbox_steps",
    ):
        with pytest.raises(StoreProblem), office.database.writing() as connection:
            connection.execute(text(statement))
    assert sending.entry(entry.id).entry.state == "done"


def test_an_action_is_an_entry_of_its_own_and_only_where_it_makes_sense(office: Office) -> None:
    sending = office.window()
    entry = office.queued(sending)
    with pytest.raises(SendingProblem, match="no_such_action"):
        sending.act(entry.id, "mark_paid")
    sending.drain()
    paid = sending.act(entry.id, "mark_paid")
    assert paid.id != entry.id
    assert sending.act(entry.id, "mark_paid").id == paid.id
    assert sending.drain().done == 1
    receipt = sending.entry(paid.id).entry.receipt
    assert receipt is not None
    assert receipt.state == "paid"
    with pytest.raises(SendingProblem, match="no_such_action"):
        sending.act(entry.id, "mark_paid")


def test_an_entry_another_window_is_sending_is_left_alone(office: Office) -> None:
    sending, other = office.window(), office.window()
    entry = office.queued(sending)
    from app.services.sending.owning import Owners

    with Owners(office.database, office.folder).own(entry.id) as owner:
        assert owner is not None
        assert owner.is_alive()
        assert (other.drain().busy, other.drain().done) == (1, 0)
        with pytest.raises(SendingProblem, match="under_way"):
            other.decide(entry.id, GiveUp())
    assert other.drain().done == 1


def test_who_was_overtaken_writes_no_step_any_more(office: Office) -> None:
    entry = office.queued(office.window())

    class Alive:
        def is_alive(self) -> bool:
            return True

    late = DatabaseJournal(office.database, entry.id, 1, Alive())
    now = moments.written(office.clock.now())
    with office.database.writing() as connection:
        change = {"states": ("queued",), "now": now, "attempts_to": 2, "state": "sending"}
        outbox.change(connection, entry.id, attempts=0, **change)  # type: ignore[arg-type]
    with pytest.raises(Cancelled):
        late.intend("note.create", "f", office.clock.now())
    assert sending_steps(office, entry.id) == []


def sending_steps(office: Office, entry_id: str) -> list[str]:
    with office.database.reading() as connection:
        return [step.step for step in outbox.steps(connection, entry_id)]


def test_a_drain_that_is_cancelled_keeps_what_is_left_for_later(office: Office) -> None:
    sending = office.window()
    for _ in range(3):
        office.queued(sending)
    stop = StopSwitch()
    report = sending.drain(stop, lambda _entry: stop.set())
    assert report.done == 1
    assert sending.drain().done == 2


def test_no_secret_is_kept_with_an_entry(office: Office) -> None:
    sending = office.window()
    office.queued(sending)
    sending.drain()
    with office.database.reading() as connection:
        for table in ("outbox", "outbox_steps", "connections"):
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                assert office.token not in str(tuple(row))


def test_a_plan_with_an_unknown_option_is_blocked(office: Office) -> None:
    sending = office.window()
    document = office.document()
    plan = sending.plan(document.draft, "c1", {"colour": "blue"})
    assert plan.is_blocked
    assert [problem.code for problem in plan.problems if isinstance(problem, Problem)] == ["unknown_option"]
    with pytest.raises(SendingProblem, match="plan_blocked"):
        sending.enqueue(document.id, "c1", plan)
