"""Published invoices whose stated totals follow from their lines: ours are the same to the cent.

The cases come from a folder named by FACTOTUM_CORPORA; without one there is nothing to collect.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from app.domain.draft import Draft
from app.domain.totals import compute
from tests.corpora import corpus

FOLDER = corpus("en16931_calc")
CASES: list[dict[str, Any]] = (
    json.loads((FOLDER / "cases.json").read_text(encoding="utf-8"))["cases"] if FOLDER is not None else []
)


def _draft(case: dict[str, Any]) -> Draft:
    kinds = ((False, "allowances"), (True, "charges"))
    rows = [
        {
            "kind": "line",
            "quantity": line["quantity"],
            "unit_price": line["price"],
            "price_base_quantity": line.get("price_base_quantity") or "1",
            "vat_category": line["vat_category"],
            "vat_rate": line.get("vat_rate"),
            "adjustments": [
                {"is_charge": is_charge, "amount": stated["amount"]}
                for is_charge, kind in kinds
                for stated in line.get(kind) or []
            ],
        }
        for line in case["lines"]
    ]
    adjustments = [
        {
            "is_charge": is_charge,
            "amount": stated["amount"],
            "vat_category": stated["vat_category"],
            "vat_rate": stated.get("vat_rate"),
        }
        for is_charge, kind in kinds
        for stated in case.get(kind) or []
    ]
    return Draft.model_validate(
        {
            "currency": case["currency"],
            # EN 16931 carries two decimals in every currency (BR-DEC-*).
            "amount_decimals": 2,
            "rows": rows,
            "adjustments": adjustments,
            "prepaid": case.get("prepaid") or "0",
            "rounding_amount": case.get("rounding"),
        }
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", CASES, ids=[case["id"] for case in CASES])


if CASES:

    def test_published_totals_come_out_to_the_cent(case: dict[str, Any]) -> None:
        expected, totals = case["expected"], compute(_draft(case))
        assert [line.net for line in totals.lines] == [Decimal(net) for net in expected["line_nets"]]
        stated = {
            "sum_of_line_nets": totals.lines_net,
            "allowance_total": totals.allowances,
            "charge_total": totals.charges,
            "tax_exclusive": totals.net,
            "vat_total": totals.tax,
            "tax_inclusive": totals.gross,
            "payable": totals.payable,
        }
        for name, ours in stated.items():
            if expected.get(name) is not None:
                assert ours == Decimal(expected[name]), name
        assert {(g.category, g.rate): (g.basis, g.tax) for g in totals.vat} == {
            (g["category"], Decimal(g.get("rate") or 0)): (Decimal(g["basis"]), Decimal(g["tax"]))
            for g in expected["vat_breakdown"]
        }
