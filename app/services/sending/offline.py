"""A plan of a draft that is in no store, for an account that nobody has yet. No network, no secrets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic import JsonValue

from app.client.provider import Attachment, Connection, Provider
from app.domain.draft import Draft
from app.domain.totals import compute
from app.providers import provider as provider_of
from app.services.sending import planning
from app.services.sending.planned import Plan

NO_KEY = "00000000-0000-0000-0000-000000000000"
"""The key of a plan that is only looked at, so that it is the same every time."""
PLACE: Final = frozenset({"dialect", "base_url"})
FILE: Final = b"{file}"
"""What stands in a plan for a file that only the send has."""


def plan_offline(
    draft: Draft,
    provider_id: str,
    options: Mapping[str, JsonValue],
    today: date,
    *,
    page: bytes | None = None,
) -> Plan:
    """What sending it would be. Raises KeyError for an unknown provider.

    `options` are the document's; among them the connection's own may stand, and `dialect` and `base_url`.
    `page` is drawn if the provider wants one and none is given; a supplier's file is stood in for.
    """
    provider = provider_of(provider_id)
    original = None
    if provider.wants == "page" and page is None:
        from app.documents import render_pdf

        page = render_pdf(draft, compute(draft), stage="issued")
    if provider.wants == "original":
        original = Attachment("{file}", planning.PDF, FILE, hashlib.sha256(FILE).hexdigest())
    submission = planning.submission(
        provider,
        _connection(provider, options),
        draft,
        key=NO_KEY,
        today=today,
        options={name: value for name, value in options.items() if name not in _of_connection(provider)},
        known={},
        page=planning.page_of(draft.number, page) if page is not None else None,
        original=original,
    )
    return planning.plan(provider, submission)


def _connection(provider: Provider, options: Mapping[str, JsonValue]) -> Connection:
    """An account nobody has yet, as the options describe it."""
    own = _of_connection(provider) - PLACE
    return Connection(
        provider=provider.id,
        mode="test",
        dialect=_text(options.get("dialect")),
        base_url=_text(options.get("base_url")),
        settings={name: options[name] for name in own if name in options},
    )


def _of_connection(provider: Provider) -> frozenset[str]:
    return PLACE | {option.name for option in provider.options if option.level == "connection"}


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""
