"""Stripe's lists, page by page: customers, tax rates, coupons, invoices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, decimal, flag, identifier, items, text
from app.client.calls import Flow
from app.client.provider import Connection, Identity, RemoteList, RemotePage, RemoteRecord
from app.domain.money import plain
from app.providers.stripe_v1 import access, units

PAGE: Final = 100
ReadRecord = Callable[[JsonValue], RemoteRecord]


def _listed(list_id: str, path: str, record: ReadRecord, **query: object) -> RemoteList:
    def page(_connection: Connection, cursor: str) -> Flow[RemotePage]:
        reply = yield access.get(
            f"{list_id}.page",
            path,
            {**query, "limit": PAGE, "starting_after": cursor or None},
            sample={"data": [], "has_more": False},
        )
        held = items(at(reply.body, "data"), "data")
        more = flag(reply.body, "has_more") is True and bool(held)
        return RemotePage(tuple(record(body) for body in held), identifier(held[-1], "id") if more else "")

    return RemoteList(list_id, page)


def _customer(body: JsonValue) -> RemoteRecord:
    name, mail = text(body, "name"), text(body, "email")
    city, country = text(body, "address", "city"), text(body, "address", "country")
    detail = " · ".join(part for part in (mail, city, country) if part)
    words = " ".join((name, mail, text(body, "phone"), text(body, "description"), city))
    return RemoteRecord(identifier(body, "id"), name or mail or identifier(body, "id"), detail, words)


def _tax_rate(body: JsonValue) -> RemoteRecord:
    percent = decimal(body, "percentage")
    told = "" if percent is None else f"{plain(percent.normalize() if percent else percent)} %"
    inclusive = flag(body, "inclusive") is True
    title = f"{text(body, 'display_name')} {told}".strip()
    detail = " · ".join(
        part for part in ("inclusive" if inclusive else "exclusive", text(body, "country")) if part
    )
    kept: dict[str, JsonValue] = {"percentage": told.removesuffix(" %"), "inclusive": inclusive}
    return RemoteRecord(identifier(body, "id"), title, detail, f"{title} {text(body, 'jurisdiction')}", kept)


def _coupon(body: JsonValue) -> RemoteRecord:
    percent, amount = decimal(body, "percent_off"), decimal(body, "amount_off")
    currency = text(body, "currency").upper()
    if percent is not None:
        off = f"{plain(percent.normalize() if percent else percent)} %"
    elif amount is not None and currency:
        off = f"{plain(units.major(amount, currency))} {currency}"
    else:
        off = ""
    name = text(body, "name") or identifier(body, "id")
    return RemoteRecord(identifier(body, "id"), name, off, f"{name} {off}")


def _invoice(body: JsonValue) -> RemoteRecord:
    number = text(body, "number") or identifier(body, "id")
    detail = " · ".join(part for part in (text(body, "customer_name"), text(body, "status")) if part)
    return RemoteRecord(identifier(body, "id"), number, detail, f"{number} {detail}")


LISTS: Final = (
    _listed("customers", "/v1/customers", _customer),
    _listed("tax_rates", "/v1/tax_rates", _tax_rate, active=True),
    _listed("coupons", "/v1/coupons", _coupon),
    _listed("invoices", "/v1/invoices", _invoice),
)


def identify(_connection: Connection) -> Flow[Identity]:
    """Who the key belongs to. The account says nothing of test or live; the balance does."""
    account = yield access.get("account.read", "/v1/account", sample={"id": "{account.read.id}"})
    balance = yield access.get("balance.read", "/v1/balance", sample={}, accepts=frozenset({401, 403}))
    live = flag(balance.body, "livemode") if balance.status == 200 else None
    body = account.body
    name = (
        text(body, "settings", "dashboard", "display_name")
        or text(body, "business_profile", "name")
        or text(body, "email")
        or identifier(body, "id")
    )
    return Identity(name, identifier(body, "id"), None if live is None else "live" if live else "test")
