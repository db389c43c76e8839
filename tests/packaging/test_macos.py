"""The way to a Mac's disk image, walked on any system: Apple's commands are scripts that keep a log."""

from __future__ import annotations

import os
import plistlib
import subprocess
from pathlib import Path

import pytest
from freezing.platforms import macos_info, windows_version

SCRIPTS = Path(__file__).resolve().parent.parent.parent / "packaging" / "macos"


@pytest.fixture
def mac(tmp_path: Path) -> Path:
    """A folder with an app of two libraries and a framework, and Apple's commands in `bin`."""
    app = tmp_path / "Factotum.app" / "Contents"
    for name in ("MacOS/factotum", "Frameworks/a.dylib", "Frameworks/Qt.framework/Versions/A/b.so"):
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_text(name)
    (tmp_path / "bin").mkdir()
    for name in ("codesign", "hdiutil", "xcrun", "spctl"):
        command = tmp_path / "bin" / name
        command.write_text(
            f'#!/bin/sh\necho "{name} $*" >>"{tmp_path}/log"\n[ ! -e "{tmp_path}/{name}-fails" ]\n'
        )
        command.chmod(0o755)
    return tmp_path


def run(mac: Path, script: str, *arguments: object, **given: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{mac / 'bin'}:{os.environ['PATH']}", "FACTOTUM_MAC_PAUSE_S": "0", **given}
    return subprocess.run(
        ["bash", str(SCRIPTS / script), *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def log(mac: Path) -> list[str]:
    return (mac / "log").read_text().splitlines()


def test_signing_goes_from_the_inside_out_and_is_looked_at_in_the_end(mac: Path) -> None:
    ran = run(mac, "sign.sh", mac / "Factotum.app", FACTOTUM_MAC_IDENTITY="Developer ID Application: A")
    assert (ran.returncode, ran.stderr) == (0, "")
    *signed, verified = log(mac)
    order = [line.rpartition("/")[2] for line in signed]
    assert sorted(order[:2]) == ["a.dylib", "b.so"]
    assert order[2:] == ["Qt.framework", "factotum", "Factotum.app"]
    assert all("--options runtime --sign Developer ID Application: A" in line for line in signed)
    assert [line for line in signed if "entitlements.plist" in line] == signed[-2:]
    assert verified.startswith("codesign --verify --strict")


def test_without_an_identity_the_app_is_signed_by_nobody_in_particular(mac: Path) -> None:
    assert run(mac, "sign.sh", mac / "Factotum.app").returncode == 0
    assert all("--sign -" in line for line in log(mac)[:-1])


def test_a_busy_system_is_asked_again_and_given_up_in_the_end(mac: Path) -> None:
    (mac / "hdiutil-fails").touch()
    ran = run(mac, "disk-image.sh", mac / "Factotum.app", mac / "F.dmg", FACTOTUM_MAC_TRIES="3")
    assert ran.returncode == 1
    assert "does not make" in ran.stderr
    assert len(log(mac)) == 3


def test_the_answer_of_apple_is_fastened_and_an_image_that_is_refused_is_not(mac: Path) -> None:
    assert run(mac, "notarise.sh", "F.dmg", FACTOTUM_MAC_PROFILE="ours").returncode == 0
    assert [line.split()[:2] for line in log(mac)] == [
        ["xcrun", "notarytool"],
        ["xcrun", "stapler"],
        ["spctl", "--assess"],
    ]
    (mac / "log").unlink()
    (mac / "xcrun-fails").touch()
    assert run(mac, "notarise.sh", "F.dmg", FACTOTUM_MAC_PROFILE="ours").returncode != 0
    assert len(log(mac)) == 1


def test_notarising_names_what_it_lacks(mac: Path) -> None:
    ran = run(mac, "notarise.sh", "F.dmg")
    assert ran.returncode != 0
    assert "FACTOTUM_MAC_PROFILE" in ran.stderr


def test_the_entitlements_are_a_list_that_a_mac_reads_and_ask_for_no_more_than_named() -> None:
    asked = plistlib.loads((SCRIPTS / "entitlements.plist").read_bytes())
    assert asked == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_app_offers_itself_for_drafts_and_pdfs_and_never_takes_them() -> None:
    info = plistlib.loads(plistlib.dumps(macos_info("1.2.3")))
    kinds = info["CFBundleDocumentTypes"]
    assert [kind["LSItemContentTypes"] for kind in kinds] == [["public.json"], ["com.adobe.pdf"]]
    assert {kind["LSHandlerRank"] for kind in kinds} == {"Alternate"}
    assert info["LSMinimumSystemVersion"] == "14.0"
    assert info["CFBundleLocalizations"] == ["en", "fr"]
    assert info["NSHighResolutionCapable"] is True


def test_windows_is_told_the_version_in_four_numbers() -> None:
    assert "filevers=(1, 2, 3, 0)" in windows_version("1.2.3")


SWAP = Path(__file__).resolve().parents[2] / "resources" / "updates" / "swap-app.sh"


@pytest.fixture
def two_apps(mac: Path) -> Path:
    """Applications with version 1, and an image that shows version 2 when it is attached."""
    for place, version in (("Applications/Factotum.app", "1"), ("image/Factotum.app", "2")):
        program = mac / place / "Contents" / "MacOS" / "factotum"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\n[ ! -e "{mac}/self-test-fails" ] || exit 1\necho {version}\n')
        program.chmod(0o755)
    (mac / "bin" / "hdiutil").write_text(
        f'#!/bin/sh\necho "hdiutil $*" >>"{mac}/log"\n'
        f'[ "$1" != attach ] || {{ shift 5; cp -R "{mac}/image/Factotum.app" "$1"; }}\n'
    )
    return mac


def swap(mac: Path, way: str, source: Path, process: int = 999_999_999) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": f"{mac / 'bin'}:{os.environ['PATH']}",
        "FACTOTUM_SWAP_TRIES": "2",
        "FACTOTUM_SWAP_PAUSE": "0",
    }
    app = mac / "Applications" / "Factotum.app"
    return subprocess.run(
        ["sh", str(SWAP), way, str(process), str(app), str(source)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def versions_in(mac: Path) -> dict[str, str]:
    """Which version each app says it is."""
    return {
        app.name: (app / "Contents" / "MacOS" / "factotum").read_text()[-2]
        for app in (mac / "Applications").iterdir()
    }


def test_a_newer_app_takes_the_place_and_the_one_before_is_kept_to_go_back_to(two_apps: Path) -> None:
    ran = swap(two_apps, "on", two_apps / "F.dmg")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert versions_in(two_apps) == {"Factotum.app": "2", "Factotum (previous).app": "1"}
    assert [line.split()[:2] for line in log(two_apps)] == [
        ["hdiutil", "attach"],
        ["codesign", "--verify"],
        ["hdiutil", "detach"],
    ]
    assert swap(two_apps, "back", two_apps / "Applications" / "Factotum (previous).app").returncode == 0
    assert versions_in(two_apps) == {"Factotum.app": "1"}
    assert swap(two_apps, "back", two_apps / "Applications" / "Factotum (previous).app").returncode == 1
    assert versions_in(two_apps) == {"Factotum.app": "1"}


@pytest.mark.parametrize("trouble", ["codesign-fails", "self-test-fails"])
def test_an_app_that_is_not_whole_or_does_not_work_leaves_the_present_one(
    two_apps: Path, trouble: str
) -> None:
    (two_apps / trouble).touch()
    assert swap(two_apps, "on", two_apps / "F.dmg").returncode == 1
    assert versions_in(two_apps) == {"Factotum.app": "1"}


def test_while_the_program_runs_its_app_is_not_touched(two_apps: Path) -> None:
    ran = swap(two_apps, "on", two_apps / "F.dmg", os.getpid())
    assert ran.returncode == 1
    assert "still runs" in ran.stderr
    assert versions_in(two_apps) == {"Factotum.app": "1"}
