"""Characters that no face on this machine can print, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from app.documents.text import FontFaces
from app.documents.view.printed import NOT_PRINTED
from app.domain.draft import Draft


def unprintable(draft: Draft, faces: FontFaces | None = None) -> list[tuple[str, str]]:
    """Field paths with the characters in them that nothing here can print; control characters never count.

    Rows and adjustments are named by their id, members of other lists by their place from 0.
    """
    if faces is None:
        from app.documents.live import default_faces

        faces = default_faces()
    known: dict[str, str] = {}
    found = []
    for path, text in _texts(draft, "", type(draft).__name__):
        missing = known.get(text)
        if missing is None:
            missing = known[text] = "" if text.isascii() else faces.missing(text)
        if missing:
            found.append((path, missing))
    return found


def _texts(value: BaseModel, path: str, model: str) -> Iterator[tuple[str, str]]:
    for name in type(value).model_fields:
        if f"{model}.{name}" in NOT_PRINTED:
            continue
        inner = getattr(value, name)
        yield from _inner_texts(inner, f"{path}{name}")


def _inner_texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from _texts(value, path + ".", type(value).__name__)
    elif isinstance(value, tuple):
        for place, member in enumerate(value):
            yield from _inner_texts(member, f"{path}.{getattr(member, 'id', place)}")
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _inner_texts(member, f"{path}.{name}")
