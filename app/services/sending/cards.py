"""Cards of providers and connections, for forms and lists."""

from __future__ import annotations

import hashlib
from typing import Final

from app.client.errors import ProviderError
from app.client.provider import Connection, Provider
from app.services.sending.doors import Doors, scheme_of
from app.services.sending.offers import ActionCard, ConnectionCard, ConnectionState, ProviderCard
from app.services.sending.wording import provider_words
from app.services.vault.problems import State, VaultProblem

_STATES: Final[dict[State, ConnectionState]] = {
    "ready": "signed_out",
    "locked": "keyring_locked",
    "missing": "keyring_missing",
    "refused": "keyring_refused",
}


def provider_card(provider: Provider, has_practice: bool) -> ProviderCard:
    """What a form needs of the provider."""
    return ProviderCard(
        id=provider.id,
        title=provider.title,
        dialects=provider.dialects,
        schemes=provider.schemes,
        options=provider.options,
        actions=tuple(
            ActionCard(a.id, a.from_states, a.is_irreversible, a.arguments) for a in provider.actions
        ),
        lists=tuple(each.id for each in provider.lists),
        numbers=provider.numbers,
        takes=provider.takes,
        wants=provider.wants,
        has_practice=has_practice,
        words=provider_words(provider),
    )


def connection_card(provider: Provider, connection: Connection, doors: Doors) -> ConnectionCard:
    """The connection and whether it can send."""
    return ConnectionCard(connection, provider.title, _state(provider, connection, doors))


def id_of(connection: Connection) -> str:
    """An id made of where the connection leads, the same on every run."""
    told = "\n".join(
        (connection.provider, connection.mode, connection.dialect, connection.base_url.rstrip("/"))
    )
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _state(provider: Provider, connection: Connection, doors: Doors) -> ConnectionState:
    if connection.mode == "practice":
        return "ready"
    scheme = scheme_of(provider, connection)
    try:
        secrets = doors.secrets(provider, connection)
        has_all = all(field.name in secrets for field in scheme.fields)
        if has_all and scheme.kind == "oauth":
            has_all = doors.tokens(connection).tokens() is not None
    except VaultProblem as problem:
        return _STATES[problem.state]
    except ProviderError:
        return "signed_out"
    return "ready" if has_all else "signed_out"
