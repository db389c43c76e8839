"""A problem is about the draft: a value that points at a field, never an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning", "note"]
"""error: must be mended before issue; warning: should; note: worth knowing."""

_NO_PARAMS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: the dotted path of the field, a stable code, and what its sentence needs."""

    path: str
    code: str
    severity: Severity
    params: Mapping[str, str] = field(default_factory=lambda: _NO_PARAMS)
