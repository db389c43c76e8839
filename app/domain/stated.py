"""What one draft states, leaf by leaf: concrete paths with canonical text, for comparing documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from app.domain.draft import Draft
from app.domain.money import ZERO, plain

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
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value.normalize()) if value else plain(ZERO)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def stated(draft: Draft) -> Iterator[Stated]:
    """Every leaf that differs from its default, and those of ALWAYS, but not NAMES, in the model's order."""
    yield from _members(draft, "", "")


def _members(model: BaseModel, path: str, spec: str) -> Iterator[Stated]:
    for name, default in _defaults(type(model)).items():
        value = getattr(model, name)
        here, told = f"{path}{name}", f"{spec}{name}"
        if told in NAMES:
            continue
        if isinstance(value, BaseModel):
            yield from _members(value, f"{here}.", f"{told}.")
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for place, item in enumerate(value):
                key = getattr(item, "id", None) or str(place)
                yield from _members(item, f"{here}.{key}.", f"{told}[].")
        elif told in ALWAYS or value != default:
            yield from _leaves(value, here, told)


@cache
def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """What each field has when nothing is stated. Asking for it anew would be most of the time taken."""
    return {name: info.get_default(call_default_factory=True) for name, info in model.model_fields.items()}


def _leaves(value: Any, path: str, spec: str) -> Iterator[Stated]:
    if isinstance(value, dict):
        for name, member in value.items():
            yield Stated(f"{path}.{name}", spec, canonical(member))
    elif isinstance(value, tuple):
        for place, member in enumerate(value):
            yield Stated(f"{path}.{place}", spec, canonical(member))
    else:
        yield Stated(path, spec, canonical(value))
