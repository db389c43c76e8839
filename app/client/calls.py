"""What a flow is made of: calls it yields, replies it is sent, a receipt it returns.

A flow is a generator without input or output of its own. It is deterministic: the same submission
and the same replies give the same calls in the same order. That is what lets a send continue after
a crash: the flow is run again from its start, and every step with a kept reply is answered from it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from pydantic import JsonValue

T = TypeVar("T")

Method = Literal["GET", "POST", "PUT", "DELETE"]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON document. Decimals are written as JSON numbers, digit for digit."""

    value: object


@dataclass(frozen=True, slots=True)
class FormBody:
    """`application/x-www-form-urlencoded`, in this order; names may hold brackets."""

    fields: Pairs


@dataclass(frozen=True, slots=True)
class FilePart:
    """One file of a multipart body. `name` is the form field."""

    name: str
    filename: str
    content_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """`multipart/form-data`: files, then plain fields."""

    files: tuple[FilePart, ...]
    fields: Pairs = ()


Body = JsonBody | FormBody | MultipartBody


@dataclass(frozen=True, slots=True)
class Reply:
    """What a provider answered. `body` is None when the answer is no JSON; then `text` has its words.

    Header names are in lower case. Everything in it is untrusted: read it with `app.client.answers`.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: JsonValue = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """What may be done about a call whose answer never came.

    free: the same again; it reads, or has the same effect however often it is done.
    keyed: the same again with the same key, which the provider recognises for `key_lasts_s`
        seconds; after that as `look_up` if `find` is given, else as `ask`.
    look_up: first `find` whether it was done. `find` yields calls that only read and returns the
        reply as the lost one would have been, or None if nothing is there. As long as the lost
        request may still be on its way (`settles_after_s`), nothing there is not yet an answer.
    ask: nobody can know; the person decides.
    """

    kind: Literal["free", "keyed", "look_up", "ask"]
    key_lasts_s: float = 0.0
    find: Callable[[], Generator[Call, Reply, Reply | None]] | None = None
    settles_after_s: float = 30.0


FREE: Final = Repeat("free")
ASK: Final = Repeat("ask")


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `step` names it within its flow and stays the same on every run of it.

    `path` is relative to the connection's base URL. `headers` never hold credentials: the driver
    adds those. `accepts` are statuses beside 200 to 299 that the flow reads itself; any other is
    raised into the flow's caller as a ProviderError. `sample` is the reply body a plan supposes
    where no network is: what only a real answer can tell stands in it as "{step.member}". `row` is
    the id of the draft's row the call is about, if it is about one: a refusal's path may leave it open.
    """

    step: str
    method: Method
    path: str
    query: Pairs = ()
    headers: Pairs = ()
    body: Body | None = None
    repeat: Repeat = ASK
    accepts: frozenset[int] = frozenset()
    sample: JsonValue = None
    row: str = ""

    @property
    def only_reads(self) -> bool:
        """Whether nothing changes at the provider by this call."""
        return self.method == "GET"


Flow = Generator[Call, Reply, T]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person is to know about an answer: a code of the provider's words."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is at the provider now.

    `state` is ours for theirs. `links` are `pdf`, `page`, `self`; those that expire are asked for
    again when wanted. `stored` is what the provider says it holds, by the paths of the plan (see
    `app.client.plan`), as canonical text; a path that is not told is absent. `learned` are ids of
    theirs, found or made on the way, by `customer:<contact id>`, `supplier:<contact id>` and
    `item:<catalogue id>` of ours.
    """

    remote_id: str
    number: str = ""
    state: Literal["draft", "open", "paid", "void", "incomplete", "unknown"] = "unknown"
    links: Mapping[str, str] = field(default_factory=dict)
    stored: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    learned: Mapping[str, str] = field(default_factory=dict)
