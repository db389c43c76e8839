"""Their suppliers and ledger accounts, page by page, to complete from."""

from __future__ import annotations

from typing import Final

from pydantic import JsonValue

from app.client.answers import at, identifier, items, text
from app.client.calls import Flow
from app.client.provider import Connection, RemoteList, RemotePage, RemoteRecord
from app.providers.pennylane.listing import leaf
from app.providers.pennylane.supplier.suppliers import may_search


def suppliers(connection: Connection, cursor: str) -> Flow[RemotePage]:
    """One page of suppliers, newest first; none where the gateway has no such list."""
    if not may_search(connection):
        return RemotePage(())
    return (yield from leaf("/suppliers", cursor, _supplier))


def ledger_accounts(connection: Connection, cursor: str) -> Flow[RemotePage]:
    """One page of ledger accounts."""
    if not may_search(connection):
        return RemotePage(())
    return (yield from leaf("/ledger_accounts", cursor, _account))


LISTS: Final = (RemoteList("suppliers", suppliers), RemoteList("ledger_accounts", ledger_accounts))


def _supplier(record: JsonValue) -> RemoteRecord:
    name, number, vat = (text(record, member) for member in ("name", "reg_no", "vat_number"))
    mails = at(record, "emails")
    told = [text(mail) for mail in items(mails, "emails")] if mails else []
    city = text(record, "postal_address", "city")
    return RemoteRecord(
        id=identifier(record, "id"),
        title=name,
        detail=" · ".join(part for part in (vat or number, city) if part),
        words=" ".join(part for part in (name, number, vat, city, *told) if part),
        body={"name": name, "vat_number": vat, "reg_no": number},
    )


def _account(record: JsonValue) -> RemoteRecord:
    number, label = text(record, "number"), text(record, "label")
    return RemoteRecord(
        id=identifier(record, "id"), title=f"{number} {label}".strip(), words=f"{number} {label}"
    )
