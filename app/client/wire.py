"""A call as bytes: JSON with exact numbers, bracketed forms, multipart; and a fingerprint of the whole."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any
from urllib.parse import quote, urlencode

from pydantic import JsonValue

from app import __version__
from app.client.calls import Body, Call, FormBody, JsonBody, MultipartBody, Pairs
from app.client.transport import WireRequest

_IN_PATH = "/:@!$&'()*+,;=~%-._"
_AGENT = f"Factotum/{__version__}"


def wire_request(call: Call, base_url: str, extra: Sequence[tuple[str, str]] = ()) -> WireRequest:
    """The request without credentials. `extra` are the provider's headers; the call's own win.

    The same call gives the same bytes. Raises ValueError for a path that leaves the API.
    """
    url = url_of(call, base_url)
    content_type, content = body_bytes(call.body)
    return WireRequest(call.method, url, headers_of(call, content_type, extra), content)


def url_of(call: Call, base_url: str) -> str:
    """Where the call goes. Raises ValueError for a path that leaves the API."""
    if not call.path.startswith("/") or ("/." in call.path and {".", ".."} & set(call.path.split("/"))):
        raise ValueError(f"{call.path!r} is no path below the API")
    url = base_url + _encoded(call.path, _IN_PATH)
    if not call.query:
        return url
    return f"{url}?" + "&".join([f"{_encoded(name, '')}={_encoded(value, '')}" for name, value in call.query])


@lru_cache(maxsize=512)
def _encoded(text: str, safe: str) -> str:
    """The text in percent form; the few paths and names of a flow stand in call after call."""
    return quote(text, safe=safe)


def headers_of(call: Call, content_type: str, extra: Sequence[tuple[str, str]] = ()) -> Pairs:
    """The headers without credentials, names in lower case."""
    headers = {"user-agent": _AGENT, "accept": "application/json"}
    if content_type:
        headers["content-type"] = content_type
    for name, value in (*extra, *call.headers):
        headers[name.lower()] = value
    return tuple(headers.items())


def fingerprint(call: Call) -> str:
    """SHA-256 of what the call asks for: method, path, query and body."""
    told = hashlib.sha256()
    for part in (call.method, call.path, urlencode(call.query)):
        told.update(part.encode() + b"\n")
    told.update(body_bytes(call.body)[1])
    return told.hexdigest()


def body_bytes(body: Body | None) -> tuple[str, bytes]:
    """The content type and the bytes; both empty without a body."""
    match body:
        case None:
            return "", b""
        case JsonBody(value):
            return "application/json", json_text(value).encode()
        case FormBody(fields):
            return "application/x-www-form-urlencoded", urlencode(fields).encode()
        case MultipartBody():
            return _multipart(body)


def json_text(value: object) -> str:
    """Compact JSON. Decimals are numbers, digit for digit; a binary float is refused with TypeError."""
    out: list[str] = []
    _write(value, out)
    return "".join(out)


def json_value(value: object) -> JsonValue:
    """What the text of `json_text` would be read as: whole numbers as int, all others as Decimal."""
    match value:
        case None | bool() | str() | int():
            return value
        case dict():
            return {str(name): json_value(member) for name, member in value.items()}
        case list() | tuple():
            return [json_value(member) for member in value]
        case Decimal() if value.is_finite():
            number: Any = value if int(value.as_tuple().exponent) < 0 else int(value)
            told: JsonValue = number
            return told
        case _:
            raise TypeError(f"{type(value).__name__} has no exact form in JSON")


def _write(value: object, out: list[str]) -> None:
    match value:
        case str():
            out.append(encode_basestring(value))
        case None:
            out.append("null")
        case bool():
            out.append("true" if value else "false")
        case int():
            out.append(str(value))
        case Decimal() if value.is_finite():
            out.append(format(value, "f"))
        case dict():
            mark = "{"
            for name, member in value.items():
                out.append(f"{mark}{encode_basestring(str(name))}:")
                _write(member, out)
                mark = ","
            out.append("}" if value else "{}")
        case list() | tuple():
            mark = "["
            for member in value:
                out.append(mark)
                _write(member, out)
                mark = ","
            out.append("]" if value else "[]")
        case _:
            raise TypeError(f"{type(value).__name__} has no exact form in JSON")


def _multipart(body: MultipartBody) -> tuple[str, bytes]:
    boundary = _boundary(body)
    out: list[bytes] = []
    for file in body.files:
        head = f'name="{_quoted(file.name)}"; filename="{_quoted(file.filename)}"'
        out.append(f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n".encode())
        out.append(f"Content-Type: {_one_line(file.content_type)}\r\n\r\n".encode())
        out += (file.content, b"\r\n")
    for name, value in body.fields:
        head = f'name="{_quoted(name)}"'
        out.append(f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n".encode())
    out.append(f"--{boundary}--\r\n".encode())
    return f"multipart/form-data; boundary={boundary}", b"".join(out)


def _boundary(body: MultipartBody) -> str:
    """Made of the content, so that the same body has the same bytes and no part can hold it by chance."""
    told = hashlib.sha256()
    for file in body.files:
        told.update(f"{file.name}\n{file.filename}\n{len(file.content)}\n".encode() + file.content)
    told.update(_told(body.fields))
    return f"factotum-{told.hexdigest()[:40]}"


def _told(fields: Pairs) -> bytes:
    return urlencode(fields).encode()


def _quoted(text: str) -> str:
    return _one_line(text).replace('"', "%22")


def _one_line(text: str) -> str:
    return text.replace("\r", "%0D").replace("\n", "%0A")
