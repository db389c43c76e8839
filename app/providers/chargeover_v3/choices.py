"""What the person chose for ChargeOver, read with the types it must have.

Options come from a form, a file or a command line: a number may be text. What cannot be read counts
as not chosen, and `app.providers.chargeover_v3.problems` says so before anything is sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pydantic import JsonValue

from app.client.provider import Connection, Submission
from app.domain.draft import Draft
from app.domain.rows import Line

PROVIDER_ID: Final = "chargeover_v3"
KEY_PREFIX: Final = "factotum-"

RATE_DECIMALS: Final = 4
QUANTITY_DECIMALS: Final = 4
"""Decimals of `line_rate` and `line_quantity` we rely on while the vendor states none."""

_WHOLE: Final = re.compile(r"[0-9]{1,18}")
_FRACTION: Final = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,12}")


def own_options(draft: Draft) -> Mapping[str, JsonValue]:
    """The options that the draft itself holds for ChargeOver."""
    stated = draft.provider_options.get(PROVIDER_ID)
    return stated if isinstance(stated, dict) else {}


def merged_options(connection: Connection, draft: Draft) -> Mapping[str, JsonValue]:
    """The connection's settings with the draft's own options over them."""
    return {**connection.settings, **own_options(draft)}


@dataclass(frozen=True, slots=True)
class Choices:
    """One set of options with readers for each kind. `known` are ids learned before, by our ids."""

    options: Mapping[str, JsonValue]
    known: Mapping[str, str]

    def text(self, name: str, default: str = "") -> str:
        """The text chosen, without blanks around it."""
        found = self.options.get(name)
        if isinstance(found, str | int | Decimal) and not isinstance(found, bool):
            return str(found).strip() or default
        return default

    def whole(self, name: str) -> int | None:
        """The id or number chosen; None if there is none or it is no whole number."""
        return whole(self.options.get(name))

    def flag(self, name: str, default: bool = False) -> bool:
        """Yes or no."""
        found = self.options.get(name)
        if found is None:
            return default
        if isinstance(found, bool):
            return found
        return {"true": True, "1": True, "false": False, "0": False}.get(str(found).lower(), default)

    def pairs(self, name: str) -> dict[str, str]:
        """Names with their values, written as an object or as a list of pairs."""
        found = self.options.get(name)
        if isinstance(found, dict):
            return {str(key): str(value) for key, value in found.items()}
        return dict(_pair(entry) for entry in found if _pair(entry)[0]) if isinstance(found, list) else {}

    def members(self, name: str) -> dict[str, object]:
        """An object as it stands, its fractions as numbers; empty if there is none.

        Drafts keep fractions as decimal text, so text that is one was a number when it was written.
        """
        found = self.options.get(name)
        return {key: _exact(value) for key, value in found.items()} if isinstance(found, dict) else {}

    @property
    def rate_decimals(self) -> int:
        """Decimals a rate is sent with at most."""
        return _bounded(self.whole("rate_decimals"), RATE_DECIMALS)

    @property
    def quantity_decimals(self) -> int:
        """Decimals a quantity is sent with at most."""
        return _bounded(self.whole("quantity_decimals"), QUANTITY_DECIMALS)

    @property
    def spreads_discounts(self) -> bool:
        """Whether reductions of the document go into the rates of its lines."""
        return self.text("document_discount", "rates") != "line"


_NONE: Final = Choices({}, {})


def choices_for(submission: Submission) -> Choices:
    """What was chosen for this submission, over what its connection says."""
    return Choices({**submission.connection.settings, **submission.options}, submission.known)


def line_choices(line: Line) -> Choices:
    """What was chosen for one line."""
    stated = line.provider_options.get(PROVIDER_ID)
    return Choices(stated, {}) if isinstance(stated, dict) and stated else _NONE


def whole(value: object) -> int | None:
    """A whole number that came as a number or as its digits."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    told = str(value).strip()
    return int(told) if _WHOLE.fullmatch(told) else None


def _exact(value: object) -> object:
    if isinstance(value, dict):
        return {key: _exact(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_exact(member) for member in value]
    if isinstance(value, float) or (isinstance(value, str) and _FRACTION.fullmatch(value)):
        return Decimal(str(value))
    return value


def _bounded(value: int | None, default: int) -> int:
    return default if value is None else min(value, 8)


def _pair(entry: JsonValue) -> tuple[str, str]:
    if isinstance(entry, list) and len(entry) == 2:
        return str(entry[0]), str(entry[1])
    if isinstance(entry, dict):
        return str(entry.get("name", "")), str(entry.get("value", ""))
    return "", ""
