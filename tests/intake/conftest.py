"""One warm reader for the tests that do not bring it down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.intake import ocr
from app.intake.worker import Reader

collect_ignore = [] if ocr.is_installed() else ["test_ocr.py"]


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    one = Reader()
    one.start()
    yield one
    one.close()
