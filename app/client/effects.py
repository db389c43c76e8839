"""One call that changes something at the provider, through to its end: done once, or said to be open."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime, timedelta

from app.client.calls import Call, Reply
from app.client.errors import (
    Cancelled,
    OutcomeUnknown,
    ProviderError,
    Refused,
    Unexpected,
)
from app.client.journal import StepJournal, StillLooking
from app.client.sender import ANSWER_WITHIN_S, Outcome, Sender, as_interrupted


def read(sender: Sender, call: Call) -> Reply:
    """The reply to a call that only reads, asked for again as long as that may help. Raises ProviderError."""
    tries = 0
    while True:
        tries += 1
        outcome = sender.send(call, lambda: None)
        if outcome.error is None:
            return outcome.reply
        if not sender.pause(tries, outcome):
            raise outcome.error


class Effect:
    """One such call of one run.

    `_begun_at` is when the request, or the first with its key, was announced to the journal;
    `_is_open`: one that was sent may have been done, and no answer says so or otherwise.
    """

    def __init__(self, call: Call, fingerprint: str, sender: Sender, journal: StepJournal) -> None:
        self._call = call
        self._fingerprint = fingerprint
        self._sender = sender
        self._journal = journal
        self._begun_at: datetime | None = None
        self._is_open = False

    def answer(self, lost_at: datetime | None, *, is_denied: bool = False) -> Reply:
        """The reply. `lost_at` is when an earlier run announced it and left no answer; None if none did.

        `is_denied`: a person says that this one was not done.
        """
        if lost_at is not None:
            self._begun_at, self._is_open = lost_at, True
            found = self._look_all_the_same() if is_denied else self._look(None)
            if found is not None:
                return found
        tries = 0
        while True:
            tries += 1
            outcome = self._sender.send(self._call, self._announce)
            if outcome.came == "done":
                return self._keep(outcome.reply)
            reply = self._after(outcome)
            if reply is not None:
                return reply
            if not self._sender.pause(tries, outcome):
                assert outcome.error
                raise as_interrupted(outcome.error) if outcome.came == "lost" else outcome.error

    def _announce(self) -> None:
        """Before the request leaves. The life of a key is counted from its first request."""
        if self._is_open and self._has_live_key():
            return
        self._begun_at = self._sender.clock.now()
        self._journal.intend(self._call.step, self._fingerprint, self._begun_at)

    def _after(self, outcome: Outcome) -> Reply | None:
        """The reply if it can be had without sending again, else None. What is certain is kept at once."""
        if outcome.came == "lost":
            return self._lost(outcome)
        if outcome.came == "declined" and self._is_open and self._call.repeat.find:
            # The request that seemed lost may be what this one was declined for, as a reference in use.
            found = self._look(outcome.error, is_settled=True)
            if found is not None:
                return found
        if self._begun_at is not None and (outcome.came == "declined" or not self._is_open):
            self._keep(outcome.reply)
        return None

    def _lost(self, outcome: Outcome) -> Reply | None:
        self._is_open = True
        assert outcome.error
        if isinstance(outcome.error, Cancelled):
            raise outcome.error
        if self._call.repeat.kind == "look_up":
            # It may have left as late as now: that is what the time to settle is counted from.
            self._begun_at = self._sender.clock.now()
            self._journal.intend(self._call.step, self._fingerprint, self._begun_at)
        return self._look(outcome.error)

    def _look(self, cause: ProviderError | None, *, is_settled: bool = False) -> Reply | None:
        """The reply of the lost request if it is found; None if the call may be sent again.

        Raises StillLooking while the lost request may still arrive, OutcomeUnknown where nobody can look.
        """
        repeat, step = self._call.repeat, self._call.step
        if repeat.kind == "free" or (repeat.kind == "keyed" and self._has_live_key() and not is_settled):
            return None
        if repeat.kind == "ask" or repeat.find is None:
            raise _unknown(step, cause) from cause
        found = self._found(repeat.find())
        if found is not None:
            return self._keep(found)
        now = self._sender.clock.now()
        until = min(self._begun_at or now, now) + timedelta(seconds=repeat.settles_after_s)
        if now < until and not is_settled:
            raise StillLooking(step, until) from cause
        return None

    def _look_all_the_same(self) -> Reply | None:
        """The reply of a request that a person says was not done: she may have overlooked it.

        Where nobody can look, her word counts, and the call may be sent again.
        """
        repeat = self._call.repeat
        if repeat.kind == "free" or (repeat.kind == "keyed" and self._has_live_key()):
            return None
        self._is_open = False
        if repeat.find is None:
            return None
        try:
            found = self._found(repeat.find())
        except OutcomeUnknown:
            return None
        return None if found is None else self._keep(found)

    def _found(self, find: Generator[Call, Reply, Reply | None]) -> Reply | None:
        reply: Reply | None = None
        try:
            while True:
                try:
                    call = next(find) if reply is None else find.send(reply)
                except StopIteration as done:
                    return done.value  # type: ignore[no-any-return]
                if not call.only_reads and call.repeat.kind != "free":
                    raise RuntimeError(f"the look-up of {self._call.step} changes something: {call.step}")
                reply = read(self._sender, call)
        except OutcomeUnknown as known:
            # The provider's own look-up says why it cannot tell, in words of its own.
            known.step = self._call.step
            raise
        except Refused as error:
            raise _unknown(self._call.step, error) from error
        except Unexpected as error:
            raise as_interrupted(error) from error
        finally:
            find.close()

    def _has_live_key(self) -> bool:
        repeat = self._call.repeat
        if repeat.kind != "keyed" or self._begun_at is None:
            return False
        age_s = (self._sender.clock.now() - self._begun_at).total_seconds()
        return age_s + ANSWER_WITHIN_S < repeat.key_lasts_s

    def _keep(self, reply: Reply) -> Reply:
        self._journal.answer(self._call.step, reply, self._sender.clock.now())
        return reply


def _unknown(step: str, cause: ProviderError | None) -> OutcomeUnknown:
    if cause is None:
        return OutcomeUnknown("outcome_unknown", step=step)
    told = OutcomeUnknown("outcome_unknown", cause.params, detail=cause.detail, step=step)
    told.status, told.request_id = cause.status, cause.request_id
    return told
