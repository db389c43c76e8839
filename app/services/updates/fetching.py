"""Fetches a file of a version in pieces, each kept as it comes, and proves the whole by size and sum.

A piece is a request of its own for a range of bytes: what broke off goes on where it was, also after
the program was closed. Slow lines get smaller pieces, quick ones larger.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.client.errors import Cancelled, Interrupted, Unexpected
from app.client.transport import Cancel, Transport, WireRequest
from app.services.updates.asking import MakeTransport, network
from app.services.updates.manifest import ReleaseFile
from app.services.updates.problems import UpdateProblem
from app.services.updates.publisher import Publisher

SMALLEST_PIECE: Final = 64_000
FIRST_PIECE: Final = 512_000
LARGEST_PIECE: Final = 8_000_000
PATIENCE_S: Final = 45.0
_BRISK_S: Final = 3
_SPARE: Final = 50_000_000
"""Bytes that are left free on the disk."""
_OK, _PARTIAL, _NO_SUCH_RANGE = 200, 206, 416
_PART: Final = ".part"

Progress = Callable[[int, int], None]
"""Bytes that are there, bytes in all."""


def fetched(
    publisher: Publisher,
    file: ReleaseFile,
    folder: Path,
    progress: Progress,
    cancel: Cancel,
    connect: MakeTransport = network,
    patience_s: float = PATIENCE_S,
) -> Path:
    """The file, whole and proven, in the folder. One that is there already is proven again, not fetched.

    Raises ProviderError for the network, Cancelled (what came is kept), OSError for the disk, and
    UpdateProblem: `changed`, `whole_only`, `no_file`, `no_room`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / file.name
    if is_proven(target, file):
        progress(file.size, file.size)
        return target
    target.unlink(missing_ok=True)
    part = folder / f"{file.sha256[:16]}{_PART}"
    if part.exists() and part.stat().st_size > file.size:
        part.unlink()
    look_for_room(folder, file.size - (part.stat().st_size if part.exists() else 0))
    transport = connect(LARGEST_PIECE)
    try:
        _fetch(transport, publisher.address_of(file.name), file.size, part, progress, cancel, patience_s)
    finally:
        transport.close()
    if not is_proven(part, file):
        part.unlink(missing_ok=True)
        raise UpdateProblem("changed")
    part.replace(target)
    return target


def is_proven(path: Path, file: ReleaseFile) -> bool:
    """Whether this is the very file that was signed for."""
    try:
        if path.stat().st_size != file.size:
            return False
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == file.sha256
    except OSError:
        return False


def look_for_room(folder: Path, needed: int) -> None:
    """Raise UpdateProblem `no_room` if the disk has not so many bytes to spare."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        megabytes = {"needed": str((needed + _SPARE) // 1_000_000), "free": str(free // 1_000_000)}
        raise UpdateProblem("no_room", megabytes)


def forget_others(folder: Path, keep: str) -> None:
    """Delete what was fetched of other versions, begun or whole; `keep` is a file's name."""
    for path in folder.iterdir() if folder.is_dir() else ():
        is_ours = path.suffix in (_PART, ".xz", ".gz", ".deb", ".exe", ".dmg")
        if path.is_file() and is_ours and path.name != keep:
            path.unlink(missing_ok=True)


def _fetch(
    transport: Transport,
    url: str,
    size: int,
    part: Path,
    progress: Progress,
    cancel: Cancel,
    patience_s: float,
) -> None:
    piece = FIRST_PIECE
    with part.open("ab") as kept:
        while (begun := kept.tell()) < size:
            progress(begun, size)
            end = min(begun + piece, size)
            started = time.monotonic()
            try:
                content = _piece(transport, url, begun, end, size, cancel, patience_s)
            except Interrupted:
                if piece <= SMALLEST_PIECE:
                    raise
                piece = max(piece // 8, SMALLEST_PIECE)
                continue
            kept.write(content)
            kept.flush()
            if time.monotonic() - started < _BRISK_S:
                piece = min(piece * 2, LARGEST_PIECE)
        progress(size, size)


def _piece(
    transport: Transport, url: str, begun: int, end: int, size: int, cancel: Cancel, patience_s: float
) -> bytes:
    """The bytes from `begun` up to `end`, exactly."""
    if cancel.is_set:
        raise Cancelled("cancelled")
    headers = (("user-agent", "Factotum"), ("range", f"bytes={begun}-{end - 1}"))
    try:
        reply = transport.send(WireRequest("GET", url, headers), timeout_s=patience_s, cancel=cancel)
    except Unexpected as too_large:
        raise UpdateProblem("whole_only") from too_large
    if reply.status == _NO_SUCH_RANGE:
        raise UpdateProblem("changed", detail="the file there is shorter")
    if reply.status == _OK and begun == 0 and len(reply.content) == size:
        return reply.content
    if reply.status == _OK:
        raise UpdateProblem("whole_only" if len(reply.content) == size else "changed")
    if reply.status != _PARTIAL:
        raise UpdateProblem("no_file", detail=f"HTTP {reply.status}")
    told = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", reply.headers.get("content-range", ""), re.ASCII)
    if told is None or tuple(map(int, told.groups())) != (begun, end - 1, size):
        raise UpdateProblem("changed", detail=reply.headers.get("content-range", ""))
    if len(reply.content) != end - begun:
        raise Interrupted("answer_lost")
    return reply.content
