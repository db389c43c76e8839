"""Which parameters Stripe accepts, by call and version, and what their values may be.

Source: the two contracts of the provider's README, November 2026. Written down here by hand, so that
the practice server does not read what the client's side reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.practice.stripe_v1.declined import invalid

_NUMBER: Final = re.compile(r"-?\d{1,30}(\.\d{1,20})?")
_WHOLE: Final = re.compile(r"-?\d{1,18}")


@dataclass(frozen=True)
class Text:
    """Text of at most so many characters."""

    longest: int = 5000


@dataclass(frozen=True)
class Whole:
    """A whole number."""

    least: int | None = None


@dataclass(frozen=True)
class Number:
    """A decimal number with at most so many decimals."""

    decimals: int = 12


@dataclass(frozen=True)
class Flag:
    """true or false."""


@dataclass(frozen=True)
class Choice:
    """One of these."""

    values: frozenset[str]


@dataclass(frozen=True)
class Listed:
    """Several of these."""

    of: object


@dataclass(frozen=True)
class Members:
    """An object with these members, some of them required."""

    of: Mapping[str, object]
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class Metadata:
    """At most 50 keys of 40 characters, values of 500."""


@dataclass(frozen=True)
class Cleared:
    """One of these, or the empty text that clears."""

    of: object = field(default_factory=Text)


def one_of(values: str) -> Choice:
    """A choice of words."""
    return Choice(frozenset(values.split()))


def read(spec: Members, given: Mapping[str, object]) -> dict[str, object]:
    """The parameters with their types. Raises Declined as Stripe does."""
    return _members(spec, given, "")


def _members(spec: Members, given: Mapping[str, object], at: str) -> dict[str, object]:
    told: dict[str, object] = {}
    for name, value in given.items():
        path = f"{at}[{name}]" if at else name
        known = spec.of.get(name)
        if known is None:
            raise invalid(f"Received unknown parameter: {path}", path, "parameter_unknown")
        told[name] = _value(known, value, path)
    for name in spec.required:
        if name not in given:
            path = f"{at}[{name}]" if at else name
            raise invalid(f"Missing required param: {path}.", path, "parameter_missing")
    return told


def _value(spec: object, value: object, path: str) -> object:
    if isinstance(spec, Cleared):
        return "" if value == "" else _value(spec.of, value, path)
    if isinstance(spec, Members):
        if not isinstance(value, dict):
            raise invalid("Invalid object", path)
        return _members(spec, value, path)
    if isinstance(spec, Listed):
        if not isinstance(value, list):
            raise invalid("Invalid array", path)
        return [_value(spec.of, item, f"{path}[{place}]") for place, item in enumerate(value)]
    if isinstance(spec, Metadata):
        return _metadata(value, path)
    if not isinstance(value, str):
        raise invalid("Invalid string", path)
    return _leaf(spec, value, path)


def _leaf(spec: object, value: str, path: str) -> object:
    if value == "":
        raise invalid(
            f"You passed an empty string for '{path}'. We assume empty values are an attempt to unset a "
            "parameter; however it cannot be unset.",
            path,
            "parameter_invalid_empty",
        )
    if isinstance(spec, Text):
        if len(value) > spec.longest:
            raise invalid(
                f"Invalid string: the maximum length is {spec.longest} characters.",
                path,
                "parameter_too_long",
            )
        return value
    if isinstance(spec, Flag):
        if value not in ("true", "false"):
            raise invalid(f"Invalid boolean: {value[:50]}", path)
        return value == "true"
    if isinstance(spec, Whole):
        if not _WHOLE.fullmatch(value):
            raise invalid(f"Invalid integer: {value[:50]}", path, "parameter_invalid_integer")
        if spec.least is not None and int(value) < spec.least:
            raise invalid(f"This value must be greater than or equal to {spec.least}.", path)
        return int(value)
    if isinstance(spec, Number):
        if not _NUMBER.fullmatch(value) or len(value.partition(".")[2]) > spec.decimals:
            raise invalid(f"Invalid decimal: {value[:50]}", path)
        return value
    if isinstance(spec, Choice) and value not in spec.values:
        known = ", ".join(sorted(spec.values))
        raise invalid(f"Invalid {path}: must be one of {known}", path)
    return value


def _metadata(value: object, path: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise invalid("Invalid hash", path)
    if len(value) > 50:
        raise invalid("You can have at most 50 metadata keys.", path)
    for key, told in value.items():
        if not isinstance(told, str) or len(key) > 40 or len(told) > 500:
            raise invalid("Metadata keys have at most 40 characters, values at most 500.", f"{path}[{key}]")
    return dict(value)
