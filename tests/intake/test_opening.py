"""Files of the disk that are not there, not files, not ours to read, too large or not yet written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.intake import opening
from app.intake.opening import Unreadable, content_of
from app.intake.worker import Reader


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        content_of(path)
    return refused.value.code


def test_a_file_that_vanished_a_folder_and_an_impossible_name_say_what_they_are(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.pdf") == "file_gone"
    assert refusal(tmp_path) == "file_is_folder"
    assert refusal(Path("a\x00b")) == "file_not_readable"
    assert refusal(tmp_path / ("n" * 5_000)) == "file_not_readable"


def test_a_file_that_grows_while_it_is_read_is_not_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.pdf"
    path.write_bytes(b"%PDF-1.4")
    stat = Path.stat
    looks: list[Path] = []

    def growing(self: Path, **options: bool) -> os.stat_result:
        told = stat(self, **options)
        if self == path and not looks:
            looks.append(self)
            with path.open("ab") as file:
                file.write(b"more")
        return told

    monkeypatch.setattr(Path, "stat", growing)
    assert refusal(path) == "file_changing"


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(opening.LARGEST_BYTES + 1)
    monkeypatch.setattr(Path, "open", None)
    assert refusal(path) == "file_too_large"


if sys.platform != "win32":

    def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.pdf"
        os.mkfifo(pipe)
        assert refusal(pipe) == "file_is_device"
        assert refusal(Path("/dev/zero")) == "file_is_device"

    def test_links_in_a_circle_are_no_fault(tmp_path: Path) -> None:
        link = tmp_path / "link.pdf"
        link.symlink_to(link)
        assert refusal(link) == "file_not_readable"


def test_the_reader_says_the_same(reader: Reader, tmp_path: Path) -> None:
    reading = reader.read(tmp_path / "gone.pdf")
    assert (reading.file, reading.kind) == ("gone.pdf", "unreadable")
    assert reading.error is not None
    assert reading.error.code == "file_gone"
