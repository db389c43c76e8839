"""Pennylane V1 for practice: the import of an invoice with its PDF, the list and one invoice.

It takes the VAT out of each line's amount by itself, and answers as V1 does: money as text, the rate
of exchange as a number, ids as text beside those of V2, and the header that announces its end.
"""

from __future__ import annotations

import base64
import binascii
import copy
import math
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, cast
from urllib.parse import unquote, urlsplit

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest
from app.practice.pennylane import desk
from app.practice.pennylane.desk import TOKEN, Asked, Declined
from app.practice.pennylane.v1_shapes import IMPORT, rate_of

Record = dict[str, JsonValue]

ENDS: Final = "2025-12-31T23:00:00Z"
"""What the header `Api-Version-Expires-At` says."""
_ROOTS: Final = ("customer_invoices", "me")
_COINS: Final = {"JPY": 0, "KRW": 0, "CLP": 0, "ISK": 0, "KWD": 3, "TND": 3, "BHD": 3}


class V1Simulator:
    """One company's V1. See `Simulator`."""

    provider_id = "pennylane_v1"

    def __init__(self) -> None:
        self.accepted_secrets = {"token": TOKEN}
        self._invoices: list[Record] = []
        self._customers: dict[str, Record] = {"CUST-1": _known("CUST-1", "Client Connu SARL")}
        self._products: dict[str, Record] = {
            "PROD-1": {"label": "Conseil", "unit": "hour", "price": "120.00", "vat_rate": "FR_200"}
        }
        self._files: list[str] = []
        self._external: dict[str, str] = {}
        self._asked = 0

    def answer(self, request: WireRequest) -> WireReply:
        """The answer V1 gives."""
        self._asked += 1
        try:
            reply = self._route(desk.asked(request, _ROOTS))
        except Declined as declined:
            reply = desk.answer(declined.status, declined.body, count=self._asked)
        return WireReply(reply.status, {**reply.headers, "api-version-expires-at": ENDS}, reply.content)

    def state(self) -> JsonValue:
        """All it holds, as JSON."""
        held: Mapping[str, object] = {
            "invoices": self._invoices,
            "customers": self._customers,
            "files": self._files,
            "external": self._external,
        }
        return cast(JsonValue, copy.deepcopy(held))

    def restore(self, state: JsonValue) -> None:
        """Hold this again. Raises ValueError."""
        if not isinstance(state, dict) or set(state) != {"invoices", "customers", "files", "external"}:
            raise ValueError("no state of Pennylane V1")
        held = copy.deepcopy(state)
        self._invoices = cast(list[Record], held["invoices"])
        self._customers = cast(dict[str, Record], held["customers"])
        self._files = cast(list[str], held["files"])
        self._external = cast(dict[str, str], held["external"])

    def documents(self) -> list[JsonValue]:
        """Every invoice."""
        return list(copy.deepcopy(self._invoices))

    def _route(self, asked: Asked) -> WireReply:
        desk.admit(asked, "customer_invoices")
        steps = [unquote(step) for step in asked.path.strip("/").split("/")]
        if asked.method == "GET" and steps == ["me"]:
            me: Record = {
                "company": {"name": "Practice Company"},
                "user": {"email": "practice@factotum.example"},
            }
            return desk.answer(200, me, count=self._asked)
        if asked.method == "POST" and steps == ["customer_invoices", "import"]:
            return self._import(asked)
        if asked.method == "GET" and steps == ["customer_invoices"]:
            return self._list(asked)
        if asked.method == "GET" and len(steps) == 2 and steps[0] == "customer_invoices":
            return self._one(steps[1])
        raise desk.not_found("Not Found")

    def _one(self, name: str) -> WireReply:
        name = self._external.get(name, name)
        for invoice in self._invoices:
            if invoice["id"] == name:
                return desk.answer(200, {"invoice": copy.deepcopy(invoice)}, count=self._asked)
        raise desk.not_found("Couldn't find Invoice")

    def _list(self, asked: Asked) -> WireReply:
        page, size = (
            _whole(asked.query.get(name, default)) for name, default in (("page", "1"), ("per_page", "20"))
        )
        shown: list[JsonValue] = list(copy.deepcopy(self._invoices[(page - 1) * size : page * size]))
        body: Record = {
            "total_pages": max(1, math.ceil(len(self._invoices) / size)),
            "current_page": page,
            "total_invoices": len(self._invoices),
            "invoices": shown,
        }
        return desk.answer(200, body, count=self._asked)

    def _import(self, asked: Asked) -> WireReply:
        body = asked.json()
        IMPORT(body, "")
        told = cast(Record, body)
        invoice = cast(Record, told["invoice"])
        file = self._file(told)
        self._free(invoice)
        customer = self._customer(cast(Record, invoice["customer"]), told["create_customer"] is True)
        made = self._made(invoice, customer)
        self._files.append(file)
        self._customers[str(customer["source_id"])] = customer
        self._invoices.append(made)
        external = invoice.get("external_id")
        if isinstance(external, str) and external:
            self._external[external] = str(made["id"])
        return desk.answer(201, {"invoice": copy.deepcopy(made)}, count=self._asked)

    def _file(self, told: Record) -> str:
        url, content = told.get("file_url"), told.get("file")
        if isinstance(url, str):
            if urlsplit(url).scheme != "https":
                raise desk.unprocessable("file_url is invalid")
            if url in self._files:
                raise desk.unprocessable("file_url has already been used")
            return url
        try:
            raw = base64.b64decode(str(content), validate=True)
        except binascii.Error:
            raw = b""
        if not raw.startswith(b"%PDF-"):
            raise desk.unprocessable("file is not a PDF")
        return f"base64 of {len(raw)} bytes, {len(self._files) + 1}"

    def _free(self, invoice: Record) -> None:
        number, external = invoice.get("invoice_number"), invoice.get("external_id")
        if external in self._external:
            raise desk.unprocessable("external_id has already been taken")
        if number and any(held["invoice_number"] == number for held in self._invoices):
            raise desk.unprocessable("invoice_number has already been taken")

    def _customer(self, told: Record, creates: bool) -> Record:
        source_id = told.get("source_id")
        if not creates:
            if source_id not in self._customers or "customer_type" in told:
                raise desk.unprocessable("Customer with the given source_id does not exist")
            return self._customers[str(source_id)]
        if "customer_type" not in told:
            raise desk.unprocessable("customer_type is missing")
        if source_id in self._customers:
            raise desk.unprocessable("Customer source_id has already been taken")
        held: Record = {
            name: value
            for name, value in told.items()
            if name not in ("address", "postal_code", "city", "country_alpha2")
            and not name.startswith("delivery_")
        }
        held["billing_address"] = _address(told, "")
        held["delivery_address"] = _address(told, "delivery_")
        held["source_id"] = source_id or f"practice-{len(self._customers) + 1}"
        if told["customer_type"] == "individual":
            held["name"] = f"{told['first_name']} {told['last_name']}"
        return held

    def _made(self, told: Record, customer: Record) -> Record:
        number = len(self._invoices) + 1
        currency = str(told.get("currency", "EUR"))
        coins = _COINS.get(currency, 2)
        lines = [self._line(cast(Record, line), coins) for line in cast(list[JsonValue], told["line_items"])]
        gross, net, tax = (
            _money(sum((Decimal(str(line[name])) for line in lines), Decimal(0)), coins)
            for name in ("currency_amount", "currency_price_before_tax", "currency_tax")
        )
        needed = told.get("customer_validation_needed") is True
        return {
            "id": f"V1{number:08d}",
            "label": f"{customer.get('name', '')} - {told.get('invoice_number', '')}",
            "invoice_number": told.get("invoice_number") or f"PRACTICE-{number}",
            "quote_group_uuid": f"practice-group-{number}",
            "is_draft": False,
            "is_estimate": False,
            "currency": currency,
            "amount": gross,
            "currency_amount": gross,
            "currency_amount_before_tax": net,
            "exchange_rate": 1,
            "date": told["date"],
            "deadline": told["deadline"],
            "currency_tax": tax,
            "language": "fr_FR",
            "paid": False,
            "fully_paid_at": None,
            "status": "incomplete" if needed else "upcoming",
            "discount": "0.0",
            "discount_type": "relative",
            "public_url": f"https://app.pennylane.com/public/invoice/pdf?practice={number}",
            "file_url": f"https://app.pennylane.com/practice/{number}.pdf",
            "filename": f"{number}.pdf",
            "remaining_amount": gross,
            "source": "other",
            "special_mention": None,
            "customer_validation_needed": needed,
            "updated_at": "2026-11-22T12:00:00.000Z",
            "imputation_dates": told.get("imputation_dates"),
            "customer": copy.deepcopy(customer),
            "line_items": cast(list[JsonValue], lines),
            "categories": [
                _category(cast(Record, one)) for one in cast(list[JsonValue], told.get("categories", []))
            ],
            "transactions_reference": told.get("transactions_reference"),
            "payments": [],
            "matched_transactions": [],
            "v2_id": 900_000 + number,
        }

    def _line(self, told: Record, coins: int) -> Record:
        product = cast(Record, told.get("product") or {})
        quantity = Decimal(str(told["quantity"]))
        if product:
            known = self._products.get(str(product["source_id"]))
            if known is None:
                raise desk.unprocessable(f"Product {product['source_id']} does not exist")
            priced = {**known, **product}
            gross = quantity * Decimal(str(priced["price"]))
        else:
            priced = told
            gross = Decimal(str(told["currency_amount"]))
        gross = _rounded(gross, coins)
        net = _rounded(gross / (1 + rate_of(str(priced["vat_rate"])) / 100), coins)
        unit = (net / quantity).normalize() if quantity else Decimal(0)
        return {
            "id": 1 + sum(len(cast(list[JsonValue], one["line_items"])) for one in self._invoices),
            "label": told["label"],
            "unit": priced.get("unit"),
            "quantity": format(quantity, "f"),
            "amount": _money(gross, coins),
            "currency_amount": _money(gross, coins),
            "description": told.get("description") or "",
            "product_id": product.get("source_id"),
            "vat_rate": priced["vat_rate"],
            "currency_price_before_tax": _money(net, coins),
            "currency_tax": _money(gross - net, coins),
            "raw_currency_unit_price": format(unit, "f"),
            "discount": "0.0",
            "discount_type": "relative",
        }


def _rounded(amount: Decimal, coins: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-coins), rounding=ROUND_HALF_UP)


def _money(amount: Decimal, coins: int) -> str:
    return format(_rounded(amount, coins), "f")


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise desk.malformed("page and per_page must be positive integers")
    return int(text)


def _address(told: Record, prefix: str) -> Record:
    names = ("address", "postal_code", "city", "country_alpha2")
    return {name: told[f"{prefix}{name}"] for name in names if f"{prefix}{name}" in told}


def _category(told: Record) -> JsonValue:
    weight = told.get("weight")
    return {
        "source_id": told["source_id"],
        "weight": format(Decimal(str(weight)), "f") if weight is not None else "1.0",
        "label": f"Category {told['source_id']}",
        "direction": "cash_in",
        "created_at": "2026-01-01T00:00:00.000Z",
        "updated_at": "2026-01-01T00:00:00.000Z",
    }


def _known(source_id: str, name: str) -> Record:
    place: Record = {"address": "2 place", "postal_code": "75001", "city": "Paris", "country_alpha2": "FR"}
    return {
        "name": name,
        "customer_type": "company",
        "source_id": source_id,
        "emails": [],
        "billing_address": place,
        "delivery_address": {},
    }
