"""JSON whose numbers stand digit for digit as they are."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any, Final
from uuid import uuid4

_MARK: Final = uuid4().hex


def exact_json(value: Any) -> str:
    """Indented JSON; a Decimal is a number, never a binary one."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_marked)
    return re.sub(rf'"{_MARK}([-+0-9.]+)"', r"\1", text)


def _marked(value: object) -> str:
    if isinstance(value, Decimal) and value.is_finite():
        return f"{_MARK}{value:f}"
    raise TypeError(f"{type(value).__name__} has no form in JSON")
