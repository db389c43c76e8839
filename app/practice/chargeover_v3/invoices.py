"""Invoices of the practice account: how they are checked, added up, and shown.

Its arithmetic is its own. A line comes to rate times quantity, rounded; tax is that of each item's tax
group, rounded once for each group or, if the account is set so, line by line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final

from pydantic import JsonValue

from app.practice.chargeover_v3 import shapes
from app.practice.chargeover_v3.account import TODAY, Account, Record, token_of
from app.practice.chargeover_v3.door import Declined

_LARGEST: Final = Decimal(10) ** 15


def make(account: Account, body: JsonValue) -> Record:
    """The invoice that this body asks for, kept. Raises Declined."""
    told = shapes.checked(body, shapes.INVOICE, ("line_items",), is_open=True)
    customer = _customer(account, told)
    key = told.get("external_key")
    if isinstance(key, str) and account.is_key_taken("invoice", key):
        raise Declined(400, f"An invoice with external_key [{key}] already exists.")
    lines = told["line_items"]
    if not isinstance(lines, list) or not lines:
        raise Declined(400, "Missing or invalid parameter. [line_items]")
    currency = _existing(account, "currency", told.get("currency_id"), customer.get("currency_id"))
    terms = _existing(account, "terms", told.get("terms_id"), account.settings["default_terms_id"])
    kept = [_line(account, line, place) for place, line in enumerate(lines)]
    number = account.number("invoice")
    named = ("customer_id", "customer_token", "customer_external_key", "line_items")
    record: Record = {
        **_plain({name: value for name, value in told.items() if name not in named}),
        "invoice_id": number,
        "refnumber": told.get("refnumber") or str(number),
        "external_key": key,
        "token": token_of("invoice", number),
        "customer_id": customer["customer_id"],
        "currency_id": currency["currency_id"],
        "terms_id": terms["terms_id"],
        "date": told.get("date") or TODAY,
        "is_void": False,
        "line_items": kept,
    }
    account.records("invoice").append(record)
    return record


def _customer(account: Account, told: Mapping[str, JsonValue]) -> Record:
    for member, prefix in (
        ("customer_id", ""),
        ("customer_token", "token:"),
        ("customer_external_key", "external_key:"),
    ):
        if member in told:
            found = account.find("customer", f"{prefix}{told[member]}")
            if found is None:
                raise Declined(400, f"Missing or invalid parameter. [{member}]")
            return found
    raise Declined(400, "Missing or invalid parameter. [customer_id]")


def _existing(account: Account, kind: str, wanted: JsonValue, default: JsonValue) -> Record:
    number = default if wanted is None else wanted
    found = account.find(kind, str(number))
    if found is None:
        raise Declined(400, f"Missing or invalid parameter. [{kind}_id]")
    return found


def _line(account: Account, body: JsonValue, place: int) -> Record:
    where = f"line_items[{place}]"
    told = shapes.checked(body, shapes.LINE, where=where, is_open=True)
    named = told.get("item_id", "")
    if "item_id" not in told and "item_external_key" in told:
        named = f"external_key:{told['item_external_key']}"
    item = account.find("item", str(named))
    if item is None:
        raise Declined(400, f"Missing or invalid parameter. [{where}.item_id]")
    for name in ("line_rate", "line_quantity"):
        if abs(_decimal(told.get(name, 0))) >= _LARGEST:
            raise Declined(400, f"Missing or invalid parameter. [{where}.{name}]")
    return {
        **_plain({name: value for name, value in told.items() if name != "item_external_key"}),
        "item_id": item["item_id"],
        "tax_group_id": account.tax_group(item),
    }


def shown(account: Account, record: Record, host: str) -> dict[str, object]:
    """The invoice as a get answers it: numbers are numbers, and what follows from others is there."""
    currency = account.find("currency", str(record["currency_id"])) or {}
    terms = account.find("terms", str(record["terms_id"])) or {}
    places = int(currency["rounding"])
    lines = [_shown_line(line, places) for line in record["line_items"]]
    subtotal = sum((line["line_total"] for line in lines), Decimal(0))
    taxes = _taxes(account, lines, places)
    total = Decimal(0) if record["is_void"] else subtotal + taxes
    applied = paid(account, record["invoice_id"])
    is_paid = not record["is_void"] and total - applied == 0 and (applied != 0 or total == 0)
    status = "closed-void" if record["is_void"] else "closed-paid" if is_paid else "open-unpaid"
    issued = date.fromisoformat(record["date"])
    link = f"{host}/r/invoice"
    return {
        **{name: value for name, value in record.items() if name not in ("line_items", "is_void")},
        **{name: record.get(name) for name in (*shapes.ADDRESS_MEMBERS, "memo")},
        **{f"custom_{place}": record.get(f"custom_{place}") for place in range(1, 21)},
        "class_id": record.get("class_id"),
        "admin_id": record.get("admin_id"),
        "currency_symbol": currency["symbol"],
        "currency_iso4217": currency["iso4217"],
        "terms_name": terms["name"],
        "terms_days": terms["days"],
        "due_date": (issued + timedelta(days=terms["days"])).isoformat(),
        "write_datetime": f"{record['date']} 09:00:00",
        "url_permalink": f"{link}/view/{record['token']}",
        "url_pdflink": f"{link}/pdf/{record['token']}",
        "url_paylink": f"{link}/pay/{record['token']}",
        "url_self": f"{host}/admin/r/invoice/view/{record['invoice_id']}",
        "is_paid": is_paid,
        "is_void": record["is_void"],
        "is_overdue": False,
        "days_overdue": 0,
        "subtotal": subtotal,
        "taxes": taxes,
        "total": total,
        "applied": applied,
        "payments": applied,
        "credits": Decimal(0),
        "writeoffs": Decimal(0),
        "balance": total - applied,
        "invoice_status_name": {"closed-void": "Void", "closed-paid": "Paid"}.get(status, "Unpaid"),
        "invoice_status_str": status,
        "invoice_status_state": status[0],
        "line_items": [
            {name: value for name, value in line.items() if name != "tax_group_id"} for line in lines
        ],
    }


def _shown_line(line: Record, places: int) -> Record:
    rate, quantity = _decimal(line.get("line_rate", "0")), _decimal(line.get("line_quantity", "1"))
    return {
        **{name: value for name, value in line.items() if not name.startswith("line_")},
        **{f"custom_{place}": line.get(f"custom_{place}") for place in range(1, 11)},
        "descrip": line.get("descrip", ""),
        "tags": line.get("tags", []),
        "line_rate": rate,
        "line_quantity": quantity,
        "line_total": _cents(rate * quantity, places),
    }


def _taxes(account: Account, lines: Sequence[Record], places: int) -> Decimal:
    bases: dict[int, list[Decimal]] = {}
    for line in lines:
        bases.setdefault(line["tax_group_id"], []).append(line["line_total"])
    taxes = Decimal(0)
    for group, totals in bases.items():
        share = Decimal(account.percent(group)) / 100
        parts = totals if account.settings["tax_rounding"] == "per_line" else [sum(totals, Decimal(0))]
        taxes += sum((_cents(part * share, places) for part in parts), Decimal(0))
    return taxes


def paid(account: Account, invoice_id: int) -> Decimal:
    """What payments have been applied to an invoice."""
    return sum(
        (
            Decimal(applied["applied"])
            for transaction in account.records("transaction")
            for applied in transaction["applied_to"]
            if applied["invoice_id"] == invoice_id
        ),
        Decimal(0),
    )


def _cents(value: Decimal, places: int) -> Decimal:
    with localcontext() as context:
        context.prec = 80
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _decimal(value: object) -> Decimal:
    return Decimal(str(value))


def _plain(told: Mapping[str, JsonValue]) -> Record:
    """The members as JSON that can be kept: numbers as text."""
    return {name: _text(value) for name, value in told.items()}


def _text(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {name: _text(member) for name, member in value.items()}
    return [_text(member) for member in value] if isinstance(value, list) else value
