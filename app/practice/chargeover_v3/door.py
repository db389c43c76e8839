"""What ChargeOver does with a request before looking at it: who asks, for what, in which form.

Basic and the older signed way in (COv1) are both taken. The signature is the hexadecimal HMAC-SHA256
of `public||url in lower case||nonce||time||body` under the private key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest

PUBLIC_KEY: Final = "practice-chargeover-public-key"
PRIVATE_KEY: Final = "practice-chargeover-private-key"

_ROOT: Final = "/api/v3"
_SIGNED: Final = re.compile(r'co_([a-z_]+)="([^"]*)"')
_EFFECTS: Final = frozenset({"_flag_emails", "_flag_quickbooks", "_flag_webhooks", "_flag_events"})


class Declined(Exception):
    """The answer is a refusal with this status and sentence."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the server understands it. `steps` is its path behind the API's root."""

    method: str
    root: str
    steps: tuple[str, ...]
    query: Mapping[str, str]
    body: JsonValue


def read(request: WireRequest) -> Asked:
    """The request, once its sender is known. Raises Declined."""
    parts = urlsplit(request.url)
    if not parts.path.startswith(f"{_ROOT}/"):
        raise Declined(404, "Not found.")
    headers = {name.lower(): value for name, value in request.headers}
    _check_sender(request, headers.get("authorization", ""))
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    asked = dict(pairs)
    if len(asked) != len(pairs):
        raise Declined(400, "A query parameter is given twice.")
    for name in _EFFECTS & asked.keys():
        if asked[name] not in ("0", "1"):
            raise Declined(400, f"Invalid value for {name}.")
    return Asked(
        request.method,
        f"{parts.scheme}://{parts.netloc}{_ROOT}",
        tuple(unquote(step) for step in parts.path.removeprefix(f"{_ROOT}/").split("/")),
        {name: value for name, value in asked.items() if name not in _EFFECTS},
        _json(request, headers.get("content-type", "")),
    )


def _json(request: WireRequest, kind: str) -> JsonValue:
    if request.method == "GET":
        return None
    if kind.partition(";")[0].strip().lower() != "application/json":
        raise Declined(400, "The Content-Type must be application/json.")
    try:
        found: JsonValue = json.loads(request.content.decode("utf-8"), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise Declined(400, "The request body is not valid JSON.") from None
    return found


def _check_sender(request: WireRequest, header: str) -> None:
    scheme, _, rest = header.partition(" ")
    if scheme.lower() == "basic":
        expected = f"{PUBLIC_KEY}:{PRIVATE_KEY}".encode()
        try:
            given = base64.b64decode(rest, validate=True)
        except (ValueError, binascii.Error):
            given = b""
        if hmac.compare_digest(given, expected):
            return
        raise _unauthorised("Invalid username or password.")
    if scheme == "ChargeOver":
        _check_signature(request, dict(_SIGNED.findall(rest)))
        return
    raise _unauthorised("Missing (basic) authorization header.")


def _check_signature(request: WireRequest, told: Mapping[str, str]) -> None:
    if told.get("signature_method") != "HMAC-SHA256" or told.get("version") != "1.0":
        raise _unauthorised("Unsupported signature method.")
    nonce, time = told.get("nonce", ""), told.get("timestamp", "")
    if len(nonce) != 8 or not time.isdigit():
        raise _unauthorised("Invalid nonce or timestamp.")
    body = request.content.decode("utf-8", "replace")
    signed = "||".join((told.get("public_key", ""), request.url.lower(), nonce, time, body))
    expected = hmac.new(PRIVATE_KEY.encode(), signed.encode(), hashlib.sha256).hexdigest()
    is_known = told.get("public_key") == PUBLIC_KEY
    if not is_known or not hmac.compare_digest(told.get("signature", ""), expected):
        raise _unauthorised("Invalid signature.")


def _unauthorised(reason: str) -> Declined:
    return Declined(401, f"Invalid or incorrect authorization [{reason}]")


def good(response: object, status: int = 200, location: str = "", details: bool = True) -> WireReply:
    """A good envelope. Lists come without `details`."""
    told: dict[str, object] = {"code": status, "status": "OK", "message": ""}
    if details:
        told["details"] = {}
    headers = {"content-type": "application/json"}
    if location:
        headers["location"] = location
    return WireReply(status, headers, encoded({**told, "response": response}))


def refusal(status: int, message: str) -> WireReply:
    """An error envelope."""
    told = {"code": status, "status": "Error", "message": message, "details": {}, "response": False}
    return WireReply(status, {"content-type": "application/json"}, encoded(told))


def encoded(value: object) -> bytes:
    """JSON whose numbers have the digits of their Decimals."""
    return _written(value).encode("utf-8")


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{json.dumps(str(k))}:{_written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(_written(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
