"""Reading and replacing one value deep inside a frozen draft, by its dotted path.

A segment names a member; in a tuple it is the id of an item or its place, counted from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel

from app.domain.draft import Draft

MakeItem = Callable[[type[BaseModel], Any, Sequence[Any]], BaseModel]
"""Makes the next item of this kind for this owner, after these items."""


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


def told_path(draft: Draft, path: str) -> str:
    """The path as others know it: ids instead of places, and nothing after a place without an id."""
    told: list[str] = []
    here: Any = draft
    for segment in path.split("."):
        if isinstance(here, tuple):
            place = place_of(here, segment)
            here = None if place is None else here[place]
            item_id = getattr(here, "id", None)
            if item_id is None:
                break
            told.append(item_id)
        else:
            here = getattr(here, segment, None)
            told.append(segment)
    return ".".join(told)


def place_of(items: Sequence[Any], segment: str) -> int | None:
    """Where in the tuple the item with this id, or at this place, stands."""
    for place, item in enumerate(items):
        if getattr(item, "id", None) == segment:
            return place
    if segment.isdigit() and int(segment) < len(items):
        return int(segment)
    return None


def _plain_item(kind: type[BaseModel], _owner: Any, _items: Sequence[Any]) -> BaseModel:
    return kind()


def replacing(draft: Draft, path: str, value: Any, make_item: MakeItem = _plain_item) -> dict[str, Any]:
    """The change of a top-level member that puts `value` at the path.

    Optional parts on the way are made as they are needed, and so is the item after the last of a
    list. Any other item that is not there raises KeyError. None at a member that may not be None
    stands for its default: that is what was there before its owner was made.
    """
    top, *rest = path.split(".")
    if not rest:
        return {top: _fitting_none(Draft, top, value)}
    return {top: _replaced(getattr(draft, top), draft, member_type(Draft, top), rest, value, make_item)}


def _replaced(
    here: Any,
    owner: Any,
    kind: type[BaseModel] | None,
    segments: list[str],
    value: Any,
    make_item: MakeItem,
) -> Any:
    segment, *rest = segments
    if isinstance(here, tuple):
        place = place_of(here, segment)
        if place is None:
            if kind is None or segment != str(len(here)):
                raise KeyError(segment)
            here, place = (*here, make_item(kind, owner, here)), len(here)
        item = here[place]
        new = value if not rest else _replaced(item, owner, type(item), rest, value, make_item)
        return (*here[:place], new, *here[place + 1 :])
    if here is None:
        if kind is None:
            raise KeyError(segment)
        here = kind()
    inner = getattr(here, segment)
    new = (
        _replaced(inner, here, member_type(type(here), segment), rest, value, make_item)
        if rest
        else _fitting_none(type(here), segment, value)
    )
    return here.model_copy(update={segment: new})


def _fitting_none(owner: type[BaseModel], member: str, value: Any) -> Any:
    if value is not None or NoneType in get_args(owner.model_fields[member].annotation):
        return value
    return owner.model_fields[member].get_default(call_default_factory=True, validated_data={})


def member_type(owner: type[BaseModel], member: str) -> type[BaseModel] | None:
    """The model a member holds, also when it may be None or is a list of them; None for plain values."""
    for option in (owner.model_fields[member].annotation, *get_args(owner.model_fields[member].annotation)):
        if isinstance(option, type) and issubclass(option, BaseModel):
            return option
    return None


def owner_of(path: str) -> tuple[type[BaseModel], str]:
    """The model that declares the last member of the path, and that member's name."""
    owner: type[BaseModel] = Draft
    *way, last = path.split(".")
    for segment in way:
        if segment in owner.model_fields:
            owner = member_type(owner, segment) or owner
    return owner, last


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
