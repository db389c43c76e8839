"""Small pages drawn in code: texts at places, cut into words with even letters."""

from __future__ import annotations

from collections.abc import Iterable

from app.intake.page import Box, Pages, PageText, Word

WIDTH, HEIGHT = 595.0, 842.0
LETTER = 0.5
"""The width of a letter as a part of its height."""

Run = tuple[float, float, str] | tuple[float, float, str, float]
"""Left edge, top edge, text, and the height of the type (10 unless told)."""


def page(runs: Iterable[Run], *, hidden: Iterable[Run] = ()) -> Pages:
    """A document of one page."""
    return pages([runs], hidden=hidden)


def pages(sheets: Iterable[Iterable[Run]], *, hidden: Iterable[Run] = ()) -> Pages:
    """A document of several pages; hidden texts stand on the first."""
    sheets = [list(sheet) for sheet in sheets]
    texts = []
    for number, runs in enumerate(sheets, 1):
        words = [word for run in runs for word in _words(run, is_hidden=False)]
        if number == 1:
            words += [word for run in hidden for word in _words(run, is_hidden=True)]
        texts.append(PageText(number, WIDTH, HEIGHT, tuple(words)))
    return Pages(tuple(texts), len(texts))


def _words(run: Run, *, is_hidden: bool) -> list[Word]:
    x, y, text = run[:3]
    size = run[3] if len(run) == 4 else 10.0
    words = []
    for part in text.split(" "):
        width = len(part) * size * LETTER
        if part:
            words.append(Word(part, Box(x, y, x + width, y + size), size, False, is_hidden))
        x += width + size * 0.3
    return words


HEAD: tuple[Run, ...] = (
    (50, 40, "Verrerie du Lac SARL", 14),
    (50, 60, "4 chemin des Sables"),
    (50, 72, "74000 Annecy"),
    (50, 90, "contact@verreriedulac.fr"),
    (50, 105, "N° TVA : FR44732829320"),
)
"""An invented supplier's letter head; its VAT number has the right check digits."""
BUYER: tuple[Run, ...] = (
    (330, 130, "Adresse de facturation :"),
    (330, 145, "Hôtel Bellerive SAS"),
    (330, 157, "2 quai des Cygnes"),
    (330, 169, "69003 Lyon"),
)
TABLE: tuple[Run, ...] = (
    (50, 300, "Désignation"),
    (330, 300, "Quantité"),
    (400, 300, "Prix unitaire"),
    (500, 300, "Montant HT"),
    (50, 320, "Carafe soufflée"),
    (340, 320, "4"),
    (410, 320, "25,00"),
    (510, 320, "100,00"),
)


def sums(net: str = "100,00 €", tax: str = "20,00 €", gross: str = "120,00 €") -> tuple[Run, ...]:
    """A French invoice's sums."""
    return (
        (380, 400, "Total HT"),
        (500, 400, net),
        (380, 415, "TVA 20 %"),
        (500, 415, tax),
        (380, 430, "Total TTC"),
        (500, 430, gross),
    )


def invoice(number: str = "FA-2026-017", day: str = "03/03/2026", due: str = "02/04/2026") -> tuple[Run, ...]:
    """A whole plain French invoice."""
    return (
        *HEAD,
        *BUYER,
        (50, 200, f"Facture n° {number}", 16),
        (50, 225, f"Date de facture : {day}"),
        (50, 240, f"Date d'échéance : {due}"),
        *TABLE,
        *sums(),
    )
