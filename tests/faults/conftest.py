"""Processes that die need a system that forks."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.faults.range import Workers

collect_ignore_glob = [] if hasattr(os, "fork") else ["test_*.py"]


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    running = Workers()
    yield running
    running.close()
