"""The invented invoices themselves: the same from the same seed, and saying what is right of them."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from app.intake.fields.places import plain
from app.intake.pdf_text import pages_of
from tests.intake.invented.drawing import Invented, invoice
from tests.intake.invented.wordbook import LANGUAGES

SEEDS = range(7)


def _text(drawn: Invented) -> str:
    document = pdfium.PdfDocument(drawn.content)
    try:
        return plain(" ".join(word.text for page in pages_of(document).pages for word in page.words))
    finally:
        document.close()


def test_a_seed_always_draws_the_same_invoice() -> None:
    assert invoice(3) == invoice(3)
    assert invoice(3).content != invoice(10).content


def test_the_seeds_take_turns_among_the_languages() -> None:
    assert {invoice(seed).plan.language for seed in SEEDS} == set(LANGUAGES)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_right_stands_on_the_page(seed: int) -> None:
    drawn = invoice(seed)
    text = _text(drawn)
    assert plain(drawn.plan.number) in text
    assert any(plain(name) in text for name in drawn.right["supplier_name"])
    assert plain(drawn.plan.style.number(drawn.plan.figures.gross, 2)) in text


def test_words_kept_apart_are_not_those_worked_with() -> None:
    ours, fresh = invoice(1), invoice(1, fresh=True)
    assert ours.plan.seller.name != fresh.plan.seller.name
