"""One document or none: what the driver does when the answer is late, lost, wrong or a refusal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from app.client.calls import ASK, FREE, Call, Flow, Receipt, Repeat
from app.client.clock import StopSwitch
from app.client.drive import NOT_SENT, Pace, StillLooking, Unwritten, drive
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
from app.client.provider import Connection, Provider
from app.client.transport import Cancel, WireReply, WireRequest
from app.practice.faults import FAULTS, Fault, FaultKind, FaultyService
from app.practice.transport import PracticeTransport
from tests.fakes.notebook import Keys, Notebook, OwnClock, Pages, look_up, notebook, write_note

KEYED = Repeat("keyed", 86_400.0)


@dataclass
class Desk:
    """A driver's surroundings, whole; `run` is one life of the program."""

    simulator: Notebook = field(default_factory=Notebook)
    keys: Keys = field(default_factory=Keys)
    clock: OwnClock = field(default_factory=OwnClock)
    journal: Pages = field(default_factory=Pages)
    cancel: StopSwitch = field(default_factory=StopSwitch)
    provider: Provider = field(default_factory=notebook)

    def __post_init__(self) -> None:
        self.service = FaultyService(self.simulator)
        self.transport = PracticeTransport(self.service, self.clock)

    def run(self, flow: Flow[Receipt]) -> Receipt:
        return drive(
            flow,
            provider=self.provider,
            connection=Connection(id="c1", provider="notebook", scheme="token"),
            draft=None,
            transport=self.transport,
            authoriser=self.keys,
            journal=self.journal,
            pace=Pace(self.clock),
            clock=self.clock,
            cancel=self.cancel,
            log=logging.getLogger("tests.drive"),
            jitter=lambda: 1.0,
        )

    def spoil(self, kind: FaultKind, times: int = 1) -> None:
        self.service.order(Fault(kind, method="POST", times=times))

    @property
    def posts(self) -> int:
        return sum(request.method == "POST" for request in self.service.requests)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_effect_is_announced_before_it_leaves_and_every_answer_is_kept(desk: Desk) -> None:
    assert desk.run(write_note()).remote_id == "1"
    assert desk.journal.told == [
        ("answer", "before"),
        ("intend", "note.create"),
        ("answer", "note.create"),
        ("answer", "after"),
    ]


def test_a_second_run_is_answered_from_the_journal_without_a_request(desk: Desk) -> None:
    desk.run(write_note())
    asked = len(desk.service.requests)
    assert desk.run(write_note()).remote_id == "1"
    assert len(desk.service.requests) == asked


def test_amounts_travel_as_exact_numbers_and_providers_headers_go_along(desk: Desk) -> None:
    desk.run(write_note())
    sent = next(request for request in desk.service.requests if request.method == "POST")
    assert sent.content == b'{"reference":"N-1","amount":12.50}'
    assert dict(sent.headers)["x-notebook"] == "1"


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("repeat", [look_up(), KEYED, FREE, ASK], ids=["look_up", "keyed", "free", "ask"])
def test_whatever_goes_wrong_there_is_one_note_or_none_and_never_two(kind: FaultKind, repeat: Repeat) -> None:
    desk = Desk()
    if kind == "twice_done" and repeat.kind in ("free", "ask"):
        return  # the network's own double cannot be told apart without a key or a reference
    desk.spoil(kind)
    steps: list[str] = []
    key = "key-1" if repeat.kind in ("keyed", "free") else ""
    for _ in range(4):
        try:
            receipt = desk.run(write_note(repeat, key=key))
        except StillLooking as still:
            desk.clock.passed_s += max(0.0, (still.until - desk.clock.now()).total_seconds())
        except Interrupted:
            continue  # the outbox lets the next run settle it
        except (OutcomeUnknown, Unexpected, Unsafe, Throttled) as told:
            assert told.step == "note.create"  # noqa: PT017
            break
        else:
            assert receipt.remote_id == "1"
            break
    else:
        pytest.fail("it never came to an end")
    assert steps in ([], ["note.create"])
    assert len(desk.simulator.notes) <= 1
    if repeat.kind in ("look_up", "keyed") and kind not in ("nulls", "wrong_types", "elsewhere"):
        assert len(desk.simulator.notes) == 1


def test_a_lost_answer_is_looked_up_before_anything_is_repeated(desk: Desk) -> None:
    desk.spoil("drop_after")
    assert desk.run(write_note(look_up())).remote_id == "1"
    assert desk.posts == 1


def test_nothing_there_yet_is_no_answer_as_long_as_the_request_may_still_arrive(desk: Desk) -> None:
    desk.spoil("drop_before")
    with pytest.raises(StillLooking) as told:
        desk.run(write_note(look_up(settles_after_s=30.0)))
    assert told.value.until == desk.clock.now() + timedelta(seconds=30)
    assert desk.posts == 1
    desk.clock.passed_s += 29
    with pytest.raises(StillLooking):
        desk.run(write_note(look_up(settles_after_s=30.0)))
    assert desk.posts == 1
    desk.clock.passed_s += 2
    assert desk.run(write_note(look_up(settles_after_s=30.0))).remote_id == "1"
    assert desk.posts == 2


def test_a_late_arrival_that_makes_the_repeat_fail_is_found_again(desk: Desk) -> None:
    desk.spoil("drop_before")
    with pytest.raises(StillLooking):
        desk.run(write_note(look_up()))
    desk.clock.passed_s += 31
    seen = iter([True])
    inner = look_up().find

    def find_nothing_at_first():  # type: ignore[no-untyped-def]
        if next(seen, False):
            desk.simulator.notes.append({"id": 1, "reference": "N-1", "amount": "12.50"})
            yield Call("find", "GET", "/notes", (("reference", "else"),), repeat=FREE)
            return None
        return (yield from inner())  # type: ignore[misc]

    assert desk.run(write_note(Repeat("look_up", find=find_nothing_at_first))).remote_id == "1"
    assert len(desk.simulator.notes) == 1


def test_a_key_is_sent_again_as_long_as_the_provider_knows_it(desk: Desk) -> None:
    desk.spoil("drop_after", times=2)
    assert desk.run(write_note(KEYED, key="k")).remote_id == "1"
    assert (desk.posts, len(desk.simulator.notes)) == (3, 1)


def test_the_life_of_a_key_counts_from_its_first_request(desk: Desk) -> None:
    desk.spoil("drop_after", times=99)
    with pytest.raises(Interrupted):
        desk.run(write_note(KEYED, key="k"))
    first = desk.journal.steps["note.create"].intended_at
    desk.clock.passed_s += 80_000
    with pytest.raises(Interrupted):
        desk.run(write_note(KEYED, key="k"))
    assert desk.journal.steps["note.create"].intended_at == first
    desk.clock.passed_s += 10_000
    posts = desk.posts
    with pytest.raises(OutcomeUnknown):
        desk.run(write_note(KEYED, key="k"))
    assert desk.posts == posts


def test_a_key_that_has_ended_is_looked_up_where_one_can(desk: Desk) -> None:
    repeat = Repeat("keyed", 3_600.0, look_up().find)
    desk.spoil("drop_after", times=4)
    with pytest.raises(Interrupted):
        desk.run(write_note(repeat, key="k"))
    desk.clock.passed_s += 7_200
    assert desk.run(write_note(repeat, key="k")).remote_id == "1"
    assert len(desk.simulator.notes) == 1


def test_where_nobody_can_look_the_person_is_asked(desk: Desk) -> None:
    desk.spoil("error_after")
    for _ in range(2):
        with pytest.raises(OutcomeUnknown) as told:
            desk.run(write_note(ASK))
        assert told.value.step == "note.create"
    assert desk.posts == 1


def deny(desk: Desk) -> None:
    """A person says that what was lost is not there."""
    desk.journal.steps["note.create"] = replace(desk.journal.steps["note.create"], is_denied=True)


def test_what_a_person_says_is_not_there_is_sent_again_where_nobody_can_look(desk: Desk) -> None:
    desk.spoil("drop_before")
    with pytest.raises(OutcomeUnknown):
        desk.run(write_note(ASK))
    deny(desk)
    assert desk.run(write_note(ASK)).remote_id == "1"
    assert len(desk.simulator.notes) == 1


def test_what_a_person_has_overlooked_there_is_found_and_not_sent_again(desk: Desk) -> None:
    desk.spoil("drop_after")
    with pytest.raises(OutcomeUnknown):
        desk.run(write_note(ASK))
    deny(desk)
    before = desk.posts
    assert desk.run(write_note(look_up())).remote_id == "1"
    assert (len(desk.simulator.notes), desk.posts) == (1, before)


def test_a_look_up_that_is_refused_settles_nothing(desk: Desk) -> None:
    desk.spoil("drop_after")

    def find():  # type: ignore[no-untyped-def]
        yield Call("find", "GET", "/nowhere", repeat=FREE)

    with pytest.raises(OutcomeUnknown) as told:
        desk.run(write_note(Repeat("look_up", find=find)))
    assert told.value.detail == "no such page"
    assert desk.journal.steps["note.create"].reply is None


def test_a_refusal_is_final_and_said_again_without_a_request(desk: Desk) -> None:
    desk.simulator.notes.append({"id": 9, "reference": "N-1", "amount": "1"})
    for _ in range(2):
        with pytest.raises(Refused) as told:
            desk.run(write_note(look_up()))
        assert told.value.detail == "this reference is in use"
    assert desk.posts == 1


def test_unplugged_nothing_is_sent_and_later_it_is(desk: Desk) -> None:
    desk.transport.is_offline = True
    with pytest.raises(Unreachable):
        desk.run(write_note(ASK))
    assert desk.service.requests == ()
    desk.transport.is_offline = False
    assert desk.run(write_note(ASK)).remote_id == "1"


def after_the_first_reply(flow: Flow[Receipt], act: Callable[[], None]) -> Flow[Receipt]:
    """The same flow, with something that happens between its first two calls."""
    reply = yield next(flow)
    act()
    call = flow.send(reply)
    while True:
        try:
            call = flow.send((yield call))
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]


def test_a_plug_pulled_between_two_calls_leaves_no_doubt_even_where_nobody_could_look(desk: Desk) -> None:
    def pull() -> None:
        desk.transport.is_offline = True

    with pytest.raises(Unreachable):
        desk.run(after_the_first_reply(write_note(ASK), pull))
    assert desk.journal.steps["note.create"].reply == NOT_SENT
    desk.transport.is_offline = False
    assert desk.run(write_note(ASK)).remote_id == "1"


def test_a_rejected_token_is_renewed_once(desk: Desk) -> None:
    desk.keys = Keys("old-token-00000", next_token=desk.keys.token)
    assert desk.run(write_note()).remote_id == "1"


def test_a_token_that_cannot_be_renewed_leaves_the_step_to_be_done_after_sign_in(desk: Desk) -> None:
    token = desk.keys.token

    def revoke() -> None:
        desk.keys.token = "revoked-000000"

    with pytest.raises(Unauthorised):
        desk.run(after_the_first_reply(write_note(ASK), revoke))
    desk.keys.token = token
    assert desk.run(write_note(ASK)).remote_id == "1"
    assert len(desk.simulator.notes) == 1


def test_we_wait_as_long_as_we_are_told(desk: Desk) -> None:
    desk.spoil("throttled")
    assert desk.run(write_note(ASK)).remote_id == "1"
    assert desk.clock.waits == [1.0]


def test_repeats_are_bounded_and_spread(desk: Desk) -> None:
    desk.spoil("throttled_until", times=99)
    with pytest.raises(Throttled):
        desk.run(write_note(ASK))
    assert desk.posts == 4
    assert desk.clock.waits == [0.5, 1.0, 2.0]


class LongWait(Notebook):
    """Throttles every note for an hour, until a date."""

    def answer(self, request: WireRequest) -> WireReply:
        if request.method == "POST":
            headers = {
                "date": "Mon, 02 Nov 2026 09:00:00 GMT",
                "retry-after": "Mon, 02 Nov 2026 10:00:00 GMT",
                "content-type": "text/plain",
            }
            return WireReply(429, headers, b"Retry later")
        return super().answer(request)


def test_who_is_told_to_wait_long_comes_back_later() -> None:
    desk = Desk(simulator=LongWait())
    with pytest.raises(Throttled) as told:
        desk.run(write_note(ASK))
    assert told.value.retry_after_s == 3600
    assert desk.clock.waits == []


def test_a_kept_intent_of_another_request_stops_everything(desk: Desk) -> None:
    desk.spoil("drop_before")
    with pytest.raises(StillLooking):
        desk.run(write_note(look_up(), reference="N-1"))
    with pytest.raises(OutcomeUnknown) as told:
        desk.run(write_note(look_up(), reference="N-2"))
    assert told.value.code == "step_changed"
    assert desk.posts == 1


def test_a_flow_with_two_steps_of_one_name_is_a_fault(desk: Desk) -> None:
    def twice() -> Flow[Receipt]:
        yield Call("same", "GET", "/notes", repeat=FREE)
        yield Call("same", "GET", "/notes", repeat=FREE)
        return Receipt("never")

    with pytest.raises(RuntimeError, match="same"):
        desk.run(twice())


def test_a_stop_before_the_request_leaves_nothing_open(desk: Desk) -> None:
    desk.cancel.set()
    with pytest.raises(Cancelled) as told:
        desk.run(write_note())
    assert told.value.code == "cancelled"
    assert desk.service.requests == ()


def test_a_stop_while_waiting_to_try_again_leaves_the_step_undone(desk: Desk) -> None:
    desk.spoil("throttled")
    stop = desk.cancel
    waited = desk.clock.wait

    def wait(seconds: float, cancel: Cancel) -> None:
        waited(seconds, cancel)
        stop.set()

    desk.clock.wait = wait  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        desk.run(write_note(ASK))
    kept = desk.journal.steps["note.create"].reply
    assert kept is not None
    assert kept.status == 429
    desk.clock.wait = waited  # type: ignore[method-assign]
    desk.cancel = StopSwitch()
    assert desk.run(write_note(ASK)).remote_id == "1"


def test_a_redirect_to_another_host_is_not_followed(desk: Desk) -> None:
    desk.spoil("elsewhere")
    with pytest.raises(Unsafe) as told:
        desk.run(write_note())
    assert told.value.params == {"host": "elsewhere.example"}


class WrongClock(Notebook):
    """Rejects a signature and says what time it is."""

    def answer(self, _request: WireRequest) -> WireReply:
        return WireReply(401, {"date": "Mon, 02 Nov 2026 08:00:00 GMT"}, b'{"error": "bad signature"}')


def test_a_clock_an_hour_off_is_named_as_the_reason_of_a_rejected_signature() -> None:
    desk = Desk(simulator=WrongClock(), provider=notebook(kind="signed"), keys=Keys("never-accepted"))
    with pytest.raises(Unauthorised) as told:
        desk.run(write_note())
    assert (told.value.code, told.value.params["clock_off_minutes"]) == ("clock_off", "60")


class Echo(Notebook):
    """Says the token back in a refusal, and in its answers."""

    def answer(self, request: WireRequest) -> WireReply:
        reply = super().answer(request)
        said = dict(request.headers)["Authorization"]
        if request.method == "POST":
            return WireReply(422, {}, b'{"error": "no, ' + said.encode() + b'"}')
        return WireReply(reply.status, {**reply.headers, "x-request-id": said}, reply.content)


def test_no_secret_comes_through_to_logs_errors_or_the_journal(caplog: pytest.LogCaptureFixture) -> None:
    desk = Desk(simulator=Echo())
    with caplog.at_level(logging.DEBUG), pytest.raises(ProviderError) as told:
        desk.run(write_note())
    seen = repr(desk.journal.steps) + repr(told.value.__dict__) + caplog.text
    assert "note.create" in caplog.text
    assert "[hidden]" in told.value.detail
    assert desk.keys.token not in seen


def test_a_flow_that_changes_something_needs_a_journal(desk: Desk) -> None:
    desk.journal = Unwritten()  # type: ignore[assignment]
    with pytest.raises(ValueError, match="journal"):
        desk.run(write_note())
    assert desk.posts == 0


@pytest.mark.parametrize(("kind", "asked"), [("page", 1), ("huge", 1), ("garbage", 4), ("drop_after", 4)])
def test_a_read_is_repeated_only_where_that_may_help(kind: FaultKind, asked: int, desk: Desk) -> None:
    desk.service.order(Fault(kind, method="GET", times=99))
    with pytest.raises((Unexpected, Interrupted)) as told:
        desk.run(write_note())
    assert told.value.step == "before"
    assert len(desk.service.requests) == asked


def test_a_stop_in_the_middle_is_looked_up_by_the_next_run(desk: Desk) -> None:
    desk.spoil("delay")
    stop, waited = desk.cancel, desk.clock.wait

    def wait(seconds: float, cancel: Cancel) -> None:
        waited(seconds, cancel)
        stop.set()

    desk.clock.wait = wait  # type: ignore[method-assign]
    with pytest.raises(Cancelled) as told:
        desk.run(write_note(look_up()))
    assert told.value.code == "cancelled_midway"
    desk.clock.wait = waited  # type: ignore[method-assign]
    desk.cancel = StopSwitch()
    assert desk.run(write_note(look_up())).remote_id == "1"
    assert desk.posts == 1
