"""A version lies whole beside the others and has passed its self-test before it starts for anybody."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from app.client.clock import StopSwitch
from app.client.errors import Cancelled
from app.services.updates import versions
from app.services.updates.installed import Installation
from app.services.updates.problems import UpdateProblem
from tests.services.updates.house import archive, installed


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    return installed(tmp_path / "factotum")


def kept(folder: Path, content: bytes) -> Path:
    path = folder / "archive.tar.xz"
    path.write_bytes(content)
    return path


def stage(here: Installation, content: bytes, version: str = "0.2.0", stop: StopSwitch | None = None) -> None:
    packed = kept(here.root.parent, content)
    versions.stage(here.root, packed, version, lambda *_: None, stop or StopSwitch())


def started(root: Path, *arguments: str) -> str:
    ran = subprocess.run([str(root / "factotum"), *arguments], capture_output=True, text=True, check=False)
    return ran.stdout.strip()


def refused(here: Installation, content: bytes) -> UpdateProblem:
    with pytest.raises(UpdateProblem) as caught:
        stage(here, content)
    assert [path.name for path in (here.root / "versions").iterdir()] == ["0.1.0"]
    assert started(here.root) == "0.1.0"
    return caught.value


def packed(*entries: tuple[tarfile.TarInfo, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:xz") as target:
        for entry, content in entries:
            entry.size = len(content)
            target.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def link(place: str, to: str, kind: bytes = tarfile.SYMTYPE) -> tuple[tarfile.TarInfo, bytes]:
    entry = tarfile.TarInfo(f"a/factotum/{place}")
    entry.type, entry.linkname = kind, to
    return entry, b""


def test_a_newer_version_takes_over_in_one_stroke_and_the_old_one_stays(here: Installation) -> None:
    stage(here, archive("0.2.0"))
    assert started(here.root) == "0.1.0"
    versions.switch(here.root, "0.2.0")
    assert started(here.root, "total", "a file") == "0.2.0 total a file"
    assert (here.root / "current" / "_internal" / "link.txt").read_text() == "0.2.0"
    assert versions.previous(here.root) == "0.1.0"
    assert versions.go_back(here.root) == "0.1.0"
    assert started(here.root) == "0.1.0"
    assert versions.previous(here.root) == ""
    with pytest.raises(UpdateProblem, match="no_previous"):
        versions.go_back(here.root)


def test_a_version_that_fails_its_own_test_never_starts(here: Installation) -> None:
    problem = refused(here, archive("0.2.0", code=1, seen="FAILED  fonts gone"))
    assert (problem.code, problem.params) == ("self_test", {"seen": "FAILED  fonts gone"})


def test_a_version_that_cannot_run_at_all_never_starts(here: Installation) -> None:
    program = tarfile.TarInfo("a/factotum/factotum")
    program.mode = 0o755
    assert refused(here, packed((program, b"#!/nowhere/at/all\n"))).code == "self_test"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no archive",
        archive("0.2.0")[:-400],
        packed((tarfile.TarInfo("a/factotum/../../../../escaped"), b"x")),
        packed(link("out", "/etc")),
        packed(link("out", "../../..")),
        packed(link("hard", "/etc/passwd", tarfile.LNKTYPE)),
        packed(link("pipe", "", tarfile.FIFOTYPE)),
        packed((tarfile.TarInfo("a/other/factotum"), b"x")),
    ],
    ids=["empty", "noise", "torn", "above", "absolute", "out", "hard", "pipe", "nothing"],
)
def test_an_archive_that_is_not_one_of_ours_leaves_nothing(
    here: Installation, tmp_path: Path, content: bytes
) -> None:
    assert refused(here, content).code == "archive"
    assert not (tmp_path / "escaped").exists()


def test_a_stop_leaves_nothing(here: Installation) -> None:
    stop = StopSwitch()
    stop.set()
    with pytest.raises(Cancelled):
        stage(here, archive("0.2.0"), stop=stop)
    assert [path.name for path in (here.root / "versions").iterdir()] == ["0.1.0"]


def test_a_stop_ends_a_self_test_that_hangs(here: Installation) -> None:
    stop = StopSwitch()
    program = tarfile.TarInfo("a/factotum/factotum")
    program.mode = 0o755
    told = here.root.parent / "it-runs"
    script = f"#!/bin/sh\ntouch '{told}'\nexec sleep 600\n".encode()

    def stop_when_it_runs(*_: int) -> None:
        """Set by a look of the waiting loop: the switch asks only while the program runs."""

    class Once(StopSwitch):
        @property
        def is_set(self) -> bool:
            return told.exists()

    del stop
    with pytest.raises(Cancelled):
        versions.stage(
            here.root, kept(here.root.parent, packed((program, script))), "0.2.0", stop_when_it_runs, Once()
        )


def test_a_disk_that_is_full_leaves_the_program_as_it_was(here: Installation, tmp_path: Path) -> None:
    content = archive("0.2.0", big=b"x" * 2_000_000)
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from app.client.clock import StopSwitch; from app.services.updates import versions\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"
        "try: versions.stage(Path(sys.argv[1]), Path(sys.argv[2]), '0.2.0', print, StopSwitch())\n"
        "except OSError as error: sys.exit(f'no room: {error.errno}')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(here.root), str(kept(tmp_path, content))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr.startswith("no room")
    assert [path.name for path in (here.root / "versions").iterdir()] == ["0.1.0"]
    stage(here, content)
    assert versions.is_staged(here.root, "0.2.0")


def test_killed_at_any_step_one_of_the_two_starts_and_the_change_can_be_made_again(
    here: Installation, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.services.updates.changes",
            str(here.root),
            str(kept(tmp_path, archive("0.2.0"))),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    after = [line.split() for line in ran.stdout.splitlines()]
    assert len(after) > 15
    order = [before for before, *_ in after]
    assert order == sorted(order)
    assert set(order) == {"0.1.0", "0.2.0"}
    assert {tuple(rest) for _, *rest in after} == {("0.2.0", "0.1.0", "0.2.0")}


def test_versions_nobody_can_go_to_are_removed(here: Installation) -> None:
    for version in ("0.2.0", "0.3.0"):
        stage(here, archive(version), version)
        versions.switch(here.root, version)
    (here.root / "versions" / ".new-0.4.0").mkdir()
    stage(here, archive("0.4.0"), "0.4.0")
    versions.tidy(here.root, "0.4.0")
    assert sorted(path.name for path in (here.root / "versions").iterdir()) == ["0.2.0", "0.3.0", "0.4.0"]
    assert started(here.root) == "0.3.0"


class TestTrial:
    """What the launcher does with a version whose window has not come up yet."""

    @pytest.fixture(autouse=True)
    def _on_trial(self, here: Installation) -> None:
        stage(here, archive("0.2.0"))
        versions.switch(here.root, "0.2.0")

    def test_twice_begun_and_ended_it_is_left_for_the_one_before(self, here: Installation) -> None:
        assert [started(here.root) for _ in range(3)] == ["0.2.0", "0.2.0", "0.1.0"]
        assert started(here.root) == "0.1.0"
        assert versions.fell_back_from(here.root) == "0.2.0"
        assert versions.fell_back_from(here.root) == ""
        assert versions.previous(here.root) == ""

    def test_once_its_window_has_come_up_it_stays(self, here: Installation) -> None:
        started(here.root)
        versions.prove(here.root)
        assert {started(here.root) for _ in range(4)} == {"0.2.0"}
        assert versions.fell_back_from(here.root) == ""

    def test_commands_are_no_starts(self, here: Installation) -> None:
        assert {started(here.root, "new") for _ in range(4)} == {"0.2.0 new"}

    def test_those_that_still_run_have_not_failed(self, here: Installation) -> None:
        waiting = [subprocess.Popen(["sleep", "600"]) for _ in range(3)]
        for each in waiting:
            (here.root / "trial" / str(each.pid)).touch()
        assert started(here.root) == "0.2.0"
        for each in waiting:
            each.kill()
            each.wait()
        assert started(here.root) == "0.1.0"

    def test_a_folder_that_was_moved_or_linked_to_still_starts(
        self, here: Installation, tmp_path: Path
    ) -> None:
        versions.prove(here.root)
        moved = here.root.rename(tmp_path / "elsewhere")
        (tmp_path / "command").symlink_to("elsewhere/factotum")
        ran = subprocess.run([str(tmp_path / "command")], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == "0.2.0"
        assert versions.current(moved) == "0.2.0"
