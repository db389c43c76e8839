"""Each call of a flow answered once: from the journal, from the wire, or by looking for what was lost."""

from __future__ import annotations

from app.client.calls import Call, Reply
from app.client.effects import Effect, read
from app.client.errors import OutcomeUnknown, Throttled, Unauthorised, Unreachable
from app.client.journal import StepJournal
from app.client.sender import Sender
from app.client.wire import fingerprint


class Steps:
    """The steps of one run of a flow. `last` names the one that was asked for last."""

    def __init__(self, sender: Sender, journal: StepJournal) -> None:
        self._sender = sender
        self._journal = journal
        self._seen: set[str] = set()
        self.last = ""

    def answer(self, call: Call) -> Reply:
        """The reply to this call, however often it has to be asked for. Raises as `drive` does."""
        if call.step in self._seen:
            raise RuntimeError(f"the flow has two steps named {call.step}")
        self._seen.add(call.step)
        self.last = call.step
        of_call = fingerprint(call)
        kept = self._journal.kept(call.step)
        if kept and kept.fingerprint and kept.fingerprint != of_call and not kept.is_denied:
            raise OutcomeUnknown("step_changed", {"step": call.step}, step=call.step)
        if kept and kept.reply:
            error = self._sender.kept_error(call, kept.reply)
            if error is None:
                return kept.reply
            if not isinstance(error, Unreachable | Unauthorised | Throttled):
                raise error
        if call.only_reads:
            reply = read(self._sender, call)
            self._journal.answer(call.step, reply, self._sender.clock.now())
            return reply
        lost_at = kept.intended_at if kept and kept.reply is None else None
        return Effect(call, of_call, self._sender, self._journal).answer(
            lost_at, is_denied=kept is not None and kept.is_denied
        )
