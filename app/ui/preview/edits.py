"""Which field an edit touched, so that the preview can show where it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.domain.draft import Draft
from app.domain.identity import changed_places


def edited_path(before: Draft, after: Draft) -> str | None:
    """The path of the first thing that differs: a row, an adjustment, else a field; None if nothing.

    A row that was removed counts as an edit of the row that took its place.
    """
    if before.rows is not after.rows and (path := _edited_item("rows", before.rows, after.rows)):
        return path
    if before.adjustments is not after.adjustments and (
        path := _edited_item("adjustments", before.adjustments, after.adjustments)
    ):
        return path
    for name in type(after).model_fields:
        if name in ("rows", "adjustments", "id"):
            continue
        old, new = getattr(before, name), getattr(after, name)
        if old is not new and old != new:
            return name
    return None


def _edited_item(member: str, before: Sequence[Any], after: Sequence[Any]) -> str | None:
    for place in changed_places(before, after):
        if before[place] != after[place]:
            return f"{member}.{after[place].id}"
    if len(before) == len(after) or not after:
        return None
    return f"{member}.{after[min(len(before), len(after) - 1)].id}"
