"""What a worker's process can be asked: a request and the bytes with it, to an answer and bytes with that."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from app.intake import inside
from app.intake.coding import pages_to_json, reading_to_json
from app.intake.fields.choose_supplier import KnownSupplier
from app.intake.fields.memory import Memory, memory_from_json
from app.intake.inside import Task
from app.intake.mail import parts_of
from app.intake.opening import Unreadable, content_of
from app.intake.pictures import picture
from app.intake.pieces import extracted, merged

__all__ = ["TASKS", "Unreadable"]

Request = Mapping[str, Any]
Contents = Sequence[bytes]
Answered = tuple[Any, tuple[bytes, ...]]


def _read(request: Request, contents: Contents) -> Answered:
    reading = inside.read(_content(request, contents), request["name"], _task(request))
    return reading_to_json(reading), ()


def _words(request: Request, contents: Contents) -> Answered:
    task = _task(request)
    pages = inside.words(_content(request, contents), task.password, by_ocr=task.by_ocr)
    return pages_to_json(pages), ()


def _picture(request: Request, contents: Contents) -> Answered:
    png, width, height = picture(
        _content(request, contents),
        request["password"],
        request["page"],
        request["width"],
        request["rotation"],
    )
    return {"width": width, "height": height}, (png,)


def _extract(request: Request, contents: Contents) -> Answered:
    content = _content(request, contents)
    return None, (extracted(content, request["password"], request["first"], request["last"]),)


def _merge(request: Request, contents: Contents) -> Answered:
    return None, (merged(contents, request["password"]),)


def _attachments(request: Request, contents: Contents) -> Answered:
    parts = parts_of(_content(request, contents))
    return [part.name for part in parts], tuple(part.content for part in parts)


TASKS: Final[Mapping[str, Callable[[Request, Contents], Answered]]] = {
    "read": _read,
    "words": _words,
    "picture": _picture,
    "extract": _extract,
    "merge": _merge,
    "attachments": _attachments,
}


def _content(request: Request, contents: Contents) -> bytes:
    return contents[0] if contents else content_of(Path(request["path"]))


def _task(request: Request) -> Task:
    today = request.get("today")
    return Task(
        request["password"],
        request["by_ocr"],
        _memory(request.get("memory", "")),
        _suppliers(request.get("suppliers", "")),
        date.fromisoformat(today) if today else None,
    )


@functools.lru_cache(maxsize=1)
def _memory(text: str) -> Memory | None:
    return memory_from_json(json.loads(text)) if text else None


@functools.lru_cache(maxsize=1)
def _suppliers(text: str) -> tuple[KnownSupplier, ...]:
    return tuple(KnownSupplier(*each) for each in json.loads(text)) if text else ()
