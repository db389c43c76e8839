"""Says at the head of a run whether the supplier import is checked against its contracts."""

from __future__ import annotations

from tests.providers.pennylane.import_contracts import contract


def pytest_report_header() -> str | None:
    names = ("company-v2.official-2026-07-28.invoicing.json", "billy-gateway-v2.own.yaml")
    if all(contract(f"pennylane/{name}") for name in names):
        return None
    return (
        "pennylane supplier: not checked against its contracts, for FACTOTUM_CONTRACTS names no folder "
        "that has them"
    )
