"""Names of archived files, what is found in folders, and a folder that is watched."""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath

from hypothesis import given
from hypothesis import strategies as st

from app.intake.reading import FieldName
from app.services.intake.file_names import archive_name, is_pattern
from app.services.intake.gathering import gathered
from app.services.intake.watching import FolderWatch

VALUES: dict[FieldName, str] = {
    "date": "2026-03-12",
    "supplier_name": "Brunel",
    "invoice_number": "QB/2026:7",
}


def test_a_file_is_called_by_date_supplier_and_number() -> None:
    assert archive_name(VALUES, "application/pdf", "scan_1.pdf") == "2026-03-12 Brunel QB-2026-7.pdf"


def test_a_name_that_is_taken_in_any_case_gets_a_count() -> None:
    first = archive_name(VALUES, "application/pdf", "x.pdf")
    assert archive_name(VALUES, "application/pdf", "x.pdf", taken={first.upper()}).endswith(" (2).pdf")


def test_a_document_that_says_nothing_keeps_its_own_name() -> None:
    assert archive_name({}, "image/png", "photo one.png") == "photo one.png"


def test_only_patterns_that_can_be_filled_are_patterns() -> None:
    assert is_pattern("{supplier}-{number}")
    for wrong in ("", "name", "{nobody}", "{date!r}", "{date:>30}", "{date.year}", "{", "{0}"):
        assert not is_pattern(wrong), wrong


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
def test_no_name_a_stranger_chose_leaves_the_folder_or_is_refused_by_a_system(
    supplier: str, number: str, original: str
) -> None:
    name = archive_name(
        {"supplier_name": supplier, "invoice_number": number}, "application/pdf", f"{original}.pdf"
    )
    assert name.endswith(".pdf")
    assert Path(name).name == PureWindowsPath(name).name == name
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\x00\n\u202e')
    assert name.strip(" .") == name
    assert name.partition(".")[0].casefold() not in {"con", "nul", "aux", "prn", "com1", "lpt9"}


def test_folders_are_gone_through_and_leftovers_left_out(folder: Path) -> None:
    (folder / "b" / "c").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    wanted = [folder / "a.pdf", folder / "b" / "c" / "scan.JPG", folder / "b" / "mail.eml"]
    for path in (
        *wanted,
        folder / "~$a.pdf",
        folder / "half.pdf.part",
        folder / "notes.txt",
        folder / ".hidden" / "x.pdf",
        folder / "Thumbs.db",
    ):
        path.write_bytes(b"x")
    (folder / "loop").symlink_to(folder)
    odd = folder / "notes.txt"
    assert set(gathered([folder])) == set(wanted)
    assert gathered([odd, odd]) == [odd]


def test_a_watched_file_is_told_once_and_only_when_it_no_longer_changes(folder: Path) -> None:
    (folder / "old.pdf").write_bytes(b"old")
    watch = FolderWatch(folder)
    assert watch.look() == []
    growing = folder / "new.pdf"
    growing.write_bytes(b"1")
    (folder / "new.pdf.part").write_bytes(b"1")
    assert watch.look() == []
    growing.write_bytes(b"12")
    assert watch.look() == []
    assert watch.look() == [growing]
    assert watch.look() == []


def test_a_watched_file_that_is_empty_or_still_written_waits(folder: Path) -> None:
    watch = FolderWatch(folder, takes_what_is_there=True)
    empty = folder / "cloud.pdf"
    empty.write_bytes(b"")
    assert [watch.look() for _ in range(3)] == [[], [], []]
    empty.write_bytes(b"here")
    watch.look()
    assert watch.look() == [empty]


def test_a_watched_file_that_came_again_under_its_name_is_told_again(folder: Path) -> None:
    watch = FolderWatch(folder)
    watch.look()
    path = folder / "bill.pdf"
    path.write_bytes(b"one")
    watch.look()
    assert watch.look() == [path]
    path.write_bytes(b"two!")
    os.utime(path, ns=(1, 1))
    watch.look()
    assert watch.look() == [path]
