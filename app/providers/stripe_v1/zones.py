"""Days and Stripe's Unix times: a day is due until its last second where the seller is.

Without a time zone of its own the day's noon in UTC stands for it, which is the same day nearly
everywhere.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONES: Final = {
    "AE": "Asia/Dubai",
    "AT": "Europe/Vienna",
    "BE": "Europe/Brussels",
    "BG": "Europe/Sofia",
    "CH": "Europe/Zurich",
    "CY": "Asia/Nicosia",
    "CZ": "Europe/Prague",
    "DE": "Europe/Berlin",
    "DK": "Europe/Copenhagen",
    "EE": "Europe/Tallinn",
    "ES": "Europe/Madrid",
    "FI": "Europe/Helsinki",
    "FR": "Europe/Paris",
    "GB": "Europe/London",
    "GR": "Europe/Athens",
    "HK": "Asia/Hong_Kong",
    "HR": "Europe/Zagreb",
    "HU": "Europe/Budapest",
    "IE": "Europe/Dublin",
    "IN": "Asia/Kolkata",
    "IT": "Europe/Rome",
    "JP": "Asia/Tokyo",
    "LI": "Europe/Vaduz",
    "LT": "Europe/Vilnius",
    "LU": "Europe/Luxembourg",
    "LV": "Europe/Riga",
    "MT": "Europe/Malta",
    "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo",
    "NZ": "Pacific/Auckland",
    "PL": "Europe/Warsaw",
    "PT": "Europe/Lisbon",
    "RO": "Europe/Bucharest",
    "SE": "Europe/Stockholm",
    "SG": "Asia/Singapore",
    "SI": "Europe/Ljubljana",
    "SK": "Europe/Bratislava",
    "TH": "Asia/Bangkok",
}
"""Countries of one time zone in which Stripe has accounts. Source: IANA zone1970.tab."""

_DAY_ENDS: Final = time(23, 59, 59)
_NOON: Final = time(12)
_LATEST: Final = Decimal(253_402_214_400)


def zone_of(name: str) -> ZoneInfo | None:
    """The zone of that IANA name; None if it is empty, unknown, or this machine has no zone data."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def end_of(day: date, zone: ZoneInfo | None) -> int:
    """Unix time of the day's last second there."""
    if zone is None:
        return int(datetime.combine(day, _NOON, UTC).timestamp())
    return int(datetime.combine(day, _DAY_ENDS, zone).timestamp())


def start_of(day: date, zone: ZoneInfo | None) -> int:
    """Unix time of the day's first second there."""
    return int(datetime.combine(day, _NOON if zone is None else time(), zone or UTC).timestamp())


def day_of(unix: Decimal | None, zone: ZoneInfo | None) -> date | None:
    """The day a Unix time falls on there; None for none, or for one that no calendar has."""
    if unix is None or not 0 <= unix < _LATEST:
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(unix))).astimezone(zone or UTC).date()
