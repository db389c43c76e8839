"""Says at the head of a run whether V2 is checked against its contracts."""

from __future__ import annotations

from tests.providers.pennylane.v2.cases import DIRECT_CONTRACT, GATEWAY_CONTRACT


def pytest_report_header() -> str | None:
    if DIRECT_CONTRACT and GATEWAY_CONTRACT:
        return None
    return "pennylane v2: not checked against its contracts, for FACTOTUM_CONTRACTS has not both"
