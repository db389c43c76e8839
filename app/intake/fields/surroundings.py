"""What the document as a whole tells: its language, its currency, and what it calls itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from app.intake.fields.amounts import box_of
from app.intake.fields.cells import Cell
from app.intake.fields.wordings.titles import TITLES
from app.intake.fields.words import folded
from app.intake.page import Box

_LANGUAGE_WORDS: Final = {
    "fr": """
        facture le la les des du et pour par votre notre tva ttc ht montant echeance client adresse
        date total quantite reglement avoir a payer designation siret
    """,
    "de": """
        rechnung der die das und fur mit bitte betrag mwst ust datum menge gesamt kunde zahlung
        steuer nummer netto brutto ihre wir strasse zzgl inkl bezeichnung
    """,
    "en": """
        invoice the and for of your our to amount due date total quantity bill payment tax customer
        price terms thank please description
    """,
    "nl": """
        factuur de het een en van voor uw wij btw bedrag datum totaal aantal klant betaling prijs
        exclusief inclusief omschrijving
    """,
    "es": """
        factura el la los las de y para su nuestro iva importe fecha total cantidad cliente pago
        base imponible vencimiento concepto
    """,
    "it": """
        fattura il la le di e per il vostro nostro iva importo data totale quantita cliente
        pagamento imponibile scadenza spett descrizione
    """,
    "pt": """
        fatura o a os as de e para seu nosso iva valor data total quantidade cliente pagamento
        vencimento descricao
    """,
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _LANGUAGE_WORDS.items()}

_CODES: Final = re.compile(
    r"\b(EUR|USD|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|JPY|CNY|INR|BRL|MXN|ARS|ZAR|SGD|HKD|AED|TRY|ILS|MAD|TND|XOF)\b"
)
_SIGNS: Final = (
    (re.compile(r"€|\beuros?\b", re.IGNORECASE), "EUR"),
    (re.compile(r"£"), "GBP"),
    (re.compile(r"US\s?\$|\bdollars?\b"), "USD"),
    (re.compile(r"C(?:A)?\$|\bCAD\s?\$"), "CAD"),
    (re.compile(r"A(?:U)?\$"), "AUD"),
    (re.compile(r"\$"), "USD"),
    (re.compile(r"¥|円"), "JPY"),
    (re.compile(r"\bzł\b"), "PLN"),
    (re.compile(r"\bKč\b"), "CZK"),
    (re.compile(r"\bSFr\.?\b|\bFr\.(?=\s?\d)"), "CHF"),
    (re.compile(r"₹|\bRs\.?\s?\d"), "INR"),
    (re.compile(r"R\$"), "BRL"),
)


LOUDER: Final = 2.0
"""In points of type."""


class Currency(NamedTuple):
    """The likeliest currency, where it stands, and whether nothing else comes near."""

    code: str
    cell: Cell
    box: Box
    is_clear: bool


def language_of(cells: Sequence[Cell]) -> str:
    """The language most of the small words belong to; empty when there are too few."""
    counts: Counter[str] = Counter()
    for cell in cells:
        for word in re.findall(r"[a-z]+", folded(cell.text)):
            for language, words in _WORDS.items():
                if word in words:
                    counts[language] += 1
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= 3 else ""


def currency_of(cells: Sequence[Cell], near: Sequence[Cell]) -> Currency | None:
    """The currency the document is in; what stands in the lines of its sums counts most."""
    votes: Counter[str] = Counter()
    places: dict[str, tuple[Cell, Box]] = {}
    sums = {(cell.page, cell.line) for cell in near}
    for cell in cells:
        weight = 6 if (cell.page, cell.line) in sums else 1
        seen: set[str] = set()
        for found in _CODES.finditer(cell.text):
            votes[found[1]] += 2 * weight
            seen.add(found[1])
            _note(places, found[1], cell, found.start(), found.end(), weight > 1)
        for pattern, code in _SIGNS:
            match = pattern.search(cell.text)
            if match and not (match.group() == "$" and seen):
                votes[code] += weight
                seen.add(code)
                _note(places, code, cell, match.start(), match.end(), weight > 1)
    if not votes:
        return None
    if "USD" in votes:
        # A bare dollar sign beside another dollar's code means that one.
        for other in ("CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS"):
            if votes.get(other, 0) > 0 and not any("USD" in cell.text for cell in cells):
                votes[other] += votes.pop("USD", 0)
                break
    (code, count), *rest = votes.most_common(2)
    cell, box = places[code]
    return Currency(code, cell, box, not rest or count >= 3 * rest[0][1])


def _note(
    places: dict[str, tuple[Cell, Box]], code: str, cell: Cell, start: int, end: int, is_near: bool
) -> None:
    if is_near or code not in places:
        places[code] = (cell, box_of(cell, start, end))


def title_of(cells: Sequence[Cell]) -> tuple[str, str] | None:
    """What the document calls itself, as kind and words: the tallest title decides, then the first.

    What is no invoice must say so clearly louder than any word for an invoice.
    """
    best: dict[str, tuple[float, str]] = {}
    for cell in cells:
        text = folded(cell.text)
        for kind, pattern in TITLES.items():
            found = pattern.search(text)
            if found and (kind != "other" or _is_title(cell, text)):
                share = len(found.group()) / max(len(text), 1)
                score = cell.size_pt * (0.4 + share) - 0.02 * cell.line - 3.0 * (cell.page - 1)
                score -= LOUDER if kind == "other" else 0.0
                if kind not in best or score > best[kind][0]:
                    best[kind] = (score, cell.text[:60])
    if not best:
        return None
    kind = max(best, key=lambda name: best[name][0])
    return kind, best[kind][1]


def _is_title(cell: Cell, text: str) -> bool:
    """Whether the cell can be a title, rather than a word before another document's number or a sentence."""
    return (
        ":" not in text
        and len(text.split()) <= 6
        and (cell.place == 0 or not any(letter.isdigit() for letter in text))
    )
