"""What a form needs to know of providers and connections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.client.options import OptionSpec
from app.client.provider import Connection, Dialect
from app.client.schemes import AuthScheme

ConnectionState = Literal["ready", "signed_out", "keyring_locked", "keyring_missing", "keyring_refused"]


@dataclass(frozen=True, slots=True)
class ConnectionCard:
    """A connection and whether it can send. `provider_title` is the provider's own name."""

    connection: Connection
    provider_title: str
    state: ConnectionState

    @property
    def mode(self) -> str:
        """practice, test or live."""
        return self.connection.mode


@dataclass(frozen=True, slots=True)
class ActionCard:
    """Something that can be done with a sent document. Its title is the word `action.<id>`."""

    id: str
    from_states: frozenset[str]
    is_irreversible: bool
    arguments: tuple[OptionSpec, ...]


@dataclass(frozen=True, slots=True)
class ProviderCard:
    """What a form needs of one provider: addresses, ways in, options, actions, lists, words.

    `words` are code -> (English, French), those common to all included.
    """

    id: str
    title: str
    dialects: tuple[Dialect, ...]
    schemes: tuple[AuthScheme, ...]
    options: tuple[OptionSpec, ...]
    actions: tuple[ActionCard, ...]
    lists: tuple[str, ...]
    numbers: Literal["ours", "theirs", "either"]
    takes: Literal["issued", "incoming"]
    wants: Literal["nothing", "page", "original"]
    has_practice: bool
    words: Mapping[str, tuple[str, str]]
