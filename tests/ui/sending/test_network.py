"""Without a network the window says so; when it is back, what the person has sent leaves by itself."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.sending.route import has_route
from app.ui.sending.network_watch import NetworkWatch
from tests.ui.sending.conftest import PATIENCE_MS, documents, newest, order, outbox, rest, reviewed, sent

STRIPE = "practice-stripe_v1"
CHARGEOVER = "practice-chargeover_v3"


class Cable:
    """A way out that one can pull and put back."""

    def __init__(self) -> None:
        self.is_in = True

    def __call__(self) -> bool:
        return self.is_in


def unplugged(program: Program) -> Cable:
    """The cable of this program, pulled."""
    cable = Cable()
    cable.is_in = False
    watch = program.seat.sending.network
    watch._has_route = cable
    return cable


def test_what_was_sent_offline_leaves_when_the_network_is_back_and_nothing_else_does(
    program: Program, qtbot: QtBot
):
    cable = unplugged(program)
    order(qtbot, program, STRIPE, "offline")
    entry = sent(qtbot, program, STRIPE)
    page = outbox(qtbot, program, entry.id)
    assert page.panel.state.text() == "waiting for the network"
    assert "by itself as soon as there is a network" in page.panel.sentence.text()
    assert "waiting for the network" in program.window.sending.bar.lines[0].state.text()
    program.window.flows.new_document()
    rest(qtbot, program)
    program.seat.store.edit("Change subject", subject="Only looked at")
    rest(qtbot, program)
    sheet = reviewed(qtbot, program, CHARGEOVER)
    sheet.reject()
    before = documents(qtbot, program, CHARGEOVER)
    order(qtbot, program, STRIPE, "")
    program.seat.sending.network.look()
    rest(qtbot, program)
    assert newest(qtbot, program).state == "waiting", "the cable is still out"
    cable.is_in = True
    program.seat.sending.network.look()
    qtbot.waitUntil(lambda: newest(qtbot, program).state == "done", timeout=PATIENCE_MS)
    rest(qtbot, program)
    assert documents(qtbot, program, STRIPE) == 1
    assert documents(qtbot, program, CHARGEOVER) == before


def test_what_was_withdrawn_meanwhile_stays(program: Program, qtbot: QtBot):
    cable = unplugged(program)
    order(qtbot, program, STRIPE, "offline")
    entry = sent(qtbot, program, STRIPE)
    outbox(qtbot, program, entry.id).panel.acts.buttons["withdraw"].click()
    rest(qtbot, program)
    order(qtbot, program, STRIPE, "")
    cable.is_in = True
    program.seat.sending.network.look()
    rest(qtbot, program)
    assert newest(qtbot, program).state == "withdrawn"
    assert documents(qtbot, program, STRIPE) == 0


def test_the_watch_tells_only_of_a_return(qtbot: QtBot):
    cable, parent, told = Cable(), QObject(), []
    watch = NetworkWatch(parent, cable)
    watch.returned.connect(lambda: told.append(1))
    watch.begin()
    for is_in in (True, False, False, True, True, False, True):
        cable.is_in = is_in
        watch.look()
    assert len(told) == 2
    watch.rest()
    del qtbot


def test_a_route_is_asked_for_without_sending_anything(monkeypatch: pytest.MonkeyPatch):
    def forbidden(*_arguments: object) -> int:
        raise AssertionError("something was sent")

    class Deaf(socket.socket):
        send = sendto = forbidden  # type: ignore[assignment]

        def connect(self, _address: object) -> None:
            raise OSError("Network is unreachable")

    class Open(Deaf):
        def connect(self, _address: object) -> None:
            """There is a way."""

    monkeypatch.setattr(socket, "socket", Deaf)
    assert not has_route()
    monkeypatch.setattr(socket, "socket", Open)
    assert has_route()
