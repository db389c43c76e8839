"""What was chosen for one document: the connection's settings, over them the document's options."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from app.client.provider import Connection
from app.domain.draft import Draft
from app.providers.stripe_v1.zones import ZONES, zone_of


class Chosen:
    """Options by name, read without trusting their types: a value of another type counts as not chosen."""

    def __init__(self, connection: Connection | None, options: Mapping[str, JsonValue]) -> None:
        self._values: dict[str, JsonValue] = {**(connection.settings if connection else {}), **options}

    def text(self, name: str, otherwise: str = "") -> str:
        """A text, a choice, an id or a number as text."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
            return otherwise
        return str(value).strip() or otherwise

    def flag(self, name: str, otherwise: bool | None = None) -> bool | None:
        """A yes or no."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else otherwise

    def texts(self, name: str) -> tuple[str, ...]:
        """Several texts; one alone counts as one."""
        value = self._values.get(name)
        if isinstance(value, str):
            return (value,) if value.strip() else ()
        if not isinstance(value, list):
            return ()
        return tuple(item.strip() for item in value if isinstance(item, str) and item.strip())

    def pairs(self, name: str) -> dict[str, str]:
        """Names and values, given as an object or as a list of `[name, value]`."""
        value = self._values.get(name)
        if isinstance(value, dict):
            return {
                name: str(inner) for name, inner in value.items() if isinstance(inner, str | int | Decimal)
            }
        if isinstance(value, list):
            return {str(item[0]): str(item[1]) for item in value if isinstance(item, list) and len(item) == 2}
        return {}

    def has(self, name: str) -> bool:
        """Whether anything is chosen under this name."""
        return self._values.get(name) not in (None, "", [], {})


def zone(draft: Draft, chosen: Chosen) -> ZoneInfo | None:
    """The time zone in which the seller's days begin and end."""
    return zone_of(chosen.text("time_zone") or ZONES.get(draft.seller.country, ""))
