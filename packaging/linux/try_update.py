"""Takes a bundle through a change of version, as a person's would go, in a throw-away home.

    python packaging/linux/try_update.py dist/factotum

A copy of the bundle is installed as its own version and once more as 99.0.0, which is signed for by a key of
this run and chosen: the next start has to put it in place and become it. Then it is broken: the launcher
has to go back by itself. Needs `cryptography` and this checkout.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import signing  # noqa: E402

from app import __version__  # noqa: E402
from app.services.updates import versions  # noqa: E402
from app.services.updates.choosing import Choice, choose  # noqa: E402
from app.services.updates.installed import MARK  # noqa: E402
from app.services.updates.manifest import MARK as SIGNED_MARK  # noqa: E402
from app.services.updates.manifest import sealed  # noqa: E402
from app.services.updates.memory import Memory, remember, remembered  # noqa: E402
from app.store.migrations import MIGRATIONS  # noqa: E402

NEWER: Final = "99.0.0"
WITHIN_S: Final = 120


def main(bundle: Path) -> int:
    """Go the whole way; 1 with a line where it ends."""
    with tempfile.TemporaryDirectory(prefix="factotum-update-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        root = install(bundle, Path(folder) / "program")
        data = home / ".local" / "share" / "factotum" / "updates"
        begin(root, data, Path(folder) / "key.pem")
        first = start(root, home)
        try:
            wait("the chosen version takes over", lambda: versions.current(root) == NEWER)
            wait("its window comes up and ends its trial", lambda: not (root / "trial").exists())
        finally:
            end(first)
        say(f"{NEWER} took over before the window; one can go back to {versions.previous(root)}")
        if remembered(data).went_from != __version__ or (data / "ready").exists():
            raise SystemExit("what was done is not remembered")
        (root / "versions" / NEWER / versions.PROGRAM).write_bytes(b"\x7fELF and nothing more")
        (root / "trial").mkdir()
        (root / "trial" / "version").write_text(f"{NEWER}\n")
        for _ in range(2):
            if start(root, home).wait(WITHIN_S) == 0:
                raise SystemExit("a broken program started")
        last = start(root, home)
        try:
            wait("the launcher goes back", lambda: versions.current(root) == __version__)
            wait("the window tells of it", lambda: remembered(data).failed == NEWER)
        finally:
            end(last)
        say(f"{NEWER} was broken and left for {__version__} after two starts, and the window said so")
    return 0


def install(bundle: Path, root: Path) -> Path:
    """What install.sh makes, with the newer version beside; hard links, for it is large."""
    for version in (__version__, NEWER):
        shutil.copytree(bundle, root / "versions" / version, symlinks=True, copy_function=os.link)
        program = root / "versions" / version / versions.PROGRAM
        own = program.with_suffix(".own")
        shutil.copy2(program, own)
        own.replace(program)
    (root / MARK).touch()
    (root / "current").symlink_to(f"versions/{__version__}")
    shutil.copy2(ROOT / "packaging" / "linux" / "launcher.sh", root / "factotum")
    return root


def begin(root: Path, data: Path, key_file: Path) -> None:
    """A publisher of this run, a list of its own, and the person's choice."""
    public = signing.make_key(ROOT, key_file)
    named = root / "versions" / __version__ / "_internal" / "resources" / "updates.json"
    named.unlink()
    named.write_text(json.dumps({"address": "http://127.0.0.1:9/newest", "keys": [public]}))
    told = {
        "format": 1,
        "serial": 1,
        "version": NEWER,
        "released": "2026-01-01",
        "schema_number": MIGRATIONS[-1].number,
        "notes": {"en": "A trial.", "fr": "Un essai."},
        "files": [],
    }
    body = json.dumps(told).encode()
    (key,) = signing.keys_of(ROOT, {signing.KEY_VARIABLE: str(key_file)})
    remember(data, Memory(serial=1, offered=sealed(body, [key.sign(SIGNED_MARK + body)])))
    choose(data, Choice(NEWER))


def start(root: Path, home: Path) -> subprocess.Popen[bytes]:
    """The window, drawn nowhere."""
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([str(root / "factotum")], env=environment, stderr=subprocess.DEVNULL)


def end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def wait(what: str, is_so: Callable[[], bool]) -> None:
    """Until it is so."""
    for _ in range(WITHIN_S * 10):
        if is_so():
            return
        time.sleep(0.1)
    raise SystemExit(f"not within {WITHIN_S} s: {what}")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
