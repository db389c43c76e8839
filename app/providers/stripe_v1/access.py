"""Where Stripe is, how one signs in, which version is spoken, and how a call is made safe to repeat."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping
from typing import Final

from pydantic import JsonValue

from app.client.calls import FREE, Call, Repeat, Reply
from app.client.provider import Connection, Dialect, Limit
from app.client.schemes import AuthScheme, SecretField
from app.providers.stripe_v1 import forms

ID: Final = "stripe_v1"
BASE_URL: Final = "https://api.stripe.com"
SEED: Final = "2022-11-15"
NEWEST: Final = "2026-10-28.endive"
DIALECTS: Final = (Dialect(SEED, BASE_URL), Dialect(NEWEST, BASE_URL))

KEY_PATTERN: Final = r"(sk|rk)_(test|live)_[A-Za-z0-9_]{8,250}"
SCHEMES: Final = (
    AuthScheme("key", "bearer", (SecretField("token", pattern=KEY_PATTERN),)),
    AuthScheme("basic", "basic", (SecretField("user", pattern=KEY_PATTERN), SecretField("password"))),
)
"""The key as bearer, or as user with an empty password. Source: docs.stripe.com/api/authentication."""

LIMITS: Final = (Limit(25, 1.0),)
"""25 a second is allowed in a sandbox and for one endpoint live. Source: docs.stripe.com/rate-limits."""

KEY_LASTS_S: Final = 23 * 3600.0
"""Stripe keeps an idempotency key at least 24 hours; an hour is left for clocks that differ."""

Find = Callable[[], Generator[Call, Reply, Reply | None]]


def is_newest(connection: Connection) -> bool:
    """Whether the connection speaks the newest version rather than the seed's."""
    return connection.dialect == NEWEST


def request_headers(connection: Connection) -> tuple[tuple[str, str], ...]:
    """The version, always; the connected account, if one is set."""
    version = ("Stripe-Version", NEWEST if is_newest(connection) else SEED)
    account = connection.settings.get("stripe_account")
    return (version, ("Stripe-Account", account)) if isinstance(account, str) and account else (version,)


def site(connection: Connection) -> str:
    """The page of invoices in Stripe's dashboard. Source: docs.stripe.com/dashboard/basics."""
    return f"https://dashboard.stripe.com/{'test/' if connection.mode == 'test' else ''}invoices"


def idempotency_key(key: str, step: str) -> str:
    """The same for the same step of the same entry, on any machine and after any crash."""
    return "factotum-" + hashlib.sha256(f"{key}\n{step}".encode()).hexdigest()


def post(
    key: str,
    step: str,
    path: str,
    members: Mapping[str, object],
    *,
    sample: JsonValue = None,
    find: Find | None = None,
    row: str = "",
) -> Call:
    """A call with an effect, which Stripe recognises by its key; `find` looks for it when that has lapsed."""
    return Call(
        step,
        "POST",
        path,
        headers=(("Idempotency-Key", idempotency_key(key, step)),),
        body=forms.form(members),
        repeat=Repeat("keyed", KEY_LASTS_S, find),
        sample=sample,
        row=row,
    )


def get(
    step: str,
    path: str,
    members: Mapping[str, object] | None = None,
    *,
    sample: JsonValue = None,
    accepts: frozenset[int] = frozenset(),
) -> Call:
    """A call that only reads."""
    return Call(
        step, "GET", path, query=forms.pairs(members or {}), repeat=FREE, accepts=accepts, sample=sample
    )
