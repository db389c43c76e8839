"""Stripe's own contracts as files, read by a library that is not ours, with a bracket decoder of the tests'.

The folder is named by FACTOTUM_CONTRACTS; without one there is nothing to check against, and the run
says so.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_schema_validator import OAS30Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from app.client.transport import WireReply, WireRequest
from app.providers.stripe_v1.access import NEWEST, SEED

_DEFAULT = Path(__file__).resolve().parents[4] / "shared" / "providers"
ROOT = Path(os.environ.get("FACTOTUM_CONTRACTS") or _DEFAULT)
FILES = {
    SEED: ROOT / "stripe" / "api-2022-11-15.official.invoicing.json",
    NEWEST: ROOT / "stripe" / "api-2026-10-28.derived.invoicing.json",
}
IS_THERE = all(file.is_file() for file in FILES.values())


def checked(request: WireRequest, answer: WireReply) -> None:
    """The request by its call's schema, the answer by its response's. Raises what the library raises."""
    headers = {name.lower(): value for name, value in request.headers}
    version = headers["stripe-version"]
    parts = urlsplit(request.url)
    path, operation = _operation(version, request.method.lower(), parts.path)
    if request.method == "GET":
        _query(operation, path, dict(parse_qsl(parts.query)))
    else:
        content = operation.get("requestBody", {}).get("content", {})
        schema = content.get("application/x-www-form-urlencoded", {}).get("schema", {})
        told = _typed(version, schema, _nested(request.content.decode()))
        _validate(version, schema, told)
    if answer.status < 300 and (request.method, version) == ("DELETE", NEWEST):
        return  # the derived file knows only the answer that the SDK's type has, a whole invoice
    if answer.status < 300:
        response = operation["responses"]["200"]["content"]["application/json"]["schema"]
        _validate(version, response, json.loads(answer.content))
    else:
        _validate(version, {"$ref": "#/components/schemas/error"}, json.loads(answer.content))


@cache
def _document(version: str) -> dict[str, Any]:
    with FILES[version].open(encoding="utf-8") as file:
        found: dict[str, Any] = _with_nulls(json.load(file))
    return found


def _with_nulls(schema: Any) -> Any:
    """The document with null among the choices of `anyOf` and `enum` where it says `nullable` beside them."""
    if isinstance(schema, list):
        return [_with_nulls(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: _with_nulls(inner) for name, inner in schema.items()}
    if told.get("nullable") is True and isinstance(told.get("anyOf"), list):
        told["anyOf"] = [*told["anyOf"], {"enum": [None], "nullable": True}]
    if told.get("nullable") is True and isinstance(told.get("enum"), list):
        told["enum"] = [*told["enum"], None]
    return told


@cache
def _registry(version: str) -> Any:
    resource = Resource(contents=_document(version), specification=DRAFT4)
    return Registry().with_resource(f"urn:stripe:{version}", resource)


def _validate(version: str, schema: Any, told: Any) -> None:
    rooted = _rooted(schema, f"urn:stripe:{version}")
    OAS30Validator(rooted, registry=_registry(version)).validate(told)


def _rooted(schema: Any, root: str) -> Any:
    """The schema with its references led to the registered document."""
    if isinstance(schema, dict):
        return {
            name: root + inner if name == "$ref" and isinstance(inner, str) else _rooted(inner, root)
            for name, inner in schema.items()
        }
    return [_rooted(inner, root) for inner in schema] if isinstance(schema, list) else schema


@cache
def _operation(version: str, method: str, path: str) -> tuple[str, dict[str, Any]]:
    paths = _document(version)["paths"]
    best = sorted(
        (template for template in paths if method in paths[template] and _fits(template, path)),
        key=lambda template: template.count("{"),
    )
    assert best, f"the contract of {version} has no {method.upper()} {path}"
    return best[0], paths[best[0]][method]


def _fits(template: str, path: str) -> bool:
    pattern = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(template))
    return re.fullmatch(pattern, path) is not None


def _query(operation: dict[str, Any], path: str, told: dict[str, str]) -> None:
    known = {
        parameter["name"] for parameter in operation.get("parameters", []) if parameter.get("in") == "query"
    }
    unknown = {name.partition("[")[0] for name in told} - known
    assert not unknown, f"GET {path} has no {unknown}"


def _nested(text: str) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        steps = re.findall(r"[^\[\]]+", name)
        here = root
        for step in steps[:-1]:
            here = here.setdefault(step, {})
        assert steps[-1] not in here, f"{name} is sent twice"
        here[steps[-1]] = value
    return root


def _typed(version: str, schema: dict[str, Any], told: Any) -> Any:
    """Texts as the types that the schema wants, so that it can judge them; others stay as they are."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return _typed(version, _document(version)["components"]["schemas"][name], told)
    if "anyOf" in schema:
        fitting = [option for option in schema["anyOf"] if _is_of(option, told)]
        return _typed(version, fitting[0], told) if fitting else told
    if isinstance(told, dict):
        if schema.get("type") == "array":
            listed = [told[str(place)] for place in range(len(told))]
            return [_typed(version, schema["items"], item) for item in listed]
        members = schema.get("properties", {})
        return {name: _typed(version, members.get(name, {}), inner) for name, inner in told.items()}
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", told):
        return int(told)
    if schema.get("type") == "number" and re.fullmatch(r"-?\d+(\.\d+)?", told):
        return float(told)
    if schema.get("type") == "boolean" and told in ("true", "false"):
        return told == "true"
    return told


def _is_of(schema: dict[str, Any], told: Any) -> bool:
    if isinstance(told, dict):
        return schema.get("type") in ("object", "array") or "$ref" in schema
    if told == "":
        return schema.get("enum") == [""]
    return schema.get("type") not in ("object", "array") and schema.get("enum") != [""]
