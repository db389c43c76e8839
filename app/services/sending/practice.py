"""Practice accounts: simulators whose books are kept in a file, so that they are there the next time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal

from pydantic import JsonValue

from app.client.clock import Clock
from app.client.provider import Connection, Provider
from app.client.schemes import AuthScheme
from app.client.secret import Secret
from app.client.transport import Transport, WireReply, WireRequest
from app.client.wire import json_text
from app.practice.faults import FAULTS, Fault, FaultKind, FaultyService
from app.practice.simulator import Simulator, TaxesByItsOwnRules
from app.practice.simulators import SIMULATORS, TAXING, prepared
from app.practice.transport import PracticeTransport
from app.services.sending.problems import SendingProblem
from app.services.vault.holding import held
from app.services.whole_file import write_whole

Trouble = Literal["offline", "other_tax"] | FaultKind
"""offline: nothing arrives, other_tax: what is made is taxed at another rate, until it is taken back. Any
other goes wrong once, at the next effect."""

_TROUBLES: Final[frozenset[Trouble]] = frozenset({"offline", *FAULTS})
_HOLE: Final = re.compile(r"\{\w+\}")
_NOWHERE: Final = "https://practice.example"


@dataclass(frozen=True, slots=True)
class PracticeAccount:
    """One account that exists only here."""

    base_url: str
    transport: Transport
    accepted: Mapping[str, str]

    def secrets(self, scheme: AuthScheme) -> dict[str, Secret]:
        """What signs in there."""
        return {field.name: Secret(self.accepted.get(field.name, "")) for field in scheme.fields}


class PracticeHome:
    """Where the practice accounts of a store live, one for each connection."""

    def __init__(
        self, folder: Path, clock: Clock, simulators: Mapping[str, Callable[[], Simulator]] = SIMULATORS
    ) -> None:
        self._folder = folder / "practice"
        self._clock = clock
        self._simulators = simulators
        self._troubles: dict[str, Trouble] = {}

    def order(self, connection_id: str, trouble: Trouble | None) -> None:
        """Let this go wrong in that account, in place of what was ordered before; None: nothing."""
        if trouble is None:
            self._troubles.pop(connection_id, None)
        else:
            self._troubles[connection_id] = trouble

    def ordered(self, connection_id: str) -> Trouble | None:
        """What is to go wrong there; None if it has, or nothing was ordered."""
        return self._troubles.get(connection_id)

    def settings(self, provider_id: str) -> dict[str, JsonValue]:
        """What a careful person sets up in a connection to the practice account of this provider."""
        return prepared(provider_id)

    def troubles(self, provider_id: str) -> frozenset[Trouble]:
        """What can go wrong with this provider."""
        return _TROUBLES | {"other_tax"} if provider_id in TAXING else _TROUBLES

    def has(self, provider_id: str) -> bool:
        """Whether one can practise with this provider."""
        return provider_id in self._simulators

    @contextmanager
    def account(self, provider: Provider, connection: Connection) -> Iterator[PracticeAccount]:
        """The account, held by this process until the block ends. Raises SendingProblem if there is none."""
        if not self.has(provider.id):
            raise SendingProblem("no_practice", {"provider": provider.title})
        simulator = self._simulators[provider.id]()
        base_url = _HOLE.sub("practice", provider.base_url(connection)) or _NOWHERE
        with held(self._folder / f"{connection.id or provider.id}.lock"):
            books = self._folder / f"{connection.id or provider.id}.json"
            before = _read(books)
            if before is not None:
                simulator.restore(before)
            trouble = self._troubles.get(connection.id)
            if trouble == "other_tax" and isinstance(simulator, TaxesByItsOwnRules):
                simulator.tax_otherwise()
            faults = [Fault(kind, method="POST") for kind in FAULTS if kind == trouble]
            service = FaultyService(_Booked(simulator, books), faults)
            transport = PracticeTransport(service, self._clock)
            transport.is_offline = trouble == "offline"
            try:
                yield PracticeAccount(base_url, transport, simulator.accepted_secrets)
            finally:
                if any(fault.fits(request) for fault in faults for request in service.requests):
                    self._troubles.pop(connection.id, None)

    def documents(self, provider: Provider, connection: Connection) -> int:
        """How many documents there are in the account."""
        return len(self.held(provider, connection))

    def held(self, provider: Provider, connection: Connection) -> list[JsonValue]:
        """The documents in the account, as they are kept there."""
        simulator = self._simulators[provider.id]()
        before = _read(self._folder / f"{connection.id or provider.id}.json")
        if before is not None:
            simulator.restore(before)
        return simulator.documents()


class _Booked:
    """A simulator that has written its books before it answers, as a real one has."""

    def __init__(self, simulator: Simulator, books: Path) -> None:
        self.provider_id = simulator.provider_id
        self.accepted_secrets = simulator.accepted_secrets
        self._simulator = simulator
        self._books = books

    def answer(self, request: WireRequest) -> WireReply:
        """The simulator's answer, durable."""
        reply = self._simulator.answer(request)
        if request.method != "GET":
            write_whole(self._books, json_text(self._simulator.state()).encode(), is_durable=False)
        return reply

    def state(self) -> JsonValue:
        """All it holds."""
        return self._simulator.state()

    def restore(self, state: JsonValue) -> None:
        """Hold this again."""
        self._simulator.restore(state)

    def documents(self) -> list[JsonValue]:
        """Every document it holds."""
        return self._simulator.documents()


def _read(books: Path) -> JsonValue:
    try:
        kept: JsonValue = json.loads(books.read_text("utf-8"), parse_float=Decimal)
        return kept
    except FileNotFoundError:
        return None
    except ValueError:
        # Practice books that cannot be read are worth nothing: a new account begins.
        return None
