"""What changed between two frozen drafts, as a small JSON value, and how to apply it.

A change of one cell among thousands of rows is a few bytes: rows are addressed by id, members that
are still the same object are passed over without a look, and nested values are compared member by
member. The grammar, one object a value:

- `{"member": change, ...}` for a value of the model, with the changed members only;
- a change is `["=", json]` (replaced), `["~", {...}]` (a nested value, member by member) or
  `["#", {...}]` (a list whose items have ids);
- a list of items with ids: `gone` (ids), `changed` (id to member changes) and `placed`, pairs of
  the id it now follows (null: first) and either the id of an item that moved or a whole new item.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import compress, count
from operator import attrgetter, is_not
from typing import Annotated, Any, TypeVar

from pydantic import JsonValue, TypeAdapter

from app.domain.draft import Draft
from app.domain.parties import Value
from app.domain.rows import DocumentAdjustment, Row

_SCALARS = (str, int, date, type(None))
_ID_LISTS: dict[str, Any] = {"rows": Row, "adjustments": DocumentAdjustment}
_NOWHERE: Mapping[str, Any] = {}
Bounds = tuple[int, int, int]
V = TypeVar("V", bound=Value)


class BrokenDifference(ValueError):
    """A difference that does not belong to the draft it is applied to."""


def differences(before: Draft, after: Draft) -> tuple[JsonValue, JsonValue]:
    """What turns `before` into `after`, and what turns it back; empty objects when nothing changed."""
    there = _bounds(before, after)
    back = {name: (start, end_now, end_was) for name, (start, end_was, end_now) in there.items()}
    return _members(before, after, there), _members(after, before, back)


def apply(draft: Draft, patch: JsonValue) -> Draft:
    """The draft with the difference applied. Raises BrokenDifference when it does not fit."""
    try:
        return _changed(draft, patch)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenDifference(f"this change does not fit its document: {error}") from error


def _bounds(before: Draft, after: Draft) -> dict[str, Bounds]:
    """Where the lists of items differ; looking for it is most of the work on a long document."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in _ID_LISTS)
    return {name: _trim(was, now) for name, was, now in pairs if was is not now}


def _members(before: Value, after: Value, bounds: Mapping[str, Bounds] = _NOWHERE) -> dict[str, JsonValue]:
    kind = type(before)
    old, new = before.__dict__, after.__dict__
    changes: dict[str, JsonValue] = {}
    for name, was in old.items():
        now = new[name]
        if was is now:
            continue
        change = _change(kind, name, was, now, bounds.get(name))
        if change is not None:
            changes[name] = change
    return changes


def _change(kind: type[Value], name: str, was: Any, now: Any, bounds: Bounds | None) -> JsonValue:
    if isinstance(was, Value) and type(was) is type(now):
        nested = _members(was, now)
        return ["~", nested] if nested else None
    if bounds is not None:
        rows = _rows(name, was, now, bounds)
        if rows is not None:
            return ["#", rows] if rows else None
    if type(was) is type(now) and isinstance(was, _SCALARS):
        return None if was == now else ["=", _adapter(kind, name).dump_python(now, mode="json")]
    # 1.0 and 1.00 are equal and yet what was typed differs, so the written forms are compared.
    adapter = _adapter(kind, name)
    written: JsonValue = adapter.dump_python(now, mode="json")
    return None if adapter.dump_python(was, mode="json") == written else ["=", written]


def _rows(name: str, was: Sequence[Any], now: Sequence[Any], bounds: Bounds) -> dict[str, JsonValue] | None:
    """The difference of two lists of items with ids, or None when ids are not unique."""
    start, end_was, end_now = bounds
    if start == end_was == end_now:
        return {}
    old = {row.id: row for row in was[start:end_was]}
    new = {row.id: row for row in now[start:end_now]}
    if len(old) != end_was - start or len(new) != end_now - start:
        return None
    dump = _item_adapter(name).dump_python
    changed: dict[str, JsonValue] = {}
    fresh = set(new.keys() - old.keys())
    gone = list(old.keys() - new.keys())
    for row_id, row in new.items():
        if row_id in fresh or old[row_id] is row:
            continue
        if type(old[row_id]) is not type(row):
            fresh.add(row_id)
            gone.append(row_id)
        elif members := _members(old[row_id], row):
            changed[row_id] = members
    still = _in_order([i for i in old if i in new and i not in fresh], [i for i in new if i not in fresh])
    placed: list[JsonValue] = []
    previous: str | None = now[start - 1].id if start else None
    for row_id, row in new.items():
        if row_id in fresh:
            placed.append([previous, dump(row, mode="json")])
        elif row_id not in still:
            placed.append([previous, row_id])
        previous = row_id
    found: dict[str, JsonValue] = {}
    if gone:
        found["gone"] = [*sorted(gone)]
    if changed:
        found["changed"] = changed
    if placed:
        found["placed"] = placed
    return found


def _trim(was: Sequence[Any], now: Sequence[Any]) -> Bounds:
    """The bounds of what differs: common start, and the two ends before the common tail."""
    shorter = min(len(was), len(now))
    start = next(compress(count(), map(is_not, was, now)), shorter)
    tail = next(compress(count(), map(is_not, reversed(was), reversed(now))), shorter)
    tail = min(tail, shorter - start)
    return start, len(was) - tail, len(now) - tail


def _in_order(old: list[str], new: list[str]) -> set[str]:
    """The largest set of ids that stand in the same order in both (longest increasing subsequence)."""
    if old == new:
        return set(new)
    rank = {row_id: i for i, row_id in enumerate(old)}
    tails: list[int] = []
    tail_ids: list[str] = []
    before: dict[str, str | None] = {}
    for row_id in new:
        place = bisect_left(tails, rank[row_id])
        before[row_id] = tail_ids[place - 1] if place else None
        tails[place : place + 1] = [rank[row_id]]
        tail_ids[place : place + 1] = [row_id]
    kept: set[str] = set()
    at = tail_ids[-1] if tail_ids else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


def _changed(value: V, patch: Any) -> V:
    update: dict[str, Any] = {}
    for name, (mark, content) in patch.items():
        was = getattr(value, name)
        if mark == "~":
            update[name] = _changed(was, content)
        elif mark == "#":
            update[name] = _replaced_rows(name, was, content)
        else:
            update[name] = _adapter(type(value), name).validate_python(content)
    return value.model_copy(update=update)


def _replaced_rows(name: str, rows: Sequence[Any], patch: Any) -> tuple[Any, ...]:
    changed = patch.get("changed", {})
    placed = patch.get("placed", [])
    read = _item_adapter(name).validate_python
    if changed and not placed and not patch.get("gone"):
        return _with_changed(rows, changed)
    moved = {item for _, item in placed if isinstance(item, str)}
    leaving = {*patch.get("gone", ()), *moved}
    missing = {*changed, *leaving}
    known: dict[str, Any] = {}
    staying: list[Any] = []
    for row in rows:
        row_id = row.id
        if row_id in missing:
            if row_id in changed:
                row = _changed(row, changed[row_id])
            known[row_id] = row
            if row_id in leaving:
                continue
        staying.append(row)
    if len(known) != len(missing):
        raise BrokenDifference(f"there is no item {next(iter(missing - known.keys()))!r}")
    if not placed:
        return tuple(staying)
    follower = {previous: known[item] if isinstance(item, str) else read(item) for previous, item in placed}
    ordered: list[Any] = []
    for row in (None, *staying):
        if row is not None:
            ordered.append(row)
        while follower and (row := follower.pop(None if row is None else row.id, None)) is not None:
            ordered.append(row)
    if follower:
        raise BrokenDifference(f"there is no item {next(iter(follower))!r} to put one after")
    return tuple(ordered)


def _with_changed(rows: Sequence[Any], changed: Any) -> tuple[Any, ...]:
    """Nothing moved: the common case of one cell among thousands of rows."""
    ids = list(map(attrgetter("id"), rows))
    ordered = list(rows)
    for row_id, members in changed.items():
        at = ids.index(row_id)
        ordered[at] = _changed(ordered[at], members)
    return tuple(ordered)


@cache
def _adapter(kind: type[Value], name: str) -> TypeAdapter[Any]:
    field = kind.model_fields[name]
    annotation: Any = field.annotation
    return TypeAdapter(Annotated[annotation, *field.metadata] if field.metadata else annotation)


@cache
def _item_adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_ID_LISTS[name])
