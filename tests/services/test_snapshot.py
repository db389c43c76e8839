"""The snapshot that the window shows before the store is open, and what may be imported for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.services.snapshot import read_snapshot, write_snapshot
from tests.services.invoices import invoice
from tests.store.processes import ROOT


def test_the_last_document_comes_back(tmp_path: Path) -> None:
    draft = invoice(subject="Été")
    write_snapshot(tmp_path / "new", draft, "draft")
    write_snapshot(tmp_path / "new", draft, "issued")
    snapshot = read_snapshot(tmp_path / "new")
    assert snapshot is not None
    assert (snapshot.draft, snapshot.status) == (draft, "issued")
    assert len(list((tmp_path / "new").iterdir())) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"version": 2}', b'{"version": 1, "status": "odd", "draft": {}}', b"\xff"],
)
def test_a_broken_snapshot_is_no_snapshot(tmp_path: Path, content: bytes) -> None:
    assert read_snapshot(tmp_path) is None
    write_snapshot(tmp_path, invoice(), "draft")
    next(tmp_path.iterdir()).write_bytes(content)
    assert read_snapshot(tmp_path) is None


def test_a_cut_off_snapshot_is_no_snapshot(tmp_path: Path) -> None:
    write_snapshot(tmp_path, invoice(), "draft")
    file = next(tmp_path.iterdir())
    file.write_bytes(file.read_bytes()[:-40])
    assert read_snapshot(tmp_path) is None


@pytest.mark.parametrize("module", ["settings", "snapshot", "history", "workspace", "contacts"])
def test_what_the_window_imports_first_loads_no_database(module: str) -> None:
    program = f"import sys, app.services.{module}; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
