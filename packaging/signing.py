"""The signed list of the newest version: made of the packages of a folder, by a key from outside."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import sys
import tarfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

from freezing.platforms import OLDEST_MACOS  # noqa: E402

from app import __version__  # noqa: E402
from app.services.updates.manifest import MARK, opened, sealed  # noqa: E402
from app.services.updates.publisher import MOST_KEYS, RESOURCE, publisher  # noqa: E402
from app.store.migrations import MIGRATIONS  # noqa: E402

KEY_VARIABLE: Final = "FACTOTUM_UPDATE_KEY"
LIST: Final = "newest"
OLDEST_LIBC: Final = "2.36"
OLDEST_WINDOWS: Final = "10.0"
_FORMS: Final = (
    # Pattern of the name, system, kind, oldest system, machines by what the name calls them.
    (r"factotum_[\d.]+_(\w+)\.deb", "linux", "deb", OLDEST_LIBC, {"amd64": "x86_64", "arm64": "aarch64"}),
    (r"factotum-[\d.]+-linux-(\w+)\.tar\.xz", "linux", "archive", OLDEST_LIBC, {}),
    (
        r"Factotum-[\d.]+-windows-(\w+?)(?:-unsigned)?\.exe",
        "win32",
        "setup",
        OLDEST_WINDOWS,
        {"x64": "AMD64"},
    ),
    (r"Factotum-[\d.]+-(\w+?)(?:-unsigned)?\.dmg", "darwin", "image", OLDEST_MACOS, {}),
)


class NotSigned(Exception):
    """The list cannot be signed; the message says what is missing."""


def make_key(root: Path, path: Path) -> str:
    """Write a new private key that only its owner reads; its public half, base64. Raises NotSigned."""
    _keep_out_of_checkout(root, path)
    if path.exists():
        raise NotSigned(f"{path} is there already, and a key is never overwritten")
    key = Ed25519PrivateKey.generate()
    written = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(written)
    return base64.b64encode(_public(key)).decode("ascii")


def sign_list(
    root: Path,
    release: Path,
    notes: Mapping[str, str],
    now: datetime,
    environment: Mapping[str, str] = os.environ,
) -> Path:
    """Write the list of the packages in this folder, signed and read back; where it is. Raises NotSigned."""
    empty = [language for language, text in notes.items() if not text.strip()]
    if empty:
        raise NotSigned(f"what is new in {__version__} is not said: {', '.join(empty)}")
    keys = keys_of(root, environment)
    believed = publisher(root / "resources" / RESOURCE)
    if not believed.is_known:
        raise NotSigned(f"resources/{RESOURCE} names no address and key that installed copies believe")
    foreign = [key for key in keys if _public(key) not in believed.keys]
    if foreign and len(foreign) == len(keys):
        raise NotSigned(f"no copy believes this key: its public half is not in resources/{RESOURCE}")
    files = [listed for path in sorted(release.iterdir()) if (listed := described(path)) is not None]
    if not files:
        raise NotSigned(f"{release} holds no package of {__version__}")
    told = {
        "format": 1,
        "serial": int(now.timestamp()),
        "version": __version__,
        "released": now.astimezone(UTC).date().isoformat(),
        "schema_number": MIGRATIONS[-1].number,
        "notes": {language: text.strip() for language, text in notes.items()},
        "files": files,
    }
    body = json.dumps(told, ensure_ascii=False, indent=1).encode()
    content = sealed(body, [key.sign(MARK + body) for key in keys])
    opened(content, believed.keys)
    target = release / LIST
    target.write_bytes(content)
    return target


def described(path: Path) -> dict[str, Any] | None:
    """What the list says of a package; None for any other file, or a package of another version."""
    for pattern, system, kind, minimum, machines in _FORMS:
        found = re.fullmatch(pattern, path.name)
        if found and __version__ in path.name:
            with path.open("rb") as content:
                sha256 = hashlib.file_digest(content, "sha256").hexdigest()
            return {
                "system": system,
                "machine": machines.get(found[1], found[1]),
                "kind": kind,
                "name": path.name,
                "size": path.stat().st_size,
                "unpacked": _unpacked(path) if kind == "archive" else 0,
                "sha256": sha256,
                "minimum": minimum,
            }
    return None


def _unpacked(path: Path) -> int:
    with tarfile.open(path) as entries:
        return sum(entry.size for entry in entries)


def keys_of(root: Path, environment: Mapping[str, str]) -> list[Ed25519PrivateKey]:
    """The private keys that the environment names. Raises NotSigned."""
    named = [Path(name) for name in environment.get(KEY_VARIABLE, "").split(os.pathsep) if name]
    if not named:
        raise NotSigned(f"{KEY_VARIABLE} names no key; without one nothing is signed")
    if len(named) > MOST_KEYS:
        raise NotSigned(f"{KEY_VARIABLE} names more than {MOST_KEYS} keys")
    return [_key(root, path) for path in named]


def _key(root: Path, path: Path) -> Ed25519PrivateKey:
    _keep_out_of_checkout(root, path)
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise NotSigned(f"{path} is no key that can be read: {error}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise NotSigned(f"{path} is a key of another kind than Ed25519")
    return key


def _keep_out_of_checkout(root: Path, path: Path) -> None:
    if root.resolve() in path.resolve().parents:
        raise NotSigned(f"{path} lies in the checkout; a private key has no place there")


def _public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
