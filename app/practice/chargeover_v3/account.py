"""The practice account: its currencies, terms, tax groups, items and customers, and all that is made in it.

It holds JSON alone: amounts are text here and become numbers where they are shown.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Mapping
from typing import Any, Final

from pydantic import JsonValue

TODAY: Final = "2026-01-15"
"""The day of what names none: a simulator has no clock."""

_CURRENCIES: Final = (
    ("USD", "US Dollar", "$", 2),
    ("EUR", "Euro", "€", 2),
    ("GBP", "Pound Sterling", "£", 2),
    ("CHF", "Swiss Franc", "CHF", 2),
    ("CAD", "Canadian Dollar", "$", 2),
    ("AUD", "Australian Dollar", "$", 2),
    ("SEK", "Swedish Krona", "kr", 2),
    ("JPY", "Yen", "¥", 0),
)
_DAYS: Final = (7, 10, 14, 15, 21, 30, 45, 60, 90)
_TERMS: Final = ((0, "Due on Receipt"), *((days, f"Net {days}") for days in _DAYS))
_GROUPS: Final = (
    (1, "VAT 20 %", "20"),
    (2, "VAT 10 %", "10"),
    (3, "VAT 5.5 %", "5.5"),
    (4, "No tax", "0"),
    (5, "VAT 19 %", "19"),
    (6, "VAT 2.1 %", "2.1"),
)
_ITEMS: Final = (
    (101, "Services 20 %", "service", "SERV20", 1),
    (102, "Services 10 %", "service", "SERV10", 2),
    (103, "Services 5.5 %", "service", "SERV55", 3),
    (104, "Services without tax", "service", "SERV00", 4),
    (105, "Services 19 %", "service", "SERV19", 5),
    (106, "Services 2.1 %", "service", "SERV21", 6),
    (110, "Discount", "discount", "DISC", 1),
    (111, "Shipping", "service", "SHIP", 1),
)
_BY_GROUP: Final = {group: number for number, _, kind, code, group in _ITEMS if code.startswith("SERV")}
PREPARED: Final[Mapping[str, JsonValue]] = {
    "items_by_rate": {percent: str(_BY_GROUP[group]) for group, _, percent in _GROUPS},
    "charge_item_id": "111",
    "discount_item_id": "110",
}
"""The settings of a connection that a careful person makes for this account, which taxes by item."""
_CUSTOMERS: Final = (
    (501, "Brightwater Dental LLC", "accounts@brightwater.example", "Ana Ortiz", "crm-501"),
    (502, "Maison Lavoine SARL", "compta@lavoine.example", "Paul Lavoine", "crm-502"),
)

Record = dict[str, Any]


def token_of(kind: str, number: int) -> str:
    """A token as long and as dull as theirs, always the same for the same thing."""
    return hashlib.sha256(f"{kind} {number}".encode()).hexdigest()[:12]


class Account:
    """All records by kind. `settings` steer what the vendor does not publish."""

    def __init__(self) -> None:
        self._all: Record = _fresh()
        self.taxes_otherwise = False
        """whether new lines are taxed at another rate than their item's; kept in no state"""

    @property
    def settings(self) -> Record:
        """`default_tax_group`, `default_terms_id`, `default_currency_id`, `tax_rounding`."""
        found: Record = self._all["settings"]
        return found

    def records(self, kind: str) -> list[Record]:
        """All records of a kind, in the order in which they were made."""
        found: list[Record] = self._all[kind]
        return found

    def find(self, kind: str, named: str) -> Record | None:
        """The record of an id, or of `external_key:VALUE` or `token:VALUE`."""
        field, separator, value = named.partition(":")
        if separator and field in ("external_key", "token"):
            return next((r for r in self.records(kind) if r.get(field) == value), None)
        return next((r for r in self.records(kind) if str(r[f"{kind}_id"]) == named), None)

    def number(self, kind: str) -> int:
        """The next id of a kind."""
        numbers: dict[str, int] = self._all["next"]
        numbers[kind] += 1
        return numbers[kind] - 1

    def is_key_taken(self, kind: str, key: str) -> bool:
        """Whether the external key was ever used for this kind: it is never free again."""
        return any(record.get("external_key") == key for record in self.records(kind))

    def tax_group(self, item: Record) -> int:
        """The tax group of a new line that stands on this item."""
        group: int = item["tax_group_id"]
        return group if not self.taxes_otherwise else 2 if group == 1 else 1

    def percent(self, group: int) -> str:
        """The rate of a tax group, in percent."""
        return next(percent for number, _, percent in _GROUPS if number == group)

    def group_name(self, group: int) -> str:
        """The name of a tax group."""
        return next(name for number, name, _ in _GROUPS if number == group)

    def state(self) -> JsonValue:
        """Everything, as JSON."""
        return copy.deepcopy(self._all)

    def restore(self, state: JsonValue) -> None:
        """Hold this again. Raises ValueError."""
        fresh = _fresh()
        if not isinstance(state, Mapping) or state.keys() != fresh.keys():
            raise ValueError("this is no state of the ChargeOver practice account")
        for name, value in fresh.items():
            if type(state[name]) is not type(value):
                raise ValueError(f"{name} has another type in a state of the ChargeOver practice account")
        self._all = copy.deepcopy(dict(state))


def _fresh() -> Record:
    return {
        "settings": {
            "default_tax_group": 1,
            "default_terms_id": 7,
            "default_currency_id": 1,
            "tax_rounding": "per_group",
        },
        "next": {"customer": 503, "item": 201, "invoice": 10001, "transaction": 7001},
        "currency": [
            {"currency_id": n, "currency": name, "iso4217": code, "symbol": symbol, "rounding": places}
            for n, (code, name, symbol, places) in enumerate(_CURRENCIES, start=1)
        ],
        "terms": [
            {"terms_id": n, "name": name, "days": days} for n, (days, name) in enumerate(_TERMS, start=1)
        ],
        "item": [
            {
                "item_id": n,
                "item_type": kind,
                "name": name,
                "description": None,
                "enabled": True,
                "accounting_sku": code,
                "external_key": None,
                "units": None,
                "token": token_of("item", n),
                "tax_group_id": group,
            }
            for n, name, kind, code, group in _ITEMS
        ],
        "customer": [
            {
                "customer_id": n,
                "company": company,
                "external_key": key,
                "token": token_of("customer", n),
                "superuser_email": email,
                "superuser_name": name,
                "currency_id": 1,
                "customer_status_str": "active-current",
            }
            for n, company, email, name, key in _CUSTOMERS
        ],
        "invoice": [],
        "transaction": [],
        "mail": [],
    }
