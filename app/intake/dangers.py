"""What a PDF carries that could act. It is never run here; the person is told, for other programs do."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, Final

import pikepdf

from app.intake.reading import Remark

MOST_NAMES: Final = 100
_ACTING: Final = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm"})
_PROGRAMS: Final = frozenset(
    f".{ending}"
    for ending in (
        *("app", "bat", "cmd", "com", "cpl", "dll", "exe", "hta", "iso", "jar"),
        *("js", "jse", "lnk", "msi", "ps1", "scr", "sh", "vbe", "vbs", "wsf"),
    )
)


def dangers_in(pdf: pikepdf.Pdf) -> tuple[Remark, ...]:
    """A remark for a script or start of a program, one for programs among the attachments."""
    try:
        found = []
        if _acts(pdf.Root):
            found.append(Remark("pdf_script"))
        programs = [name for name in list(pdf.attachments)[:MOST_NAMES] if _is_program(name)]
        if programs:
            found.append(Remark("pdf_program", {"name": programs[0][:100]}))
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError):
        return ()
    return tuple(found)


def _acts(root: Any) -> bool:
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names:
        return True
    if _is_acting(root.get("/OpenAction")):
        return True
    occasions = root.get("/AA")
    return isinstance(occasions, pikepdf.Dictionary) and any(_is_acting(each) for each in occasions.values())


def _is_acting(action: Any) -> bool:
    for _ in range(10):
        if not isinstance(action, pikepdf.Dictionary):
            return False
        if str(action.get("/S", "")) in _ACTING:
            return True
        action = action.get("/Next")
    return False


def _is_program(name: str) -> bool:
    return PurePosixPath(name.strip().lower()).suffix in _PROGRAMS
