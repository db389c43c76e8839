"""Pennylane V2, supplier invoice import: a file received, with what was read from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.client.provider import Connection, Provider
from app.providers.pennylane.access import (
    V2_DIALECTS,
    V2_LIMITS,
    company_token,
    gateway_headers,
    gateway_tokens,
    oauth,
)
from app.providers.pennylane.given import flag_of
from app.providers.pennylane.supplier.actions import ACTIONS
from app.providers.pennylane.supplier.errors import error_of
from app.providers.pennylane.supplier.flow import identify, submit
from app.providers.pennylane.supplier.foresee import IGNORES, SENDS, foresee
from app.providers.pennylane.supplier.lists import LISTS
from app.providers.pennylane.supplier.options import OPTIONS
from app.providers.pennylane.supplier.words import WORDS

SCOPES: Final = ("supplier_invoices:all", "suppliers:all", "file_attachments:all", "ledger_accounts:readonly")


def request_headers(connection: Connection) -> Sequence[tuple[str, str]]:
    """The gateway's source headers, which this endpoint takes but does not require."""
    if flag_of(connection.settings, "sends_source") is False:
        return ()
    return gateway_headers(connection)


PROVIDER: Final = Provider(
    id="pennylane_supplier",
    title="Pennylane V2 suppliers",
    dialects=V2_DIALECTS,
    schemes=(company_token(), *oauth(SCOPES), *gateway_tokens()),
    limits=V2_LIMITS,
    numbers="either",
    wants="original",
    takes="incoming",
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
    request_headers=request_headers,
)
