"""Collected only where FACTOTUM_STRIPE_MOCK names the program stripe-mock."""

from __future__ import annotations

import os

PROGRAM = os.environ.get("FACTOTUM_STRIPE_MOCK", "")
collect_ignore = [] if PROGRAM else ["test_stripe_mock.py"]


def pytest_report_header() -> str:
    if PROGRAM:
        return "stripe-mock: Stripe's own server for tests judges our requests of the newest version"
    return "stripe-mock: not asked, for FACTOTUM_STRIPE_MOCK names no program"
