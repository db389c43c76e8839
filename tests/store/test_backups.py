"""Backups: whole, verified, thinned out with age, and made without being asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.services.workspace import Backup, StoreDamaged, StoreLocation, StoreProblem, Workspace
from app.store import backups
from app.store.database import FILE_NAME
from tests.conftest import page_of
from tests.services.invoices import invoice, typed

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


def _backup(moment: datetime) -> Backup:
    return Backup(Path(f"{moment:%Y%m%d%H%M}"), moment, 1)


def test_old_backups_thin_out_to_days_and_then_months() -> None:
    made = [_backup(NOON - timedelta(hours=6 * n)) for n in range(4 * 400)]
    gone = {backup.path for backup in backups.superfluous(made, 10)}
    kept = [backup for backup in made if backup.path not in gone]
    assert kept[0] == made[0]
    days = {f"{backup.made_at:%Y-%m-%d}" for backup in kept}
    assert len(kept) == len(days), "one a day"
    assert {f"{NOON - timedelta(days=n):%Y-%m-%d}" for n in range(10)} <= days
    assert len({f"{backup.made_at:%Y-%m}" for backup in kept}) == 10
    assert len(kept) == 19, "ten days, and the last day of nine further months"


def test_the_newest_is_kept_whatever_is_asked() -> None:
    made = [_backup(NOON - timedelta(minutes=n)) for n in range(5)]
    assert backups.superfluous(made, 1) == made[1:]


def test_closing_makes_the_first_backup_and_not_one_each_time(tmp_path: Path) -> None:
    for _ in range(3):
        workspace = Workspace.open(StoreLocation(tmp_path), render=page_of)
        workspace.create(invoice())
        workspace.close()
    assert len(backups.all_of(tmp_path / FILE_NAME)) == 1


def test_a_backup_holds_what_was_recorded_until_then_and_only_that(tmp_path: Path) -> None:
    workspace = Workspace.open(StoreLocation(tmp_path / "a"), render=page_of)
    made = workspace.create(invoice())
    workspace.record(made.id, [typed(made.history, subject="before")])
    copy = workspace.back_up()
    workspace.record(made.id, [typed(made.history, subject="after")])
    assert copy is not None
    assert [backup.path for backup in workspace.backups()] == [copy]
    workspace.close()
    assert Workspace.restore(StoreLocation(tmp_path / "b"), copy) is None, "nothing was there to keep aside"
    other = Workspace.open(StoreLocation(tmp_path / "b"), render=page_of)
    found = other.open_document(made.id)
    assert (found.draft.subject, len(found.history.steps)) == ("before", 1)
    other.close()


def test_a_backup_that_cannot_be_written_says_so_and_leaves_the_others(tmp_path: Path) -> None:
    workspace = Workspace.open(StoreLocation(tmp_path), render=page_of)
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(StoreProblem, match="cannot be written"):
        workspace.back_up()
    made = workspace.create(invoice())
    assert workspace.issue(made.id, today=NOON.date()).status == "issued"
    assert workspace.backup_problem is not None
    assert "cannot be written" in workspace.backup_problem.summary
    (tmp_path / "backups").unlink()
    workspace.close()
    assert workspace.backup_problem is None


def test_a_cut_off_copy_is_not_sound(tmp_path: Path) -> None:
    workspace = Workspace.open(StoreLocation(tmp_path), render=page_of)
    copy = workspace.back_up()
    workspace.close()
    assert copy is not None
    assert backups.is_sound(copy)
    copy.write_bytes(copy.read_bytes()[:-5000])
    assert not backups.is_sound(copy)
    assert not backups.is_sound(tmp_path / "none.sqlite3")
    with pytest.raises(StoreDamaged):
        backups.restore(tmp_path / FILE_NAME, copy)


def test_files_that_are_no_backups_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    mine = tmp_path / "backups" / "factotum-before the move.sqlite3"
    mine.write_bytes(b"mine")
    workspace = Workspace.open(StoreLocation(tmp_path, backups_kept=1), render=page_of)
    for _ in range(2):
        workspace.back_up()
    workspace.close()
    assert mine.read_bytes() == b"mine"
    assert len(backups.all_of(tmp_path / FILE_NAME)) == 1
