"""What an archived file is called: the pattern filled, and fit for every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from string import Formatter
from typing import Final, Literal, NamedTuple

from app.intake.reading import FieldName

DEFAULT_PATTERN: Final = "{date} {supplier} {number}"
MEMBERS: Final[Mapping[str, FieldName]] = {
    "date": "date",
    "due": "due_date",
    "supplier": "supplier_name",
    "number": "invoice_number",
    "currency": "currency",
    "total": "gross",
}
LONGEST: Final = 150
_ENDINGS: Final = {
    "application/pdf": ".pdf",
    "application/xml": ".xml",
    "message/rfc822": ".eml",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
}
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)


class PatternFault(NamedTuple):
    """Why a pattern cannot be filled. braces: one is not closed or not opened; unknown: there is no member
    `name`; nothing: no member at all, so that all files would be called alike."""

    code: Literal["braces", "unknown", "nothing"]
    name: str = ""


def fault_of(pattern: str) -> PatternFault | None:
    """What is wrong with the pattern: words and the names of MEMBERS in braces are wanted, one at least."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return PatternFault("braces")
    named = [part for part in parts if part[1] is not None]
    for _, name, form, conversion in named:
        if name not in MEMBERS or form or conversion is not None:
            return PatternFault("unknown", name or "")
    return None if named else PatternFault("nothing")


def is_pattern(pattern: str) -> bool:
    """Whether the pattern can be filled."""
    return fault_of(pattern) is None


def archive_name(
    values: Mapping[FieldName, str],
    media_type: str,
    original_name: str,
    pattern: str = DEFAULT_PATTERN,
    taken: Collection[str] = (),
) -> str:
    """The name of the file, with its ending; a count keeps it apart from the names `taken`, in any case.

    What the document does not say falls away; if nothing is left, its own name does. A pattern that cannot
    be filled, an empty one among them, counts as DEFAULT_PATTERN.
    """
    said = {member: values.get(field, "") for member, field in MEMBERS.items()}
    stem = _safe((pattern if is_pattern(pattern) else DEFAULT_PATTERN).format_map(said))
    if not any(said.values()) or not stem:
        stem = _safe(PurePosixPath(original_name).stem) or "document"
    ending = _ENDINGS.get(media_type) or (_safe(PurePosixPath(original_name).suffix.lstrip(".")) or "bin")
    ending = ending if ending.startswith(".") else f".{ending.lower()}"
    used = {name.casefold() for name in taken}
    name, count = f"{stem}{ending}", 1
    while name.casefold() in used:
        count += 1
        name = f"{stem} ({count}){ending}"
    return name


def _safe(text: str) -> str:
    """Without what a file system or a shell takes amiss; shortened in letters and in bytes."""
    shown = unicodedata.normalize("NFC", text)
    kept = "".join(letter if _may_stand(letter) else " " for letter in shown)
    plain = re.sub(r"\s+", " ", re.sub(r'[<>:"/\\|?*]+', "-", kept)).strip(" .-")
    plain = plain[:LONGEST].encode()[: LONGEST + 50].decode(errors="ignore").strip(" .-")
    return f"{plain}_" if plain.partition(".")[0].casefold() in _DEVICES else plain


def _may_stand(letter: str) -> bool:
    return letter.isprintable() and unicodedata.category(letter) not in ("Cf", "Cs", "Co", "Cn")
