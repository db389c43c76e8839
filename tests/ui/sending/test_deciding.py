"""What only a person can know, and what she is asked before something real is made."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.domain.totals import compute
from app.services.samples import sample
from app.services.sending import Entry, EntryDetail, Failure, Plan
from app.services.sending.sending import Sending
from app.ui.sending.desk import _both
from app.ui.sending.entry_acts import EntryActs
from app.ui.sending.entry_dialogs import RequestsDialog
from app.ui.sending.live_dialog import LiveDialog
from app.ui.sending.outbox_rows import OutboxDetail, OutboxRow
from app.ui.sending.words import failure_words, mode_role, mode_word, state_sentence, state_word
from tests.ui.sending.conftest import asked, documents, newest, order, outbox, rest, sent

CHARGEOVER = "practice-chargeover_v3"
STRIPE = "practice-stripe_v1"
DRAFT = sample("atelier")


def planned(qtbot: QtBot, program: Program, provider: str, **options: object) -> Plan:
    def plan(sending: Sending) -> Plan:
        return sending.plan(DRAFT, f"practice-{provider}", options)  # type: ignore[arg-type]

    return asked(qtbot, program, plan)


@pytest.mark.parametrize(
    ("provider", "options", "is_for_good"),
    [
        ("pennylane_v2", {}, False),
        ("pennylane_v2", {"draft": False}, True),
        ("stripe_v1", {}, False),
        ("stripe_v1", {"after_creation": "finalise"}, True),
        ("stripe_v1", {"auto_advance": True}, True),
        ("stripe_v1", {"automatically_finalizes_at": "2026-12-01T09:00:00"}, True),
        ("chargeover_v3", {}, True),
    ],
)
def test_it_is_known_what_cannot_be_deleted_afterwards(
    program: Program, qtbot: QtBot, provider: str, options: dict[str, object], is_for_good: bool
):
    assert planned(qtbot, program, provider, **options).is_final is is_for_good


def test_the_last_question_says_live_the_sum_and_the_customer(program: Program, qtbot: QtBot):
    payable = compute(DRAFT).payable
    dialog = LiveDialog(DRAFT, payable, "Stripe", program.seat.theme, program.window)
    qtbot.addWidget(dialog)
    dialog.show()
    said = " ".join(label.text() for label in dialog.findChildren(type(program.window.top_bar._pill)))
    assert "LIVE" in said
    assert "7,522.26" in said
    assert DRAFT.buyer.name in said
    assert dialog.focusWidget() is dialog.later


def test_only_what_makes_sense_now_is_offered(program: Program, qtbot: QtBot):
    entry = sent(qtbot, program, CHARGEOVER)
    page = outbox(qtbot, program, entry.id)
    assert set(page.panel.acts.buttons) == {
        "fetch", "pdf", "email", "mark_paid", "void", "document", "requests",
    }  # fmt: skip


def test_an_entry_that_asks_offers_three_answers_and_says_what_each_means(program: Program):
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    entry = Entry("e", "d", "c", "stripe_v1", "submit", "asking", moment, moment)
    acts = EntryActs(program.seat.sending, program.seat.theme)
    acts.setParent(program.window)
    acts.show_detail(OutboxDetail(OutboxRow(entry, None, None), EntryDetail(entry, (), (), None), ()))
    assert list(acts.buttons) == ["there", "not_there", "give_up", "requests", "document"]
    for words in ("“It is there”", "“It is not there”", "“Give up”"):
        assert words in acts.meaning.text()


def test_the_outbox_shows_the_requests_of_an_entry(program: Program, qtbot: QtBot):
    entry = sent(qtbot, program, CHARGEOVER)
    page = outbox(qtbot, program, entry.id)
    page.panel.acts.buttons["requests"].click()
    rest(qtbot, program)
    dialog = program.window.findChild(RequestsDialog)
    assert dialog is not None
    assert "POST https://" in dialog.view.toPlainText()
    dialog.confirm.click()
    rest(qtbot, program)


def test_a_provider_out_of_order_is_tried_again(program: Program, qtbot: QtBot):
    order(qtbot, program, STRIPE, "unavailable")
    sent(qtbot, program, STRIPE)
    program.seat.sending.drain(is_asked_for=True)
    rest(qtbot, program)
    assert newest(qtbot, program).state == "done"
    assert documents(qtbot, program, STRIPE) == 1


def test_a_secret_is_called_as_the_form_calls_it():
    failure = Failure("Unauthorised", "error.secret_missing", {"secret": "private_key"})
    assert "Private key" in failure_words("chargeover_v3", failure)
    assert "private_key" not in failure_words("chargeover_v3", failure)


@pytest.mark.parametrize(
    ("kind", "words"), [("Unreachable", "waiting for the network"), ("Unauthorised", "waiting")]
)
def test_waiting_says_for_what(kind: str, words: str):
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    entry = Entry(
        "e", "d", "c", "stripe_v1", "submit", "waiting", moment, moment, error=Failure(kind, "error.no_route")
    )
    assert state_word(entry) == words
    assert "when the connection is mended" in state_sentence(entry)


def test_two_wishes_to_send_become_one():
    one, two = frozenset({"a"}), frozenset({"b"})
    assert _both(None, one, False) == (one, False)
    assert _both((one, False), two, True) == (one | two, True)
    assert _both((one, True), frozenset(), False) == (frozenset(), True)


def test_practice_test_and_live_differ_in_word_and_colour():
    assert [mode_word(mode) for mode in ("practice", "test", "live")] == ["practice", "test", "LIVE"]
    assert len({mode_role(mode) for mode in ("practice", "test", "live")}) == 3
