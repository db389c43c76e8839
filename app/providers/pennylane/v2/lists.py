"""Their lists, page by page, and who the credentials belong to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, identifier, items, text
from app.client.calls import FREE, Call, Flow
from app.client.errors import Refused
from app.client.provider import Connection, Identity, RemoteList, RemotePage, RemoteRecord
from app.providers.pennylane import listing
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import DIRECT


def identify(connection: Connection) -> Flow[Identity]:
    """The company and person behind the token; the gateway only tells that it takes the token."""
    if dialect_of(connection) != DIRECT:
        yield Call(
            "identify", "GET", "/customer_invoices", (("limit", "1"),), repeat=FREE, sample={"items": []}
        )
        return Identity(str(connection.settings.get("x_source_software") or "Pennylane"))
    sample: JsonValue = {"company": {"name": "{identify.company.name}"}, "user": None, "scopes": []}
    reply = yield Call("identify", "GET", "/me", repeat=FREE, sample=sample)
    scopes = at(reply.body, "scopes")
    return Identity(
        name=text(reply.body, "company", "name"),
        detail=text(reply.body, "user", "email"),
        scopes=tuple(str(scope) for scope in (items(scopes, "scopes") if scopes is not None else [])),
    )


def _customer(record: JsonValue) -> RemoteRecord:
    address = at(record, "billing_address")
    place = " ".join(part for part in (text(address, "postal_code"), text(address, "city")) if part)
    numbers = [text(record, name) for name in ("vat_number", "reg_no", "reference", "external_reference")]
    mail = at(record, "emails")
    mails = [str(one) for one in mail] if isinstance(mail, list) else []
    return RemoteRecord(
        identifier(record, "id"),
        text(record, "name"),
        place,
        " ".join(part for part in (text(record, "name"), *numbers, *mails, place) if part),
    )


def _product(record: JsonValue) -> RemoteRecord:
    price = " ".join(part for part in (text(record, "price_before_tax"), text(record, "currency")) if part)
    words = [text(record, name) for name in ("label", "reference", "external_reference", "description")]
    return RemoteRecord(
        identifier(record, "id"),
        text(record, "label"),
        price,
        " ".join(part for part in words if part),
        {name: text(record, name) for name in ("price_before_tax", "vat_rate", "unit")},
    )


def _template(record: JsonValue) -> RemoteRecord:
    return RemoteRecord(identifier(record, "id"), text(record, "name"), words=text(record, "name"))


def _document(record: JsonValue) -> RemoteRecord:
    number = text(record, "invoice_number") or text(record, "quote_number") or text(record, "label")
    amount = " ".join((text(record, "currency_amount"), text(record, "currency")))
    told = " · ".join(part for part in (text(record, "date"), amount.strip(), text(record, "status")) if part)
    words = " ".join((number, text(record, "label"), text(record, "external_reference")))
    return RemoteRecord(identifier(record, "id"), number, told, words)


def _list(
    list_id: str, path: str, read: Callable[[JsonValue], RemoteRecord], *, gateway: bool = False
) -> RemoteList:
    def page(connection: Connection, cursor: str) -> Flow[RemotePage]:
        asks_gateway = gateway or (
            list_id == "customers" and connection.settings.get("searches_on_gateway") in (True, "true")
        )
        if dialect_of(connection) != DIRECT and not asks_gateway:
            raise Refused("not_on_gateway")
        return (yield from listing.leaf(path, cursor, read))

    return RemoteList(list_id, page)


LISTS: Final = (
    _list("customers", "/customers", _customer),
    _list("products", "/products", _product),
    _list("templates", "/customer_invoice_templates", _template),
    _list("invoices", "/customer_invoices", _document, gateway=True),
    _list("quotes", "/quotes", _document),
)
