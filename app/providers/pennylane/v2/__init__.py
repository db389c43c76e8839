"""Pennylane V2: customer invoices, made there from the document, on the direct API and the gateway."""

from __future__ import annotations

from typing import Final

from app.client.provider import Provider
from app.providers.pennylane.access import (
    V2_DIALECTS,
    V2_LIMITS,
    company_token,
    gateway_headers,
    gateway_tokens,
    oauth,
)
from app.providers.pennylane.v2.actions import ACTIONS
from app.providers.pennylane.v2.errors import error_of
from app.providers.pennylane.v2.fields import IGNORES, SENDS
from app.providers.pennylane.v2.flow import submit
from app.providers.pennylane.v2.foresee import foresee
from app.providers.pennylane.v2.lists import LISTS, identify
from app.providers.pennylane.v2.options import OPTIONS, PROVIDER_ID
from app.providers.pennylane.v2.words import WORDS

SCOPES: Final = (
    "customer_invoices:all",
    "customers:all",
    "products:all",
    "quotes:readonly",
    "customer_invoice_templates:readonly",
)

PROVIDER: Final = Provider(
    id=PROVIDER_ID,
    title="Pennylane V2",
    dialects=V2_DIALECTS,
    schemes=(company_token(), *oauth(SCOPES), *gateway_tokens()),
    limits=V2_LIMITS,
    numbers="theirs",
    wants="nothing",
    takes="issued",
    options=OPTIONS,
    sends=SENDS,
    ignores=IGNORES,
    foresee=foresee,
    submit=submit,
    identify=identify,
    lists=LISTS,
    actions=ACTIONS,
    error_of=error_of,
    words=WORDS,
    request_headers=gateway_headers,
)
