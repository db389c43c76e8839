"""A desktop's keyring of its own for a test: bus, daemon and HOME in a throw-away folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final, Literal

ROOT: Final = Path(__file__).resolve().parents[3]
REQUIRED: Final = os.environ.get("FACTOTUM_REQUIRE_SECRET_SERVICE") == "1"
PROGRAMS: Final = ("dbus-run-session", "gnome-keyring-daemon")
IS_THERE: Final = sys.platform == "linux" and all(map(shutil.which, PROGRAMS))

Daemon = Literal["unlocked", "locked", "new", "no bus"]
_UNLOCK = "printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
_START: Final[dict[Daemon, str]] = {
    "unlocked": f"{_UNLOCK} && ",
    "locked": "printf 'not the password\\n' | "
    "gnome-keyring-daemon --unlock --components=secrets >/dev/null && ",
    "new": "gnome-keyring-daemon --start --components=secrets >/dev/null && ",
    "no bus": "",
}


def run(folder: Path, scenario: str, daemon: Daemon = "unlocked") -> subprocess.CompletedProcess[str]:
    """Run a scenario of `tests.services.vault.scenarios` in a session of its own in this folder."""
    home, runtime = folder / "home", folder / "run"
    for own in (home, runtime):
        own.mkdir(exist_ok=True)
        own.chmod(0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ}
    surroundings = {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "TMPDIR": str(runtime),
        "FOLDER": str(folder),
    }
    program = [sys.executable, "-W", "error", "-m", "tests.services.vault.scenarios", scenario]
    command = ["bash", "-c", f'{_START[daemon]}exec "$@"', "session", *program]
    if daemon == "no bus":
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={runtime}/none"
    else:
        command = ["dbus-run-session", "--", *command]
    return subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=120, check=False
    )
