"""The faces of the machine, once; the CJK tests need a font pack that the machine may not have."""

import os

import pytest

from app.documents.text import FontFaces, Typesetter

HAS_PACK = bool(os.environ.get("FACTOTUM_FONT_DIRS"))
collect_ignore = [] if HAS_PACK else ["test_east_asia.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not HAS_PACK:
        terminalreporter.write_line("FACTOTUM_FONT_DIRS is not set: no East Asian text tests")


@pytest.fixture(scope="session")
def faces() -> FontFaces:
    """The bundled faces and the font pack if there is one, but no face that happens to be installed."""
    return FontFaces.default() if HAS_PACK else FontFaces()


@pytest.fixture(scope="session")
def typesetter(faces: FontFaces) -> Typesetter:
    return Typesetter(faces)
