"""A plan of a draft that is in no store, for an account that nobody has yet. No network, no secrets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from app.client.provider import Attachment, Connection
from app.domain.draft import Draft
from app.domain.totals import compute
from app.providers import provider as provider_of
from app.services.sending import planning
from app.services.sending.planned import Plan

NO_KEY = "00000000-0000-0000-0000-000000000000"
"""The key of a plan that is only looked at, so that it is the same every time."""


def plan_offline(draft: Draft, provider_id: str, options: Mapping[str, JsonValue], today: date) -> Plan:
    """What sending it would be. Raises KeyError for an unknown provider.

    The page is drawn if the provider wants one; a supplier's file stands in it as an empty one.
    """
    provider = provider_of(provider_id)
    page = original = None
    if provider.wants == "page":
        from app.documents import render_pdf

        page = planning.page_of(draft.number, render_pdf(draft, compute(draft), stage="issued"))
    if provider.wants == "original":
        original = Attachment("{file}", planning.PDF, b"", hashlib.sha256(b"").hexdigest())
    submission = planning.submission(
        provider,
        Connection(provider=provider.id, mode="test"),
        draft,
        key=NO_KEY,
        today=today,
        options=options,
        known={},
        page=page,
        original=original,
    )
    return planning.plan(provider, submission)
