"""A provider's list read anew: how far it is, stopped, broken off, offline; the old one stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.transport import WireReply, WireRequest
from app.services.sending import RemoteRecord
from app.ui.sending.remote_edit import RemoteEdit
from tests.ui.sending.conftest import PATIENCE_MS, asked, rest, reviewed
from tests.ui.sending.network import Account, Network, network_of

JSON = {"content-type": "application/json"}
PAGES = 3


class Pages:
    """Customers by pages of 100; a page can be held back, or be something else."""

    def __init__(self, account: Account) -> None:
        self.kind = "Autumn"
        self.instead: dict[int, WireReply] = {}
        self.holds = 0
        self.reached, self.goes_on = Event(), Event()
        account.twisted.instead = self.answer

    def answer(self, request: WireRequest) -> WireReply | None:
        split = urlsplit(request.url)
        if request.method != "GET" or not split.path.endswith("/customers"):
            return None
        number = int(parse_qs(split.query).get("cursor", ["1"])[0])
        if number == self.holds:
            self.reached.set()
            self.goes_on.wait(10)
        if number in self.instead:
            return self.instead[number]
        first = (number - 1) * 100
        held = [{"id": first + n, "name": f"{self.kind} {first + n}"} for n in range(1, 101)]
        more = number < PAGES
        body = {"items": held, "has_more": more, "next_cursor": str(number + 1) if more else None}
        return WireReply(200, JSON, json.dumps(body).encode())


@pytest.fixture
def network(program: Program, qtbot: QtBot) -> Iterator[Network]:
    with network_of(program, qtbot) as opened:
        yield opened


class Desk:
    """The field of the customer at the provider, in the options of the document."""

    def __init__(self, program: Program, qtbot: QtBot, network: Network) -> None:
        self.program, self.qtbot = program, qtbot
        self.account = network.account("pennylane_v2")
        self.pages = Pages(self.account)
        reviewed(qtbot, program, self.account.connection_id).options.click()
        rest(qtbot, program)
        dialog = program.window.sending.options
        assert dialog is not None
        self.dialog = dialog
        field = dialog.form.fields["customer_id"].editor
        assert isinstance(field, RemoteEdit)
        self.field = field
        self.said: list[str] = []
        self.field._lists.progressed.connect(self._on_progressed)

    def _on_progressed(self, *_told: object) -> None:
        self.said.append(self.field.status.text())

    def read(self) -> None:
        """Press the button, and wait for the end."""
        self.field.refresh.click()
        rest(self.qtbot, self.program)

    def found(self, text: str) -> tuple[RemoteRecord, ...]:
        """What completes this now."""
        connection_id = self.account.connection_id
        return asked(
            self.qtbot, self.program, lambda sending: sending.complete(connection_id, "customers", text)
        )

    def expect_old_list(self) -> None:
        """The list of the first reading is there, whole, and can be read again."""
        assert len(self.found("Autumn")) == 20
        assert self.found("Autumn 300")
        assert not self.found("Winter")
        assert self.field.refresh.text() == "Refresh list"


@pytest.fixture
def desk(program: Program, qtbot: QtBot, network: Network) -> Iterator[Desk]:
    made = Desk(program, qtbot, network)
    yield made
    made.pages.goes_on.set()
    made.dialog.reject()
    sheet = program.window.sending.reviewing.sheet
    if sheet is not None:
        sheet.reject()
    rest(qtbot, program)


def test_a_list_is_read_page_by_page_and_says_how_far_it_is(desk: Desk):
    desk.read()
    assert desk.said[0] == "100 read"
    assert desk.field.status.text() == "300 in the list"
    assert desk.found("Autumn 300")


def test_reading_can_be_stopped_in_the_middle_and_the_old_list_stays(desk: Desk, qtbot: QtBot):
    desk.read()
    desk.pages.kind, desk.pages.holds = "Winter", 2
    desk.field.refresh.click()
    assert desk.field.refresh.text() == "Stop reading"
    qtbot.waitUntil(desk.pages.reached.is_set, timeout=PATIENCE_MS)
    desk.field.refresh.click()
    rest(qtbot, desk.program)
    assert not desk.pages.goes_on.is_set(), "the connection was cut, not waited for"
    desk.expect_old_list()
    desk.pages.goes_on.set()
    desk.pages.holds = 0
    desk.read()
    assert desk.field.status.text() == "300 in the list"
    assert desk.found("Winter 1")


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (WireReply(403, JSON, b'{"error": "missing scope customers:readonly"}'), "customers:readonly"),
        (WireReply(200, JSON, b'{"items": [{"id": [tr'), "answer"),
        (WireReply(200, {"content-type": "text/html"}, b"<!DOCTYPE html><title>Wi-Fi</title>"), "network"),
        (WireReply(200, JSON, b'{"items": 7, "has_more": false}'), "items"),
    ],
    ids=["refused", "garbled", "portal", "of another type"],
)
def test_an_error_in_the_middle_is_said_and_the_old_list_stays(desk: Desk, reply: WireReply, words: str):
    desk.read()
    desk.pages.kind, desk.pages.instead = "Winter", {2: reply}
    desk.read()
    assert words in desk.field.status.text()
    desk.expect_old_list()


def test_offline_it_says_so_and_what_is_kept_completes(desk: Desk):
    desk.read()
    desk.account.server.__exit__(None, None, None)
    desk.read()
    assert "be reached" in desk.field.status.text()
    desk.expect_old_list()
