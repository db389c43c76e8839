"""Says when the contract is not on this machine."""

from __future__ import annotations

import pytest

from tests.providers.chargeover import contract

if not contract.FILE.is_file():

    def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_line(
            f"ChargeOver's contract is not at {contract.ROOT}: nothing checked against it"
        )
