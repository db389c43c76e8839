"""Lists as ChargeOver answers them: conditions, order, a page.

Ids of invoices, customers and items are text there, and invoices have no lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from app.practice.chargeover_v3.door import Declined

MOST: Final = 100
DEFAULT: Final = 10

_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(fields.split())
    for kind, fields in {
        "invoice": """
            invoice_id refnumber customer_id bill_state ship_state bill_country ship_country
            invoice_status_str invoice_status_state date currency_id token custom_1 custom_2 custom_3
            write_datetime mod_datetime
        """,
        "customer": """
            customer_id bill_state ship_state bill_country ship_country external_key token company
            superuser_email customer_status_str custom_1 custom_2 custom_3
        """,
        "item": "item_id name external_key accounting_sku item_type custom_1 custom_2 custom_3",
        "terms": "terms_id name days",
        "currency": "currency_id iso4217",
        "transaction": "transaction_id customer_id external_key",
    }.items()
}
_CLAUSE: Final = re.compile(r"([a-z0-9_.]+):([A-Z]+):(.*)", re.DOTALL)
_OPERATORS: Final = frozenset({"EQUALS", "NOTEQUALS", "GT", "GTE", "LT", "LTE", "CONTAINS", "IS", "ISNOT"})


def page(
    kind: str, records: Sequence[Mapping[str, object]], query: Mapping[str, str]
) -> list[dict[str, object]]:
    """The records of one page. Raises Declined."""
    unknown = query.keys() - {"where", "order", "limit", "offset"}
    if unknown:
        raise Declined(400, f"Unknown parameter. [{min(unknown)}]")
    found = [record for record in records if _holds(kind, record, query.get("where", ""))]
    if "order" in query:
        found = _ordered(kind, found, query["order"])
    limit = _whole(query, "limit", DEFAULT, 1)
    offset = _whole(query, "offset", 0, 0)
    return [_listed(kind, record) for record in found[offset : offset + min(limit, MOST)]]


def count(kind: str, records: Sequence[Mapping[str, object]], query: Mapping[str, str]) -> int:
    """How many records meet the conditions. Raises Declined."""
    return sum(_holds(kind, record, query.get("where", "")) for record in records)


def _listed(kind: str, record: Mapping[str, object]) -> dict[str, object]:
    told = {name: value for name, value in record.items() if name != "line_items"}
    if kind in ("terms", "currency"):
        return told
    for name in (f"{kind}_id", "customer_id"):
        if name in told:
            told[name] = str(told[name])
    return told


def _whole(query: Mapping[str, str], name: str, default: int, least: int) -> int:
    told = query.get(name)
    if told is None:
        return default
    if not told.isdigit() or len(told) > 9 or int(told) < least:
        raise Declined(400, f"Missing or invalid parameter. [{name}]")
    return int(told)


def _ordered(kind: str, records: list[Mapping[str, object]], order: str) -> list[Mapping[str, object]]:
    field, _, direction = order.partition(":")
    if field not in _FIELDS[kind] or direction not in ("ASC", "DESC"):
        raise Declined(400, "Missing or invalid parameter. [order]")

    def rank(record: Mapping[str, object]) -> tuple[bool, Decimal, str]:
        value = record.get(field)
        number = _number(str(value))
        return value is None, number or Decimal(0), "" if number is not None else str(value)

    return sorted(records, key=rank, reverse=direction == "DESC")


def _holds(kind: str, record: Mapping[str, object], where: str) -> bool:
    return all(_meets(kind, record, clause) for clause in _clauses(where))


def _clauses(where: str) -> Iterator[str]:
    """The clauses, parted at commas that no backslash escapes, with the escapes taken off."""
    clause, escaped = "", False
    for character in where:
        if escaped:
            clause, escaped = clause + character, False
        elif character == "\\":
            escaped = True
        elif character == ",":
            yield clause
            clause = ""
        else:
            clause += character
    if clause:
        yield clause


def _meets(kind: str, record: Mapping[str, object], clause: str) -> bool:
    parts = _CLAUSE.fullmatch(clause)
    if parts is None or parts[1] not in _FIELDS[kind] or parts[2] not in _OPERATORS:
        raise Declined(400, "Missing or invalid parameter. [where]")
    value, operator, wanted = record.get(parts[1]), parts[2], parts[3]
    told = "" if value is None else str(value)
    if operator in ("IS", "ISNOT"):
        if wanted != "NULL":
            raise Declined(400, "Missing or invalid parameter. [where]")
        return (value is None) == (operator == "IS")
    if operator in ("EQUALS", "NOTEQUALS"):
        return (told.casefold() == wanted.casefold()) == (operator == "EQUALS")
    if operator == "CONTAINS":
        return wanted.casefold() in told.casefold()
    ours, theirs = _number(told), _number(wanted)
    less = ours < theirs if ours is not None and theirs is not None else told < wanted
    same = ours == theirs if ours is not None and theirs is not None else told == wanted
    return {"GT": not less and not same, "GTE": not less, "LT": less, "LTE": less or same}[operator]


def _number(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None
