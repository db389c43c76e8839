"""What a person can say where nobody else can know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItIsThere:
    """She has looked: the document is at the provider, under this id. `number` as it is shown there."""

    remote_id: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class ItIsNotThere:
    """She has looked: nothing is there. It is sent again."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It is not to be sent. For one that has not begun, this takes it back; a draft can be edited again."""


Decision = ItIsThere | ItIsNotThere | GiveUp
