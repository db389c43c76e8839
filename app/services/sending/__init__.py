"""Sending documents to providers exactly once: what the window and the command line call.

```
connections, secrets ─ plan (no network) ─ enqueue (the person has said so) ─ drain ─ receipt and verdict
```
All calls block; run them in jobs. Importing this package loads neither a database nor a network library.
"""

from __future__ import annotations

from app.client.authorise import key_mode
from app.client.calls import Notice, Receipt
from app.client.clock import StopSwitch, SystemClock
from app.client.errors import ProviderError
from app.client.options import OptionSpec
from app.client.plan import Change, PlannedField, Why
from app.client.provider import Attachment, Connection, Identity, RemoteRecord
from app.client.schemes import AuthScheme, SecretField
from app.client.secret import Secret
from app.client.verdict import Comparison, Judgement
from app.services.sending.decisions import Decision, GiveUp, ItIsNotThere, ItIsThere
from app.services.sending.entries import (
    LIVE,
    DrainReport,
    Entry,
    EntryDetail,
    EntryState,
    Failure,
    StepCard,
)
from app.services.sending.offers import ActionCard, ConnectionCard, ProviderCard
from app.services.sending.offline import plan_offline
from app.services.sending.planned import Plan, PlannedRequest, place_of_change
from app.services.sending.problems import SendingProblem
from app.services.sending.sending import Sending
from app.services.sending.wording import failure_text, problem_words, word

__all__ = [
    "LIVE",
    "ActionCard",
    "Attachment",
    "AuthScheme",
    "Change",
    "Comparison",
    "Connection",
    "ConnectionCard",
    "Decision",
    "DrainReport",
    "Entry",
    "EntryDetail",
    "EntryState",
    "Failure",
    "GiveUp",
    "Identity",
    "ItIsNotThere",
    "ItIsThere",
    "Judgement",
    "Notice",
    "OptionSpec",
    "Plan",
    "PlannedField",
    "PlannedRequest",
    "ProviderCard",
    "ProviderError",
    "Receipt",
    "RemoteRecord",
    "Secret",
    "SecretField",
    "Sending",
    "SendingProblem",
    "StepCard",
    "StopSwitch",
    "SystemClock",
    "Why",
    "failure_text",
    "key_mode",
    "place_of_change",
    "plan_offline",
    "problem_words",
    "word",
]
