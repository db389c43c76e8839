"""Builds the bundle of this system: an environment of its own, PyInstaller, then a look at what came out.

    python packaging/bundle.py [--out dist]

Needs Python with pip, and on Linux `objdump` and `strip`. What is made depends on the commit and the
pinned versions alone: two runs give the same files.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from freezing import inventory
from freezing.stamps import commit_time

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build, look, say; 1 when the bundle may not be shipped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where factotum/ is put (dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="what may be thrown away (build)")
    asked = parser.parse_args()
    python = environment(asked.work.resolve() / "environment")
    freeze(python, asked.out.resolve(), asked.work.resolve() / "pyinstaller")
    bundle = asked.out / "factotum"
    held = inventory.held(bundle)
    size = sum(each.size for each in held)
    found = [
        *inventory.refusals(each.place for each in held),
        *inventory.missing(each.place for each in held),
    ]
    for bill in bundle.rglob("factotum.cdx.json"):
        listed = json.loads(bill.read_bytes(), parse_float=str)
        # A link stands for the file it leads to.
        found += inventory.unlisted((each.place for each in held if each.size), listed)
    if size > inventory.LARGEST_BUNDLE:
        found.append(f"{size / 1e6:.1f} MB, more than {inventory.LARGEST_BUNDLE / 1e6:.0f}")
    for line in found:
        sys.stderr.write(f"{line}\n")
    sys.stdout.write(f"{bundle}: {len(held)} files, {size / 1e6:.1f} MB\n")
    return 1 if found else 0


def environment(folder: Path) -> Path:
    """An environment with what the program runs with and PyInstaller, nothing else; its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "-c", "constraints.txt", ".[postgres,bundle]"], cwd=ROOT, check=True)
    return python


def freeze(python: Path, out: Path, work: Path) -> None:
    """Run build.spec, with everything stilled that would differ from run to run."""
    stilled = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": commit_time(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    places = ["--distpath", str(out), "--workpath", str(work)]
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places]
    subprocess.run([*command, "build.spec"], cwd=ROOT, env=stilled, check=True)


if __name__ == "__main__":
    sys.exit(main())
