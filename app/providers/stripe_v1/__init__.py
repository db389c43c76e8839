"""Stripe: `POST /v1/invoices` and what belongs to it."""

from __future__ import annotations

from typing import Final

from app.client.provider import Provider
from app.providers.stripe_v1 import access
from app.providers.stripe_v1.actions import ACTIONS
from app.providers.stripe_v1.errors import error_of
from app.providers.stripe_v1.flow import submit
from app.providers.stripe_v1.foresee import IGNORES, SENDS, foresee
from app.providers.stripe_v1.lists import LISTS, identify
from app.providers.stripe_v1.options import OPTIONS
from app.providers.stripe_v1.words import WORDS

PROVIDER: Final = Provider(
    id=access.ID,
    title="Stripe",
    dialects=access.DIALECTS,
    schemes=access.SCHEMES,
    limits=access.LIMITS,
    numbers="theirs",
    wants="nothing",
    takes="issued",
    options=OPTIONS,
    sends=SENDS,
    ignores=IGNORES,
    foresee=foresee,
    submit=submit,
    identify=identify,
    lists=LISTS,
    actions=ACTIONS,
    error_of=error_of,
    words=WORDS,
    request_headers=access.request_headers,
    site=access.site,
)
