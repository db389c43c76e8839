"""What a person says to the outbox: send this, do that with it, it is there, it is not, leave it."""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import uuid4

from pydantic import JsonValue
from sqlalchemy import Connection as Sql

from app.client.calls import Receipt
from app.client.clock import Clock
from app.client.errors import ProviderError
from app.client.provider import ActionRequest, Connection, Provider, Submission
from app.client.verdict import judge
from app.client.wire import json_text
from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.domain.money import plain
from app.domain.totals import compute
from app.services.sending import frozen, planning
from app.services.sending.adopting import Adopting
from app.services.sending.book import Book, entry_of
from app.services.sending.decisions import Decision, GiveUp, ItIsNotThere, ItIsThere
from app.services.sending.entries import SUBMIT, Entry
from app.services.sending.owning import Owners
from app.services.sending.planned import Plan, PlannedRequest
from app.services.sending.problems import SendingProblem
from app.store import archive, clock, documents, journal, outbox, supplier_files
from app.store.database import Database
from app.store.outbox import NewEntry, Overtaken

_GIVEN_UP: Final = ("queued", "waiting", "looking", "asking")


class Queueing:
    """Puts entries into the outbox and takes a person's decisions about them."""

    def __init__(
        self,
        database: Database,
        book: Book,
        owners: Owners,
        adopting: Adopting,
        provider: Callable[[str], Provider],
        clock_: Clock,
        seat: str,
    ) -> None:
        self._database = database
        self._book = book
        self._owners = owners
        self._adopting = adopting
        self._provider = provider
        self._clock = clock_
        self._seat = seat

    def enqueue(self, document_id: str, connection: Connection, plan: Plan) -> Entry:
        """Freeze the plan into an entry, or give the one that is there. Raises SendingProblem."""
        provider = self._provider(connection.provider)
        if plan.submission.connection.id != connection.id or plan.submission.draft.id not in (
            "",
            document_id,
        ):
            raise SendingProblem("plan_stale")
        if plan.is_blocked:
            raise SendingProblem("plan_blocked")
        draft, totals = plan.submission.draft, plan.submission.totals
        related = _practised(plan.submission) if connection.mode == "practice" else ""
        entry = NewEntry(
            plan.submission.key,
            document_id,
            connection.id,
            connection.provider,
            SUBMIT,
            related,
            frozen.submission_json(plan.submission),
            frozen.fields_json(plan.fields),
            draft.number,
            (draft.seller if provider.takes == "incoming" else draft.buyer).name,
            plain(totals.payable),
            totals.currency,
            self._seat,
        )
        with self._database.writing() as writing:
            if outbox.submitted(writing, document_id, connection.id, related) is None:
                self._check(writing, document_id, provider, plan)
            there = outbox.add(writing, entry, self._now())
        return self._entry(there)

    def act(self, entry_id: str, action: str, arguments: Mapping[str, JsonValue], related: str) -> Entry:
        """Queue an action on what the entry made. Raises SendingProblem."""
        row = self._book.row(entry_id)
        provider = self._provider(row.provider)
        receipt = self._receipt_now(row)
        wanted = next((a for a in provider.actions if a.id == action), None)
        if wanted is None or receipt is None or receipt.state not in wanted.from_states:
            raise SendingProblem("no_such_action", {"provider": provider.title})
        if row.action == SUBMIT:
            made = frozen.submission(row.submission, {})
            connection, draft, totals = made.connection, made.draft, made.totals
        else:
            before = frozen.action_request(row.submission)
            connection, draft, totals = before.connection, before.draft, before.totals
        key = str(uuid4())
        today = self._clock.now().astimezone().date()
        request = ActionRequest(
            key, connection, receipt.remote_id, draft, totals, today, dict(arguments), related
        )
        entry = NewEntry(
            key,
            row.document_id,
            row.connection_id,
            row.provider,
            action,
            related,
            frozen.action_json(request),
            "[]",
            row.number,
            row.buyer,
            row.payable,
            row.currency,
            self._seat,
        )
        with self._database.writing() as writing:
            there = outbox.add(writing, entry, self._now())
        return self._entry(there)

    def begin(self, connection: Connection, action: str, arguments: Mapping[str, JsonValue]) -> Entry:
        """Queue an action that begins without a document, or give the entry that is there for the same."""
        provider = self._provider(connection.provider)
        if not any(each.id == action and not each.from_states for each in provider.actions):
            raise SendingProblem("no_such_action", {"provider": provider.title})
        related = str(arguments.get("quote_id", ""))
        key, document_id = str(uuid4()), f"{action}:{related}"
        draft = Draft()
        today = self._clock.now().astimezone().date()
        request = ActionRequest(key, connection, "", draft, compute(draft), today, dict(arguments), related)
        kept = frozen.action_json(request)
        who = (document_id, connection.id, provider.id, action, related)
        entry = NewEntry(key, *who, kept, "[]", "", "", "", "", self._seat)
        with self._database.writing() as writing:
            done = outbox.cards(writing, document_id=document_id, states=("done",))
            before = [row.id for row in done if (row.connection_id, row.action) == (connection.id, action)]
            there = before[0] if before else outbox.add(writing, entry, self._now())
        return self._entry(there)

    def draft_of(self, entry_id: str) -> Draft:
        """The document as it was frozen with the entry. Raises SendingProblem."""
        row = self._book.row(entry_id)
        if row.action == SUBMIT:
            return frozen.submission(row.submission, {}).draft
        return frozen.action_request(row.submission).draft

    def requests(self, entry_id: str) -> tuple[PlannedRequest, ...]:
        """The requests of a submission as they were planned; none where its files are needed to tell."""
        row = self._book.row(entry_id)
        if row.action != SUBMIT:
            return ()
        provider = self._provider(row.provider)
        try:
            return planning.plan(provider, frozen.submission(row.submission, {})).requests
        except (ProviderError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return ()

    def decide(self, entry_id: str, decision: Decision) -> Entry:
        """Take the decision. Raises SendingProblem when there is nothing to be decided (any more)."""
        with self._owners.own(entry_id) as owner:
            if owner is None:
                raise SendingProblem("under_way")
            row = self._book.row(entry_id)
            try:
                self._decided(row, decision)
            except Overtaken:
                raise SendingProblem("not_to_be_decided") from None
        return self._entry(entry_id)

    def _decided(self, row: Any, decision: Decision) -> None:
        match decision:
            case ItIsThere(remote_id, number):
                self._found(row, Receipt(remote_id, number))
            case ItIsNotThere():
                failure = frozen.failure(row.error)
                with self._database.writing() as writing:
                    self._change(writing, row, ("asking",), state="queued", error="", next_attempt_at=None)
                    outbox.deny_open_steps(writing, row.id, also=failure.step if failure else "")
            case GiveUp():
                with self._database.writing() as writing:
                    self._change(writing, row, _GIVEN_UP, state="withdrawn", next_attempt_at=None)

    def _found(self, row: Any, receipt: Receipt) -> None:
        verdict = judge(frozen.fields(row.fields), receipt.stored)
        adopted = None
        if receipt.number:
            adopted = self._adopting.prepared(row.document_id, receipt.number, row.connection_id)
        with self._database.writing() as writing:
            self._change(
                writing,
                row,
                ("asking",),
                state="done",
                receipt=frozen.receipt_json(receipt),
                judgement=frozen.judgement_json(verdict),
                verdict=verdict.state,
                number=receipt.number or row.number,
            )
            if adopted is not None:
                self._adopting.keep(writing, adopted)

    def _check(self, writing: Sql, document_id: str, provider: Provider, plan: Plan) -> None:
        """The document must still be what was planned, and be numbered by who numbers it."""
        original = plan.submission.original
        is_kept = original is not None and supplier_files.original(writing, original.sha256) is not None
        if provider.wants == "original" and not is_kept:
            raise SendingProblem("original_missing", {"provider": provider.title})
        standing = documents.standing(writing, document_id)
        if standing is None:
            return  # a supplier's document: what is sent of it is in the plan itself
        kept = archive.record_of(writing, document_id)
        if kept is None and (provider.numbers == "ours" or provider.wants == "page"):
            raise SendingProblem("issue_first", {"provider": provider.title})
        if kept is not None:
            current = journal.stored_draft(kept[1], kept[2])
        else:
            current = journal.replay(writing, document_id).draft
        if current.edited(id="") != plan.submission.draft.edited(id=""):
            raise SendingProblem("plan_stale")
        page = archive.pdf_of(writing, document_id)
        if plan.submission.page is not None and (page is None or page[1] != plan.submission.page.sha256):
            raise SendingProblem("page_missing", {"provider": provider.title})

    def _receipt_now(self, row: Any) -> Receipt | None:
        """What is at the provider by the newest action on this document there."""
        with self._database.reading() as reading:
            rows = outbox.cards(reading, document_id=row.document_id, states=("done",))
        here = [r for r in rows if r.connection_id == row.connection_id and r.receipt]
        newest = max(here, key=lambda r: (r.updated_at, r.action != SUBMIT), default=None)
        return frozen.receipt(newest.receipt) if newest is not None else None

    def _change(self, writing: Sql, row: Any, states: tuple[str, ...], **values: Any) -> None:
        outbox.change(writing, row.id, attempts=row.attempts, states=states, now=self._now(), **values)

    def _entry(self, entry_id: str) -> Entry:
        return entry_of(self._book.row(entry_id))

    def _now(self) -> str:
        return clock.written(self._clock.now())


def seat_name() -> str:
    """Who is at this machine; empty if the system does not say."""
    try:
        return getpass.getuser()[:200]
    except (OSError, KeyError, ImportError):
        return ""


def _practised(submission: Submission) -> str:
    """The state of the document that is practised with: changed, it can be practised with again."""
    told = draft_to_json(submission.draft) + json_text(dict(submission.options))
    return f"practice {hashlib.sha256(told.encode()).hexdigest()}"
