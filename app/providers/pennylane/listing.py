"""Leafing through their lists: `?limit=&cursor=`, with `filter` and `sort` given anew on each page.

The cursor carries neither filter nor order. Source: the vendor's guide to cursors.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from typing import Final

from pydantic import JsonValue

from app.client.answers import at, flag, identifier, items, text
from app.client.calls import FREE, Call, Flow, Pairs, Reply
from app.client.provider import RemotePage, RemoteRecord

MOST: Final = 100
"""Records a page at most."""


def where(field: str, value: str, operator: str = "eq") -> str:
    """The value of `filter` for one condition."""
    condition: dict[str, object] = {"field": field, "operator": operator}
    condition["value"] = [value] if operator == "in" else value
    return json.dumps([condition], ensure_ascii=False, separators=(",", ":"))


def page_of(cursor: str = "", *, filtered: str = "", sort: str = "-id", limit: int = MOST) -> Pairs:
    """The query of one page."""
    query = [("limit", str(limit)), ("sort", sort)]
    if filtered:
        query.append(("filter", filtered))
    if cursor:
        query.append(("cursor", cursor))
    return tuple(query)


def search(step: str, path: str, filtered: str, *, limit: int = 20) -> Call:
    """A call for the first records that meet a condition; its sample finds none."""
    return Call(
        step,
        "GET",
        path,
        page_of(filtered=filtered, limit=limit),
        repeat=FREE,
        sample={"items": [], "has_more": False, "next_cursor": None},
    )


def records_of(body: JsonValue) -> list[JsonValue]:
    """The records of a page. Raises Unexpected."""
    return items(at(body, "items"), "items")


def made(
    reply: Reply, find: Callable[[], Generator[Call, Reply, Reply | None]] | None
) -> Generator[Call, Reply, JsonValue]:
    """What a creation has made. An answer without an id says that it was done, not what: it is looked for.

    Raises Unexpected when it is not found.
    """
    told = at(reply.body, "id")
    if find is not None and (isinstance(told, bool) or not isinstance(told, int | str)):
        found = yield from find()
        if found is not None:
            return found.body
    identifier(reply.body, "id")
    return reply.body


def leaf(path: str, cursor: str, read: Callable[[JsonValue], RemoteRecord]) -> Flow[RemotePage]:
    """One page of a list, each record read by `read`."""
    reply = yield Call("page", "GET", path, page_of(cursor), repeat=FREE, sample={"items": []})
    found = tuple(read(record) for record in records_of(reply.body))
    follows = text(reply.body, "next_cursor") if flag(reply.body, "has_more") else ""
    return RemotePage(found, follows if follows != cursor else "")
