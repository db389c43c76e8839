"""ChargeOver's contract as a file, read by a library that is not ours.

The folder is named by FACTOTUM_CONTRACTS; without one there is nothing to check against, and the run
says so.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse

from app.client.transport import WireReply, WireRequest

_DEFAULT = Path(__file__).resolve().parents[4] / "shared" / "providers"
ROOT = Path(os.environ.get("FACTOTUM_CONTRACTS") or _DEFAULT)
FILE = ROOT / "chargeover" / "rest-v3.own.yaml"


@cache
def document() -> dict[str, Any]:
    with FILE.open(encoding="utf-8") as file:
        found: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader)
    return found


@cache
def _contract() -> OpenAPI:
    return OpenAPI.from_dict(document())


def check(request: WireRequest, answer: WireReply) -> None:
    """Both as the contract has them. Raises what the library raises."""
    parts = urlsplit(request.url)
    asked = MockRequest(
        f"{parts.scheme}://{parts.netloc}",
        request.method.lower(),
        parts.path,
        args=dict(parse_qsl(parts.query)),
        headers=dict(request.headers),
        data=request.content or None,
        content_type="application/json",
    )
    _contract().validate_request(asked)
    given = MockResponse(answer.content, answer.status, dict(answer.headers), "application/json")
    _contract().validate_response(asked, given)


def members(schema: str) -> set[str]:
    """The members a schema names."""
    return set(document()["components"]["schemas"][schema]["properties"])
