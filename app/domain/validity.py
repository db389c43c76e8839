"""Whether an edited draft still is one.

Copies of frozen models are made without validation, because that is what makes a key press cheap. The
parts an edit has touched are checked here, and only those, so that nothing enters the history, the
journal or a file that could not be read again.
"""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from app.domain.draft import MAX_ROWS, Draft
from app.domain.rows import Row


class InvalidEdit(Exception):
    """An edit put a value into the draft that its model refuses. The text names the field, not the value."""


def ensure_valid(before: Draft, after: Draft) -> None:
    """Raise InvalidEdit when a part of `after` that differs from `before` does not fit the model."""
    changed = {
        name
        for name, value in after.__dict__.items()
        if name != "rows" and value is not before.__dict__[name]
    }
    if changed:
        _ensure(Draft, after.model_dump(include=changed, warnings=False), after, changed)
    if after.rows is not before.rows:
        _ensure_rows(before.rows, after.rows)


def _ensure_rows(before: tuple[Row, ...], after: tuple[Row, ...]) -> None:
    if len(after) > MAX_ROWS:
        raise InvalidEdit(f"rows: at most {MAX_ROWS}")
    if len(before) == len(after):
        pairs = [(old, row) for old, row in zip(before, after, strict=True) if row is not old]
        fresh, kept_ids = [row for _, row in pairs], all(old.id == row.id for old, row in pairs)
    else:
        known = set(map(id, before))
        fresh, kept_ids = [row for row in after if id(row) not in known], False
    if not kept_ids and len({row.id for row in after}) != len(after):
        raise InvalidEdit("rows: two rows have one id")
    for row in fresh:
        _ensure(type(row), row.model_dump(warnings=False), row, set(type(row).model_fields))


def _ensure(model: type[BaseModel], members: dict[str, object], value: BaseModel, names: set[str]) -> None:
    try:
        read = model.model_validate(members)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise InvalidEdit(f"{where}: {error.errors()[0]['msg']}") from None
    for name in names:
        if getattr(read, name) != getattr(value, name):
            raise InvalidEdit(f"{name}: reads back as another value")
