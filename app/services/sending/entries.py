"""The outbox as a person sees it: one entry for each thing that is to be done at a provider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from app.client.calls import Receipt
from app.client.plan import PlannedField
from app.client.verdict import Judgement

EntryState = Literal["queued", "sending", "looking", "waiting", "asking", "done", "refused", "withdrawn"]
"""queued: leaves with the next drain. sending: under way in some window, or that window died. looking: an
answer was lost, and it is being looked for. waiting: until `next_attempt_at`, or, without one, until the
connection is mended (`error` says what). asking: only a person can know. The others are final."""

LIVE: Final[frozenset[EntryState]] = frozenset({"queued", "sending", "looking", "waiting", "asking"})
SUBMIT: Final = "submit"


@dataclass(frozen=True, slots=True)
class Failure:
    """A ProviderError as it is kept: its class in `kind`, the rest as there. See `failure_text`."""

    kind: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    detail: str = ""
    path: str = ""
    status: int | None = None
    request_id: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `action` is `submit`, or an action of the provider on what an earlier entry made.

    `number` and `buyer` are as the document had them when it was queued; of a supplier's document `buyer`
    is the supplier. `verdict` is the state of the judgement, empty until it is done.
    """

    id: str
    document_id: str
    connection_id: str
    provider: str
    action: str
    state: EntryState
    created_at: datetime
    updated_at: datetime
    attempts: int = 0
    next_attempt_at: datetime | None = None
    error: Failure | None = None
    receipt: Receipt | None = None
    verdict: Literal["", "proven", "changed", "differs", "unproven"] = ""
    related: str = ""
    number: str = ""
    buyer: str = ""
    payable: str = ""
    currency: str = ""
    queued_by: str = ""

    @property
    def waits_for_network(self) -> bool:
        """Whether nothing but a network is missing for it to go on."""
        kind = self.error.kind if self.error is not None else ""
        return self.state in ("waiting", "looking") and kind in ("Unreachable", "Interrupted")

    @property
    def is_live(self) -> bool:
        """Whether something is still to come of it."""
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class StepCard:
    """One request of an entry. `status` is None while its outcome is open; 0: nothing was sent; -1: a person
    says it was not done."""

    step: str
    changes: bool
    intended_at: datetime
    answered_at: datetime | None
    status: int | None


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """An entry with all that is kept of it."""

    entry: Entry
    steps: tuple[StepCard, ...]
    fields: tuple[PlannedField, ...]
    judgement: Judgement | None

    @property
    def left_there(self) -> tuple[str, ...]:
        """The steps that did change something at the provider."""
        return tuple(s.step for s in self.steps if s.changes and s.status and 200 <= s.status < 300)


@dataclass(frozen=True, slots=True)
class DrainReport:
    """What a drain did. `next_at` is when something waiting may leave, None if nothing waits for a time."""

    done: int = 0
    refused: int = 0
    asking: int = 0
    waiting: int = 0
    looking: int = 0
    busy: int = 0
    """left alone, for another window is sending them"""
    next_at: datetime | None = None
