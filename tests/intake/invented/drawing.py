"""One invented invoice from its seed: the file, and the values that are right."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from app.domain.stated import canonical
from app.intake.fields.places import plain
from app.intake.reading import FieldName
from tests.intake.invented.body import Body
from tests.intake.invented.parts import Parts
from tests.intake.invented.plan import Plan, language_of, plan
from tests.intake.invented.sheet import FAMILIES, Sheet
from tests.intake.invented.wordbook import Wordbook


@dataclass(frozen=True)
class Invented:
    """One invoice. `right` has for each field every value that counts as right; an empty one is none."""

    seed: int
    content: bytes
    plan: Plan
    right: dict[FieldName, tuple[str, ...]]


def invoice(seed: int, *, fresh: bool = False) -> Invented:
    """The invoice of this seed, always the same; `fresh` uses the words kept apart."""
    rng = Random(seed * 2 + fresh)
    language = language_of(seed)
    book = Wordbook(language, rng, fresh=fresh)
    drawn = plan(rng, book, language)
    sheet = Sheet(rng.choice((*FAMILIES[:2], FAMILIES[0], FAMILIES[2])), rng.choice((8.5, 9, 10)))
    parts, body = Parts(sheet, drawn, book, rng), Body(sheet, drawn, book, rng)
    sheet.foot = parts.foot
    parts.prints_due = body.dated_due
    parts.head()
    body.particulars()
    body.table()
    body.sums()
    parts.notes()
    content = sheet.finished()
    return Invented(seed, content, drawn, _right(drawn, sheet.texts))


def _right(drawn: Plan, texts: list[str]) -> dict[FieldName, tuple[str, ...]]:
    """What the page says, by what was drawn on it."""
    firm, sums = drawn.seller, drawn.figures
    here = [plain(text) for text in texts]
    names = [name for name in (firm.full, firm.name) if plain(name) in here]
    if any(plain(firm.full) in text for text in here):
        names.append(firm.full)
    if any(plain(f"{firm.form} au capital de") in text for text in here):
        # The form stands apart: with it or without, it is the name.
        names.append(firm.name)
    has_vat = firm.vat and any(plain(firm.vat[2:]) in text for text in here)
    return {
        "invoice_number": (drawn.number,),
        "date": (drawn.day.isoformat(),),
        "due_date": (drawn.due.isoformat(),) if drawn.due else ("",),
        "currency": (drawn.style.currency,),
        "net": (canonical(sums.net),),
        "tax": (canonical(sums.tax),),
        "gross": (canonical(sums.gross),),
        "supplier_name": tuple(dict.fromkeys(names)),
        "supplier_vat_id": (firm.vat, firm.vat[2:]) if has_vat else ("",),
    }
