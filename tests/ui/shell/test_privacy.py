"""What may leave by a log or a clipboard holds the places in the code, never what a document says."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.domain.draft import Draft
from app.ui.seat import Places
from tests.ui.shell.conftest import settle

SECRETS = ("Amélie Poulain", "amelie@example.org", "FR7630006000011234567890189", "Opération confidentielle")


def provoke() -> Exception:
    """An error that quotes a document, within an error that quotes it too."""
    try:
        try:
            Draft.model_validate(
                {"buyer": {"name": SECRETS[0], "email": [SECRETS[1]]}, "prepaid": SECRETS[2]}
            )
        except ValidationError as error:
            raise KeyError(SECRETS[3]) from error
    except KeyError as outer:
        outer.add_note(SECRETS[0])
        return outer
    raise AssertionError("nothing went wrong")


def test_log_and_details_quote_no_document(program: Program, places: Places, qtbot: QtBot):
    reporter = program.seat.crashes
    reporter.crashed.disconnect()
    details: list[str] = []
    reporter.crashed.connect(details.append)
    reporter.report(provoke())
    assert "KeyError" in details[0]
    assert "ValidationError" in details[0]
    assert "in provoke" in details[0]
    log = places.log_folder / "factotum.log"
    qtbot.waitUntil(lambda: log.exists() and "in provoke" in log.read_text("utf-8"), timeout=10_000)
    for secret in SECRETS:
        assert secret not in details[0]
        assert secret not in log.read_text("utf-8")
    settle(qtbot, program)


@pytest.mark.parametrize("error", [AttributeError("'NoneType' object has no attribute 'rows'")])
def test_what_the_code_itself_did_wrong_is_quoted(program: Program, error: Exception):
    reporter = program.seat.crashes
    reporter.crashed.disconnect()
    details: list[str] = []
    reporter.crashed.connect(details.append)
    reporter.report(error)
    assert "has no attribute 'rows'" in details[0]
