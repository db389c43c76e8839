"""What comes after sending, from the outbox: each act where one looks for it, done at the provider."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.transport import WireReply, WireRequest
from app.services.sending import Entry
from app.ui.sending.connections_page import ConnectionsPage
from app.ui.sending.entry_dialogs import ActionDialog
from app.ui.sending.remote_edit import RemoteEdit
from tests.services.intake.papers import Bill
from tests.services.invoices import invoice
from tests.ui.intake.conftest import bills
from tests.ui.sending.conftest import asked, newest, outbox, rest, sent
from tests.ui.sending.network import Network, network_of
from tests.ui.sending.test_suppliers_sent import filed, forwarded
from tests.ui.shell.test_issue import issue_by_keys
from tests.ui.shell.test_journey import WhenOpen

__all__ = ["bills"]


@pytest.fixture
def network(program: Program, qtbot: QtBot) -> Iterator[Network]:
    with network_of(program, qtbot) as opened:
        yield opened


def done(qtbot: QtBot, program: Program, entry: Entry, action: str, **arguments: str) -> Entry:
    """The newest entry after this was chosen in the outbox, and confirmed if it asks."""
    page = outbox(qtbot, program, entry.id)

    def confirm(dialog: ActionDialog) -> None:
        for name, text in arguments.items():
            editor = dialog.form.fields[name].editor
            assert isinstance(editor, QLineEdit)
            editor.setText(text)
        dialog.confirm.click()

    question = WhenOpen(ActionDialog, confirm)
    page.panel.acts.buttons[action].click()
    rest(qtbot, program)
    question.stop()
    return newest(qtbot, program)


MAIL = {"recipients": "compta@lumen.example"}
JOURNEYS: dict[str, tuple[str, list[tuple[str, dict[str, str], str]]]] = {
    "pennylane_v2": (
        "pennylane_v2",
        [("finalise", {}, "open"), ("pdf", {}, "open"), ("mark_paid", {}, "paid"), ("fetch", {}, "paid")],
    ),
    "pennylane_v2 deleted": ("pennylane_v2", [("delete", {}, "void")]),
    "chargeover": (
        "chargeover_v3",
        [("email", {}, "open"), ("pdf", {}, "open"), ("mark_paid", {}, "paid"), ("fetch", {}, "paid")],
    ),
    "chargeover void": ("chargeover_v3", [("void", {}, "void")]),
    "stripe": ("stripe_v1", [("finalise", {}, "open"), ("email", {}, "open"), ("mark_paid", {}, "paid")]),
    "stripe void": ("stripe_v1", [("finalise", {}, "open"), ("void", {}, "void"), ("fetch", {}, "void")]),
    "stripe deleted": ("stripe_v1", [("delete", {}, "void")]),
}


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=JOURNEYS.keys())
def test_each_act_is_reached_and_done(
    program: Program,
    qtbot: QtBot,
    network: Network,
    journey: tuple[str, list[tuple[str, dict[str, str], str]]],
):
    provider_id, acts = journey
    buyer = program.seat.store.draft.buyer.model_copy(update={"email": "compta@lumen.example"})
    program.seat.store.edit("Customer", buyer=buyer)
    rest(qtbot, program)
    account = network.account(provider_id)
    entry = sent(qtbot, program, account.connection_id)
    assert entry.state == "done"
    for action, arguments, state in acts:
        after = done(qtbot, program, entry, action, **arguments)
        assert (after.action, after.state, after.error) == (action, "done", None)
        assert after.receipt is not None
        assert after.receipt.state == state
        entry = after
    assert account.made <= 1


def unfinished(times: int) -> Callable[[WireRequest], WireReply | None]:
    """A provider that is still making the page, as often as this."""
    left = [times]

    def instead(request: WireRequest) -> WireReply | None:
        if not request.url.endswith("send_by_email") or not left[0]:
            return None
        left[0] -= 1
        body = b'{"error": "The invoice PDF is being generated", "status": 409}'
        return WireReply(409, {"content-type": "application/json"}, body)

    return instead


def test_a_mail_waits_for_the_page_and_leaves_once(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v2")
    entry = sent(qtbot, program, account.connection_id)
    entry = done(qtbot, program, entry, "finalise")
    account.twisted.instead = unfinished(2)
    mail = done(qtbot, program, entry, "email", **MAIL)
    seen = [mail.state]
    for _ in range(4):
        if mail.state == "done":
            break
        assert mail.state == "waiting"
        assert mail.error is not None
        assert mail.error.code == "pdf_not_ready"
        assert "PDF" in outbox(qtbot, program, mail.id).panel.failure.text()
        network.drain()
        mail = newest(qtbot, program)
        seen.append(mail.state)
    assert (mail.action, seen) == ("email", ["waiting", "waiting", "done"])
    mails = [r for r in account.service.requests if r.url.endswith("send_by_email")]
    assert len(mails) == len(seen)


def test_the_links_are_there_to_click(program: Program, qtbot: QtBot, network: Network):
    account = network.account("chargeover_v3")
    entry = sent(qtbot, program, account.connection_id)
    entry = done(qtbot, program, entry, "pdf")
    links = outbox(qtbot, program, entry.id).panel.links
    assert "PDF there" in links.text()
    assert 'href="https://' in links.text()
    assert links.openExternalLinks()


def test_a_credit_note_is_made_sent_and_tied_to_its_invoice(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v2")
    first = sent(qtbot, program, account.connection_id)
    first = done(qtbot, program, first, "finalise")
    assert first.receipt is not None
    store = program.seat.store
    program.window.flows.open_document(first.document_id)
    rest(qtbot, program)
    assert (store.status, store.draft.number) == ("issued", first.number)
    program.window.visits.show_composer()
    program.window.actions_by_name["credit_note"].trigger()
    qtbot.waitUntil(lambda: store.draft.kind == "credit_note", timeout=20_000)
    rest(qtbot, program)
    note = sent(qtbot, program, account.connection_id)
    assert note.state == "done"
    note = done(qtbot, program, note, "finalise")
    linked = done(qtbot, program, note, "link_credit_note")
    assert (linked.action, linked.state, linked.error) == ("link_credit_note", "done", None)
    ties = [r for r in account.service.requests if r.url.endswith("link_credit_note")]
    assert len(ties) == 1
    assert first.receipt.remote_id in ties[0].url
    assert note.receipt is not None
    assert str(json.loads(ties[0].content)["credit_note_id"]) == note.receipt.remote_id


def test_what_v1_holds_is_fetched_with_its_page(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v1")
    program.seat.store.edit("Ours", seller=invoice().seller)
    issue_by_keys(qtbot, program)
    entry = sent(qtbot, program, account.connection_id)
    assert entry.state == "done", entry.error
    for action in ("fetch", "pdf"):
        after = done(qtbot, program, entry, action)
        assert (after.action, after.state) == (action, "done")


def test_a_suppliers_invoice_is_validated_and_paid_there(
    program: Program, qtbot: QtBot, network: Network, bills: Callable[..., list[Path]]
):
    account = network.account("pennylane_supplier")
    filed(program, qtbot, bills(Bill(number="QB-1")))
    entry = forwarded(program, qtbot, account.connection_id)
    page = outbox(qtbot, program, entry.id)
    assert {"fetch", "finalise", "mark_paid"} <= set(page.panel.acts.buttons)
    after = done(qtbot, program, entry, "finalise")
    assert (after.action, after.state, after.error) == ("finalise", "done", None)


def test_a_quote_there_is_made_into_an_invoice_once(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v2")
    where = account.connection_id
    asked(qtbot, program, lambda sending: sending.refresh_list(where, "quotes"))
    quote = asked(qtbot, program, lambda sending: sending.complete(where, "quotes", "D-0001"))[0].id

    def make() -> Entry:
        program.window.sending.show_connection(account.connection_id)
        rest(qtbot, program)
        page = program.window.rooms.page("connections")
        assert isinstance(page, ConnectionsPage)

        def confirm(dialog: ActionDialog) -> None:
            editor = dialog.form.fields["quote_id"].editor
            assert isinstance(editor, RemoteEdit)
            editor.setText(str(quote))
            dialog.confirm.click()

        question = WhenOpen(ActionDialog, confirm)
        page.panel.begins.buttons["from_quote"].click()
        rest(qtbot, program)
        question.stop()
        return newest(qtbot, program)

    entry = make()
    assert (entry.action, entry.state, entry.error, account.made) == ("from_quote", "done", None, 1)
    assert program.window.rooms.current == "outbox"
    page = outbox(qtbot, program, entry.id)
    assert page.panel.heading.text() == f"quote {quote}"
    assert "document" not in page.panel.acts.buttons
    assert make().id == entry.id
    assert account.made == 1
    final = done(qtbot, program, entry, "finalise")
    assert (final.action, final.state) == ("finalise", "done")
    assert final.number
