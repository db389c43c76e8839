"""A file written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes, *, is_durable: bool = True) -> Path:
    """Write beside the file, then put that in its place; where it is.

    `is_durable`: not before the disk has it, which takes a while; of no use where there is another copy.

    Raises OSError; what was there before is as it was, and nothing is left beside it.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            if is_durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
