"""One document from the composer to a practice provider and back, whatever happens on the way."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.sending.entry_dialogs import ActionDialog
from tests.ui.sending.conftest import answer, asked, documents, newest, order, outbox, rest, reviewed, sent
from tests.ui.shell.conftest import Start, said

STRIPE = "practice-stripe_v1"
PENNYLANE = "practice-pennylane_v2"
CHARGEOVER = "practice-chargeover_v3"
V1 = "practice-pennylane_v1"


@pytest.mark.parametrize("connection_id", [STRIPE, PENNYLANE])
def test_an_invoice_is_sent_proven_and_finalised(program: Program, qtbot: QtBot, connection_id: str):
    store, bar = program.seat.store, program.window.sending.bar
    entry = sent(qtbot, program, connection_id)
    assert (entry.state, entry.verdict) in {("done", "proven"), ("done", "changed")}
    assert bar.isVisible()
    assert "7,522.26" in bar.lines[0].text.text()
    assert "equals ours" in bar.lines[0].text.text()
    assert not store.is_read_only, "practising leaves the document a draft"
    page = outbox(qtbot, program, entry.id)
    answer(ActionDialog, "confirm")
    acts = page.panel.acts
    acts.buttons["finalise"].setFocus()
    acts.buttons["finalise"].click()
    rest(qtbot, program)
    assert program.window.focusWidget() in acts.buttons.values(), "the hand stays where it was"
    finalised = newest(qtbot, program)
    assert (finalised.action, finalised.state) == ("finalise", "done")
    assert finalised.receipt is not None
    assert finalised.receipt.number
    assert (store.draft.number, store.status) == ("", "draft")


def test_the_document_keeps_its_verdict_when_it_is_opened_again(program: Program, qtbot: QtBot):
    sent(qtbot, program, STRIPE)
    document_id = program.seat.store.document_id
    program.window.flows.new_document()
    rest(qtbot, program)
    assert not program.window.sending.bar.isVisible()
    program.window.flows.open_document(document_id)
    rest(qtbot, program)
    assert "equals ours" in program.window.sending.bar.lines[0].text.text()
    assert not program.seat.store.is_read_only


def test_two_clicks_send_once(program: Program, qtbot: QtBot):
    sheet = reviewed(qtbot, program, STRIPE)
    sheet.send.click()
    sheet.send.click()
    rest(qtbot, program)
    assert documents(qtbot, program, STRIPE) == 1
    assert len(asked(qtbot, program, lambda sending: sending.entries())) == 1


def test_a_prepared_account_that_taxes_by_item_comes_to_our_total(program: Program, qtbot: QtBot):
    entry = sent(qtbot, program, CHARGEOVER)
    assert entry.verdict == "proven"
    assert "equals ours" in program.window.sending.bar.lines[0].text.text()


def test_both_figures_stand_there_when_they_hold_another_total(program: Program, qtbot: QtBot):
    order(qtbot, program, CHARGEOVER, "other_tax")
    entry = sent(qtbot, program, CHARGEOVER)
    assert entry.verdict == "differs"
    told = program.window.sending.bar.lines[0].text.text()
    assert "7,522.26" in told or "1,219.96" in told
    page = outbox(qtbot, program, entry.id)
    assert page.panel.state.text() == "done, but differs"
    assert "7,522.26" in page.panel.differences.text()


def test_without_a_network_it_waits_and_leaves_when_there_is_one(program: Program, qtbot: QtBot):
    order(qtbot, program, STRIPE, "offline")
    entry = sent(qtbot, program, STRIPE)
    assert entry.state == "waiting"
    assert program.window.sidebar._buttons["outbox"].accessibleDescription() == "1"
    page = outbox(qtbot, program, entry.id)
    assert page.panel.state.text() == "waiting for the network"
    order(qtbot, program, STRIPE, "")
    page.try_again.click()
    rest(qtbot, program)
    assert newest(qtbot, program).state == "done"
    assert documents(qtbot, program, STRIPE) == 1


def test_a_lost_answer_is_looked_for_and_nothing_is_made_twice(program: Program, qtbot: QtBot):
    order(qtbot, program, PENNYLANE, "drop_after")
    sent(qtbot, program, PENNYLANE)
    for _ in range(3):
        program.seat.sending.drain(is_asked_for=True)
        rest(qtbot, program)
    assert newest(qtbot, program).state == "done"
    assert documents(qtbot, program, PENNYLANE) == 1


def test_what_was_queued_when_the_program_ended_leaves_at_the_next_start(
    program: Program, start: Start, qtbot: QtBot
):
    order(qtbot, program, STRIPE, "offline")
    sheet = reviewed(qtbot, program, STRIPE)
    plan = sheet._plan
    assert plan is not None
    document_id = program.seat.store.document_id
    asked(qtbot, program, lambda sending: sending.enqueue(document_id, STRIPE, plan))
    sheet.reject()
    rest(qtbot, program)
    program.window.close()
    program.stop()
    again = start()
    rest(qtbot, again)
    assert newest(qtbot, again).state == "done"
    assert not again.seat.store.is_read_only
    assert "equals ours" in again.window.sending.bar.lines[0].text.text()


def test_a_held_document_takes_no_edit_until_it_is_withdrawn(program: Program, qtbot: QtBot):
    order(qtbot, program, STRIPE, "offline")
    entry = sent(qtbot, program, STRIPE)
    store = program.seat.store
    store.edit("Change subject", subject="Too late")
    assert store.draft.subject == "Travaux d’automne"
    assert "Withdraw it" in said(program)
    page = outbox(qtbot, program, entry.id)
    page.panel.acts.buttons["withdraw"].click()
    rest(qtbot, program)
    assert newest(qtbot, program).state == "withdrawn"
    assert not store.is_read_only
    store.edit("Change subject", subject="In time")
    assert store.draft.subject == "In time"


def test_a_plan_with_a_blocking_problem_cannot_be_sent(program: Program, qtbot: QtBot):
    sheet = reviewed(qtbot, program, V1)
    assert not sheet.send.isEnabled()
    assert sheet.issue.isVisible()
    sheet.send.click()
    rest(qtbot, program)
    assert asked(qtbot, program, lambda sending: sending.entries()) == ()


def test_a_refusal_leads_to_its_field(program: Program, qtbot: QtBot):
    program.seat.store.edit("Change options", provider_options={"pennylane_v2": {"customer_id": "999999999"}})
    rest(qtbot, program)
    entry = sent(qtbot, program, PENNYLANE)
    assert entry.state == "refused"
    assert entry.error is not None
    page = outbox(qtbot, program, entry.id)
    assert page.panel.failure.text()
    assert "Nothing was made there" in page.panel.sentence.text()
    assert "refused" in program.window.sending.bar.lines[0].state.text()
    assert not program.seat.store.is_read_only


def test_what_is_changed_in_the_options_is_planned_anew(program: Program, qtbot: QtBot):
    sheet = reviewed(qtbot, program, PENNYLANE)
    sheet.options.click()
    rest(qtbot, program)
    dialog = program.window.sending.options
    assert dialog is not None
    dialog.form.edited.emit("draft", False)
    dialog.accept()
    rest(qtbot, program)
    assert program.seat.store.draft.provider_options["pennylane_v2"] == {"draft": False}
    assert sheet._plan is not None
    assert sheet._plan.submission.options["draft"] is False
