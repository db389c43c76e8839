"""The published contracts, and an independent judge of requests and answers by them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse

from app.client.transport import WireReply, WireRequest

_DEFAULT = Path(__file__).resolve().parents[4] / "shared" / "providers"
ROOT = Path(os.environ.get("FACTOTUM_CONTRACTS") or _DEFAULT)


def contract(name: str) -> Path | None:
    """The file of a contract, or None when it is not on this machine."""
    path = ROOT / name
    return path if path.is_file() else None


class Judge:
    """Holds each exchange against a contract. `silent_on` are paths that the contract does not print."""

    def __init__(self, path: Path, server: str = "", silent_on: tuple[tuple[str, str], ...] = ()) -> None:
        text = path.read_text(encoding="utf-8")
        spec: dict[str, Any] = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
        if server:
            spec["servers"] = [{"url": server}]
        for operations in spec["paths"].values():
            for operation in operations.values():
                if isinstance(operation, dict):
                    operation["security"] = []
        spec["security"] = []
        self._openapi = OpenAPI.from_dict(spec)
        self._silent_on = silent_on
        self.judged = 0

    def __call__(self, request: WireRequest, answer: WireReply) -> None:
        """Raises what openapi-core finds."""
        split = urlsplit(request.url)
        if (request.method, split.path) in self._silent_on:
            return
        headers = {name: value for name, value in request.headers if name != "content-type"}
        kind = dict(request.headers).get("content-type", "application/json")
        asked = MockRequest(
            f"{split.scheme}://{split.netloc}",
            request.method.lower(),
            split.path,
            args=dict(parse_qsl(split.query)),
            headers=headers,
            data=request.content or None,
            content_type=kind,
        )
        self._openapi.validate_request(asked)
        if answer.status != 204:
            said = MockResponse(
                answer.content,
                answer.status,
                content_type=answer.headers.get("content-type", "").partition(";")[0],
            )
            self._openapi.validate_response(asked, said)
        self.judged += 1
