"""Which lesson a document belongs to: by identifiers that are the supplier's, else by its letter head.

The customer's own name and numbers are on every invoice there is; what several suppliers share
therefore recognises none of them.
"""

from __future__ import annotations

from typing import Final

from app.domain.identifiers import is_iban
from app.intake.fields.evidence import Evidence
from app.intake.fields.memory import Lesson, Memory
from app.intake.fields.parties import key_of
from app.intake.fields.places import plain

HEAD: Final = 0.32
FOOT: Final = 0.85
"""Letter head and foot, as parts of the page's height."""
SHORTEST: Final = 4
MOST_FIXED: Final = 60
FEWEST_FIXED: Final = 3
ALONE: Final = 0.6
"""With so much of the fixed text on the page no identifier is needed."""
BESIDE: Final = 0.2
"""With an identifier so much is enough."""


def own_ids(found: Evidence) -> set[str]:
    """Identifiers on the pages that are not the customer's."""
    return {i.value for i in found.identified if i.is_buyers < 1}


def fixed_texts(found: Evidence) -> tuple[str, ...]:
    """The texts of the first page's letter head and foot that are not the customer's."""
    if not found.grids:
        return ()
    grid = found.grids[0]
    height = grid.page.height_pt or 1.0
    texts = (
        plain(cell.text)
        for line in grid.lines
        for cell in line
        if not HEAD < cell.box.y0 / height < FOOT and key_of(cell) not in found.parties.buyer
    )
    return tuple(dict.fromkeys(text for text in texts if len(text) >= SHORTEST))[:MOST_FIXED]


def lesson_for(memory: Memory, found: Evidence) -> tuple[Lesson, bool] | None:
    """The lesson of this document's supplier, and whether an identifier says so; None if none fits."""
    ids = own_ids(found)
    here = {plain(cell.text) for cell in found.cells}
    whole = plain(" ".join(cell.text for cell in found.cells))
    shared = _shared(memory)
    best: tuple[float, Lesson, bool] | None = None
    for lesson in memory.lessons:
        known = set(lesson.ids) - shared
        fixed = [text for text in lesson.fixed if text not in shared]
        share = sum(text in here for text in fixed) / len(fixed) if fixed else 0.0
        is_named = plain(lesson.name) in whole
        if lesson.is_name_printed and not is_named:
            continue
        by_id = bool(known & ids) and (share >= BESIDE or is_named)
        by_text = len(fixed) >= FEWEST_FIXED and share >= ALONE
        if by_text and not by_id and _is_someone_elses(lesson, ids):
            by_text = False
        if by_id or by_text:
            score = share + (2.0 if by_id else 0.0)
            if best is None or score > best[0]:
                best = (score, lesson, by_id)
    return (best[1], best[2]) if best else None


def _shared(memory: Memory) -> set[str]:
    """Identifiers and texts that lessons of more than one supplier have."""
    owner: dict[str, str] = {}
    shared: set[str] = set()
    for lesson in memory.lessons:
        name = plain(lesson.name)
        for text in (*lesson.ids, *lesson.fixed):
            if owner.setdefault(text, name) != name:
                shared.add(text)
    return shared


def _is_someone_elses(lesson: Lesson, ids: set[str]) -> bool:
    """Whether the page has identifiers where the lesson has others; accounts may change."""
    known = {value for value in lesson.ids if not is_iban(value)}
    here = {value for value in ids if not is_iban(value)}
    return bool(known) and bool(here) and not known & here
