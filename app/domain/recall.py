"""A draft taken back from JSON that this program wrote itself and nobody has touched since.

Validation asks of every value whether it may be so, and preparing to ask takes longer than reading a
usual invoice. Here each value is only given its type again. For anything else there is `codec`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from app.domain.draft import Draft

Reader = Callable[[Any], Any]


def recalled(members: dict[str, Any]) -> Draft:
    """The draft of these members, as `codec.draft_to_json` wrote them.

    Raises ValueError, KeyError, TypeError, AttributeError or ArithmeticError where a member has not
    the shape the model has now.
    """
    draft: Draft = _model_reader(Draft)(members)
    return draft


@cache
def _model_reader(model: type[BaseModel]) -> Reader:
    readers = {name: _reader(info.annotation) for name, info in model.model_fields.items()}
    blank = model.model_construct()

    def read(members: Any) -> BaseModel:
        made = blank.__copy__()
        values = made.__dict__
        for name, value in members.items():
            values[name] = readers[name](value)
        return made

    return read


def _reader(annotation: Any) -> Reader:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _reader(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return _one_of([member for member in get_args(annotation) if member is not NoneType])
    if origin is tuple:
        member = _reader(get_args(annotation)[0])
        return lambda values: tuple([member(value) for value in values])
    if origin is Literal:
        return _exactly(*{type(value) for value in get_args(annotation)})
    if origin is dict:
        return _exactly(dict)
    if annotation is Decimal:
        return Decimal
    if annotation is date:
        return date.fromisoformat
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model_reader(annotation)
    return _exactly(annotation)


def _one_of(members: list[Any]) -> Reader:
    if len(members) == 1:
        read = _reader(members[0])
        return lambda value: None if value is None else read(value)
    readers = {member.model_fields["kind"].default: _model_reader(member) for member in members}
    return lambda value: readers[value["kind"]](value)


def _exactly(*types: type) -> Reader:
    if len(types) == 1:
        return _of_type(types[0])

    def read(value: Any) -> Any:
        if type(value) not in types:
            raise TypeError(f"{value!r:.40} is not what the model has here")
        return value

    return read


def _of_type(only: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not only:
            raise TypeError(f"{value!r:.40} is not what the model has here")
        return value

    return read
