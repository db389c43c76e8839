"""What nobody but the person can tell: the window asks, she decides, and nothing is sent twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.provider import Connection
from app.client.transport import WireReply, WireRequest
from app.providers import PROVIDERS
from app.services.sending import Entry
from app.services.sending.looking import site_of
from app.ui.sending.entry_dialogs import ActionDialog, FoundDialog, PracticeDialog, SureDialog
from app.ui.sending.outbox_page import OutboxPage
from tests.services.sending.hostile import untouched
from tests.ui.sending.conftest import answer, newest, order, outbox, rest, sent
from tests.ui.sending.network import Account, Network, network_of
from tests.ui.shell.conftest import said

ID = "No. 7 of the test"
PRACTICE = "practice-chargeover_v3"


@pytest.fixture
def network(program: Program, qtbot: QtBot) -> Iterator[Network]:
    with network_of(program, qtbot) as opened:
        yield opened


class Silence:
    """From the first request that makes an invoice on, no answer can be read, as often as one looks."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.posts: list[str] = []
        self.before = account.twisted.state()
        account.twisted.instead, account.twisted.spoil = self.instead, self.spoil

    def instead(self, request: WireRequest) -> None:
        """Remember how it was before the invoice."""
        if request.method == "POST" and request.url.endswith("invoices"):
            self.before = self.account.twisted.state()

    def spoil(self, request: WireRequest, reply: WireReply) -> WireReply:
        if request.method == "POST":
            self.posts.append(request.url)
        if not any("invoice" in url for url in self.posts):
            return reply
        return WireReply(200, {"content-type": "application/json"}, b'{"id": [tr')

    def end(self) -> None:
        self.account.twisted.spoil = untouched


def asking(qtbot: QtBot, program: Program, network: Network, account: Account) -> tuple[Entry, Silence]:
    """The entry of the open document once it asks."""
    silence = Silence(account)
    sent(qtbot, program, account.connection_id)
    for _ in range(4):
        network.drain()
    entry = newest(qtbot, program)
    assert (entry.state, account.made) == ("asking", 1)
    silence.end()
    return entry, silence


def invoices_posted(account: Account) -> int:
    posts = [request for request in account.service.requests if request.method == "POST"]
    return sum(request.url.endswith("/customer_invoices") for request in posts)


def expect_question(qtbot: QtBot, program: Program, entry: Entry) -> OutboxPage:
    """The question is on the document, in the message, beside the room's name and in the outbox."""
    assert "asks you" in program.window.sending.bar.lines[0].state.text()
    assert "asks you" in said(program)
    assert program.window.sidebar._buttons["outbox"].accessibleDescription() == "1"
    assert program.seat.store.is_read_only
    page = outbox(qtbot, program, entry.id)
    assert page.panel.state.text() == "asks you"
    assert "say what you see" in page.panel.sentence.text()
    assert "cannot be read" in page.panel.failure.text()
    return page


def test_it_is_there_says_the_person_and_the_document_takes_their_number(
    program: Program, qtbot: QtBot, network: Network
):
    account = network.account("pennylane_v2")
    entry, _ = asking(qtbot, program, network, account)
    page = expect_question(qtbot, program, entry)
    answer_found(program, ID, "F-77")
    page.panel.acts.buttons["there"].click()
    rest(qtbot, program)
    done = newest(qtbot, program)
    assert (done.id, done.state, done.number) == (entry.id, "done", "F-77")
    store = program.seat.store
    assert (store.status, store.draft.number) == ("issued", "F-77")
    network.drain()
    assert invoices_posted(account) == 1
    assert account.made == 1
    assert program.window.sidebar._buttons["outbox"].accessibleDescription() == ""


def answer_found(program: Program, remote_id: str, number: str) -> None:
    """Write into the next dialog that asks what was found there, and confirm it."""
    timer = QTimer(program.window)
    timer.setInterval(10)

    def write() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FoundDialog):
            timer.stop()
            dialog.confirm.click()
            assert dialog.isVisible(), "without an id it is not known what was found"
            for name, text in (("remote_id", remote_id), ("number", number)):
                editor = dialog.form.editor(name)
                assert isinstance(editor, QLineEdit)
                editor.setText(text)
            dialog.confirm.click()

    timer.timeout.connect(write)
    timer.start()


def test_it_is_not_there_says_the_person_and_it_goes_out_once_more(
    program: Program, qtbot: QtBot, network: Network
):
    account = network.account("pennylane_v2")
    entry, silence = asking(qtbot, program, network, account)
    page = expect_question(qtbot, program, entry)
    account.twisted.restore(silence.before)
    answer(SureDialog, "confirm")
    page.panel.acts.buttons["not_there"].click()
    rest(qtbot, program)
    for _ in range(3):
        network.drain()
    done = newest(qtbot, program)
    assert (done.id, done.state) == (entry.id, "done")
    assert account.made == 1


def test_it_is_not_there_said_in_error_makes_no_second_one(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v2")
    entry, _ = asking(qtbot, program, network, account)
    page = expect_question(qtbot, program, entry)
    answer(SureDialog, "confirm")
    page.panel.acts.buttons["not_there"].click()
    rest(qtbot, program)
    for _ in range(3):
        network.drain()
    assert newest(qtbot, program).state == "done"
    assert account.made == 1


def test_given_up_it_is_a_draft_again_and_nothing_is_sent(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v2")
    entry, _ = asking(qtbot, program, network, account)
    page = expect_question(qtbot, program, entry)
    before = len(account.service.requests)
    page.panel.acts.buttons["give_up"].click()
    rest(qtbot, program)
    network.drain()
    assert newest(qtbot, program).state == "withdrawn"
    assert not program.seat.store.is_read_only
    assert program.seat.store.status == "draft"
    assert len(account.service.requests) == before


class Browser(QObject):
    """Keeps the addresses it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_the_provider_opens_in_the_browser_and_nothing_is_decided_by_it(
    program: Program, qtbot: QtBot, network: Network
):
    account = network.account("stripe_v1")
    entry, _ = asking(qtbot, program, network, account)
    page = expect_question(qtbot, program, entry)
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    try:
        assert page.panel.acts.buttons["look"].text() == "Open Stripe"
        page.panel.acts.buttons["look"].click()
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert browser.opened == ["https://dashboard.stripe.com/test/invoices"]
    assert newest(qtbot, program).state == "asking"


def test_in_practice_one_looks_into_the_practice_account(program: Program, qtbot: QtBot):
    made = sent(qtbot, program, PRACTICE)
    order(qtbot, program, PRACTICE, "drop_after")
    answer(ActionDialog, "confirm")
    outbox(qtbot, program, made.id).panel.acts.buttons["email"].click()
    rest(qtbot, program)
    entry = newest(qtbot, program)
    assert (entry.action, entry.state) == ("email", "asking"), "whether a mail left nobody can look up"
    page = outbox(qtbot, program, entry.id)
    page.panel.acts.buttons["look"].click()
    rest(qtbot, program)
    dialog = program.window.findChild(PracticeDialog)
    assert dialog is not None
    assert "Ateliers de cadrage" in dialog.view.toPlainText()
    dialog.confirm.click()
    rest(qtbot, program)


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_every_provider_has_a_site_where_one_can_look(provider):
    settings = {"site": "atelier"}
    for mode in ("test", "live"):
        connection = Connection(provider=provider.id, mode=mode, settings=settings)
        assert site_of(provider, connection).startswith("https://")
        assert "{" not in site_of(provider, connection)
    assert site_of(provider, Connection(provider=provider.id, mode="practice")) == ""
    own = Connection(provider=provider.id, mode="test", base_url="http://127.0.0.1:9")
    assert site_of(provider, own) in ("", "https://dashboard.stripe.com/test/invoices")
