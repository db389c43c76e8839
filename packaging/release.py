"""Everything a release is given out with, from the packages that have been made.

    python packaging/release.py --files dist --out release     gather, list, add up
    python packaging/release.py --new 0.2.0                    stamp the version into code and changelog
    python packaging/release.py --sign release --notes-fr FILE   sign the list that installed copies ask for
    python packaging/release.py --new-key FILE                 make a key to sign with; says its public half

The folder then holds the packages, RELEASE.md (what is new), factotum.cdx.json (what is inside; the one of
each system beside it names the native libraries too) and SHA256SUMS; signed, also `newest`, to be put with
the packages where resources/updates.json says. The key is read from the file that FACTOTUM_UPDATE_KEY names
(two, separated like folders of a PATH, while a key is changed); it never lies in the checkout. Run by the
Python of an environment that holds the program's libraries, such as the one of packaging/bundle.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import signing  # noqa: E402
from freezing.sbom import cyclonedx  # noqa: E402
from freezing.stamps import commit_time  # noqa: E402

from app import __version__  # noqa: E402
from app.services.notices import installed_parts  # noqa: E402

PACKAGES: Final = ("*.deb", "factotum-*.tar.xz", "Factotum-*.dmg", "Factotum-*.exe", "*-*.cdx.json")
_VERSION: Final = re.compile(r"\d+\.\d+\.\d+")


class NotReady(Exception):
    """The release cannot be made; the message says what is missing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked; 1 with a line when it cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--new", metavar="VERSION", help="stamp this version")
    parser.add_argument("--files", type=Path, default=ROOT / "dist", help="where the packages lie")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "release")
    parser.add_argument("--sign", type=Path, metavar="DIR", help="sign the list of what was gathered here")
    parser.add_argument("--notes-fr", type=Path, metavar="FILE", help="what is new, in French")
    parser.add_argument("--new-key", type=Path, metavar="FILE", help="make a key to sign with")
    asked = parser.parse_args(arguments)
    try:
        if asked.new_key:
            public = signing.make_key(ROOT, asked.new_key)
            sys.stdout.write(
                f"{asked.new_key} is yours to keep; its public half for resources/updates.json:\n{public}\n"
            )
        elif asked.sign:
            if asked.notes_fr is None:
                raise NotReady("what is new has to be said in French too: --notes-fr FILE")
            changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
            notes = {"en": news(changelog, __version__), "fr": asked.notes_fr.read_text(encoding="utf-8")}
            sys.stdout.write(f"{signing.sign_list(ROOT, asked.sign, notes, datetime.now(UTC))}\n")
        elif asked.new:
            stamp(ROOT, asked.new, datetime.now(UTC))
            sys.stdout.write(
                f"{asked.new} is stamped; look at the difference, commit it and tag it v{asked.new}\n"
            )
        else:
            for path in gather(asked.files, asked.out):
                sys.stdout.write(f"{path}\n")
    except (NotReady, signing.NotSigned) as lack:
        sys.stderr.write(f"{lack}\n")
        return 1
    return 0


def stamp(root: Path, version: str, today: datetime) -> None:
    """Write the version into the code, and a heading over what is new. Raises NotReady."""
    if not _VERSION.fullmatch(version):
        raise NotReady(f"{version} is no version of three numbers")
    code = root / "app" / "__init__.py"
    source = code.read_text(encoding="utf-8")
    present = re.search(r'^__version__ = "(.*)"$', source, re.MULTILINE)
    if present is None:
        raise NotReady(f"{code} states no version")
    if _numbers(version) < _numbers(present[1]):
        raise NotReady(f"{version} is older than {present[1]}")
    changes = root / "CHANGELOG.md"
    told = changes.read_text(encoding="utf-8")
    if f"## {version}" in told:
        raise NotReady(f"{changes} tells of {version} already")
    if not news(told, "Unreleased"):
        raise NotReady(f"{changes} has nothing under Unreleased")
    heading = f"## Unreleased\n\n## {version}, {today:%Y-%m-%d}"
    code.write_text(source.replace(present[0], f'__version__ = "{version}"'), encoding="utf-8")
    changes.write_text(told.replace("## Unreleased", heading, 1), encoding="utf-8")


def news(changelog: str, version: str) -> str:
    """What the changelog says under this heading; empty when it says nothing."""
    found = re.search(
        rf"^## {re.escape(version)}\b[^\n]*\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    return found[1].strip() if found else ""


def gather(files: Path, out: Path) -> list[Path]:
    """Copy the packages to `out` and write what goes with them; all of it by name. Raises NotReady."""
    packages = sorted({path for pattern in PACKAGES for path in files.glob(pattern)})
    if not packages:
        raise NotReady(f"{files} holds no package")
    foreign = [path.name for path in packages if __version__ not in path.name]
    if foreign:
        raise NotReady(f"not of version {__version__}: {', '.join(foreign)}")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    told = news(changelog, __version__) or news(changelog, "Unreleased")
    out.mkdir(parents=True, exist_ok=True)
    made = [Path(shutil.copy(path, out / path.name)) for path in packages]
    notes = out / "RELEASE.md"
    notes.write_text(f"# Factotum {__version__}\n\n{told}\n", encoding="utf-8")
    bill = out / "factotum.cdx.json"
    when = datetime.fromtimestamp(int(commit_time(ROOT)), UTC)
    bill.write_text(
        json.dumps(cyclonedx(__version__, installed_parts(), made=when), indent=2) + "\n", encoding="utf-8"
    )
    sums = out / "SHA256SUMS"
    listed = sorted([*made, notes, bill])
    sums.write_text("".join(f"{_sha256(path)}  {path.name}\n" for path in listed), encoding="utf-8")
    return [*listed, sums]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
