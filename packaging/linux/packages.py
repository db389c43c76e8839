"""Makes the Linux packages of a finished bundle: a .deb and a tarball with an installer.

    python packaging/linux/packages.py [--bundle dist/factotum] [--out dist]

Needs `dpkg-deb` and `tar`. The same bundle gives the same bytes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(HERE.parent)]

from freezing.stamps import commit_time  # noqa: E402

from app import __version__  # noqa: E402

LARGEST_DEB: Final = 70_000_000
ARCHITECTURE: Final = {"x86_64": "amd64", "aarch64": "arm64"}
NEEDED: Final = (
    # What the bundle is linked against and leaves to the system: the C library and whatever draws.
    "libc6 (>= 2.36)",
    "libegl1",
    "libgl1",
    "libxcb1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    # Which fonts there are.
    "fontconfig-config",
)
WELCOME: Final = ("xdg-utils", "gnome-keyring | kwalletmanager | keepassxc")


def main() -> int:
    """Make both; 1 when one is too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", type=Path, default=ROOT / "dist" / "factotum")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--quick", action="store_true", help="pack the tarball loosely: for trials")
    asked = parser.parse_args()
    if not (asked.bundle / "factotum").is_file():
        parser.error(f"{asked.bundle} holds no bundle; build it with packaging/bundle.py")
    asked.out.mkdir(parents=True, exist_ok=True)
    made = [
        deb(asked.bundle, asked.out),
        tarball(asked.bundle, asked.out, quick=asked.quick),
    ]
    bill = asked.bundle / "_internal" / "resources" / "factotum.cdx.json"
    made.append(
        Path(shutil.copyfile(bill, asked.out / f"factotum-{__version__}-linux-{os.uname().machine}.cdx.json"))
    )
    for file in made:
        sys.stdout.write(f"{file}: {file.stat().st_size / 1e6:.1f} MB\n")
    too_large = made[0].stat().st_size > LARGEST_DEB
    if too_large:
        sys.stderr.write(f"{made[0].name} is larger than {LARGEST_DEB / 1e6:.0f} MB\n")
    return 1 if too_large else 0


def deb(bundle: Path, out: Path) -> Path:
    """The Debian package: the bundle in /opt, a command on the PATH, an entry of the desktop."""
    target = out / f"factotum_{__version__}_{_architecture()}.deb"
    with tempfile.TemporaryDirectory(prefix="factotum-deb-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(bundle, tree / "opt" / "factotum", symlinks=True)
        share_files(tree / "usr" / "share")
        command = tree / "usr" / "bin" / "factotum"
        command.parent.mkdir(parents=True)
        command.symlink_to("/opt/factotum/factotum")
        licence = tree / "usr" / "share" / "doc" / "factotum" / "copyright"
        licence.parent.mkdir(parents=True)
        shutil.copyfile(ROOT / "LICENSE", licence)
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(control_file(_kibibytes(tree)), encoding="utf-8")
        _still(tree)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(target)],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "SOURCE_DATE_EPOCH": commit_time(ROOT)},
        )
    return target


def tarball(bundle: Path, out: Path, *, quick: bool) -> Path:
    """The same for any distribution, with a script that installs it for one person or for all."""
    name = f"factotum-{__version__}-linux-{os.uname().machine}"
    target = out / f"{name}.tar.{'gz' if quick else 'xz'}"
    with tempfile.TemporaryDirectory(prefix="factotum-tar-") as folder:
        tree = Path(folder) / name
        shutil.copytree(bundle, tree / "factotum", symlinks=True)
        share_files(tree / "share")
        for script in ("install.sh", "launcher.sh"):
            shutil.copy(HERE / script, tree / script)
        (tree / "version").write_text(f"{__version__}\n", encoding="utf-8")
        _still(tree)
        still = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{commit_time(ROOT)}"]
        pressed = "gzip -1 -n" if quick else "xz -6 -T2"
        subprocess.run(["tar", "-C", folder, *still, "-I", pressed, "-cf", str(target), name], check=True)
    return target


def share_files(share: Path) -> None:
    """The entry of the desktop, its icon and the type of a draft, as the desktop looks for them."""
    for source, place in (
        (HERE / "factotum.desktop", "applications/factotum.desktop"),
        (HERE / "factotum-mime.xml", "mime/packages/factotum.xml"),
        (ROOT / "resources" / "icons" / "factotum.svg", "icons/hicolor/scalable/apps/factotum.svg"),
    ):
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def control_file(size_kib: int) -> str:
    """What the package manager is told."""
    return f"""\
Package: factotum
Version: {__version__}
Architecture: {_architecture()}
Maintainer: The Factotum project
Section: misc
Priority: optional
Installed-Size: {size_kib}
Depends: {", ".join(NEEDED)}
Recommends: {", ".join(WELCOME)}
Description: compose invoices and see the exact page while you type
 Works without an account and without a network; sends to Pennylane,
 ChargeOver and Stripe when asked. What is entered stays with the person:
 removing the package leaves drafts and issued documents where they are.
"""


def _architecture() -> str:
    machine = os.uname().machine
    return ARCHITECTURE.get(machine, machine)


def _kibibytes(tree: Path) -> int:
    return sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024


def _still(tree: Path) -> None:
    """Rights that do not depend on who packs."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


if __name__ == "__main__":
    sys.exit(main())
