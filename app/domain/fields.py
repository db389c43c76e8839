"""Every field of a draft, read from the model itself: where it is, what kind it has, what it means.

A provider declares for each of these whether it is sent; the paper and the form declare where it is
shown. Tests walk this list, so that a new field cannot be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.domain.draft import Draft

Kind = Literal["text", "number", "date", "flag", "choice", "list", "options"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. `path` is dotted; `[]` stands for the id or place of a member of a list.

    `group` is the first part of the path. `meaning` is the field's own description, often its EN
    16931 term.
    """

    path: str
    group: str
    kind: Kind
    meaning: str


@cache
def fields() -> tuple[FieldSpec, ...]:
    """All fields in the order of the model, rows of both kinds included."""
    seen: dict[str, FieldSpec] = {}
    for spec in _walk(Draft, ""):
        seen.setdefault(spec.path, spec)
    return tuple(seen.values())


def _walk(model: type[BaseModel], prefix: str) -> Iterator[FieldSpec]:
    for name, info in model.model_fields.items():
        yield from _field(f"{prefix}{name}", info.annotation, info)


def _field(path: str, annotation: Any, info: FieldInfo) -> Iterator[FieldSpec]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _field(path, get_args(annotation)[0], info)
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            if member is not NoneType:
                yield from _field(path, member, info)
    elif origin is tuple:
        member = get_args(annotation)[0]
        if _models(member):
            yield from _field(f"{path}[]", member, info)
        else:
            yield _spec(path, "list", info)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _walk(annotation, f"{path}.")
    else:
        yield _spec(path, _kind(annotation, origin), info)


def _models(annotation: Any) -> bool:
    if get_origin(annotation) is not None:
        return any(_models(member) for member in get_args(annotation))
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _kind(annotation: Any, origin: Any) -> Kind:
    if origin is Literal:
        return "choice"
    if origin is dict:
        return "options"
    if annotation is bool:
        return "flag"
    if annotation in (int, Decimal):
        return "number"
    return "date" if getattr(annotation, "__name__", "") == "date" else "text"


def _spec(path: str, kind: Kind, info: FieldInfo) -> FieldSpec:
    group = path.split(".", 1)[0].removesuffix("[]")
    return FieldSpec(path, group, kind, info.description or "")
