"""How a copy came there decides whether it may change itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app import __version__
from app.services.settings import Settings
from app.services.updates import choosing, finishing, moments, versions
from app.services.updates.asking import offered
from app.services.updates.choosing import Choice, alone, choose, chosen
from app.services.updates.finishing import PREVIOUS_APP, PREVIOUS_SETUP, way_back
from app.services.updates.installed import Installation, kind_of, this_installation
from app.services.updates.memory import Memory
from app.services.updates.publisher import Publisher
from app.store.records import StoreLocation
from tests.services.updates.house import KEY, installed, public

NOBODY_LISTS = Path("/nowhere/factotum.list")


def program(folder: Path, name: str = "factotum") -> Path:
    folder.mkdir(parents=True)
    (folder / name).touch()
    return folder / name


def test_a_program_from_its_source_never_changes_itself() -> None:
    here = this_installation()
    assert (here.kind, here.version, here.changes_itself) == ("source", __version__, False)


def test_on_linux_the_folder_of_install_sh_changes_itself_and_nothing_else_does(tmp_path: Path) -> None:
    root = installed(tmp_path / "factotum").root
    ours = root / "versions" / "0.1.0" / "factotum"
    assert kind_of(ours, "linux", NOBODY_LISTS) == ("folder", root)
    (root / ".installed-by-factotum").unlink()
    assert kind_of(ours, "linux", NOBODY_LISTS)[0] == "other"
    packaged = program(tmp_path / "opt")
    listed = tmp_path / "factotum.list"
    listed.write_text(f"/.\n{packaged}\n")
    assert kind_of(packaged, "linux", listed) == ("package", packaged.parent)
    assert kind_of(packaged, "linux", NOBODY_LISTS)[0] == "other"


def test_on_windows_it_is_what_the_setup_installed(tmp_path: Path) -> None:
    ours = program(tmp_path / "Factotum", "factotumw.exe")
    assert kind_of(ours, "win32", NOBODY_LISTS)[0] == "other"
    (ours.parent / "uninstall.exe").touch()
    assert kind_of(ours, "win32", NOBODY_LISTS) == ("setup", ours.parent)


def test_on_a_mac_it_is_an_app_that_was_moved_to_a_folder_of_programs(tmp_path: Path) -> None:
    app = tmp_path / "Applications" / "Factotum.app"
    ours = program(app / "Contents" / "MacOS")
    assert kind_of(ours, "darwin", NOBODY_LISTS) == ("image", app)
    on_image = Path("/Volumes/Factotum/Factotum.app/Contents/MacOS/factotum")
    assert kind_of(on_image, "darwin", NOBODY_LISTS)[0] == "other"


@pytest.mark.parametrize(("kind", "kept"), [("setup", PREVIOUS_SETUP), ("image", PREVIOUS_APP)])
def test_the_way_back_is_there_as_long_as_what_it_needs(tmp_path: Path, kind: str, kept: str) -> None:
    root = tmp_path / "Factotum"
    here = Installation(kind, root, "0.2.0", sys.platform, "x86_64", "")  # type: ignore[arg-type]
    memory = Memory(went_from="0.1.0")
    assert way_back(here, memory) == ""
    place = root / kept if kind == "setup" else root.with_name(kept)
    place.mkdir(parents=True)
    assert way_back(here, memory) == "0.1.0"
    assert way_back(here._replace(version="0.1.0"), memory) == ""


def test_from_its_source_nothing_is_done_at_either_moment(tmp_path: Path) -> None:
    choose(tmp_path / choosing.FOLDER, Choice("9.9.9"))
    moments.before_the_window(tmp_path, Settings(), [])
    moments.after_the_window(tmp_path, Settings())
    assert chosen(tmp_path / choosing.FOLDER) == Choice("9.9.9")


def test_a_choice_that_nobody_signed_for_is_dropped_and_told(tmp_path: Path) -> None:
    here = installed(tmp_path / "factotum")
    data = tmp_path / "data" / "updates"
    publisher = Publisher("https://example.org/newest", (public(KEY),))
    choose(data, Choice("0.2.0"))
    assert offered(publisher, Memory(), here.version) is None
    assert not finishing.finish(data, here, publisher, StoreLocation(tmp_path / "data"))
    assert versions.current(here.root) == "0.1.0"
    assert chosen(data) is None
    assert finishing.remembered(data).hindered == "archive"


@pytest.mark.parametrize("written", ["", "0.2.0", "0.2.0 sideways", "0.2.0 on more", "\udcff"])
def test_a_choice_that_cannot_be_read_is_none(tmp_path: Path, written: str) -> None:
    (tmp_path / "ready").write_bytes(written.encode("utf-8", "surrogateescape"))
    assert chosen(tmp_path) is None


def test_one_that_is_alone_keeps_others_from_being_so(tmp_path: Path) -> None:
    with alone(tmp_path) as first, alone(tmp_path) as second:
        assert (first, second) == (True, False)
    with alone(tmp_path) as again:
        assert again
