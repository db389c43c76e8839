"""The snapshot that the window shows before the store is open, and what may be imported for it."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.rows import Line, Section
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


def test_each_snapshot_holds_the_rows_as_they_are_by_then(tmp_path: Path) -> None:
    draft = invoice(rows=tuple(Line(id=f"r{number}", label=f"“{number}”\n") for number in range(5)))
    for rows in (
        draft.rows,
        (*draft.rows[:2], draft.rows[2].model_copy(update={"quantity": Decimal("1.50")}), *draft.rows[3:]),
        (Section(id="s"), *reversed(draft.rows)),
        (),
    ):
        edited = draft.edited(rows=rows)
        write_snapshot(tmp_path, edited, "draft")
        snapshot = read_snapshot(tmp_path)
        assert snapshot is not None
        assert snapshot.draft == edited
        assert [row.model_dump(mode="json") for row in snapshot.draft.rows] == [
            row.model_dump(mode="json") for row in rows
        ]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"version": 2}', b'{"version": 1, "status": "odd", "draft": {}}', b"\xff"],
)
def test_a_broken_snapshot_is_no_snapshot(tmp_path: Path, content: bytes) -> None:
    assert read_snapshot(tmp_path) is None
    write_snapshot(tmp_path, invoice(), "draft")
    next(tmp_path.iterdir()).write_bytes(content)
    assert read_snapshot(tmp_path) is None


def test_a_snapshot_somebody_changed_is_read_as_any_other_file(tmp_path: Path) -> None:
    write_snapshot(tmp_path, invoice(subject="Mine"), "draft")
    file = next(tmp_path.iterdir())
    file.write_bytes(file.read_bytes().replace(b'"Mine"', b'"Ours"'))
    snapshot = read_snapshot(tmp_path)
    assert snapshot is not None
    assert snapshot.draft.subject == "Ours"
    file.write_bytes(file.read_bytes().replace(b'"EUR"', b'"XYZ"'))
    assert read_snapshot(tmp_path) is None


def test_a_snapshot_of_another_version_of_the_model_is_read_with_care(tmp_path: Path) -> None:
    write_snapshot(tmp_path, invoice(), "draft")
    file = next(tmp_path.iterdir())
    body = b'{"subject": "Old", "no_longer": 1}'
    head = json.dumps({"version": 2, "status": "draft", "crc32": zlib.crc32(body)})
    file.write_bytes(head.encode() + b"\n" + body)
    assert read_snapshot(tmp_path) is None


def test_a_large_snapshot_comes_back(tmp_path: Path) -> None:
    draft = invoice(free_text="long " * 30_000, memo="longer " * 25_000)
    write_snapshot(tmp_path, draft, "draft")
    snapshot = read_snapshot(tmp_path)
    assert snapshot is not None
    assert snapshot.draft == draft


def test_a_cut_off_snapshot_is_no_snapshot(tmp_path: Path) -> None:
    write_snapshot(tmp_path, invoice(), "draft")
    file = next(tmp_path.iterdir())
    file.write_bytes(file.read_bytes()[:-40])
    assert read_snapshot(tmp_path) is None


@pytest.mark.parametrize("module", ["settings", "snapshot", "history", "workspace", "contacts"])
def test_what_the_window_imports_first_loads_no_database(module: str) -> None:
    program = f"import sys, app.services.{module}; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
