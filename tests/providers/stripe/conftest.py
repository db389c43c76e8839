"""What is collected here only where its files or programs are."""

from __future__ import annotations

from tests.providers.stripe import contract

collect_ignore = [] if contract.IS_THERE else ["test_contract.py"]


def pytest_report_header() -> str:
    if contract.IS_THERE:
        return f"stripe: requests and answers are checked against the contracts in {contract.ROOT.name}/"
    return "stripe: not checked against its contracts, for FACTOTUM_CONTRACTS names no folder that has them"
