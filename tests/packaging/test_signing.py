"""The list that installed copies believe is signed by a key that never lies in the checkout."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import signing
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from app import __version__
from app.services.updates.installed import Installation, file_for, runs_here
from app.services.updates.manifest import Manifest, opened
from app.services.updates.publisher import publisher
from tests.services.updates.house import archive

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NOTES = {"en": "Better.", "fr": "Mieux."}
ARCHIVE = f"factotum-{__version__}-linux-x86_64.tar.xz"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "checkout" / "resources").mkdir(parents=True)
    return tmp_path / "checkout"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    folder.mkdir()
    (folder / ARCHIVE).write_bytes(archive(__version__))
    for name in (
        f"factotum_{__version__}_amd64.deb",
        f"Factotum-{__version__}-windows-x64.exe",
        f"Factotum-{__version__}-arm64-unsigned.dmg",
        "factotum_9.9.9_amd64.deb",
        "SHA256SUMS",
    ):
        (folder / name).write_bytes(name.encode())
    return folder


def believe(checkout: Path, *keys: str) -> None:
    told = {"address": "https://example.org/factotum/newest", "keys": keys}
    (checkout / "resources" / "updates.json").write_text(json.dumps(told))


def sign(checkout: Path, release: Path, *keys: Path) -> Manifest:
    environment = {signing.KEY_VARIABLE: ":".join(map(str, keys))}
    made = signing.sign_list(checkout, release, NOTES, NOW, environment)
    return opened(made.read_bytes(), publisher(checkout / "resources" / "updates.json").keys)


def refusal(checkout: Path, release: Path, *keys: Path) -> str:
    with pytest.raises(signing.NotSigned) as caught:
        sign(checkout, release, *keys)
    assert not (release / signing.LIST).exists()
    return str(caught.value)


def test_a_key_is_read_by_its_owner_alone_and_never_overwritten(checkout: Path, tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    public = signing.make_key(checkout, key)
    assert len(base64.b64decode(public)) == 32
    assert key.stat().st_mode & 0o777 == 0o600
    for place in (key, checkout / "resources" / "key.pem"):
        with pytest.raises(signing.NotSigned):
            signing.make_key(checkout, place)


def test_every_package_of_this_version_is_listed_for_the_system_it_is_for(
    checkout: Path, release: Path, tmp_path: Path
) -> None:
    believe(checkout, signing.make_key(checkout, tmp_path / "key.pem"))
    told = sign(checkout, release, tmp_path / "key.pem")
    assert (told.version, told.serial, told.notes.fr) == (__version__, int(NOW.timestamp()), "Mieux.")
    listed = {(file.system, file.machine, file.kind): file for file in told.files}
    assert set(listed) == {
        ("linux", "x86_64", "archive"),
        ("linux", "x86_64", "deb"),
        ("win32", "AMD64", "setup"),
        ("darwin", "arm64", "image"),
    }
    content = (release / ARCHIVE).read_bytes()
    found = file_for(told, Installation("folder", tmp_path, "0.0.1", "linux", "x86_64", "2.36"))
    assert found is not None
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert found.unpacked > 0
    old = Installation("folder", tmp_path, "0.0.1", "linux", "x86_64", "2.31")
    assert not runs_here(found, old)
    assert runs_here(found, old._replace(system_version="2.41"))
    assert file_for(told, old._replace(machine="riscv64")) is None


def test_a_key_is_changed_by_signing_with_both_and_then_with_the_next(
    checkout: Path, release: Path, tmp_path: Path
) -> None:
    one, two, three = (tmp_path / name for name in ("one.pem", "two.pem", "three.pem"))
    publics = [signing.make_key(checkout, key) for key in (one, two, three)]
    first, second = [base64.b64decode(public) for public in publics[:2]]
    believe(checkout, *publics[:2])
    sign(checkout, release, one, two)
    assert opened((release / signing.LIST).read_bytes(), [first]).version == __version__
    assert opened((release / signing.LIST).read_bytes(), [second]).version == __version__
    believe(checkout, *publics[1:])
    sign(checkout, release, two)
    assert opened((release / signing.LIST).read_bytes(), [first, second]).version == __version__


def test_without_the_right_key_nothing_is_signed(checkout: Path, release: Path, tmp_path: Path) -> None:
    key, foreign = tmp_path / "key.pem", tmp_path / "foreign.pem"
    public = signing.make_key(checkout, key)
    signing.make_key(checkout, foreign)
    believe(checkout)
    assert "no address and key" in refusal(checkout, release, key)
    believe(checkout, public)
    assert "names no key" in refusal(checkout, release)
    assert "no copy believes" in refusal(checkout, release, foreign)
    assert "no key that can be read" in refusal(checkout, release, tmp_path / "absent.pem")
    assert "more than 2" in refusal(checkout, release, key, key, key)
    inside = checkout / "key.pem"
    inside.write_bytes(key.read_bytes())
    assert "lies in the checkout" in refusal(checkout, release, inside)
    other = tmp_path / "rsa.pem"
    other.write_bytes(
        generate_private_key(65537, 2048).private_bytes(
            signing.serialization.Encoding.PEM,
            signing.serialization.PrivateFormat.PKCS8,
            signing.serialization.NoEncryption(),
        )
    )
    assert "another kind" in refusal(checkout, release, other)


def test_what_is_new_is_said_in_both_languages_or_nothing_is_signed(
    checkout: Path, release: Path, tmp_path: Path
) -> None:
    believe(checkout, signing.make_key(checkout, tmp_path / "key.pem"))
    environment = {signing.KEY_VARIABLE: str(tmp_path / "key.pem")}
    with pytest.raises(signing.NotSigned, match="fr"):
        signing.sign_list(checkout, release, {"en": "Better.", "fr": " "}, NOW, environment)


def test_a_folder_without_packages_is_refused(checkout: Path, tmp_path: Path) -> None:
    believe(checkout, signing.make_key(checkout, tmp_path / "key.pem"))
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "holds no package" in refusal(checkout, empty, tmp_path / "key.pem")
