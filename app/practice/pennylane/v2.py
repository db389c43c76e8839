"""Pennylane V2 for practice: customers, products, templates, quotes and customer invoices.

It speaks both dialects. A request with an `x-source` header is the gateway's, unless one dialect is
asked for; the gateway refuses what its pages do not print.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest
from app.practice.pennylane import desk, pages, v2_answers, v2_bodies
from app.practice.pennylane.desk import Asked, Declined
from app.practice.pennylane.pages import Record
from app.practice.pennylane.shapes import Check
from app.practice.pennylane.v2_ledger import KINDS, Ledger
from app.practice.pennylane.v2_money import reckon
from app.providers.pennylane.codes import DIRECT, GATEWAY, SOFTWARES

_ROOTS: Final = (
    "customer_invoices",
    "customers",
    "company_customers",
    "individual_customers",
    "products",
    "customer_invoice_templates",
    "quotes",
    "me",
)
_ON_GATEWAY: Final = frozenset(
    {
        "create_invoice",
        "list_invoices",
        "get_invoice",
        "list_lines",
        "company",
        "individual",
        "list_customers",
    }
)
_INVOICE_FIELDS: Final = {
    "id": pages.NUMBERS,
    "date": pages.NUMBERS,
    "customer_id": pages.NUMBERS,
    "quote_id": pages.NUMBERS,
    "invoice_number": pages.EXACT,
    "draft": pages.EQUAL,
    "credit_note": pages.EQUAL,
    "external_reference": pages.EQUAL,
}
_CUSTOMER_FIELDS: Final = {
    "id": pages.NUMBERS,
    "customer_type": frozenset({"eq", "not_eq"}),
    "name": pages.NAMES,
    "external_reference": pages.EXACT | {"start_with"},
    "reg_no": pages.EXACT,
    "emails": pages.AMONG,
}
_PRODUCT_FIELDS: Final = {
    "id": pages.NUMBERS,
    "label": pages.EITHER,
    "reference": pages.EITHER,
    "external_reference": pages.EXACT,
}


def _today() -> date:
    return datetime.now(UTC).date()


class PennylaneV2:
    """One company's books. `dialect` None: each request tells its own by its headers."""

    provider_id = "pennylane_v2"
    accepted_secrets = {"token": desk.TOKEN}

    def __init__(
        self, dialect: str | None = None, *, each_line: bool = False, today: Callable[[], date] = _today
    ) -> None:
        self._dialect = dialect
        self._today = today
        self._ledger = Ledger(today, each_line)
        self._count = 0
        self._furnish()

    def answer(self, request: WireRequest) -> WireReply:
        """The provider's answer, whatever the request."""
        self._count += 1
        try:
            asked = desk.asked(request, _ROOTS)
            dialect = self._dialect or (GATEWAY if "x-source" in asked.headers else DIRECT)
            status, body = self._route(asked, dialect)
        except Declined as declined:
            status, body = declined.status, declined.body
        return desk.answer(status, body, count=self._count)

    def state(self) -> JsonValue:
        """All it holds, as JSON."""
        held = self._ledger
        return {
            "provider": self.provider_id,
            "each_line": held.each_line,
            "last_id": held.last_id,
            "last_number": held.last_number,
            "records": copy.deepcopy(held.records),  # type: ignore[dict-item]
        }

    def restore(self, state: JsonValue) -> None:
        """Hold this again. Raises ValueError when it is no state of this simulator."""
        if not isinstance(state, dict) or state.get("provider") != self.provider_id:
            raise ValueError("no state of this provider")
        records, last_id, last_number = (state.get(name) for name in ("records", "last_id", "last_number"))
        if not isinstance(records, dict) or set(records) != set(KINDS):
            raise ValueError("the records are not those of this provider")
        if not isinstance(last_id, int) or not isinstance(last_number, int):
            raise ValueError("the counters are missing")
        ledger = Ledger(self._today, bool(state.get("each_line")), last_id, last_number)
        for kind, kept in records.items():
            if not isinstance(kept, list) or not all(isinstance(one, dict) for one in kept):
                raise ValueError("a record is no object")
            ledger.records[kind] = [dict(one) for one in kept if isinstance(one, dict)]
        self._ledger = ledger

    def documents(self) -> list[JsonValue]:
        """Every invoice, as the API shows it."""
        return [v2_answers.invoice(one, DIRECT, self._today()) for one in self._ledger.all("invoices")]

    def _route(self, asked: Asked, dialect: str) -> tuple[int, JsonValue]:
        for method, pattern, name, scope in _ROUTES:
            found = pattern.fullmatch(asked.path)
            if not found or method != asked.method:
                continue
            if dialect == GATEWAY and name not in _ON_GATEWAY:
                break
            desk.admit(asked, scope, raw=dialect == GATEWAY)
            if dialect == GATEWAY and name == "create_invoice":
                _check_source(asked)
            do: Callable[[Asked, str, str], tuple[int, JsonValue]] = getattr(self, f"_{name}")
            return do(asked, found[1] if found.groups() else "", dialect)
        raise desk.not_found("Not Found")

    def _me(self, _asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        company: JsonValue = {
            "id": 1,
            "name": "Pennylane (practice)",
            "reg_no": "404833048",
            "accounting_logic": "FR_PCG",
        }
        user: JsonValue = {
            "id": 2,
            "first_name": "Camille",
            "last_name": "Martin",
            "email": "camille@practice.example",
            "locale": "fr",
        }
        scopes: list[JsonValue] = [f"{scope}:all" for _, _, _, scope in _ROUTES if scope]
        return 200, {"user": user, "company": company, "scopes": sorted(set(map(str, scopes)))}  # type: ignore[dict-item]

    def _list_invoices(self, asked: Asked, _id: str, dialect: str) -> tuple[int, JsonValue]:
        rows: list[Record] = [
            {name: one.get(name) for name in _INVOICE_FIELDS} | {"credit_note": one["is_credit_note"]}
            for one in self._ledger.all("invoices")
        ]
        found = pages.page(rows, asked.query, _INVOICE_FIELDS, "id date")
        listed = found["items"] if isinstance(found["items"], list) else []
        ids = [one["id"] for one in listed if isinstance(one, dict)]
        found["items"] = [self._shown(self._ledger.find("invoices", each), dialect) for each in ids]
        return 200, found

    def _create_invoice(self, asked: Asked, _id: str, dialect: str) -> tuple[int, JsonValue]:
        body = asked.json()
        final = isinstance(body, dict) and body.get("draft") is not True
        made = self._ledger.add_invoice(_checked(v2_bodies.invoice(dialect, final=final), body))
        return 201, self._shown(made, dialect)

    def _get_invoice(self, _asked: Asked, identifier: str, dialect: str) -> tuple[int, JsonValue]:
        invoice = self._ledger.find("invoices", identifier)
        if self._ledger.is_pdf_ready(invoice):
            links = invoice["links"]
            invoice["links"] = (links if isinstance(links, int) else 0) + 1
            signed = f"expires_in=1800&signature={invoice['links']}"
            invoice["public_file_url"] = f"https://files.practice.invalid/{invoice['id']}.pdf?{signed}"
        return 200, self._shown(invoice, dialect)

    def _list_lines(self, asked: Asked, identifier: str, _dialect: str) -> tuple[int, JsonValue]:
        return 200, self._part(asked, identifier, "lines", v2_answers.line, "id rank")

    def _list_sections(self, asked: Asked, identifier: str, _dialect: str) -> tuple[int, JsonValue]:
        return 200, self._part(asked, identifier, "sections", v2_answers.section, "id")

    def _part(
        self, asked: Asked, identifier: str, kind: str, show: Callable[[Record], Record], orders: str
    ) -> JsonValue:
        invoice = self._ledger.find("invoices", identifier)
        shown = [show(one) for one in self._ledger.all(kind) if one["invoice"] == invoice["id"]]
        query = dict(asked.query)
        if query.get("sort", "").removeprefix("-") == "rank":
            query["sort"] = query["sort"].replace("rank", "id")
        return pages.page(shown, query, {}, orders)

    def _finalize(self, _asked: Asked, identifier: str, dialect: str) -> tuple[int, JsonValue]:
        return 200, self._shown(self._ledger.finalise(identifier), dialect)

    def _email(self, asked: Asked, identifier: str, _dialect: str) -> tuple[int, JsonValue]:
        body = _checked(v2_bodies.EMAIL, asked.json() if asked.content else {})
        self._ledger.mail(identifier, body.get("recipients"))
        return 204, None

    def _pay(self, _asked: Asked, identifier: str, _dialect: str) -> tuple[int, JsonValue]:
        self._ledger.pay(identifier)
        return 204, None

    def _delete(self, _asked: Asked, identifier: str, _dialect: str) -> tuple[int, JsonValue]:
        self._ledger.delete(identifier)
        return 204, None

    def _link(self, asked: Asked, identifier: str, dialect: str) -> tuple[int, JsonValue]:
        body = _checked(v2_bodies.LINK, asked.json())
        return 200, self._shown(self._ledger.link(identifier, body["credit_note_id"]), dialect)

    def _from_quote(self, asked: Asked, _id: str, dialect: str) -> tuple[int, JsonValue]:
        return 201, self._shown(
            self._ledger.invoice_quote(_checked(v2_bodies.FROM_QUOTE, asked.json())), dialect
        )

    def _list_customers(self, asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        shown = [v2_answers.customer(one) for one in self._ledger.all("customers")]
        return 200, pages.page(shown, asked.query, _CUSTOMER_FIELDS)

    def _get_customer(self, _asked: Asked, identifier: str, _dialect: str) -> tuple[int, JsonValue]:
        return 200, v2_answers.customer(self._ledger.find("customers", identifier))

    def _company(self, asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        made = self._ledger.add_customer(_checked(v2_bodies.COMPANY, asked.json()), "company")
        return 201, v2_answers.created_customer(made)

    def _individual(self, asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        made = self._ledger.add_customer(_checked(v2_bodies.INDIVIDUAL, asked.json()), "individual")
        return 201, v2_answers.created_customer(made)

    def _list_products(self, asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        shown = [v2_answers.product(one) for one in self._ledger.all("products")]
        return 200, pages.page(shown, asked.query, _PRODUCT_FIELDS)

    def _create_product(self, asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        made = self._ledger.add_product(_checked(v2_bodies.PRODUCT, asked.json()))
        return 201, v2_answers.product(made)

    def _list_templates(self, asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        return 200, pages.page(self._ledger.all("templates"), asked.query, {})

    def _list_quotes(self, asked: Asked, _id: str, _dialect: str) -> tuple[int, JsonValue]:
        shown = [v2_answers.quote(one) for one in self._ledger.all("quotes")]
        return 200, pages.page(shown, asked.query, {"id": pages.NUMBERS})

    def _shown(self, invoice: Record, dialect: str) -> JsonValue:
        return v2_answers.invoice(invoice, dialect, self._today())

    def _furnish(self) -> None:
        """What a practice company has from the start: two templates, a customer, a product, a quote."""
        ledger = self._ledger
        for name in ("Classique", "Moderne"):
            ledger.add("templates", {"name": name})
        customer = ledger.add_customer(
            {
                "name": "Librairie des Quais",
                "reg_no": "552100554",
                "vat_number": "FR96552100554",
                "emails": ["compta@quais.example"],
                "billing_address": {
                    "address": "3 quai Voltaire",
                    "postal_code": "75007",
                    "city": "Paris",
                    "country_alpha2": "FR",
                },
            },
            "company",
        )
        ledger.add_product(
            {
                "label": "Journée de conseil",
                "price_before_tax": "650.00",
                "vat_rate": "FR_200",
                "unit": "jour",
                "reference": "CONSEIL",
            }
        )
        line: Record = {
            "label": "Refonte du catalogue",
            "quantity": "3",
            "raw_currency_unit_price": "650.00",
            "unit": "jour",
            "vat_rate": "FR_200",
        }
        worth = reckon([line], None, "EUR").whole
        ledger.add(
            "quotes",
            {
                "quote_number": "D-0001",
                "customer_id": customer["id"],
                "currency": "EUR",
                "date": "2026-01-05",
                "deadline": "2026-02-05",
                "status": "accepted",
                "external_reference": "pennylane-quote-1",
                "invoice_lines": [line],
                "net": worth.net,
                "tax": worth.tax,
                "gross": worth.gross,
            },
        )


def _checked(check: Check, body: JsonValue) -> Record:
    check(body, "")
    return dict(body) if isinstance(body, dict) else {}


def _check_source(asked: Asked) -> None:
    if asked.headers.get("x-source") != "billy":
        raise desk.malformed("x-source isn't part of the enum", "NotEnumInclude", "x-source")
    if asked.headers.get("x-source-software") not in SOFTWARES:
        raise desk.malformed(
            "x-source-software isn't part of the enum", "NotEnumInclude", "x-source-software"
        )


_INVOICE: Final = r"/customer_invoices/(\d+)"
_ROUTES: Final = tuple(
    (method, re.compile(pattern), name, scope)
    for method, pattern, name, scope in (
        ("GET", "/me", "me", ""),
        ("GET", "/customer_invoices", "list_invoices", "customer_invoices"),
        ("POST", "/customer_invoices", "create_invoice", "customer_invoices"),
        ("POST", "/customer_invoices/create_from_quote", "from_quote", "customer_invoices"),
        ("GET", _INVOICE, "get_invoice", "customer_invoices"),
        ("DELETE", _INVOICE, "delete", "customer_invoices"),
        ("GET", rf"{_INVOICE}/invoice_lines", "list_lines", "customer_invoices"),
        ("GET", rf"{_INVOICE}/invoice_line_sections", "list_sections", "customer_invoices"),
        ("PUT", rf"{_INVOICE}/finalize", "finalize", "customer_invoices"),
        ("PUT", rf"{_INVOICE}/mark_as_paid", "pay", "customer_invoices"),
        ("POST", rf"{_INVOICE}/send_by_email", "email", "customer_invoices"),
        ("POST", rf"{_INVOICE}/link_credit_note", "link", "customer_invoices"),
        ("GET", "/customers", "list_customers", "customers"),
        ("GET", r"/customers/(\d+)", "get_customer", "customers"),
        ("POST", "/company_customers", "company", "customers"),
        ("POST", "/individual_customers", "individual", "customers"),
        ("GET", "/products", "list_products", "products"),
        ("POST", "/products", "create_product", "products"),
        ("GET", "/customer_invoice_templates", "list_templates", "customer_invoice_templates"),
        ("GET", "/quotes", "list_quotes", "quotes"),
    )
)
