"""Makes plans: the submission as it would be frozen, its fields, its problems, its requests. No network."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from pydantic import JsonValue

from app.client.calls import Call, FormBody, JsonBody, MultipartBody, Pairs
from app.client.errors import ProviderError
from app.client.provider import Attachment, Connection, Provider, Submission
from app.client.rehearsal import rehearse
from app.client.wire import headers_of, json_value, url_of
from app.domain.draft import Draft
from app.domain.problems import Problem
from app.domain.totals import compute
from app.services.sending import learning
from app.services.sending.doors import scheme_of
from app.services.sending.planned import Plan, PlannedRequest

PDF: Final = "application/pdf"
_TYPES: Final[Mapping[type, str]] = {
    JsonBody: "application/json",
    FormBody: "application/x-www-form-urlencoded",
    MultipartBody: "multipart/form-data",
}
_SIGNED: Final = {
    "bearer": "Bearer {token}",
    "oauth": "Bearer {access_token}",
    "raw": "{token}",
    "basic": "Basic {user}:{password}",
    "signed": "ChargeOver {signature}",
}


def submission(
    provider: Provider,
    connection: Connection,
    draft: Draft,
    *,
    key: str,
    today: date,
    options: Mapping[str, JsonValue],
    known: Mapping[str, str],
    page: Attachment | None,
    original: Attachment | None,
) -> Submission:
    """What would be frozen. Options: defaults of the connection, then the document's, then those given."""
    specs = {spec.name for spec in provider.options if spec.level == "document"}
    stated = draft.provider_options.get(provider.id, {})
    chosen: dict[str, Any] = {n: v for n, v in connection.settings.items() if n in specs}
    chosen |= stated if isinstance(stated, dict) else {}
    chosen |= options
    return Submission(
        key=key,
        connection=connection,
        draft=draft,
        totals=compute(draft),
        today=today,
        options=chosen,
        known=known,
        page=page if provider.wants == "page" else None,
        original=original if provider.wants == "original" else None,
    )


def plan(provider: Provider, frozen: Submission) -> Plan:
    """What becomes of this submission. A draft with blocking problems may have no requests to show."""
    foresight = provider.foresee(frozen)
    problems = (*_option_problems(provider, frozen), *map(_bare, foresight.problems))
    is_blocked = any(problem.severity == "error" for problem in problems)
    try:
        calls, _receipt = rehearse(provider.submit(frozen))
    except (ProviderError, ArithmeticError, LookupError, TypeError, ValueError):
        if not is_blocked:
            raise
        calls = ()
    fields = learning.shown(foresight.fields, frozen, calls)
    shown = tuple(_shown(provider, frozen.connection, calls))
    return Plan(frozen, fields, problems, shown, foresight.is_final)


def page_of(number: str, content: bytes) -> Attachment:
    """Our page as a file that goes along."""
    name = "".join(c if c.isalnum() or c in "-_." else "-" for c in number) or "invoice"
    return Attachment(f"{name}.pdf", PDF, content, hashlib.sha256(content).hexdigest())


def _bare(problem: Problem) -> Problem:
    """The problem by its bare code, as all are told; its words stand under `problem.<code>`."""
    return replace(problem, code=problem.code.removeprefix("problem."))


def _option_problems(provider: Provider, frozen: Submission) -> list[Problem]:
    """Names the provider does not know: a mistyped option must not be lost in silence."""
    known = {spec.name for spec in provider.options if spec.level == "document"}
    heads = {name.partition(".")[0] for name in known}
    return [
        Problem(f"provider_options.{provider.id}.{name}", "unknown_option", "error", {"option": name})
        for name in frozen.options
        if name not in known and name not in heads
    ]


def _shown(provider: Provider, connection: Connection, calls: Iterable[Call]) -> Iterator[PlannedRequest]:
    base_url = provider.base_url(connection)
    extra = tuple(provider.request_headers(connection))
    signature = ("authorization", _SIGNED[scheme_of(provider, connection).kind])
    headers: dict[Pairs, Pairs] = {}
    for call in calls:
        url = url_of(call, base_url).replace("%7B", "{").replace("%7D", "}")
        content_type = (("content-type", _TYPES[type(call.body)]),) if call.body else ()
        own = headers.get(call.headers)
        if own is None:
            own = headers[call.headers] = headers_of(call, "", extra)
        yield PlannedRequest(call.step, call.method, url, (*own, *content_type, signature), _body(call))


def _body(call: Call) -> JsonValue:
    match call.body:
        case JsonBody(value):
            return json_value(value)
        case FormBody(fields):
            return _members(fields)
        case MultipartBody(files, fields):
            told: dict[str, JsonValue] = {
                file.name: {
                    "filename": file.filename,
                    "content_type": file.content_type,
                    "bytes": len(file.content),
                }
                for file in files
            }
            return {**told, **_members(fields)}
        case _:
            return None


def _members(fields: Pairs) -> dict[str, JsonValue]:
    members: dict[str, JsonValue] = {}
    for name, value in fields:
        before = members.get(name)
        if before is None:
            members[name] = value
        elif isinstance(before, list):
            before.append(value)
        else:
            members[name] = [before, value]
    return members
