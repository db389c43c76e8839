"""What a provider is: one value that its folder declares and `app.providers.PROVIDERS` lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from pydantic import Field, JsonValue

from app.client.calls import Flow, Receipt, Reply
from app.client.errors import ProviderError
from app.client.options import OptionSpec
from app.client.plan import PlannedField
from app.client.schemes import AuthScheme
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.parties import Value
from app.domain.problems import Problem

Mode = Literal["practice", "test", "live"]
_HOST_LABEL: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


class Connection(Value):
    """One account at one provider, without its secrets: those are in the keyring under `id`."""

    id: str = Field("", max_length=64, description="empty: not saved yet")
    provider: str
    title: str = Field("", max_length=200, description="what the person calls it")
    mode: Mode = "practice"
    dialect: str = ""
    base_url: str = Field("", max_length=500, description="empty: the dialect's own")
    scheme: str = Field("", description="how it signs in, an AuthScheme of the provider")
    account: str = Field("", max_length=500, description="who the last test said we are")
    settings: dict[str, JsonValue] = Field(default_factory=dict, description="options of level connection")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along, byte for byte."""

    filename: str
    content_type: str
    content: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Submission:
    """All that a flow may know. Frozen before the first call, kept with the outbox entry.

    `key` is the entry's own id, a UUID: references and idempotency keys are made of it. `options`
    are the document's, defaults of the connection applied. `known` are ids at the provider learned
    before, by `customer:<contact id>`, `item:<catalogue id>`. `page` is our PDF, `original` the
    supplier's file; a provider that wants neither gets neither.
    """

    key: str
    connection: Connection
    draft: Draft
    totals: Totals
    today: date
    options: Mapping[str, JsonValue]
    known: Mapping[str, str] = field(default_factory=dict)
    page: Attachment | None = None
    original: Attachment | None = None

    def learned(self, *, customer: str = "", supplier: str = "", items: Mapping[str, str]) -> dict[str, str]:
        """Ids of theirs as a receipt tells them; `items` by row. Those of no contact or item are left out."""
        found = {
            f"customer:{self.draft.buyer.contact_id}": customer if self.draft.buyer.contact_id else "",
            f"supplier:{self.draft.seller.contact_id}": supplier if self.draft.seller.contact_id else "",
        }
        for line in self.draft.lines:
            if line.product is not None and line.product.catalogue_id:
                found[f"item:{line.product.catalogue_id}"] = items.get(line.id, "")
        return {name: remote_id for name, remote_id in found.items() if remote_id}

    def line_options(self, row_id: str) -> Mapping[str, JsonValue]:
        """The options of one line for this provider."""
        for line in self.draft.lines:
            if line.id == row_id:
                stated = line.provider_options.get(self.connection.provider)
                return stated if isinstance(stated, dict) else {}
        return {}


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way the provider speaks: its address, and a word of its own (`dialect.<id>`)."""

    id: str
    base_url: str
    is_base_url_known: bool = True


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `requests` in any `window_s` seconds, for paths that begin so (all, if empty)."""

    requests: int
    window_s: float
    path: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the credentials belong to, in the provider's words. `mode` if it tells test from live."""

    name: str
    detail: str = ""
    mode: Mode | None = None
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoteRecord:
    """One entry of a provider's list: a customer, a product, a template, a tax rate."""

    id: str
    title: str
    detail: str = ""
    words: str = ""
    """all one might type to find it: names, numbers, mail addresses"""
    body: Mapping[str, JsonValue] = field(default_factory=dict)
    """what a flow needs of it later, nothing more"""


@dataclass(frozen=True, slots=True)
class RemotePage:
    """One page of a list; `cursor` is empty on the last."""

    records: tuple[RemoteRecord, ...]
    cursor: str = ""
    total: int | None = None


@dataclass(frozen=True, slots=True)
class RemoteList:
    """A list one can leaf through. Its title is the word `list.<id>`."""

    id: str
    page: Callable[[Connection, str], Flow[RemotePage]]


@dataclass(frozen=True, slots=True)
class ActionRequest:
    """Something to be done with a document that is there. `arguments` by the action's own specs.

    `related` is the remote id of another document it concerns, e.g. the invoice a credit note corrects.
    """

    key: str
    connection: Connection
    remote_id: str
    draft: Draft
    totals: Totals
    today: date
    arguments: Mapping[str, JsonValue] = field(default_factory=dict)
    related: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done afterwards. Its title is the word `action.<id>`.

    `from_states` are the receipt's states in which it makes sense.
    """

    id: Literal[
        "fetch", "finalise", "email", "pdf", "mark_paid", "void", "delete", "link_credit_note", "from_quote"
    ]
    flow: Callable[[ActionRequest], Flow[Receipt]]
    from_states: frozenset[str]
    is_irreversible: bool = False
    arguments: tuple[OptionSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class Foresight:
    """What a provider will make of a submission: every field, and what stands in the way.

    `is_final`: what is made cannot be deleted there afterwards.
    """

    fields: tuple[PlannedField, ...]
    problems: tuple[Problem, ...] = ()
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class Provider:
    """One endpoint of one provider, whole.

    `sends` and `ignores` together name every path of `app.domain.fields`, or a prefix of it; an
    ignored one with the word code of its reason. `wants` says which file a submission must carry.
    `words` are code -> (English, French).
    """

    id: str
    title: str
    dialects: tuple[Dialect, ...]
    schemes: tuple[AuthScheme, ...]
    limits: tuple[Limit, ...]
    numbers: Literal["ours", "theirs", "either"]
    wants: Literal["nothing", "page", "original"]
    takes: Literal["issued", "incoming"]
    options: tuple[OptionSpec, ...]
    sends: frozenset[str]
    ignores: Mapping[str, str]
    foresee: Callable[[Submission], Foresight]
    submit: Callable[[Submission], Flow[Receipt]]
    identify: Callable[[Connection], Flow[Identity]]
    lists: tuple[RemoteList, ...]
    actions: tuple[Action, ...]
    error_of: Callable[[Reply, Draft | None], ProviderError]
    """the error behind a reply whose status its call does not accept"""
    words: Mapping[str, tuple[str, str]]
    request_headers: Callable[[Connection], Sequence[tuple[str, str]]] = lambda _connection: ()
    """what every call carries beside credentials: versions, sources"""
    site: Callable[[Connection], str] = lambda _connection: ""
    """where a person sees her documents in a browser; empty: at the host that is called"""

    def dialect(self, connection: Connection) -> Dialect:
        """The dialect the connection speaks; the first if it names none."""
        return next((d for d in self.dialects if d.id == connection.dialect), self.dialects[0])

    def base_url(self, connection: Connection) -> str:
        """Where the connection's calls go, without a slash at the end.

        `{name}` in a dialect's address stands for the connection's setting of that name, one label of
        a host; it stays as it is where no such setting is.
        """
        if connection.base_url:
            return connection.base_url.rstrip("/")
        address = self.dialect(connection).base_url
        for name, value in connection.settings.items():
            if isinstance(value, str) and _HOST_LABEL.fullmatch(value):
                address = address.replace(f"{{{name}}}", value)
        return address.rstrip("/")
