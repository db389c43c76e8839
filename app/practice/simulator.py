"""What a simulator is: a provider's server as a value one asks, whose state can be kept as JSON.

It shares no arithmetic and no reading of bodies with the client's side, so that it cannot agree with
a mistake; what it must share are the provider's published names and lists.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest


class Simulator(Protocol):
    """One provider. Strict: what the real one refuses is refused, with its status and its body's shape.

    `accepted_secrets` names what signs in, for forms and tests: never a real credential.
    """

    provider_id: str
    accepted_secrets: dict[str, str]

    def answer(self, request: WireRequest) -> WireReply:
        """The provider's answer. Whatever the request, it answers and does not raise."""

    def state(self) -> JsonValue:
        """All it holds, as JSON."""

    def restore(self, state: JsonValue) -> None:
        """Hold this again. Raises ValueError when it is no state of this simulator."""

    def documents(self) -> list[JsonValue]:
        """Every invoice it holds, as its API would show it: what the tests count and compare."""


@runtime_checkable
class TaxesByItsOwnRules(Protocol):
    """A simulator of a provider that finds the tax itself, which may be another than the document's."""

    def tax_otherwise(self) -> None:
        """From now on let what is made be taxed at another rate than it should."""
