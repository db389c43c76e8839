"""Which call does what: method and path to an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import JsonValue

from app.practice.stripe_v1 import accepted, parameters, shapes
from app.practice.stripe_v1.account import Account, paged
from app.practice.stripe_v1.declined import Declined, missing
from app.practice.stripe_v1.shapes import Record

Answer = tuple[int, JsonValue]


def answered(
    account: Account, method: str, steps: tuple[str, ...], given: dict[str, object], *, newest: bool
) -> Answer:
    """The answer to one call. Raises Declined."""
    asked = _Asked(account, given, newest=newest)
    match (method, *steps):
        case ("GET", "v1", "account"):
            return 200, _account(asked)
        case ("GET", "v1", "balance"):
            return 200, {"object": "balance", "available": [], "livemode": False, "pending": []}
        case (_, "v1", "customers", *rest):
            return asked.customers(method, rest)
        case (_, "v1", "tax_rates", *rest):
            return asked.tax_rates(method, rest)
        case (_, "v1", "coupons", *rest):
            return asked.coupons(method, rest)
        case (_, "v1", "invoiceitems", *rest):
            return asked.items(method, rest)
        case (_, "v1", "invoices", *rest):
            return asked.invoices(method, rest)
    raise _unknown(method, steps)


def _account(asked: _Asked) -> JsonValue:
    asked.read(parameters.NOTHING)
    return {
        "id": "acct_practice",
        "object": "account",
        "business_profile": {"name": "Practice"},
        "charges_enabled": True,
        "country": "FR",
        "default_currency": "eur",
        "email": "practice@factotum.example",
        "settings": {"dashboard": {"display_name": "Practice", "timezone": "Europe/Paris"}},
        "type": "standard",
    }


def _unknown(method: str, steps: tuple[str, ...] | list[str]) -> Declined:
    return Declined(404, f"Unrecognized request URL ({method}: /{'/'.join(steps)}).")


class _Asked:
    """One request on its way to an answer."""

    def __init__(self, account: Account, given: dict[str, object], *, newest: bool) -> None:
        self.account = account
        self.given = given
        self.newest = newest

    def read(self, spec: accepted.Members) -> dict[str, Any]:
        """The parameters, checked."""
        return accepted.read(spec, self.given)

    def _page(
        self,
        kind: str,
        url: str,
        spec: accepted.Members,
        show: Callable[[Record], Record],
        keep: Callable[[Record, Record], bool],
    ) -> Answer:
        query = self.read(spec)
        held, more = self.account.page(kind, query, lambda one: keep(one, query))
        return 200, shapes.listing(url, [show(one) for one in held], has_more=more)

    def _search(self, kind: str, url: str, show: Callable[[Record], Record]) -> Answer:
        held, following = self.account.search(kind, self.read(parameters.SEARCH))
        body: Record = {
            "object": "search_result",
            "url": url,
            "has_more": bool(following),
            "next_page": following or None,
            "data": [show(one) for one in held],
        }
        return 200, body

    def customers(self, method: str, rest: list[str]) -> Answer:
        """`/v1/customers`."""
        match (method, *rest):
            case ("GET",):
                return self._page(
                    "customer",
                    "/v1/customers",
                    parameters.CUSTOMERS,
                    shapes.customer,
                    lambda one, query: "email" not in query or one.get("email") == query["email"],
                )
            case ("GET", "search"):
                return self._search("customer", "/v1/customers/search", shapes.customer)
            case ("POST",):
                members = self.read(parameters.customer(newest=self.newest))
                return 200, shapes.customer(self.account.create("customer", members))
            case ("GET", own):
                self.read(parameters.NOTHING)
                return 200, shapes.customer(self.account.get("customer", own))
        raise _unknown(method, ["v1", "customers", *rest])

    def tax_rates(self, method: str, rest: list[str]) -> Answer:
        """`/v1/tax_rates`."""
        match (method, *rest):
            case ("GET",):
                return self._page(
                    "tax_rate",
                    "/v1/tax_rates",
                    parameters.TAX_RATES,
                    shapes.tax_rate,
                    lambda one, query: (
                        one.get("active", True) == query.get("active", one.get("active", True))
                        and one["inclusive"] == query.get("inclusive", one["inclusive"])
                    ),
                )
            case ("POST",):
                return 200, shapes.tax_rate(self.account.create("tax_rate", self.read(parameters.TAX_RATE)))
            case ("GET", own):
                self.read(parameters.NOTHING)
                return 200, shapes.tax_rate(self.account.get("tax_rate", own))
        raise _unknown(method, ["v1", "tax_rates", *rest])

    def coupons(self, method: str, rest: list[str]) -> Answer:
        """`/v1/coupons`."""
        match (method, *rest):
            case ("GET",):
                return self._page(
                    "coupon", "/v1/coupons", parameters.COUPONS, shapes.coupon, lambda _one, _query: True
                )
            case ("POST",):
                return 200, shapes.coupon(self.account.add_coupon(self.read(parameters.COUPON)))
            case ("GET", own):
                self.read(parameters.NOTHING)
                return 200, shapes.coupon(self.account.get("coupon", own))
        raise _unknown(method, ["v1", "coupons", *rest])

    def items(self, method: str, rest: list[str]) -> Answer:
        """`/v1/invoiceitems`."""

        def show(one: Record) -> Record:
            return self.account.shown_item(one, newest=self.newest)

        def keep(one: Record, query: Record) -> bool:
            return all(one.get(name) == query[name] for name in ("customer", "invoice") if name in query)

        match (method, *rest):
            case ("GET",):
                return self._page("invoiceitem", "/v1/invoiceitems", parameters.ITEMS, show, keep)
            case ("POST",):
                return 200, show(self.account.add_item(self.read(parameters.item(newest=self.newest))))
            case ("GET", own):
                self.read(parameters.NOTHING)
                return 200, show(self.account.get("invoiceitem", own))
        raise _unknown(method, ["v1", "invoiceitems", *rest])

    def invoices(self, method: str, rest: list[str]) -> Answer:
        """`/v1/invoices`."""

        def show(one: Record) -> Record:
            return self.account.shown(one, newest=self.newest)

        def keep(one: Record, query: Record) -> bool:
            names = ("customer", "status", "collection_method")
            return all(one.get(name) == query[name] for name in names if name in query)

        match (method, *rest):
            case ("GET",):
                return self._page("invoice", "/v1/invoices", parameters.INVOICES, show, keep)
            case ("GET", "search"):
                return self._search("invoice", "/v1/invoices/search", show)
            case ("POST",):
                return 200, show(self.account.add_invoice(self.read(parameters.invoice(newest=self.newest))))
            case (_, own, *verb):
                if own not in self.account.records["invoice"]:
                    raise missing("invoice", own)
                return self._invoice(method, self.account.get("invoice", own), verb)
        raise _unknown(method, ["v1", "invoices", *rest])

    def _invoice(self, method: str, bill: Record, verb: list[str]) -> Answer:
        match (method, *verb):
            case ("GET",):
                self.read(parameters.NOTHING)
            case ("GET", "lines"):
                query = self.read(parameters.LINES)
                lines = self.account.shown_lines(bill, newest=self.newest)
                held, more = paged(lines, query)
                return 200, shapes.listing(f"/v1/invoices/{bill['id']}/lines", held, has_more=more)
            case ("DELETE",):
                self.account.delete_invoice(bill)
                return 200, {"id": bill["id"], "object": "invoice", "deleted": True}
            case ("POST", "finalize"):
                members = self.read(parameters.FINALIZE)
                self.account.finalise(bill)
                bill["auto_advance"] = members.get("auto_advance", bill.get("auto_advance", False))
            case ("POST", "send"):
                self.read(parameters.NOTHING)
                self.account.send(bill)
            case ("POST", "pay"):
                self.account.pay(bill, self.read(parameters.PAY))
            case ("POST", "void"):
                self.read(parameters.NOTHING)
                self.account.close(bill, "void")
            case ("POST", "mark_uncollectible"):
                self.read(parameters.NOTHING)
                self.account.close(bill, "uncollectible")
            case _:
                raise _unknown(method, ["v1", "invoices", bill["id"], *verb])
        return 200, self.account.shown(bill, newest=self.newest)
