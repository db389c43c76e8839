"""A bundle that may not be shipped is known by its list of files."""

from __future__ import annotations

from pathlib import Path

import pytest
from freezing.inventory import Held, differences, held, missing, refusals


@pytest.mark.parametrize(
    "place",
    [
        "_internal/libreadline.so.8",
        "_internal/python3.11/lib-dynload/readline.cpython-311-x86_64-linux-gnu.so",
        "_internal/libgdbm.so.6",
        "_internal/python3.11/lib-dynload/_dbm.cpython-311-x86_64-linux-gnu.so",
        "_internal/libdb-5.3.so",
        "_internal/reportlab/fonts/DarkGarden.sfd",
        "_internal/libmupdf.so",
        "_internal/PySide6/Qt/lib/libQt6Qml.so.6",
        "_internal/libgtk-3.so.0",
        "_internal/pytest/__init__.py",
    ],
)
def test_a_file_that_may_not_be_shipped_is_refused(place: str) -> None:
    assert len(refusals([place])) == 1


@pytest.mark.parametrize("place", ["_internal/libdbus-1.so.3", "_internal/libQt6DBus.so.6", "factotum"])
def test_other_files_are_not(place: str) -> None:
    assert refusals([place]) == []


def test_an_empty_bundle_lacks_what_the_program_wants() -> None:
    assert "PySide6/__init__.py: not in the bundle" in missing([])


def test_the_list_of_a_bundle_tells_two_contents_apart_and_keeps_links_as_links(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one").write_bytes(b"1")
    (tmp_path / "two").write_bytes(b"2")
    (tmp_path / "three").symlink_to("a/one")
    one, three, two = held(tmp_path)
    assert [one.place, three.place, two.place] == ["a/one", "three", "two"]
    assert one.sha256 != two.sha256
    assert (one.size, three.size, three.sha256) == (1, 0, "-> a/one")


def test_two_bundles_differ_in_what_only_one_has_and_in_what_is_not_the_same() -> None:
    same, before, after = Held("a", 1, "x"), Held("b", 1, "x"), Held("b", 1, "y")
    assert differences([same, before], [same, after, Held("c", 0, "z")]) == ["b", "c"]
    assert differences([same], [same]) == []
