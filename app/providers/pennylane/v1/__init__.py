"""Pennylane V1, customer invoice import: our own page and figures go into their books."""

from __future__ import annotations

from typing import Final

from app.client.provider import Limit, Provider
from app.providers.pennylane.access import V1_DIALECTS, company_token, oauth
from app.providers.pennylane.v1.actions import ACTIONS
from app.providers.pennylane.v1.errors import error_of
from app.providers.pennylane.v1.flow import identify, submit
from app.providers.pennylane.v1.foresee import IGNORES, SENDS, foresee
from app.providers.pennylane.v1.options import OPTIONS
from app.providers.pennylane.v1.words import WORDS

PROVIDER: Final = Provider(
    id="pennylane_v1",
    title="Pennylane V1",
    dialects=V1_DIALECTS,
    schemes=(company_token(), *oauth(("accounting", "customer_invoices"))),
    limits=(Limit(4, 1.0), Limit(2, 1.0, "/customer_invoices")),
    numbers="ours",
    wants="page",
    takes="issued",
    options=OPTIONS,
    sends=SENDS,
    ignores=IGNORES,
    foresee=foresee,
    submit=submit,
    identify=identify,
    lists=(),
    actions=ACTIONS,
    error_of=error_of,
    words=WORDS,
)
