"""One call over the wire: paced, signed, logged, and what came of it told in four words."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal
from urllib.parse import urljoin, urlsplit

from app.client.calls import Call, Reply
from app.client.clock import Clock
from app.client.errors import (
    Cancelled,
    Interrupted,
    ProviderError,
    Throttled,
    Unauthorised,
    Unexpected,
    Unreachable,
    Unsafe,
)
from app.client.journal import NOT_SENT, Authoriser
from app.client.pace import Pace
from app.client.provider import Connection, Provider
from app.client.redact import Redactor
from app.client.replies import http_date, reply_of, request_id, retry_after_s
from app.client.transport import Cancel, Transport, WireReply, WireRequest
from app.client.wire import wire_request
from app.domain.draft import Draft

ANSWER_WITHIN_S: Final = 60.0
MOST_TRIES: Final = 4
LONGEST_WAIT_S: Final = 60.0
"""The longest wait within a call; who is told to wait longer comes back later."""
FIRST_BACK_OFF_S: Final = 0.5
LONGEST_BACK_OFF_S: Final = 8.0
CLOCK_TOLERANCE_S: Final = 300.0
_PASSING: Final = frozenset({"name_not_found", "connection_refused", "connect_timeout", "no_route"})
_MOVED: Final = frozenset({301, 302, 307, 308})

Came = Literal["done", "declined", "undone", "lost"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one request.

    done: `reply` is one the flow reads. declined: the provider refuses it for good. undone: it is
    certain that this request did nothing. lost: it may have been done. `error` is set but for done.
    """

    came: Came
    reply: Reply
    error: ProviderError | None = None
    may_repeat: bool = False
    wait_s: float | None = None


class Sender:
    """Sends the calls of one run of a flow."""

    def __init__(
        self,
        provider: Provider,
        connection: Connection,
        draft: Draft | None,
        transport: Transport,
        authoriser: Authoriser,
        pace: Pace,
        clock: Clock,
        cancel: Cancel,
        log: logging.Logger,
        jitter: Callable[[], float],
    ) -> None:
        self.clock = clock
        self._provider = provider
        self._connection = connection
        self._draft = draft
        self._transport = transport
        self._authoriser = authoriser
        self._pace = pace
        self._cancel = cancel
        self._log = log
        self._jitter = jitter
        self._account = f"{connection.provider}:{connection.id or connection.base_url}"
        self._base_url = provider.base_url(connection)
        self._extra = tuple(provider.request_headers(connection))
        self._has_renewed = False
        self._redactor = Redactor(())
        self._redacted: tuple[str, ...] = ()

    def send(self, call: Call, about_to: Callable[[], None]) -> Outcome:
        """Send it once; after a 401 that new credentials may mend, once more.

        `about_to` is called each time nothing but the sending itself is left.
        """
        outcome, answer = self._send(call, about_to)
        is_rejected = answer is not None and answer.status == 401 and outcome.came == "undone"
        if is_rejected and answer and not self._has_renewed:
            self._has_renewed = True
            try:
                is_renewed = self._authoriser.renew(answer)
            except ProviderError as error:
                return Outcome("undone", outcome.reply, self._told(error, call))
            if is_renewed:
                outcome, _ = self._send(call, about_to)
        return outcome

    def pause(self, tries: int, outcome: Outcome) -> bool:
        """Wait before the same call goes again; False if it has been tried often enough. Raises Cancelled."""
        wait_s = outcome.wait_s
        if not outcome.may_repeat or tries >= MOST_TRIES or (wait_s or 0.0) > LONGEST_WAIT_S:
            return False
        if wait_s is None:
            most_s = min(LONGEST_BACK_OFF_S, FIRST_BACK_OFF_S * 2 ** (tries - 1))
            wait_s = most_s * self._jitter()
        self.clock.wait(wait_s, self._cancel)
        if self._cancel.is_set:
            raise Cancelled("cancelled")
        return True

    def kept_error(self, call: Call, reply: Reply) -> ProviderError | None:
        """The error that a kept reply stands for; None if the flow reads it itself."""
        if 200 <= reply.status < 300 or reply.status in call.accepts:
            return None
        if reply.status == NOT_SENT.status:
            return Unreachable("not_sent", step=call.step)
        return self._told(self._provider.error_of(reply, self._draft), call)

    def _send(self, call: Call, about_to: Callable[[], None]) -> tuple[Outcome, WireReply | None]:
        began = self.clock.monotonic()
        answer = None
        has_left = False
        request = wire_request(call, self._base_url, self._extra)
        try:
            if self._cancel.is_set:
                raise Cancelled("cancelled")
            with self._pace.turn(self._account, self._provider.limits, call.path, self._cancel):
                signature = self._authoriser.headers_for(request)
                about_to()
                has_left = True
                signed = replace(request, headers=(*request.headers, *signature))
                answer = self._transport.send(signed, timeout_s=ANSWER_WITHIN_S, cancel=self._cancel)
            self._pace.learn(self._account, answer.headers, self.clock.now())
            outcome = self._judged(call, request, reply_of(self._clean(answer)))
        except ProviderError as error:
            outcome = self._failed(error, has_left)
        if outcome.error:
            self._told(outcome.error, call)
        self._say(call, request, outcome, answer, began)
        return outcome, answer

    def _judged(self, call: Call, request: WireRequest, reply: Reply) -> Outcome:
        status = reply.status
        if 200 <= status < 300 or status in call.accepts:
            return Outcome("done", reply)
        if status in _MOVED:
            return Outcome("undone", NOT_SENT, _redirected(request, reply))
        error = self._provider.error_of(reply, self._draft)
        error.status, error.request_id = status, error.request_id or request_id(reply.headers)
        told_s = retry_after_s(reply.headers, self.clock.now())
        if status >= 500 or status == 408 or status < 400 or isinstance(error, Interrupted):
            return Outcome("lost", reply, as_interrupted(error), True, told_s)
        if isinstance(error, Throttled):
            error.retry_after_s = told_s = error.retry_after_s if told_s is None else told_s
            if status == 429:
                self._pace.hold(self._account, told_s or 0.0)
            return Outcome("undone", reply, error, True, told_s)
        if isinstance(error, Unauthorised):
            self._note_clock(error, reply)
            return Outcome("undone", reply, error)
        return Outcome("declined", reply, error)

    def _failed(self, error: ProviderError, has_left: bool) -> Outcome:
        if isinstance(error, Cancelled):
            return Outcome("lost" if error.code == "cancelled_midway" else "undone", NOT_SENT, error)
        if not has_left or isinstance(error, Unreachable | Unsafe):
            return Outcome("undone", NOT_SENT, error, error.code in _PASSING)
        may_pass = isinstance(error, Interrupted) or error.code == "answer_garbled"
        return Outcome("lost", NOT_SENT, error, may_pass)

    def _note_clock(self, error: ProviderError, reply: Reply) -> None:
        """A signature holds the time: if ours is far from theirs, that is why it was rejected."""
        theirs = http_date(reply.headers.get("date", ""))
        off_s = (self.clock.now() - theirs).total_seconds() if theirs else 0.0
        if abs(off_s) <= CLOCK_TOLERANCE_S:
            return
        error.params = {**error.params, "clock_off_minutes": str(round(off_s / 60))}
        kinds = {scheme.id: scheme.kind for scheme in self._provider.schemes}
        if kinds.get(self._connection.scheme) == "signed":
            error.code = "clock_off"

    def _redact(self) -> Redactor:
        secrets = self._authoriser.secrets()
        if secrets != self._redacted:
            self._redacted, self._redactor = secrets, Redactor(secrets)
        return self._redactor

    def _clean(self, answer: WireReply) -> WireReply:
        """The answer as it may be kept: without our secrets, should it repeat them, and without cookies."""
        redactor = self._redact()
        headers = {
            name: redactor.text(value) for name, value in answer.headers.items() if name != "set-cookie"
        }
        return WireReply(answer.status, headers, redactor.content(answer.content))

    def _told(self, error: ProviderError, call: Call) -> ProviderError:
        """The error with its step, and without secrets."""
        redactor = self._redact()
        error.step = error.step or call.step
        error.path = _placed(error.path, call.row)
        error.detail = redactor.text(error.detail)
        error.request_id = redactor.text(error.request_id)
        error.params = {name: redactor.text(value) for name, value in error.params.items()}
        return error

    def _say(
        self, call: Call, request: WireRequest, outcome: Outcome, answer: WireReply | None, began: float
    ) -> None:
        if not self._log.isEnabledFor(logging.INFO):
            return
        redactor = self._redact()
        self._log.info(
            "%s: %s %s, %d bytes out, status %s, %d bytes in, %.0f ms, request %s, %s%s",
            call.step,
            request.method,
            redactor.url(request.url),
            len(request.content),
            answer.status if answer else "-",
            len(answer.content) if answer else 0,
            (self.clock.monotonic() - began) * 1000,
            redactor.text(request_id(answer.headers) or "-") if answer else "-",
            outcome.came,
            f" ({outcome.error.code})" if outcome.error else "",
        )


def as_interrupted(error: ProviderError) -> Interrupted:
    """The same, told as what it is for who sends: nobody knows whether it was done."""
    if isinstance(error, Interrupted):
        return error
    told = Interrupted(error.code, error.params, detail=error.detail, path=error.path, step=error.step)
    told.status, told.request_id = error.status, error.request_id
    return told


def _placed(path: str, row: str) -> str:
    """The path with the row the call was about; without one, the rows as a whole."""
    head, is_open, member = path.partition(".*")
    if not is_open:
        return path
    return f"{head}.{row}{member}" if row else head


def _redirected(request: WireRequest, reply: Reply) -> ProviderError:
    here = urlsplit(request.url)
    there = urlsplit(urljoin(request.url, reply.headers.get("location", "")))
    if (here.scheme, here.netloc) != (there.scheme, there.netloc):
        return Unsafe("redirect_elsewhere", {"host": (there.hostname or "")[:200]}, status=reply.status)
    return Unexpected("redirected", status=reply.status)
