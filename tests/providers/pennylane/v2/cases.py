"""Documents, connections and lines to the practice company that the tests of this folder share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import JsonValue

from app.client.provider import ActionRequest, Connection, Submission
from app.domain.draft import Draft
from app.domain.totals import compute
from app.practice.pennylane.v2 import PennylaneV2
from app.providers.pennylane.v2 import PROVIDER
from tests.providers.pennylane.import_contracts import Judge, contract
from tests.providers.pennylane.import_driving import Line

TODAY = date(2026, 11, 20)
KEY = "5f0c1d8e-8f1b-4a52-9d86-3b1c9f5a7e11"
DIRECT = Connection(id="c1", provider="pennylane_v2", scheme="company_token")
GATEWAY = Connection(
    id="c2",
    provider="pennylane_v2",
    dialect="gateway",
    base_url="https://gateway.example",
    scheme="gateway_bearer",
    settings={"x_source_software": "HARVEST"},
)

SELLER = {
    "name": "Atelier Nord",
    "tax_ids": [{"scheme": "vat", "value": "FR83404833048"}],
    "addresses": [{"line1": "1 quai Sud", "postal_code": "59000", "city": "Lille", "country": "FR"}],
}
BUYER = {
    "contact_id": "c-77",
    "name": "Dupont & Fils",
    "contact_name": "Mme Petit",
    "email": "achats@dupont.example",
    "tax_ids": [{"scheme": "vat", "value": "FR44732829320"}, {"scheme": "siren", "value": "732829320"}],
    "addresses": [
        {
            "line1": "12 rue de l’Été",
            "line2": "Bâtiment B",
            "postal_code": "69001",
            "city": "Lyon",
            "country": "FR",
        }
    ],
}


def line(**told: Any) -> dict[str, Any]:
    return {
        "kind": "line",
        "label": "Conseil",
        "quantity": "2.5",
        "unit": "DAY",
        "unit_price": "640",
        "vat_rate": "20",
    } | told


def draft(**told: Any) -> Draft:
    stated = {
        "language": "fr",
        "issue_date": "2026-11-18",
        "payment_terms": {"days": 30},
        "seller": SELLER,
        "buyer": BUYER,
        "rows": [line()],
    }
    return Draft.model_validate(stated | told)


def submission(
    of: Draft,
    connection: Connection = DIRECT,
    *,
    options: Mapping[str, JsonValue] | None = None,
    known: Mapping[str, str] | None = None,
    key: str = KEY,
) -> Submission:
    return Submission(
        key=key,
        connection=connection,
        draft=of,
        totals=compute(of),
        today=TODAY,
        options=options or {},
        known=known or {},
    )


def practice(dialect: str | None = None, *, each_line: bool = False) -> PennylaneV2:
    return PennylaneV2(dialect, each_line=each_line, today=lambda: TODAY)


DIRECT_CONTRACT = contract("pennylane/company-v2.official-2026-07-28.invoicing.json")
GATEWAY_CONTRACT = contract("pennylane/billy-gateway-v2.own.yaml")


@cache
def judge_of(dialect: str) -> Judge | None:
    """Who holds every exchange of a dialect against its contract; None where that file is not."""
    if dialect == "gateway":
        return Judge(GATEWAY_CONTRACT, server="https://gateway.example") if GATEWAY_CONTRACT else None
    return Judge(DIRECT_CONTRACT) if DIRECT_CONTRACT else None


def a_line_to(company: PennylaneV2, connection: Connection = DIRECT, **told: Any) -> Line:
    """A line on which every exchange is checked against the contract, unless `watch` is another."""
    told.setdefault("watch", judge_of(connection.dialect))
    return Line(PROVIDER, connection, company, company.accepted_secrets["token"], **told)


def action(
    of: Draft, remote_id: str, connection: Connection = DIRECT, related: str = "", **arguments: JsonValue
) -> ActionRequest:
    return ActionRequest(
        key="act-1",
        connection=connection,
        remote_id=remote_id,
        draft=of,
        totals=compute(of),
        today=TODAY,
        arguments=arguments,
        related=related,
    )
