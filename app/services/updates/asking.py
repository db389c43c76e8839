"""Asks the publisher for the newest version: one small file, and nothing is told of whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from app.client.transport import Cancel, Transport, WireRequest
from app.services.updates.manifest import LARGEST_LIST, Manifest, opened
from app.services.updates.memory import Memory, is_newer, remember, remembered
from app.services.updates.problems import UpdateProblem
from app.services.updates.publisher import Publisher

PATIENCE_S: Final = 20.0
_OK: Final = 200

MakeTransport = Callable[[int], Transport]
"""Makes a transport that takes answers of at most so many bytes."""


def network(largest_answer: int) -> Transport:
    """The network."""
    from app.client.http import HttpTransport

    return HttpTransport(largest_answer=largest_answer)


def ask(
    publisher: Publisher,
    folder: Path,
    now: datetime,
    cancel: Cancel,
    connect: MakeTransport = network,
) -> Manifest:
    """The newest list. That it was asked is remembered first, so that no trouble makes it ask more often.

    The request names neither the version nor the machine. Raises ProviderError if nothing came, and
    UpdateProblem: `no_list` for another answer than a list, such as the page of a hotel's network,
    `unsigned`, `unreadable`, `older` for a list from before one already seen.
    """
    memory = remembered(folder).model_copy(update={"asked_at": now})
    remember(folder, memory)
    transport = connect(LARGEST_LIST)
    try:
        request = WireRequest("GET", publisher.address, (("user-agent", "Factotum"),))
        reply = transport.send(request, timeout_s=PATIENCE_S, cancel=cancel)
    finally:
        transport.close()
    if reply.status != _OK:
        raise UpdateProblem("no_list", detail=f"HTTP {reply.status}")
    manifest = opened(reply.content, publisher.keys)
    if manifest.serial < memory.serial:
        raise UpdateProblem("older")
    remember(folder, memory.model_copy(update={"serial": manifest.serial, "offered": reply.content}))
    return manifest


def offered(publisher: Publisher, memory: Memory, present: str) -> Manifest | None:
    """The newest version that was told of, if it is newer than the present one: proven once more."""
    if not memory.offered:
        return None
    try:
        manifest = opened(memory.offered, publisher.keys)
    except UpdateProblem:
        return None
    return manifest if is_newer(manifest.version, present) else None
