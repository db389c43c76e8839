"""Bracketed fields as nested values: what Stripe's server makes of `a[b][0]=c`."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from app.practice.stripe_v1.declined import invalid

_NAME = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
DEEPEST = 12


def decoded(text: str) -> dict[str, object]:
    """The members. Raises Declined for what is no such body."""
    root: dict[str, object] = {}
    for name, value in parse_qsl(text, keep_blank_values=True, max_num_fields=5_000):
        matched = _NAME.fullmatch(name)
        if matched is None:
            raise invalid("Invalid request: a parameter's name is malformed.", name[:100])
        steps = [matched[1], *re.findall(r"\[([^\[\]]*)\]", matched[2])]
        if len(steps) > DEEPEST:
            raise invalid("Invalid request: nested too deeply.", steps[0])
        _put(root, steps, value, name)
    return {name: _listed(value) for name, value in root.items()}


def _put(root: dict[str, object], steps: list[str], value: str, name: str) -> None:
    here = root
    for step in steps[:-1]:
        inner = here.setdefault(step, {})
        if not isinstance(inner, dict):
            raise invalid("Invalid request: a parameter is both a value and an object.", name[:100])
        here = inner
    if steps[-1] in here:
        raise invalid("Invalid request: a parameter is given twice.", name[:100])
    here[steps[-1]] = value


def _listed(value: object) -> object:
    """Objects whose members are 0, 1, 2 … as lists."""
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(member) for name, member in value.items()}
    if inner and all(name.isdigit() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner
