"""What one draft states, leaf by leaf: concrete paths with canonical text, for comparing documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from app.domain.draft import Draft
from app.domain.money import plain

ALWAYS: Final = frozenset(
    {
        "kind",
        "currency",
        "language",
        "rounding",
        "issue_date",
        "rows[].label",
        "rows[].quantity",
        "rows[].unit_price",
        "rows[].price_entry",
        "rows[].vat_category",
        "rows[].vat_rate",
    }
)
"""Fields that say something with their default, too."""


NAMES: Final = frozenset({"schema_version", "id", "rows[].id", "adjustments[].id"})
"""What names parts of the draft among themselves, and says nothing of the invoice."""


class Stated(NamedTuple):
    """One leaf. `path` names it in this draft (`rows.r1.quantity`, `buyer.tax_ids.0.value`), `spec` in
    the model (`rows[].quantity`), as in `app.domain.fields`. `text` is canonical."""

    path: str
    spec: str
    text: str


def canonical(value: Any) -> str:
    """One text for one value: plain decimals without closing zeros, ISO dates, true and false.

    Two values are the same exactly if their canonical texts are. None and nothing are empty.
    """
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, Decimal):
        told = plain(value) if value else "0"
        return told.rstrip("0").rstrip(".") if "." in told else told
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def stated(draft: Draft) -> Iterator[Stated]:
    """Every leaf that differs from its default, and those of ALWAYS, but not NAMES, in the model's order."""
    found: list[Stated] = []
    _members(draft, "", "", found)
    return iter(found)


class _Member(NamedTuple):
    """One field of a model at one place. It says nothing while it is `silent`, nor, if it may be empty,
    while it equals its default."""

    name: str
    spec: str
    silent: Any
    default: Any
    may_be_empty: bool


def _members(model: BaseModel, path: str, spec: str, found: list[Stated]) -> None:
    values = model.__dict__
    for name, told, silent, default, may_be_empty in _fields(type(model), spec):
        value = values[name]
        if value is silent:
            continue
        kind = type(value)
        if kind is str or kind is Decimal:
            if not may_be_empty or value != default:
                found.append(Stated(f"{path}{name}", told, canonical(value)))
        elif isinstance(value, BaseModel):
            _members(value, f"{path}{name}.", f"{told}.", found)
        elif kind is tuple and value and isinstance(value[0], BaseModel):
            for place, item in enumerate(value):
                key = getattr(item, "id", None) or str(place)
                _members(item, f"{path}{name}.{key}.", f"{told}[].", found)
        elif not may_be_empty or value != default:
            _leaves(value, f"{path}{name}", told, found)


_NEVER: Final = object()


@cache
def _fields(model: type[BaseModel], spec: str) -> tuple[_Member, ...]:
    """What a model of this type states at this place. Asking for it anew would be most of the time taken."""
    members = []
    for name, info in model.model_fields.items():
        told, default = f"{spec}{name}", info.get_default(call_default_factory=True)
        if told not in NAMES:
            holds_models = isinstance(default, BaseModel) or (isinstance(default, tuple) and bool(default))
            may_be_empty = told not in ALWAYS
            silent = default if may_be_empty and not holds_models else _NEVER
            members.append(_Member(name, told, silent, default, may_be_empty))
    return tuple(members)


def _leaves(value: Any, path: str, spec: str, found: list[Stated]) -> None:
    if isinstance(value, dict):
        found += [Stated(f"{path}.{name}", spec, canonical(member)) for name, member in value.items()]
    elif isinstance(value, tuple):
        found += [Stated(f"{path}.{place}", spec, canonical(member)) for place, member in enumerate(value)]
    else:
        found.append(Stated(path, spec, canonical(value)))
