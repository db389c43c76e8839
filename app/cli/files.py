"""Reading drafts and writing results: files named by a person, with every way they can fail."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Literal

from app.cli.exits import CommandFailed, Exit
from app.domain.codec import MAX_BYTES, UnreadableDraft, draft_from_json, object_from_json
from app.domain.draft import Draft
from app.domain.problems import Problem
from app.services.wording_misfits import misfit_reason, unreadable_reason

STANDARD: Final = "-"
"""The name that stands for stdin or stdout."""


def read_draft(name: str, language: Literal["en", "fr"] = "en") -> Draft:
    """The draft in the file, or on stdin for `-`. Raises CommandFailed with code FILE."""
    shown = "stdin" if name == STANDARD else name
    try:
        return draft_from_json(_read_bounded(name, shown))
    except UnreadableDraft as unreadable:
        if len(unreadable.problems) > 1:
            lines = [
                f"{shown}: {problem.path}: {_reason(problem, language)}"
                for problem in unreadable.problems[:_MOST_PROBLEMS]
            ]
            left_out = len(unreadable.problems) - len(lines)
            if left_out:
                more = {"en": "and {count} more", "fr": "et {count} autres"}[language]
                lines.append(f"{shown}: {more.format(count=left_out)}")
        else:
            lines = [f"{shown}: {_summary(unreadable, language)}"]
        raise CommandFailed(Exit.FILE, *lines) from None


_MOST_PROBLEMS: Final = 20


def _reason(problem: Problem, language: Literal["en", "fr"]) -> str:
    if "misfit" not in problem.params:
        return problem.params.get("reason", problem.code)
    return misfit_reason(problem.params, language)


def _summary(unreadable: UnreadableDraft, language: Literal["en", "fr"]) -> str:
    """Why it is no draft; in English in the codec's own words, which say the most."""
    if language == "en":
        return unreadable.summary
    return f"ce n’est pas un brouillon\u00a0: {unreadable_reason(unreadable, language)}"


def read_object(name: str, language: Literal["en", "fr"] = "en") -> dict[str, Any]:
    """The JSON object in the file, or on stdin for `-`, with exact numbers. Raises CommandFailed."""
    shown = "stdin" if name == STANDARD else name
    try:
        return object_from_json(_read_bounded(name, shown))
    except UnreadableDraft as unreadable:
        raise CommandFailed(Exit.FILE, f"{shown}: {_summary(unreadable, language)}") from None


def _read_bounded(name: str, shown: str) -> bytes:
    """At most one byte more than a draft may have: enough to see that it is too much."""
    with _naming("read", shown):
        if name == STANDARD:
            if sys.stdin is None:
                raise CommandFailed(Exit.FILE, "stdin is closed; name a file instead")
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        if not name:
            raise CommandFailed(Exit.FILE, "the name of the file is empty")
        path = Path(name)
        if path.is_dir():
            raise CommandFailed(Exit.FILE, f"{shown}: this is a folder; name a draft file in it")
        with path.open("rb") as source:
            return source.read(MAX_BYTES + 1)


def write_result(target: Path, content: bytes, *, keep: Path | None = None) -> None:
    """Put the bytes there, whole or not at all: written beside, then renamed.

    A device or pipe is written to as it is. `keep` is a file that must not be overwritten. Raises
    CommandFailed with code FILE.
    """
    shown = str(target)
    with _naming("write", shown):
        target = _true_place(target, shown)
        if keep is not None and _is_same(target, keep):
            raise CommandFailed(Exit.FILE, f"{shown}: this is the draft itself; choose another name with -o")
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            with target.open("wb") as sink:
                sink.write(content)
            return
        _write_beside(target, content)


def _true_place(target: Path, shown: str) -> Path:
    true = target.resolve()
    if true.is_dir():
        raise CommandFailed(Exit.FILE, f"{shown}: this is a folder; add a file name")
    if not true.parent.is_dir():
        raise CommandFailed(
            Exit.FILE, f"{shown}: the folder {true.parent} does not exist; make it first or choose another"
        )
    if true.exists() and not os.access(true, os.W_OK):
        raise CommandFailed(Exit.FILE, f"{shown}: this file is write-protected; choose another name")
    return true


def _write_beside(target: Path, content: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as sink:
            sink.write(content)
            sink.flush()
            os.fsync(sink.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def make_folder(folder: Path) -> None:
    """Make the folder and those above it. Raises CommandFailed with code FILE."""
    with _naming("make", str(folder)):
        folder.mkdir(parents=True, exist_ok=True)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


@contextmanager
def _naming(verb: str, shown: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise CommandFailed(Exit.FILE, f"{shown}: cannot {verb} this: {explain_error(error)}") from None


_WAYS_OUT: Final = {
    errno.ENOENT: "there is no such file; check the name",
    errno.EACCES: "you are not allowed to; check its permissions",
    errno.EPERM: "you are not allowed to; check its permissions",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "part of its path is a file, not a folder",
    errno.EEXIST: "a file of that name is in the way",
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your share of the disk is full; make room and try again",
    errno.EROFS: "this disk is read-only; choose another place",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead in a circle",
    errno.EIO: "the disk reports an error",
}


def explain_error(error: OSError | ValueError) -> str:
    """What the system refused, in words with a way out."""
    if isinstance(error, OSError) and error.errno in _WAYS_OUT:
        return _WAYS_OUT[error.errno]
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return "the name holds a character no file name can have"
