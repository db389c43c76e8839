"""What the tests of several rooms share: databases of both kinds, and workspaces over them."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli.screen import draw_offscreen_if_needed
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.services.workspace import Workspace
from app.store.records import StoreLocation
from tests.services.vault import secret_service
from tests.store import cluster

_HAS_DRIVER = importlib.util.find_spec("psycopg") is not None
_PROGRAMS = cluster.binaries() if _HAS_DRIVER else None
_BACKENDS = ["sqlite", "postgresql"] if _PROGRAMS or cluster.REQUIRED else ["sqlite"]


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Draw off screen where no window can open, before Qt is asked and ends the whole process."""
    try:
        draw_offscreen_if_needed()
    except OSError as error:
        raise pytest.UsageError(str(error)) from None


def pytest_report_header() -> list[str]:
    platform = os.environ.get("QT_QPA_PLATFORM")
    window = f"window: drawn by Qt's platform {platform}" if platform else "window: drawn on the screen"
    store = "store: tested on SQLite only, for there is no PostgreSQL (psycopg and initdb) on this machine"
    if _PROGRAMS:
        store = f"store: tested on SQLite and on PostgreSQL ({_PROGRAMS})"
    keyring = "keyring: tested on fakes only, for there is no Secret Service (gnome-keyring, dbus) here"
    if secret_service.IS_THERE:
        keyring = "keyring: tested on a Secret Service of its own (gnome-keyring) as well"
    return [window, store, keyring]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "backend" in metafunc.fixturenames:
        metafunc.parametrize("backend", _BACKENDS)


@pytest.fixture(scope="session")
def postgres() -> Iterator[cluster.Cluster]:
    assert _PROGRAMS, "FACTOTUM_REQUIRE_POSTGRES is set, but psycopg or initdb is missing"
    server = cluster.Cluster(_PROGRAMS)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def location(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> StoreLocation:
    """A new store of each kind of database in turn."""
    if backend == "sqlite":
        return StoreLocation(tmp_path / "store")
    return StoreLocation(url=request.getfixturevalue("postgres").new_database())


def page_of(draft: Draft, totals: Totals) -> bytes:
    """A stand-in for the paper that is quick, and different for different documents."""
    return f"%PDF-1.7 {draft.number} {totals.payable}".encode()


OpenWorkspace = Callable[..., Workspace]


@pytest.fixture
def open_workspace(location: StoreLocation) -> Iterator[OpenWorkspace]:
    """Opens the store, as often as asked: each call is another window."""
    opened: list[Workspace] = []

    def open_one(
        at: StoreLocation = location, render: Callable[[Draft, Totals], bytes] = page_of
    ) -> Workspace:
        workspace = Workspace.open(at, render=render)
        opened.append(workspace)
        return workspace

    yield open_one
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace()
