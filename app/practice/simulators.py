"""Every practice account there is, by the id of its provider. Loaded only when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pydantic import JsonValue

from app.practice.simulator import Simulator


def _pennylane_v2() -> Simulator:
    from app.practice.pennylane.v2 import PennylaneV2

    return PennylaneV2()


def _pennylane_v1() -> Simulator:
    from app.practice.pennylane.v1 import V1Simulator

    return V1Simulator()


def _pennylane_supplier() -> Simulator:
    from app.practice.pennylane.supplier import SupplierSimulator

    return SupplierSimulator()


def _chargeover_v3() -> Simulator:
    from app.practice.chargeover_v3 import ChargeOverSimulator

    return ChargeOverSimulator()


def _stripe_v1() -> Simulator:
    from app.practice.stripe_v1 import StripeSimulator

    return StripeSimulator()


SIMULATORS: Final[Mapping[str, Callable[[], Simulator]]] = {
    "pennylane_v2": _pennylane_v2,
    "pennylane_v1": _pennylane_v1,
    "pennylane_supplier": _pennylane_supplier,
    "chargeover_v3": _chargeover_v3,
    "stripe_v1": _stripe_v1,
}

TAXING: Final = frozenset({"chargeover_v3"})
"""Those that can tax otherwise than the document: their simulators are `TaxesByItsOwnRules`."""


def prepared(provider_id: str) -> dict[str, JsonValue]:
    """The settings of a connection that a careful person makes for the practice account of this provider."""
    if provider_id != "chargeover_v3":
        return {}
    from app.practice.chargeover_v3.account import PREPARED

    return dict(PREPARED)
