"""What simulators may share: patterns of paths, strict reading of bodies, JSON with exact numbers.

It reads for itself and shares no code with the client's writing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NoReturn
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest

_KEY: Final = re.compile(r"[^\[\]]+|\[[^\[\]]*\]")
_DEEPEST_FORM: Final = 12


class BadBody(ValueError):
    """The body is not what its content type says, or has none that is read here."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as a route's function gets it. `params` are the named parts of the path, decoded."""

    method: str
    path: str
    params: Mapping[str, str]
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    def one(self, name: str) -> str | None:
        """The last value of this name in the query; None if it is not there."""
        return dict(self.query).get(name)

    def json(self) -> JsonValue:
        """The body as JSON with exact numbers; each name once. Raises BadBody."""
        if self.content_type != "application/json":
            raise BadBody(f"Content-Type is {self.content_type or 'missing'}, not application/json")
        return read_json(self.content)

    def form(self) -> dict[str, JsonValue]:
        """The body as a form whose bracketed names make objects and lists. Raises BadBody."""
        if self.content and self.content_type != "application/x-www-form-urlencoded":
            raise BadBody(f"Content-Type is {self.content_type or 'missing'}, not a form")
        try:
            text = self.content.decode("ascii")
        except UnicodeDecodeError:
            raise BadBody("a form is written in ASCII") from None
        return bracketed(parse_qsl(text, keep_blank_values=True))

    @property
    def content_type(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


Answer = Callable[[Asked], WireReply]


class Routes:
    """Functions by method and pattern, such as `/invoices/{id}/finalize`, below a root such as `/v1`.

    A part may hold text around its name: `/invoice/external_key:{key}`. The first that fits answers.
    """

    def __init__(self, root: str = "") -> None:
        self._root = root.rstrip("/")
        self._routes: list[tuple[str, re.Pattern[str], Answer]] = []

    def add(self, method: str, pattern: str, answer: Answer) -> None:
        """Let this function answer such requests."""
        parts = re.split(r"\{(\w+)\}", self._root + pattern)
        told = "".join(f"(?P<{part}>[^/]+)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
        self._routes.append((method, re.compile(told), answer))

    def find(self, request: WireRequest) -> tuple[Answer, Asked] | None:
        """Who answers this request, and the request as it wants it; None if nobody does."""
        split = urlsplit(request.url)
        for method, pattern, answer in self._routes:
            fits = pattern.fullmatch(split.path) if method == request.method else None
            if fits:
                params = {name: unquote(value) for name, value in fits.groupdict().items()}
                return answer, _asked(request, split.path, split.query, params)
        return None

    def allowed(self, request: WireRequest) -> frozenset[str]:
        """The methods that this path has, for a 405."""
        path = urlsplit(request.url).path
        return frozenset(method for method, pattern, _ in self._routes if pattern.fullmatch(path))


def read_json(content: bytes) -> JsonValue:
    """JSON with exact numbers, no NaN and no name twice in one object. Raises BadBody."""
    try:
        value: JsonValue = json.loads(
            content.decode("utf-8"),
            parse_float=Decimal,
            parse_constant=_refuse,
            object_pairs_hook=_once,
        )
    except (ValueError, RecursionError):
        raise BadBody("the body is not JSON") from None
    return value


def json_reply(status: int, body: object, headers: Mapping[str, str] | None = None) -> WireReply:
    """An answer of JSON. Decimals are written as numbers, digit for digit."""
    told = {"content-type": "application/json; charset=utf-8", **(headers or {})}
    return WireReply(status, told, _written(body).encode())


def bracketed(pairs: Iterable[tuple[str, str]]) -> dict[str, JsonValue]:
    """`a[b][0]=x`, `a[b][]=y` as nested objects and lists; every leaf is text. Raises BadBody.

    Numbered members must count from 0 without a gap, as a server that is strict about lists wants it.
    """
    root: dict[str, JsonValue] = {}
    for name, value in pairs:
        keys = _KEY.findall(name)
        if not keys or "".join(keys) != name or keys[0].startswith("[") or len(keys) > _DEEPEST_FORM:
            raise BadBody(f"{name[:100]!r} is no name of a form")
        _plant(root, [keys[0], *(key[1:-1] for key in keys[1:])], value, name)
    return {name: _listed(value) for name, value in root.items()}


def _plant(root: dict[str, JsonValue], keys: list[str], value: str, name: str) -> None:
    here = root
    for place, key in enumerate(keys):
        key = key or str(len(here))
        if place == len(keys) - 1:
            if key in here:
                raise BadBody(f"{name[:100]!r} is given twice")
            here[key] = value
            return
        inner = here.setdefault(key, {})
        if not isinstance(inner, dict):
            raise BadBody(f"{name[:100]!r} is text and an object")
        here = inner


def _listed(value: JsonValue) -> JsonValue:
    if not isinstance(value, dict):
        return value
    members = {name: _listed(member) for name, member in value.items()}
    if members and all(name.isascii() and name.isdecimal() for name in members):
        if list(members) != [str(place) for place in range(len(members))]:
            raise BadBody("a list is not numbered from 0 in order")
        return list(members.values())
    return members


def _asked(request: WireRequest, path: str, query: str, params: Mapping[str, str]) -> Asked:
    headers = {name.lower(): value for name, value in request.headers}
    pairs = tuple(parse_qsl(query, keep_blank_values=True))
    return Asked(request.method, path, params, pairs, headers, request.content)


def _once(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return members


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{json.dumps(str(k))}:{_written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_written(item) for item in value) + "]"
    if isinstance(value, float):
        raise TypeError("amounts are never binary floats")
    return json.dumps(value, ensure_ascii=False)
