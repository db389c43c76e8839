"""Reading and replacing one value deep inside a frozen draft, by its dotted path.

A segment names a member; in a tuple it is the id of an item or its place, counted from 0.
"""

from __future__ import annotations

import types
from collections.abc import Sequence
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from app.domain.draft import Draft


def value_at(draft: BaseModel, path: str) -> Any:
    """The value at the path; None when a part on the way is not there."""
    here: Any = draft
    for segment in path.split("."):
        if here is None:
            return None
        if isinstance(here, tuple):
            place = place_of(here, segment)
            here = None if place is None else here[place]
        else:
            here = getattr(here, segment)
    return here


def place_of(items: Sequence[Any], segment: str) -> int | None:
    """Where in the tuple the item with this id, or at this place, stands."""
    for place, item in enumerate(items):
        if getattr(item, "id", None) == segment:
            return place
    if segment.isdigit() and int(segment) < len(items):
        return int(segment)
    return None


def replacing(draft: Draft, path: str, value: Any) -> dict[str, Any]:
    """The change of a top-level member that puts `value` at the path.

    Optional parts on the way are made as they are needed. An item that is not there raises KeyError.
    """
    top, *rest = path.split(".")
    if not rest:
        return {top: value}
    return {top: _replaced(getattr(draft, top), part_type(Draft, top), rest, value)}


def _replaced(here: Any, kind: type[BaseModel] | None, segments: list[str], value: Any) -> Any:
    segment, *rest = segments
    if isinstance(here, tuple):
        place = place_of(here, segment)
        if place is None:
            raise KeyError(segment)
        new = value if not rest else _replaced(here[place], type(here[place]), rest, value)
        return (*here[:place], new, *here[place + 1 :])
    if here is None:
        if kind is None:
            raise KeyError(segment)
        here = kind()
    inner = getattr(here, segment)
    new = value if not rest else _replaced(inner, part_type(type(here), segment), rest, value)
    return here.model_copy(update={segment: new})


def part_type(owner: type[BaseModel], member: str) -> type[BaseModel] | None:
    """The model a member holds, also when it may be None; None for plain values and tuples."""
    annotation = owner.model_fields[member].annotation
    options = get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)
    return next((o for o in options if isinstance(o, type) and issubclass(o, BaseModel)), None)


def owner_of(path: str) -> tuple[type[BaseModel], str]:
    """The model that declares the last member of the path, and that member's name."""
    owner: type[BaseModel] = Draft
    *way, last = path.split(".")
    for segment in way:
        if segment not in owner.model_fields:
            continue
        owner = part_type(owner, segment) or _item_type(owner, segment) or owner
    return owner, last


def _item_type(owner: type[BaseModel], member: str) -> type[BaseModel] | None:
    for option in get_args(owner.model_fields[member].annotation):
        if isinstance(option, type) and issubclass(option, BaseModel):
            return option
    return None


def known_place(path: str, fields: Sequence[str]) -> str | None:
    """The registered path nearest to the asked one: itself, something inside it, or around it."""
    if path in fields:
        return path
    asked = path.split(".")
    for length in range(len(asked), 0, -1):
        stem = ".".join(asked[:length])
        if stem in fields:
            return stem
        inside = next((f for f in fields if f.startswith(f"{stem}.")), None)
        if inside is not None:
            return inside
    return None
