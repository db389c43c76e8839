"""Draft files that a person names: read whole or refused with the reason, written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from app.domain.codec import MAX_BYTES, draft_from_json, draft_to_json, too_large
from app.domain.draft import Draft
from app.services.whole_file import write_whole


def read_draft(path: Path) -> Draft:
    """The draft in the file. Raises UnreadableDraft, and OSError when there is no file to be read."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > MAX_BYTES:
            raise too_large(size)
        return draft_from_json(file.read(MAX_BYTES + 1))


def write_draft(path: Path, draft: Draft) -> Path:
    """Write the draft as a file; where it is. Raises OSError, and the former file is as it was."""
    return write_whole(path, draft_to_json(draft).encode())
