"""A file comes in pieces, goes on where it was, and counts only whole and as signed for."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.client.clock import StopSwitch
from app.client.errors import Cancelled, Interrupted, Unreachable
from app.services.updates.fetching import FIRST_PIECE, fetched, forget_others, look_for_room
from app.services.updates.manifest import ReleaseFile
from app.services.updates.problems import UpdateProblem
from tests.services.updates.house import Shop, release_file

CONTENT = random.Random(7).randbytes(3_000_000)
NAME = "factotum-0.2.0-linux-x86_64.tar.xz"
FILE = release_file(NAME, CONTENT)


def fetch(shop: Shop, folder: Path, file: ReleaseFile = FILE, stop: StopSwitch | None = None) -> Path:
    seen: list[tuple[int, int]] = []
    found = fetched(shop.publisher, file, folder, lambda *step: seen.append(step), stop or StopSwitch())
    assert seen == sorted(seen)
    assert seen[-1] == (file.size, file.size)
    return found


def code(shop: Shop, folder: Path, file: ReleaseFile = FILE) -> str:
    with pytest.raises(UpdateProblem) as caught:
        fetch(shop, folder, file)
    return caught.value.code


def test_a_file_comes_whole_and_is_not_fetched_twice(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME] = CONTENT
    assert fetch(shop, tmp_path).read_bytes() == CONTENT
    asked = len(shop.asked)
    assert asked > 1
    fetch(shop, tmp_path)
    assert len(shop.asked) == asked
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_what_broke_off_goes_on_where_it_was(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME] = CONTENT
    stop = StopSwitch()

    def stop_midway(done: int, _total: int) -> None:
        if done:
            stop.set()

    with pytest.raises(Cancelled):
        fetched(shop.publisher, FILE, tmp_path, stop_midway, stop)
    shop.asked.clear()
    assert fetch(shop, tmp_path).read_bytes() == CONTENT
    assert shop.asked[0][1].startswith(f"bytes={FIRST_PIECE}-")


def test_a_stop_is_heard_while_the_server_is_silent(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME] = CONTENT
    shop.waits = threading.Event()
    stop = StopSwitch()
    told: list[BaseException] = []

    def run() -> None:
        try:
            fetch(shop, tmp_path, stop=stop)
        except Cancelled as cancelled:
            told.append(cancelled)

    thread = threading.Thread(target=run)
    thread.start()
    assert shop.is_waiting.wait(20)
    stop.set()
    thread.join(20)
    assert len(told) == 1


def test_a_line_that_drops_large_pieces_gets_small_ones(shop: Shop, tmp_path: Path) -> None:
    content = CONTENT[:200_000]
    file = release_file(NAME, content)
    shop.files[NAME], shop.longest_part = content, 70_000
    assert fetch(shop, tmp_path, file).read_bytes() == content


def test_a_line_that_drops_everything_is_told(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME], shop.longest_part = CONTENT, 10
    with pytest.raises(Interrupted):
        fetch(shop, tmp_path)


@pytest.mark.parametrize(
    "given",
    [
        CONTENT[:-1] + b"!",
        CONTENT[:-1],
        CONTENT + b"more",
        CONTENT[:10],
        b"",
    ],
    ids=["tampered", "truncated", "longer", "stub", "empty"],
)
def test_another_file_than_was_signed_for_is_thrown_away(shop: Shop, tmp_path: Path, given: bytes) -> None:
    shop.files[NAME] = given
    assert code(shop, tmp_path) == "changed"
    assert not (tmp_path / NAME).exists()
    shop.files[NAME] = CONTENT
    assert fetch(shop, tmp_path).read_bytes() == CONTENT


def test_a_spoilt_beginning_is_fetched_anew_and_not_believed(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME] = CONTENT
    (tmp_path / f"{FILE.sha256[:16]}.part").write_bytes(b"x" * (FILE.size - 5))
    assert code(shop, tmp_path) == "changed"
    assert fetch(shop, tmp_path).read_bytes() == CONTENT


def test_a_kept_file_that_was_changed_is_fetched_again(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME] = CONTENT
    (tmp_path / NAME).write_bytes(b"y" * FILE.size)
    assert fetch(shop, tmp_path).read_bytes() == CONTENT


def test_a_server_without_parts_or_without_the_file_is_told(shop: Shop, tmp_path: Path) -> None:
    assert code(shop, tmp_path) == "no_file"
    shop.files[NAME], shop.gives_parts = CONTENT, False
    stub = tmp_path / f"{FILE.sha256[:16]}.part"
    stub.write_bytes(CONTENT[:100])
    assert code(shop, tmp_path) == "whole_only"
    shop.files[NAME] = CONTENT * 4
    assert code(shop, tmp_path) == "whole_only"


def test_a_small_file_may_come_in_one_answer(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME], shop.gives_parts = b"small", False
    assert fetch(shop, tmp_path, release_file(NAME, b"small")).read_bytes() == b"small"


def test_without_a_network_what_came_is_kept(shop: Shop, tmp_path: Path) -> None:
    part = tmp_path / f"{FILE.sha256[:16]}.part"
    part.write_bytes(CONTENT[:1000])
    shop.address = "http://127.0.0.1:1"
    with pytest.raises(Unreachable):
        fetch(shop, tmp_path)
    assert part.read_bytes() == CONTENT[:1000]


def test_a_disk_without_room_is_told_before_anything_is_fetched(shop: Shop, tmp_path: Path) -> None:
    shop.files[NAME] = CONTENT
    with pytest.raises(UpdateProblem) as caught:
        look_for_room(tmp_path, shutil.disk_usage(tmp_path).free)
    assert caught.value.code == "no_room"
    assert int(caught.value.params["needed"]) > int(caught.value.params["free"])


FULL_DISK = """
import resource, sys
from pathlib import Path
from app.client.clock import StopSwitch
from app.services.updates.fetching import fetched
from app.services.updates.manifest import ReleaseFile
from app.services.updates.publisher import Publisher
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
address, folder, file = sys.argv[1:]
try:
    fetched(Publisher(address, ()), ReleaseFile.model_validate_json(file), Path(folder), print, StopSwitch())
except OSError as error:
    sys.exit(f"no room: {error.errno}")
"""


def test_a_disk_that_fills_up_midway_leaves_a_beginning_that_can_be_gone_on_with(
    shop: Shop, tmp_path: Path
) -> None:
    shop.files[NAME] = CONTENT
    command = [sys.executable, "-c", FULL_DISK, f"{shop.address}/newest", str(tmp_path)]
    ran = subprocess.run([*command, FILE.model_dump_json()], capture_output=True, text=True, check=False)
    assert ran.stderr.startswith("no room: ")
    assert fetch(shop, tmp_path).read_bytes() == CONTENT


def test_what_was_fetched_of_other_versions_goes(tmp_path: Path) -> None:
    for name in (NAME, "factotum_0.1.5_amd64.deb", "0123.part", "memory.json", "ready"):
        (tmp_path / name).touch()
    forget_others(tmp_path, NAME)
    assert {path.name for path in tmp_path.iterdir()} == {NAME, "memory.json", "ready"}
    forget_others(tmp_path / "absent", "")
