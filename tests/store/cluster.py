"""A throw-away PostgreSQL server for the tests, when the machine has one to start."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from app.store.opening import open_database
from app.store.records import StoreLocation

REQUIRED = os.environ.get("FACTOTUM_REQUIRE_POSTGRES") == "1"
_DEBIAN = Path("/usr/lib/postgresql")


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, the newest there is; None: this machine has none."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    found = [folder for folder in _DEBIAN.glob("*/bin") if (folder / "initdb").exists()]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


class Cluster:
    """One server on a socket of its own, with a fresh database for each test."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        # Socket paths may have 107 bytes, which pytest's own folders exceed.
        self.folder = Path(tempfile.mkdtemp(prefix="fpg"))
        self._count = itertools.count(1)
        self._prefix: list[str] = []
        if os.geteuid() == 0:
            self._prefix = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
            shutil.chown(self.folder, "nobody", "nogroup")

    def start(self) -> None:
        sockets, files = self.folder / "s", self.folder / "db"
        self._run("mkdir", str(sockets), own=False)
        self._run(
            "initdb",
            "-D",
            str(files),
            "-U",
            "tester",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        options = (
            f"-k {sockets} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=50"
        )
        self._run("pg_ctl", "-D", str(files), "-w", "-l", str(self.folder / "log"), "-o", options, "start")
        self._run("createdb", "-h", str(sockets), "-U", "tester", "template")
        open_database(StoreLocation(url=self.url("template"))).close()

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "db"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)

    def new_database(self, *, empty: bool = False) -> str:
        """The URL of a database of its own, with or without our tables."""
        name = f"t{next(self._count)}"
        template = "template0" if empty else "template"
        self._run("createdb", "-h", str(self.folder / "s"), "-U", "tester", "-T", template, name)
        return self.url(name)

    def url(self, name: str) -> str:
        return f"postgresql://tester@/{name}?host={self.folder / 's'}"

    def _run(self, program: str, *arguments: str, own: bool = True) -> None:
        path = str(self._programs / program) if own else program
        # A server keeps what it was started with open, so its words go to a file and not to a pipe.
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(
                [*self._prefix, path, *arguments],
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                check=False,
            )
            if done.returncode:
                said.seek(0)
                raise RuntimeError(f"{program} failed: {said.read()}")
