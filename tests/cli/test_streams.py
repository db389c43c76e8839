"""Disks that are full, readers that go away, Ctrl-C: in a process of its own, as a shell runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

PROGRAM = [sys.executable, "-m", "app"]


@pytest.mark.parametrize(
    "arguments", [["new", "--sample", "long"], ["schema"], ["new"], ["--help"]], ids=" ".join
)
def test_a_full_disk_behind_stdout_is_told(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*PROGRAM, *arguments], stdout=full, stderr=PIPE, text=True, check=False)
    assert ran.returncode == 3
    assert ran.stderr == "factotum: stdout: the disk is full; make room and try again\n"


def test_a_full_disk_behind_the_pdf_is_told(atelier: Path) -> None:
    ran = subprocess.run(
        [*PROGRAM, "render", str(atelier), "-o", "/dev/full"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 3
    assert "the disk is full" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_error_to_talk_about() -> None:
    process = subprocess.Popen([*PROGRAM, "new", "--sample", "long"], stdout=PIPE, stderr=PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as messages:
        said = messages.read()
    assert process.wait() == 141
    assert said == b""


def test_a_closed_stdout_is_told() -> None:
    ran = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *PROGRAM, "new"], stderr=PIPE, text=True, check=False)
    assert ran.returncode == 3
    assert ran.stderr == "factotum: stdout is closed; nothing could be written\n"


def test_ctrl_c_ends_quietly() -> None:
    process = subprocess.Popen([*PROGRAM, "total", "-"], stdin=PIPE, stdout=PIPE, stderr=PIPE)
    assert process.stdin is not None
    assert process.stderr is not None
    children = Path(f"/proc/{process.pid}/syscall")
    while not children.read_text().startswith("0 0x0 "):  # until it waits for stdin
        assert process.poll() is None
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said == b""


def test_an_endless_file_is_refused() -> None:
    ran = subprocess.run([*PROGRAM, "total", "/dev/zero"], capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert "50 MB" in ran.stderr


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "POSIX"])
def test_answers_are_utf_8_in_every_locale(locale: str) -> None:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run(
        [*PROGRAM, "new", "--sample", "arabic"], env=environment, capture_output=True, check=True
    )
    assert "مكتب النخيل" in ran.stdout.decode("utf-8")


def test_a_message_fits_any_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run(
        [*PROGRAM, "total", "größe-ملف.json"], env=environment, capture_output=True, check=False
    )
    assert ran.returncode == 3
    assert len(ran.stderr.splitlines()) == 1


def test_commands_load_neither_qt_nor_the_database_nor_a_font_until_they_need_them() -> None:
    heavy = "PySide6|sqlalchemy|reportlab|uharfbuzz|PIL|pypdfium2|babel"
    script = f"""
import re, sys
from app.__main__ import main
main(["total", "-"])
print(*sorted(name for name in sys.modules if re.fullmatch({heavy!r}, name)), file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", script], input=b"{}", capture_output=True, check=True)
    assert ran.stderr.split() == []
