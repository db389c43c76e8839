"""ChargeOver's own lists, page by page, and who the credentials belong to.

How many records the server grants at once is not published, so a page is followed by another until
one is empty. In lists ids may be text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pydantic import JsonValue

from app.client.answers import identifier, text
from app.client.calls import FREE, Call, Flow
from app.client.errors import Unexpected
from app.client.provider import Connection, Identity, RemoteList, RemotePage, RemoteRecord
from app.providers.chargeover_v3.envelope import NOTHING, records_of
from app.providers.chargeover_v3.options import SITE
from app.providers.chargeover_v3.wire import query


def identify(connection: Connection) -> Flow[Identity]:
    """The site, once it lets these credentials read invoices: no call tells a name or test from live."""
    reply = yield Call("identify", "GET", "/invoice", query(limit=1), repeat=FREE, sample=NOTHING)
    records_of(reply)
    site = connection.settings.get(SITE.name)
    return Identity(name=str(site) if site else connection.base_url)


def _listed(list_id: str, kind: str, read: Callable[[JsonValue], RemoteRecord]) -> RemoteList:
    def page(_connection: Connection, cursor: str) -> Flow[RemotePage]:
        offset, _, before = cursor.partition(":")
        start = int(offset) if offset.isdigit() else 0
        asked = query(order=f"{kind}_id", offset=start)
        reply = yield Call("page", "GET", f"/{kind}", asked, repeat=FREE, sample=NOTHING)
        records = tuple(read(record) for record in records_of(reply))
        if not records:
            return RemotePage(())
        if records[0].id == before:
            raise Unexpected("pages_repeat", {"list": list_id})
        return RemotePage(records, f"{start + len(records)}:{records[0].id}")

    return RemoteList(list_id, page)


def _customer(record: JsonValue) -> RemoteRecord:
    email, key = text(record, "superuser_email"), text(record, "external_key")
    name = text(record, "company")
    number = identifier(record, "customer_id")
    detail = " · ".join(part for part in (email, text(record, "currency_iso4217"), key) if part)
    words = " ".join((name, email, key, number, text(record, "superuser_name")))
    return RemoteRecord(number, name, detail, words)


def _item(record: JsonValue) -> RemoteRecord:
    name, code = text(record, "name"), text(record, "accounting_sku")
    number, key = identifier(record, "item_id"), text(record, "external_key")
    parts = (text(record, "item_type"), code, text(record, "tax_group_name"))
    detail = " · ".join(part for part in parts if part)
    return RemoteRecord(number, name, detail, " ".join((name, code, key, number)))


def _terms(record: JsonValue) -> RemoteRecord:
    name, days = text(record, "name"), text(record, "days")
    return RemoteRecord(identifier(record, "terms_id"), name, days, f"{name} {days}")


def _currency(record: JsonValue) -> RemoteRecord:
    code, name = text(record, "iso4217"), text(record, "currency")
    return RemoteRecord(identifier(record, "currency_id"), code, name, f"{code} {name}")


LISTS: Final = (
    _listed("customers", "customer", _customer),
    _listed("items", "item", _item),
    _listed("terms", "terms", _terms),
    _listed("currencies", "currency", _currency),
)
