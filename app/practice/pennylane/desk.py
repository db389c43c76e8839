"""What every Pennylane simulator does at the door: read the request, check the token, shape the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from email import policy
from email.parser import BytesParser
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest

TOKEN: Final = "practice-pennylane-token"
READ_ONLY_TOKEN: Final = "practice-pennylane-reading-token"
"""Signs in with the scopes that end in `:readonly` only."""

_DEEPEST: Final = 40
_NESTED: Final = re.compile(rb"[\[{]")


class Declined(Exception):
    """The answer is a refusal: its status and its body."""

    def __init__(self, status: int, body: JsonValue) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


@dataclass(frozen=True, slots=True)
class File:
    """One file of a multipart body."""

    name: str
    filename: str
    content_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the server understands it. `path` begins behind the API's root."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    content: bytes = field(repr=False)

    def json(self) -> JsonValue:
        """The body as JSON with exact numbers. Raises Declined."""
        if self.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise malformed("Content-Type header must be application/json")
        if len(_NESTED.findall(self.content)) > 100_000:
            raise malformed("The request body is too deep")
        try:
            read: JsonValue = json.loads(self.content.decode("utf-8"), parse_float=Decimal)
        except (ValueError, RecursionError):
            raise malformed("The request body is not JSON") from None
        return read

    def files(self) -> tuple[tuple[File, ...], Mapping[str, str]]:
        """The files and fields of a multipart body. Raises Declined."""
        kind = self.headers.get("content-type", "")
        if not kind.startswith("multipart/form-data"):
            raise malformed("Content-Type header must be multipart/form-data")
        head = f"Content-Type: {kind}\r\n\r\n".encode()
        parts = BytesParser(policy=policy.HTTP).parsebytes(head + self.content)
        files, fields = [], {}
        for part in parts.iter_parts():
            name = str(part.get_param("name", "", header="content-disposition"))
            content = part.get_payload(decode=True)
            raw = content if isinstance(content, bytes) else b""
            filename = part.get_filename()
            if filename is None:
                fields[name] = raw.decode("utf-8", "replace")
            else:
                files.append(File(name, filename, part.get_content_type(), raw))
        return tuple(files), fields


def asked(request: WireRequest, roots: tuple[str, ...]) -> Asked:
    """The request, its path cut at the first of these resources. Raises Declined when there is none."""
    split = urlsplit(request.url)
    steps = split.path.split("/")
    place = next((n for n, step in enumerate(steps) if step in roots), None)
    if place is None:
        raise not_found("Not Found")
    return Asked(
        request.method.upper(),
        "/" + "/".join(steps[place:]),
        dict(parse_qsl(split.query, keep_blank_values=True)),
        {name.lower(): value for name, value in request.headers},
        request.content,
    )


def admit(request: Asked, scope: str, *, raw: bool = False) -> None:
    """Let the request pass if its token has the scope. `raw`: the token may stand without `Bearer`."""
    given = request.headers.get("authorization", "")
    scheme, _, token = given.partition(" ")
    if raw and not token:
        scheme, token = "Bearer", given
    if scheme.lower() != "bearer" or token not in (TOKEN, READ_ONLY_TOKEN):
        raise Declined(401, {"error": "The access token is invalid", "status": 401})
    if token == READ_ONLY_TOKEN and request.method != "GET":
        sentence = f'Access to this resource requires scope "{scope}:all".'
        raise Declined(403, {"error": sentence, "status": 403})


def malformed(message: str, code: str = "ValidateError", place: str = "") -> Declined:
    """400, as a violated schema is answered."""
    body: dict[str, JsonValue] = {"message": message, "code": code}
    if place:
        body["field"] = place
    return Declined(400, body)


def not_found(sentence: str) -> Declined:
    """404."""
    return Declined(404, {"error": sentence, "status": 404})


def conflict(sentence: str) -> Declined:
    """409."""
    return Declined(409, {"error": sentence, "status": 409})


def unprocessable(sentence: str) -> Declined:
    """422, as a violated rule of business is answered."""
    return Declined(422, {"error": sentence, "status": 422})


def answer(status: int, body: JsonValue = None, *, count: int = 0) -> WireReply:
    """A JSON answer with the headers every answer has; no body for 204."""
    headers = {
        "ratelimit-limit": "25",
        "ratelimit-remaining": "24",
        "ratelimit-reset": "1",
        "x-request-id": f"practice-{count}",
    }
    if status == 204:
        return WireReply(204, headers)
    headers["content-type"] = "application/json; charset=utf-8"
    return WireReply(status, headers, _written(body).encode())


def _written(body: JsonValue) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
