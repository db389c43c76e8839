"""However a send is broken off, there is one document at the provider, or a person is told why there is none.

A process dies at a chosen moment of its journal, the network and the server go wrong at a chosen
request, another process goes on. `FACTOTUM_ALL_FAULTS=1` dies at every moment there is and shoots more.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.client.provider import Provider
from app.practice.faults import FAULTS, Fault, FaultKind
from app.practice.simulators import SIMULATORS
from app.providers import PROVIDERS
from tests.faults.range import Ended, Range, Workers

SEED = 20261102
IS_WHOLE = bool(os.environ.get("FACTOTUM_ALL_FAULTS"))
SHOTS = 20 if IS_WHOLE else 9
PRACTISED = [provider for provider in PROVIDERS if provider.id in SIMULATORS]


def expect_once(shooting: Range, ended: Ended, what: str) -> str:
    """One document and done; or none that nobody knows of, and the reason said."""
    entry = ended.entry.entry
    seen = f"{what}: {entry.state}, {entry.error}, {ended.documents} documents, exits {ended.exits}"
    assert ended.documents <= 1, seen
    assert entry.state in ("done", "refused", "asking"), seen
    if entry.state == "done":
        assert ended.documents == 1, seen
        assert entry.receipt, seen
    else:
        assert entry.error, seen
    if entry.state == "refused":
        assert ended.documents == 0, seen
    if entry.state == "asking":
        assert shooting.may_ask, seen
    return entry.state


@pytest.mark.parametrize("provider", PRACTISED, ids=lambda provider: provider.id)
def test_a_send_broken_off_anywhere_is_done_once(
    provider: Provider, tmp_path: Path, workers: Workers, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(f"{SEED}{provider.id}")
    came: Counter[str] = Counter()
    with Range(provider, tmp_path, workers) as shooting:
        moments = list(range(1, shooting.boundaries + 1))
        deaths = moments if IS_WHOLE else chance.sample(moments, min(len(moments), SHOTS))
        for moment in deaths:
            ended = shooting.shoot(moment, ())
            assert ended.exits[0] == -9, f"moment {moment}: nothing died, {ended.exits}"
            came[expect_once(shooting, ended, f"death at {moment}")] += 1
        kinds: list[FaultKind] = [*FAULTS]
        for _ in range(SHOTS):
            kinds = kinds or [*FAULTS]
            kind = kinds.pop(chance.randrange(len(kinds)))
            fault = Fault(kind, at=chance.randint(1, shooting.requests))
            moment = chance.choice([0, *moments])
            ended = shooting.shoot(moment, (fault,))
            came[expect_once(shooting, ended, f"{fault}, death at {moment}")] += 1
    with capsys.disabled():
        told = ", ".join(f"{count} {state}" for state, count in sorted(came.items()))
        sys.stdout.write(
            f"\n{provider.id}: {sum(came.values())} broken sends: {told}; never two, none lost\n"
        )


@pytest.mark.parametrize("provider", PRACTISED, ids=lambda provider: provider.id)
def test_two_processes_at_once_send_it_once(provider: Provider, tmp_path: Path, workers: Workers) -> None:
    with Range(provider, tmp_path, workers) as shooting:
        for _ in range(3):
            ended = shooting.shoot(0, (), at_once=2, enqueues=provider.wants != "original")
            assert ended.exits == (0, 0, 0)
            assert expect_once(shooting, ended, "two at once") == "done"
