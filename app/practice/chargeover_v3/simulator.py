"""ChargeOver for practice and tests: the calls our client makes, as the vendor documents them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest
from app.practice.chargeover_v3 import invoices, queries, shapes
from app.practice.chargeover_v3.account import TODAY, Account, Record, token_of
from app.practice.chargeover_v3.door import PRIVATE_KEY, PUBLIC_KEY, Asked, Declined, good, read, refusal

_KINDS: Final = frozenset({"invoice", "customer", "item", "terms", "currency", "transaction"})
_HOST: Final = "https://practice.chargeover.com"


class ChargeOverSimulator:
    """One site of ChargeOver with a small catalogue. `account` may be set up before it is used."""

    provider_id = "chargeover_v3"

    def __init__(self) -> None:
        self.accepted_secrets: dict[str, str] = {
            "user": PUBLIC_KEY,
            "password": PRIVATE_KEY,
            "public_key": PUBLIC_KEY,
            "private_key": PRIVATE_KEY,
        }
        self.account = Account()

    def tax_otherwise(self) -> None:
        """From now on let new lines be taxed at another rate than their items."""
        self.account.taxes_otherwise = True

    def answer(self, request: WireRequest) -> WireReply:
        """ChargeOver's answer."""
        try:
            return self._answer(read(request))
        except Declined as declined:
            return refusal(declined.status, declined.message)
        except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError):
            return refusal(500, "An internal error occurred.")

    def state(self) -> JsonValue:
        """All it holds, as JSON."""
        return self.account.state()

    def restore(self, state: JsonValue) -> None:
        """Hold this again. Raises ValueError."""
        self.account.restore(state)

    def documents(self) -> list[JsonValue]:
        """Every invoice, as a get shows it."""
        found = self.account.records("invoice")
        return [dict(invoices.shown(self.account, record, _HOST)) for record in found]  # type: ignore[arg-type]

    def _answer(self, asked: Asked) -> WireReply:
        kind = asked.steps[0]
        if kind not in _KINDS:
            raise Declined(404, "Not found.")
        match (asked.method, asked.steps[1:]):
            case ("GET", ()):
                return good(queries.page(kind, self._shown(kind), asked.query), details=False)
            case ("GET", ("_count",)) if kind == "invoice":
                return good(queries.count(kind, self._shown(kind), asked.query))
            case ("GET", (named,)) if kind in ("invoice", "customer", "item"):
                return good(self._show(kind, self._record(kind, named)))
            case ("POST", ()) if kind in ("invoice", "customer", "item", "transaction"):
                number = getattr(self, f"_make_{kind}")(asked.body)
                return good({"id": number}, 201, f"{asked.root}/{kind}/{number}")
            case ("POST", (named, "_action", "void")) if kind == "invoice":
                return self._void(self._record(kind, named), asked.body)
            case ("POST", (named, "_action", "email")) if kind == "invoice":
                return self._email(self._record(kind, named), asked.body)
        raise Declined(404, "Not found.")

    def _record(self, kind: str, named: str) -> Record:
        found = self.account.find(kind, named)
        if found is None:
            raise Declined(404, f"The {kind} was not found.")
        return found

    def _shown(self, kind: str) -> list[dict[str, object]]:
        return [self._show(kind, record) for record in self.account.records(kind)]

    def _show(self, kind: str, record: Record) -> dict[str, object]:
        if kind == "invoice":
            return invoices.shown(self.account, record, _HOST)
        told: dict[str, object] = dict(record)
        if kind == "item":
            told["tax_group_name"] = self.account.group_name(record["tax_group_id"])
        if kind == "customer":
            currency = self.account.find("currency", str(record["currency_id"]))
            told["currency_iso4217"] = currency["iso4217"] if currency else "USD"
        return told

    def _make_invoice(self, body: JsonValue) -> int:
        return int(invoices.make(self.account, body)["invoice_id"])

    def _make_customer(self, body: JsonValue) -> int:
        told = shapes.checked(body, shapes.CUSTOMER, ("company",))
        self._claim("customer", told.get("external_key"))
        if "currency_id" in told and self.account.find("currency", str(told["currency_id"])) is None:
            raise Declined(400, "Missing or invalid parameter. [currency_id]")
        number = self.account.number("customer")
        self.account.records("customer").append(
            {
                "currency_id": self.account.settings["default_currency_id"],
                "external_key": None,
                "superuser_email": None,
                "superuser_name": None,
                **told,
                "customer_id": number,
                "token": token_of("customer", number),
                "customer_status_str": "active-current",
            }
        )
        return number

    def _make_item(self, body: JsonValue) -> int:
        told = shapes.checked(body, shapes.ITEM, ("name",))
        self._claim("item", told.get("external_key"))
        number = self.account.number("item")
        kept = {name: value for name, value in told.items() if name not in ("type", "pricemodel")}
        self.account.records("item").append(
            {
                "description": None,
                "accounting_sku": None,
                "external_key": None,
                "units": None,
                **kept,
                "item_id": number,
                "item_type": told.get("type", "service"),
                "enabled": True,
                "token": token_of("item", number),
                "tax_group_id": self.account.settings["default_tax_group"],
            }
        )
        return number

    def _make_transaction(self, body: JsonValue) -> int:
        told = shapes.checked(body, shapes.TRANSACTION, ("customer_id", "amount"))
        self._claim("transaction", told.get("external_key"))
        if self.account.find("customer", str(told["customer_id"])) is None:
            raise Declined(400, "Missing or invalid parameter. [customer_id]")
        amount = Decimal(str(told["amount"]))
        stated = told.get("applied_to", [])
        applied = [self._applied(entry) for entry in (stated if isinstance(stated, list) else [])]
        if amount <= 0 or sum((Decimal(entry["applied"]) for entry in applied), Decimal(0)) > amount:
            raise Declined(400, "Missing or invalid parameter. [amount]")
        number = self.account.number("transaction")
        self.account.records("transaction").append(
            {
                **{name: value for name, value in told.items() if name not in ("amount", "applied_to")},
                "transaction_id": number,
                "transaction_date": told.get("transaction_date", TODAY),
                "amount": format(amount, "f"),
                "applied_to": applied,
            }
        )
        return number

    def _applied(self, entry: JsonValue) -> Record:
        told = shapes.checked(entry, shapes.APPLIED, ("invoice_id", "applied"), where="applied_to")
        record = self.account.find("invoice", str(told["invoice_id"]))
        if record is None:
            raise Declined(400, "Missing or invalid parameter. [applied_to.invoice_id]")
        amount = Decimal(str(told["applied"]))
        balance = Decimal(str(invoices.shown(self.account, record, _HOST)["balance"]))
        if record["is_void"] or not 0 < amount <= balance:
            raise Declined(400, "The amount applied is more than the balance of the invoice.")
        return {"invoice_id": record["invoice_id"], "applied": format(amount, "f")}

    def _void(self, record: Record, body: JsonValue) -> WireReply:
        shapes.checked(body, shapes.NOTHING)
        if record["is_void"]:
            raise Declined(400, "This invoice has already been voided.")
        if invoices.paid(self.account, record["invoice_id"]):
            raise Declined(400, "This invoice has payments applied to it and can not be voided.")
        record["is_void"] = True
        return good(True)

    def _email(self, record: Record, body: JsonValue) -> WireReply:
        told = shapes.checked(body, shapes.EMAIL)
        customer = self.account.find("customer", str(record["customer_id"])) or {}
        address = told.get("email") or customer.get("superuser_email")
        if not address:
            raise Declined(400, "Missing or invalid parameter. [email]")
        self.account.records("mail").append({"invoice_id": record["invoice_id"], "email": address})
        return good(True)

    def _claim(self, kind: str, key: JsonValue) -> None:
        if isinstance(key, str) and self.account.is_key_taken(kind, key):
            raise Declined(400, f"Another {kind} with external_key [{key}] already exists.")
