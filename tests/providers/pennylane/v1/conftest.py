"""Says at the head of a run whether V1 is checked against its contract."""

from __future__ import annotations

from tests.providers.pennylane.import_contracts import contract


def pytest_report_header() -> str | None:
    if contract("pennylane/company-v1-import.own.yaml"):
        return None
    return (
        "pennylane v1: not checked against its contract, for FACTOTUM_CONTRACTS names no folder that has it"
    )
