"""The figures of an issued document as JSON: decimals as text, rows by their ids."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from app.domain.figures import Totals
from app.domain.money import plain


def totals_to_json(totals: Totals) -> str:
    """Every figure with its intermediates; the same figures give the same text."""
    return json.dumps(_plain(totals), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, BaseModel):
        row_id = getattr(value, "id", None)
        return {"id": row_id} if row_id else value.model_dump(mode="json")
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(member) for name, member in value._asdict().items()}
    if isinstance(value, dict):
        return {str(name): _plain(member) for name, member in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    return value
