"""A sign-in by the browser: made in the window, renewed, revoked and locked in the midst of sending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.oauth.tokens import Tokens
from app.services.sending import Entry
from app.services.vault.tokens import VaultTokens
from app.ui.sending.connections_page import ConnectionsPage
from app.ui.sending.entry_dialogs import SureDialog
from tests.ui.sending.conftest import answer, newest, outbox, rest, sent
from tests.ui.sending.network import Network, network_of
from tests.ui.sending.oauth import CLIENT, PROVIDER_ID, Browser, SignInServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SignInServer]:
    made = SignInServer(tmp_path)
    with made.server:
        yield made


@pytest.fixture
def network(program: Program, qtbot: QtBot, server: SignInServer) -> Iterator[Network]:
    with network_of(program, qtbot, (server.provider(),)) as opened:
        yield opened


class Office:
    """What a person does about one connection in the window."""

    def __init__(self, program: Program, qtbot: QtBot, network: Network, server: SignInServer) -> None:
        self.program, self.qtbot, self.network, self.server = program, qtbot, network, server
        program.window.visits.show_room("connections")
        rest(qtbot, program)
        page = program.window.rooms.page("connections")
        assert isinstance(page, ConnectionsPage)
        self.page = page

    @property
    def connection_id(self) -> str:
        return next(row.id for row in self.page.list.model.values if row.title == "Our books")

    @property
    def state(self) -> str:
        return next(row.card.state for row in self.page.list.model.values if row.title == "Our books")

    def tokens(self) -> Tokens | None:
        folder = self.program.seat.places.data_folder / "sign-in"
        return VaultTokens(self.network.keyring.vault, self.connection_id, folder).tokens()

    def sign_in_first(self, browser: Browser | None = None) -> None:
        """A new connection, entered and signed in."""
        self.page.start_new(PROVIDER_ID)
        form = self.page.panel.form
        title, address, scheme = (form.basics.editor(name) for name in ("title", "base_url", "scheme"))
        assert isinstance(title, QLineEdit)
        assert isinstance(address, QLineEdit)
        assert isinstance(scheme, QComboBox)
        title.setText("Our books")
        address.setText(f"{self.server.server.url}/api/external/v2")
        scheme.setCurrentIndex(scheme.findData("oauth"))
        for name, value in CLIENT.items():
            form.secrets.lines[name].setText(value)
        self.sign_in(browser)

    def sign_in(self, browser: Browser | None = None) -> Browser:
        """Press the button, and allow it in the browser."""
        browser = browser or Browser(self.server)
        self.page.panel.sign._browse = browser
        self.page.panel.sign.start.click()
        rest(self.qtbot, self.program)
        for thread in browser.threads:
            thread.join()
        return browser

    def send(self) -> Entry:
        """Send the open document there."""
        connection_id = self.connection_id
        self.program.window.visits.show_composer()
        return sent(self.qtbot, self.program, connection_id)


@pytest.fixture
def office(program: Program, qtbot: QtBot, network: Network, server: SignInServer) -> Office:
    return Office(program, qtbot, network, server)


def test_one_signs_in_is_greeted_and_sends(office: Office):
    office.sign_in_first()
    assert office.state == "ready"
    assert "You are signed in as" in office.page.panel.told.text()
    assert office.page.panel.sign.leave.isVisible()
    entry = office.send()
    assert (entry.state, office.server.made) == ("done", 1)


def test_declining_in_the_browser_is_said_and_nothing_is_connected(office: Office):
    office.sign_in_first(Browser(office.server, {"error": "access_denied"}))
    assert "Permission was not given" in office.page.panel.told.text()
    assert office.state == "signed_out"
    assert office.tokens() is None
    assert not office.page.panel.sign.leave.isVisible()


def test_a_token_that_ends_in_mid_send_is_renewed_and_nobody_notices(office: Office):
    office.sign_in_first()
    office.server.before = on_invoice(office, office.server.end_access)
    entry = office.send()
    assert (entry.state, entry.attempts, office.server.made) == ("done", 1, 1)
    assert office.server.renewals == 1
    kept = office.tokens()
    assert kept is not None
    assert office.server.strict.accepts(kept.access)


def on_invoice(office: Office, act):
    """Do this when the third request of the next send arrives, once."""
    begun = office.server._calls
    done: list[int] = []

    def before(number: int) -> None:
        if number == begun + 2 and not done:
            done.append(number)
            act()

    return before


def test_a_sign_in_revoked_in_mid_send_is_said_and_made_anew_sends_once(
    office: Office, program: Program, qtbot: QtBot
):
    office.sign_in_first()

    def revoke() -> None:
        office.server.strict.pair = 0

    office.server.before = on_invoice(office, revoke)
    entry = office.send()
    assert (entry.state, entry.error and entry.error.code) == ("waiting", "sign_in_ended")
    store = program.seat.store
    assert (store.status, store.is_read_only) == ("draft", True)
    assert "Sign in again" in program.window.sending.bar.lines[0].text.text()
    page = outbox(qtbot, program, entry.id)
    assert "expired or was revoked" in page.panel.failure.text()
    page.panel.acts.buttons["connection"].click()
    rest(qtbot, program)
    assert program.window.rooms.current == "connections"
    office.sign_in()
    assert "You are signed in as" in office.page.panel.told.text()
    office.network.drain()
    done = newest(qtbot, program)
    assert (done.id, done.state, office.server.made) == (entry.id, "done", 1)


def test_many_calls_at_once_renew_once(office: Office, program: Program, qtbot: QtBot):
    office.sign_in_first()
    office.server.end_access()
    desk, connection_id = program.seat.sending, office.connection_id
    lists = ("customers", "products", "templates")
    counts: list[int] = []
    for list_id in (*lists, *lists):
        desk.send_for(
            lambda sending, stop, _control, list_id=list_id: sending.refresh_list(
                connection_id, list_id, cancel=stop
            )
        ).job.then(counts.append)
    rest(qtbot, program)
    assert len(counts) == 6
    assert office.server.renewals == 1


def test_signing_out_ends_it_here_and_there(office: Office, program: Program, qtbot: QtBot):
    office.sign_in_first()
    office.page.panel.sign.leave.click()
    rest(qtbot, program)
    assert office.server.strict.pair == 0
    assert office.server.revoked == ["refresh-1", "access-1"]
    assert office.tokens() is None
    assert office.state == "signed_out"
    assert "Signed out, here and at the provider." in office.page.panel.told.text()
    assert not office.page.panel.sign.leave.isVisible()
    entry = office.send()
    assert (entry.state, entry.error and entry.error.code) == ("waiting", "not_signed_in")


def test_deleting_the_connection_signs_out(office: Office, program: Program, qtbot: QtBot):
    office.sign_in_first()
    answer(SureDialog, "confirm")
    office.page.panel.delete_button.click()
    rest(qtbot, program)
    assert office.server.strict.pair == 0
    assert office.network.keyring.entries() == {}


def test_a_keyring_locked_before_a_send_is_said_and_it_goes_out_once_opened(
    office: Office, program: Program, qtbot: QtBot
):
    office.sign_in_first()
    office.network.keyring.is_locked = True
    entry = office.send()
    assert (entry.state, entry.error and entry.error.code) == ("waiting", "keyring_locked")
    assert "is locked" in outbox(qtbot, program, entry.id).panel.failure.text()
    office.network.keyring.is_locked = False
    office.network.drain()
    assert (newest(qtbot, program).state, office.server.made) == ("done", 1)


def test_a_keyring_locked_while_the_new_token_comes_costs_no_sign_in(
    office: Office, program: Program, qtbot: QtBot
):
    office.sign_in_first()
    keyring = office.network.keyring
    office.server.before = on_invoice(office, office.server.end_access)
    office.server.while_renewing = keyring.lock
    entry = office.send()
    assert (entry.state, entry.error and entry.error.code) == ("waiting", "keyring_locked")
    keyring.is_locked = False
    office.server.while_renewing = lambda: None
    office.network.drain()
    assert (newest(qtbot, program).state, office.server.made) == ("done", 1)
    kept = office.tokens()
    assert kept is not None
    assert office.server.strict.accepts(kept.access)
