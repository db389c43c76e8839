"""Takes one entry as far as it goes now: owned, driven, and settled in one transaction."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from app.client.calls import Flow, Receipt
from app.client.clock import Clock
from app.client.drive import drive
from app.client.errors import (
    Cancelled,
    Interrupted,
    OutcomeUnknown,
    ProviderError,
    Refused,
    Throttled,
    Unauthorised,
    Unexpected,
    Unreachable,
    Unsafe,
)
from app.client.journal import StillLooking
from app.client.pace import Pace
from app.client.provider import Connection, Provider
from app.client.transport import Cancel
from app.client.verdict import judge
from app.domain.draft import Draft
from app.services.sending import frozen
from app.services.sending.adopting import Adopting
from app.services.sending.doors import Doors
from app.services.sending.entries import SUBMIT, Failure
from app.services.sending.learning import doubted
from app.services.sending.owning import Owners
from app.services.sending.problems import SendingProblem
from app.services.sending.steps import DatabaseJournal
from app.services.vault.problems import VaultProblem
from app.store import archive, clock, connections, outbox, remote_records, supplier_files
from app.store.database import Database
from app.store.outbox import SENDABLE, Overtaken

LOG: Final = logging.getLogger("factotum.sending")
_MOST_UNREADABLE: Final = 4
_NOT_THEIRS: Final = frozenset({"captive_portal", "redirected"})
_UNREADABLE: Final = frozenset({"answer_garbled", "answer_wrong_type", "answer_too_deep", "answer_too_large"})
"""What an answer to a look-up can be that came whole and says nothing."""
_FIRST_WAIT_S: Final = 15
_LONGEST_WAIT_S: Final = 3600
_LONGEST_OFFLINE_S: Final = 300
"""Trying to connect asks nothing of anybody; who is back on the network is not to wait for an hour."""
_AGAIN_S: Final = 5

Values = dict[str, Any]


class Dispatch:
    """Sends entries, one at a time each. Safe from several threads, windows and seats."""

    journal = DatabaseJournal

    def __init__(
        self,
        database: Database,
        owners: Owners,
        doors: Doors,
        provider: Callable[[str], Provider],
        current: Callable[[Connection], Connection],
        adopting: Adopting,
        clock_: Clock,
        pace: Pace,
    ) -> None:
        self._database = database
        self._owners = owners
        self._doors = doors
        self._provider = provider
        self._current = current
        self._adopting = adopting
        self._clock = clock_
        self._pace = pace

    def send(self, entry_id: str, cancel: Cancel) -> bool:
        """Take it as far as it goes; False if another worker has it. Raises StoreProblem."""
        with self._owners.own(entry_id) as owner:
            if owner is None:
                return False
            with self._database.reading() as connection:
                row = outbox.row(connection, entry_id)
            if row is None or row.state not in SENDABLE:
                return True
            attempts = row.attempts + 1
            try:
                with self._database.writing() as connection:
                    outbox.change(
                        connection,
                        entry_id,
                        attempts=row.attempts,
                        states=(row.state,),
                        now=self._now(),
                        state="sending",
                        attempts_to=attempts,
                        next_attempt_at=None,
                    )
            except Overtaken:
                return False
            journal = self.journal(self._database, entry_id, attempts, owner)
            try:
                values, receipt = self._driven(row, journal, cancel, attempts)
                self._settle(row, attempts, values, receipt)
            except Overtaken:
                return False
            if values["state"] in ("done", "refused"):
                self._owners.forget(entry_id)
        return True

    def _driven(
        self, row: Any, journal: DatabaseJournal, cancel: Cancel, attempts: int
    ) -> tuple[Values, Receipt | None]:
        try:
            receipt = self._drive(row, journal, cancel)
        except StillLooking as looking:
            return {"state": "looking", "next_attempt_at": clock.written(looking.until)}, None
        except ProviderError as error:
            return self._failed(error, journal, attempts), None
        except (VaultProblem, SendingProblem) as problem:
            failure = Failure(type(problem).__name__, problem.code, dict(problem.params))
            return {"state": "waiting", "error": frozen.failure_json(failure)}, None
        except (
            ArithmeticError,
            AttributeError,
            AssertionError,
            LookupError,
            RuntimeError,
            TypeError,
            ValueError,
        ) as fault:
            # A fault of a provider's folder must not end the others' sending, nor hide what was sent.
            # What the fault itself says may quote a key or the document: only its place is logged.
            places = traceback.extract_tb(fault.__traceback__)
            at = f"{places[-1].filename}:{places[-1].lineno}" if places else "?"
            LOG.error("entry %s: %s at %s", row.id, type(fault).__name__, at)
            failure = Failure("Fault", "fault", {"fault": type(fault).__name__})
            return {"state": "asking", "error": frozen.failure_json(failure)}, None
        return {"state": "done", "error": "", "receipt": frozen.receipt_json(receipt)}, receipt

    def _drive(self, row: Any, journal: DatabaseJournal, cancel: Cancel) -> Receipt:
        provider = self._provider(row.provider)
        flow, connection, draft = self._flow(row, provider)
        connection = self._current(connection)
        with self._doors.opened(provider, connection, cancel) as door:
            return drive(
                flow,
                provider=provider,
                connection=door.connection,
                draft=draft,
                transport=door.transport,
                authoriser=door.authoriser,
                journal=journal,
                pace=self._pace,
                clock=self._clock,
                cancel=cancel,
                log=LOG,
            )

    def _flow(self, row: Any, provider: Provider) -> tuple[Flow[Receipt], Connection, Draft]:
        if row.action == SUBMIT:
            submission = frozen.submission(row.submission, self._files(row, provider))
            return provider.submit(submission), submission.connection, submission.draft
        request = frozen.action_request(row.submission)
        action = next(a for a in provider.actions if a.id == row.action)
        return action.flow(request), request.connection, request.draft

    def _files(self, row: Any, provider: Provider) -> Mapping[str, bytes]:
        files: dict[str, bytes] = {}
        for name, told in frozen.files_of(row.submission).items():
            with self._database.reading() as connection:
                if name == "page":
                    kept = archive.pdf_of(connection, row.document_id)
                    content = kept[0] if kept and kept[1] == told["sha256"] else None
                else:
                    content = supplier_files.original(connection, told["sha256"])
            if content is None:
                raise SendingProblem(f"{name}_missing", {"provider": provider.title})
            files[name] = content
        return files

    def _failed(self, error: ProviderError, journal: DatabaseJournal, attempts: int) -> Values:
        failure = frozen.failure_of(error)
        if isinstance(error, Refused):
            state, wait_s = "refused", None
        elif isinstance(error, OutcomeUnknown):
            state, wait_s = "asking", None
        elif isinstance(error, Unauthorised | Unsafe):
            state, wait_s = "waiting", None
        elif self._is_senseless(error, journal) and attempts >= _MOST_UNREADABLE:
            state, wait_s = "asking", None
            failure = Failure("Unexpected", "answer_unreadable", {}, error.detail, step=error.step)
        elif isinstance(error, Cancelled):
            state, wait_s = ("looking" if journal.has_open_effect() else "queued"), 0
        else:
            if isinstance(error, Unexpected):
                journal.doubt(error.step)
            state = "looking" if journal.has_open_effect() else "waiting"
            wait_s = self._wait_s(error, attempts)
        at = None if wait_s is None else clock.written(self._clock.now() + timedelta(seconds=wait_s))
        return {"state": state, "next_attempt_at": at, "error": frozen.failure_json(failure)}

    def _is_senseless(self, error: ProviderError, journal: DatabaseJournal) -> bool:
        """Whether the provider answers so that asking again will not tell what it has made.

        A page of the network's is no answer of theirs; and where nothing was changed yet, nothing is unknown.
        """
        is_theirs = isinstance(error, Unexpected) and error.code not in _NOT_THEIRS
        is_unreadable_look_up = isinstance(error, Interrupted) and error.code in _UNREADABLE
        return (is_theirs or is_unreadable_look_up) and journal.has_effect()

    def _wait_s(self, error: ProviderError, attempts: int) -> int:
        doublings: int = 2 ** min(attempts - 1, 10)
        if isinstance(error, Throttled) and error.retry_after_s is not None:
            return min(_LONGEST_WAIT_S * 24, int(error.retry_after_s) + 1)
        if isinstance(error, Unreachable):
            return min(_LONGEST_OFFLINE_S, _FIRST_WAIT_S * doublings)
        if isinstance(error, Throttled):
            return min(_LONGEST_WAIT_S, _FIRST_WAIT_S * doublings)
        return min(_LONGEST_WAIT_S, _AGAIN_S * doublings)

    def _settle(self, row: Any, attempts: int, values: Values, receipt: Receipt | None) -> None:
        """Keep what came of it; a number of theirs becomes the document's in the same transaction.

        Practising leaves the document as it is: a draft that can be changed, and sent in earnest.
        """
        adopted = None
        if receipt is not None:
            if row.action == SUBMIT:
                verdict = judge(frozen.fields(row.fields), receipt.stored)
                values["judgement"] = frozen.judgement_json(verdict)
                values["verdict"] = verdict.state
            if receipt.number:
                values["number"] = receipt.number
            if receipt.number and frozen.mode(row.submission) != "practice":
                adopted = self._adopting.prepared(row.document_id, receipt.number, row.connection_id)
        with self._database.writing() as connection:
            outbox.change(
                connection, row.id, attempts=attempts, states=("sending",), now=self._now(), **values
            )
            if adopted is not None:
                self._adopting.keep(connection, adopted)
            learned = receipt.learned if receipt is not None else doubted(row, values)
            if learned and connections.body(connection, row.connection_id) is not None:
                remote_records.learn(connection, row.connection_id, learned)

    def _now(self) -> str:
        return clock.written(self._clock.now())
