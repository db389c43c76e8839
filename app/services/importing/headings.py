"""Headings by their meaning; what is not recognised is left to a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from app.services.book_columns import CONTACT_COLUMNS, ITEM_COLUMNS
from app.services.importing.vocabulary import CUSTOMERS, ITEMS
from app.store.words import words_of

Kind = Literal["customers", "items"]

TARGETS: Final[dict[Kind, tuple[str, ...]]] = {
    "customers": (
        *(name for name in CONTACT_COLUMNS if name != "id"),
        "first_name",
        "last_name",
        "house_number",
        "id",
    ),
    "items": (*(name for name in ITEM_COLUMNS if name != "id"), "price_gross", "id"),
}
"""What a column can be, in the order in which a person is offered it."""

_OURS: Final = {"customers": CONTACT_COLUMNS, "items": ITEM_COLUMNS}
_ELSEWHERE: Final = frozenset(
    words_of(
        "shipping delivery livraison liefer lieferung lieferadresse versand envío entrega spedizione "
        "consegna levering verzending verzend purchase achat einkauf einkaufspreis compra acquisto inkoop"
    )
)
"""Words of addresses and prices that are not those we keep."""
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_CURRENCY: Final = re.compile(r"(?:\b(?:eur|euro|usd|gbp|chf)|[€$£%])\s*$", re.IGNORECASE)


def is_ours(kind: Kind, headings: Sequence[str]) -> bool:
    """Whether these are the headings our own export writes; an older one wrote the first of them only."""
    columns = _OURS[kind]
    least = columns.index("note") + 1 if kind == "customers" else len(columns)
    return len(headings) >= least and tuple(headings) == columns[: len(headings)]


def known(kind: Kind, headings: Sequence[str]) -> int:
    """How many of these headings are recognised."""
    return sum(1 for target in mapped(kind, headings) if target)


def signature(headings: Sequence[str]) -> str:
    """The headings as one text that is the same for files of the same program."""
    return "|".join(" ".join(words_of(heading)) for heading in headings)


def mapped(kind: Kind, headings: Sequence[str]) -> tuple[str, ...]:
    """What each column is, by its heading; empty where that is not known. No target is given twice."""
    if is_ours(kind, headings):
        return tuple(headings)
    claims: list[tuple[int, int, str]] = []
    for place, heading in enumerate(headings):
        claims += [(-strength, place, target) for target, strength in _meanings(kind, heading)]
    chosen = [""] * len(headings)
    for _, place, target in sorted(claims):
        if not chosen[place] and target not in chosen:
            chosen[place] = target
    return tuple(_persons(chosen))


def _persons(chosen: list[str]) -> list[str]:
    """Settle what `name` is: beside a company or a first name it is a person's."""
    first, company, name = "first_name" in chosen, "company" in chosen, "name" in chosen
    if name and first and "last_name" not in chosen:
        chosen[chosen.index("name")] = "last_name"
    elif name and company:
        chosen[chosen.index("name")] = "" if "contact_name" in chosen else "contact_name"
    return ["name" if target == "company" else target for target in chosen]


def _meanings(kind: Kind, heading: str) -> list[tuple[str, int]]:
    """What the heading may be, with how strongly it says so."""
    spoken = words_of(heading)
    if not spoken or _ELSEWHERE & set(spoken):
        return []
    phrases = _phrases(kind)
    for strength, text in ((1_000, heading), (900, _CURRENCY.sub("", _BRACKETS.sub(" ", heading).strip()))):
        if targets := phrases.get(" ".join(words_of(text))):
            return [(target, strength - rank) for rank, target in enumerate(targets)]
    found: list[tuple[str, int]] = []
    for start in range(len(spoken)):
        for end in range(len(spoken), start, -1):
            phrase = " ".join(spoken[start:end])
            if len(phrase) > 3 and (targets := phrases.get(phrase)):
                found += [(target, min(len(phrase), 99)) for target in targets]
    return found


@cache
def _phrases(kind: Kind) -> dict[str, list[str]]:
    phrases: dict[str, list[str]] = {}
    for target, texts in (CUSTOMERS if kind == "customers" else ITEMS).items():
        for text in texts.split(","):
            phrases.setdefault(" ".join(words_of(text)), []).append(target)
    for target in _OURS[kind]:
        if target != "id":
            phrases.setdefault(" ".join(words_of(target)), []).append(target)
    return {phrase: list(dict.fromkeys(targets)) for phrase, targets in phrases.items()}
