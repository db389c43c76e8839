"""Their lists: cursor, limit, order, and the conditions each list allows."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from app.practice.pennylane.desk import malformed

Record = dict[str, JsonValue]

NUMBERS = frozenset(["lt", "lteq", "gt", "gteq", "eq", "not_eq", "in", "not_in"])
EXACT = frozenset(["eq", "not_eq", "in", "not_in"])
EQUAL = frozenset({"eq"})
EITHER = frozenset({"eq", "in"})
AMONG = frozenset({"in"})
NAMES = frozenset({"start_with", "eq"})


def page(
    records: Sequence[Record],
    query: Mapping[str, str],
    fields: Mapping[str, frozenset[str]],
    orders: str = "id",
) -> Record:
    """One page of these records. Raises Declined for what the list does not allow."""
    limit = _whole(query.get("limit", "20"), "limit", 1, 100)
    found = [record for record in records if _meets(record, query.get("filter", ""), fields)]
    sort = query.get("sort", "-id")
    if sort.removeprefix("-") not in orders.split():
        raise malformed("sort is not allowed", "NotEnumInclude", "sort")
    found.sort(key=lambda record: _order(record.get(sort.removeprefix("-"))), reverse=sort.startswith("-"))
    start = _start(query.get("cursor", ""))
    more = len(found) > start + limit
    follows = base64.urlsafe_b64encode(f"after {start + limit}".encode()).decode() if more else None
    shown: list[JsonValue] = list(found[start : start + limit])
    return {"items": shown, "has_more": more, "next_cursor": follows}


def _order(value: JsonValue) -> tuple[int, str]:
    return (value, "") if isinstance(value, int) else (0, str(value))


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        told = re.fullmatch(r"after (\d+)", base64.urlsafe_b64decode(cursor).decode())
    except ValueError:
        told = None
    if told is None:
        raise malformed("Invalid cursor", "ValidateError", "cursor")
    return int(told[1])


def _whole(text: str, name: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdecimal() or not least <= int(text) <= most:
        raise malformed(f"{name} must be between {least} and {most}", "ValidateError", name)
    return int(text)


def _meets(record: Record, text: str, fields: Mapping[str, frozenset[str]]) -> bool:
    if not text:
        return True
    try:
        conditions = json.loads(text)
    except ValueError:
        raise malformed("filter is not JSON", "ValidateError", "filter") from None
    if not isinstance(conditions, list):
        raise malformed("filter must be an array", "ValidateError", "filter")
    return all(_holds(record, condition, fields) for condition in conditions)


def _holds(record: Record, condition: JsonValue, fields: Mapping[str, frozenset[str]]) -> bool:
    if not isinstance(condition, dict) or set(condition) != {"field", "operator", "value"}:
        raise malformed("filter needs field, operator and value", "ValidateError", "filter")
    field, operator, wanted = condition["field"], condition["operator"], condition["value"]
    if str(field) not in fields or str(operator) not in fields[str(field)]:
        raise malformed(f"{field} {operator} is not allowed", "ValidateError", "filter")
    value = record.get(str(field))
    if operator in ("in", "not_in"):
        if not isinstance(wanted, list):
            raise malformed(f"{field} {operator} needs an array", "ValidateError", "filter")
        held = value if isinstance(value, list) else [value]
        among = any(_same(one, other) for one in held for other in wanted)
        return among if operator == "in" else not among
    if operator == "start_with":
        return str(value).casefold().startswith(str(wanted).casefold())
    if operator in ("eq", "not_eq"):
        return _same(value, wanted) is (operator == "eq")
    if isinstance(value, int) and not re.fullmatch(r"-?\d{1,18}", str(wanted)):
        raise malformed(f"{field} {operator} needs a number", "ValidateError", "filter")
    ours, theirs = _order(value), _order(int(str(wanted)) if isinstance(value, int) else wanted)
    return {
        "lt": ours < theirs,
        "lteq": ours <= theirs,
        "gt": ours > theirs,
        "gteq": ours >= theirs,
    }[str(operator)]


def _same(value: JsonValue, wanted: JsonValue) -> bool:
    if isinstance(value, bool):
        return str(value).lower() == str(wanted).lower()
    return value is not None and str(value) == str(wanted)
