"""The steps of a send, told to a person."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.sending.step_words import step_words
from tests.ui.sending.conftest import outbox, sent


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("customer.find_number", "Customer: look for it"),
        ("customer.company", "Customer: look for it"),
        ("customer.create", "Customer: create"),
        ("customer.create.find", "Customer: look for it"),
        ("invoice.import_again", "Invoice: import"),
        ("invoice.lines.2", "Invoice: read"),
        ("item.7c1e.create", "Item: create"),
        ("item.7c1e", "Item: create"),
        ("void.read", "Invoice: read"),
        ("something.unheard", "something.unheard"),
    ],
)
def test_a_step_is_told_by_what_it_is_about_and_what_is_done(step: str, words: str):
    assert step_words(step) == words


@pytest.mark.parametrize("provider", ["pennylane_v2", "chargeover_v3", "stripe_v1"])
def test_every_step_of_a_send_has_words(program: Program, qtbot: QtBot, provider: str):
    entry = sent(qtbot, program, f"practice-{provider}")
    panel = outbox(qtbot, program, entry.id).panel
    steps = [step.step for step in panel.shown.detail.steps]
    assert steps
    assert [step for step in steps if step_words(step) == step] == []
    assert step_words(steps[0]) in panel.steps.text()
