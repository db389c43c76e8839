"""A whole session in the window with every kind of credentials; then no file, text or copy holds one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.calls import Flow, Receipt
from app.client.provider import Provider, Submission
from app.client.transport import WireReply, WireRequest
from app.providers import PROVIDERS
from app.services.samples import sample
from tests.services.sending.hostile import nothing_instead
from tests.services.sending.searching import places_with
from tests.ui.sending.conftest import asked, newest, outbox, rest, sent
from tests.ui.sending.network import Account, Network, network_of
from tests.ui.sending.oauth import CLIENT, SignInServer
from tests.ui.sending.test_signed_in import Office, on_invoice

KEYS = {
    "stripe_v1": {"key": {}, "basic": {}},
    "chargeover_v3": {"basic": {}, "signed": {}},
    "pennylane_v2": {"company_token": {}},
}


def faulty(provider: Provider, secrets: list[str]) -> Provider:
    """The provider with a fault of its own in its folder: it quotes what it should not know."""

    def submit(submission: Submission) -> Flow[Receipt]:
        receipt = yield from provider.submit(submission)
        is_planned = "{" in receipt.remote_id
        if submission.draft.subject == "A fault" and not is_planned:
            raise ValueError(f"bad header {secrets}")
        return receipt

    return replace(provider, submit=submit)


@pytest.fixture
def known() -> list[str]:
    """Every secret of the session."""
    return [CLIENT["client_secret"], "access-1", "refresh-1", "access-2", "refresh-2"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SignInServer]:
    made = SignInServer(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").mkdir()
    with made.server:
        yield made


@pytest.fixture
def network(program: Program, qtbot: QtBot, server: SignInServer, known: list[str]) -> Iterator[Network]:
    providers = tuple(
        server.provider() if each.id == "pennylane_v2" else faulty(each, known) for each in PROVIDERS
    )
    with network_of(program, qtbot, providers) as opened:
        yield opened


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Everything that anybody logs, down to the last detail."""
    path = tmp_path / "session.log"
    handler = logging.FileHandler(path, encoding="utf-8")
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield path
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


def echoing(account: Account, status: int, echoed: list[str]) -> None:
    """Let every request be answered with what it showed to be let in."""

    def instead(request: WireRequest) -> WireReply:
        told = {name.lower(): value for name, value in request.headers}["authorization"]
        echoed.append(told)
        body = f'{{"message": "{told.replace(chr(34), chr(39))}", "error": {{"message": "{told[-40:]}"}}}}'
        headers = {"content-type": "application/json", "x-request-id": told[:90], "set-cookie": told}
        return WireReply(status, headers, body.encode())

    account.twisted.instead = instead


def texts(widget: QWidget) -> list[str]:
    """All one can read and copy in it."""
    labels = [label.text() + label.toolTip() for label in widget.findChildren(QLabel)]
    lines = [line.text() for line in widget.findChildren(QLineEdit)]
    return [*labels, *lines, *(edit.toPlainText() for edit in widget.findChildren(QPlainTextEdit))]


def fresh_document(program: Program, qtbot: QtBot, subject: str) -> None:
    """Another invoice in the composer."""
    draft = sample("atelier").edited(subject=subject)
    program.seat.session.call(lambda workspace: workspace.create(draft)).then(
        lambda made: program.window.flows.open_document(made.id)
    )
    rest(qtbot, program)


def copied(program: Program) -> list[str]:
    """What the message that is shown puts on the clipboard."""
    message = program.window.messages.shown
    assert message is not None
    found = [message.text]
    for _words, act in message.offers:
        act()
        found.append(QGuiApplication.clipboard().text())
    return found


def breakdown(secrets: list[str]) -> None:
    """An unhandled fault with secrets in its words, its cause and its variables."""
    held = {"authorization": f"Bearer {secrets[0]}"}
    try:
        raise ValueError(held, *secrets)
    except ValueError as error:
        raise KeyError(*secrets) from error


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_no_secret_is_left_anywhere_by_a_whole_session(
    program: Program,
    qtbot: QtBot,
    network: Network,
    server: SignInServer,
    known: list[str],
    log: Path,
    tmp_path: Path,
):
    said: list[str] = []
    echoed: list[str] = []
    program.seat.crashes.crashed.disconnect()
    program.seat.crashes.crashed.connect(said.append)
    program.seat.crashes.crashed.connect(program.window._on_crashed)
    number = 0
    for provider_id, schemes in KEYS.items():
        for scheme in schemes:
            account = network.account(provider_id, scheme)
            known += account.twisted.accepted_secrets.values()
            for status in (0, 401, 422, 500):
                number += 1
                if status:
                    echoing(account, status, echoed)
                fresh_document(program, qtbot, f"Invoice {number}")
                entry = sent(qtbot, program, account.connection_id)
                if not status:
                    assert entry.state == "done"
                outbox(qtbot, program, entry.id)
                said += texts(program.window)
                account.twisted.instead = nothing_instead
    office = Office(program, qtbot, network, server)
    office.sign_in_first()
    server.before = on_invoice(office, server.end_access)
    fresh_document(program, qtbot, "Signed in")
    assert office.send().state == "done"
    assert server.renewals == 1
    said += texts(program.window)
    assert len(echoed) >= 15, "credentials came back to us, so that there was something to hide"

    fresh_document(program, qtbot, "A fault")
    assert sent(qtbot, program, "test-stripe_v1-key").error is not None
    program.seat.jobs.run(lambda _control: breakdown(known))
    thread = Thread(target=breakdown, args=(known,))
    thread.start()
    thread.join()
    rest(qtbot, program)
    assert sum("KeyError" in text for text in said) >= 1
    said += copied(program)
    account = network.accounts["chargeover_v3"]
    echoing(account, 401, echoed)
    program.seat.sending.send_for(
        lambda sending, stop, _control: sending.test_connection(account.connection_id, stop)
    ).job.then(None, program.window.tell_failure)
    rest(qtbot, program)
    said += copied(program)
    assert "Unauthorised" in said[-1]

    program.seat.session.call(lambda workspace: workspace.back_up())
    program.seat.session.call(lambda workspace: workspace.export_everything(tmp_path / "export"))
    rest(qtbot, program)
    for room in ("connections", "outbox", "settings"):
        program.window.visits.show_room(room)
        rest(qtbot, program)
        said += texts(program.window)
    details = asked(qtbot, program, lambda sending: [sending.entry(e.id) for e in sending.entries()])
    requests = asked(qtbot, program, lambda sending: [sending.requests(e.id) for e in sending.entries()])
    said += [str(detail) for detail in details] + [str(each) for each in requests]
    assert newest(qtbot, program).state == "asking"
    program.seat.crashes.uninstall()
    program.seat.crashes.install()
    written = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert {".sqlite3", ".csv", ".json", ".log"} <= written
    assert "KeyError" in (program.seat.places.log_folder / "factotum.log").read_text("utf-8")
    assert log.stat().st_size > 1000
    assert places_with(known, tmp_path, said) == []
