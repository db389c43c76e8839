"""Changes the version of an installed folder in a process of its own, which dies at a step of the way.

    python -m tests.services.updates.changes ROOT ARCHIVE

For each number there is a child that makes the whole change and kills itself at its n-th act on the
file system; the parent prints what the launcher starts then. It ends with the child that survives.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

from app.client.clock import StopSwitch
from app.services.updates import versions

ACTS = ("os.rename", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "subprocess.Popen")


def main(root: Path, archive: Path) -> None:
    pristine = root.with_name("pristine")
    shutil.copytree(root, pristine, symlinks=True)
    for number in count():
        shutil.rmtree(root)
        shutil.copytree(pristine, root, symlinks=True)
        child = os.fork()
        if child == 0:
            change_and_die(root, archive, number)
        _, status = os.waitpid(child, 0)
        survived = os.waitstatus_to_exitcode(status) == 0
        before = started(root)
        # Whatever was left, the same change can be made again.
        versions.stage(root, archive, "0.2.0", lambda *_: None, StopSwitch())
        versions.switch(root, "0.2.0")
        versions.tidy(root, "")
        left = sorted(path.name for path in (root / "versions").iterdir())
        sys.stdout.write(" ".join([before, started(root), *left]) + "\n")
        sys.stdout.flush()
        if survived:
            return


def change_and_die(root: Path, archive: Path, number: int) -> None:
    acts = 0

    def seen(event: str, args: tuple[Any, ...]) -> None:
        nonlocal acts
        writes = event == "open" and isinstance(args[1], str) and args[1][:1] in "wxa"
        if writes or event in ACTS:
            if acts == number:
                os.kill(os.getpid(), signal.SIGKILL)
            acts += 1

    sys.addaudithook(seen)
    versions.stage(root, archive, "0.2.0", lambda *_: None, StopSwitch())
    versions.switch(root, "0.2.0")
    versions.tidy(root, "")
    os._exit(0)


def started(root: Path) -> str:
    ran = subprocess.run([str(root / "factotum"), "--version"], capture_output=True, text=True, check=False)
    return ran.stdout.split()[0] if ran.stdout else f"nothing:{ran.stderr}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
