"""A click on a word gives the value of the right kind, with all its words."""

from __future__ import annotations

import pytest

from app.intake.page import Box, Pages, PageText, Word
from app.services.intake.clicking import Clickable


def page(*lines: str) -> Clickable:
    """Lines of words, ten points high; two spaces begin another column."""
    words = []
    for row, line in enumerate(lines):
        for column, part in enumerate(line.split("  ")):
            x = 40.0 + 260 * column
            for text in part.split(" "):
                width = 6.0 * len(text)
                words.append(Word(text, Box(x, 40 + 20 * row, x + width, 50 + 20 * row), 10))
                x += width + 3
    return Clickable(Pages((PageText(1, 595, 842, tuple(words)),), 1))


def picked(clickable: Clickable, name: str, text: str) -> str:
    words = [word.text for word in clickable.words(1)]
    pick = clickable.pick(name, 1, words.index(text))  # type: ignore[arg-type]
    return pick.value if pick else ""


@pytest.mark.parametrize(
    ("line", "name", "clicked", "expected"),
    [
        ("Paris, le 21 novembre 2026", "date", "novembre", "2026-11-21"),
        ("Rechnungsdatum: 04.03.2026", "date", "04.03.2026", "2026-03-04"),
        ("Total TTC  1 234,56 €", "gross", "234,56", "1234.56"),
        ("Summe  1.234,56 EUR", "gross", "1.234,56", "1234.56"),
        ("Total  EUR", "currency", "EUR", "EUR"),
        ("Total  12,00 €", "currency", "€", "EUR"),
        ("IBAN FR76 3000 6000 0112 3456 7890 189", "iban", "6000", "FR7630006000011234567890189"),
        ("Quincaillerie Brunel SARL  Facture", "supplier_name", "Brunel", "Quincaillerie Brunel SARL"),
        ("Facture n°: F-12/7,", "invoice_number", "F-12/7,", "F-12/7"),
        ("Total TTC  Merci", "gross", "Merci", ""),
        ("Total TTC  Merci", "date", "Merci", ""),
    ],
)
def test_a_click_takes_the_whole_value_of_its_kind(line: str, name: str, clicked: str, expected: str) -> None:
    assert picked(page("Facture", "12,00 3,50", line), name, clicked) == expected


def test_an_american_document_has_the_month_first() -> None:
    clickable = page("Invoice date 04/13/2026", "Due 04/05/2026", "Total $12.00")
    assert picked(clickable, "due_date", "04/05/2026") == "2026-04-05"


def test_a_click_a_little_beside_a_word_takes_it_and_one_far_away_takes_none() -> None:
    clickable = page("Facture")
    assert clickable.at(1, 41, 52) == 0
    assert clickable.at(1, 300, 300) is None
    assert clickable.at(2, 41, 45) is None
