"""Words of PDFs with their places, and which of them nobody can see."""

from __future__ import annotations

import pypdfium2 as pdfium

from app.intake.page import Pages, Word
from app.intake.pdf_text import TextLimits, pages_of, text_layer_of
from tests.intake.papers import content_stream, pdf_of, saved


def read(*streams: bytes, rotate: int = 0, limits: TextLimits | None = None) -> Pages:
    with pdfium.PdfDocument(saved(pdf_of(*streams, rotate=rotate))) as document:
        return pages_of(document, limits)


def words(*streams: bytes, rotate: int = 0) -> dict[str, Word]:
    return {word.text: word for word in read(*streams, rotate=rotate).pages[0].words}


def test_words_stand_where_they_are_shown() -> None:
    found = words(content_stream((100, 742, 20, "Total 1.234,56")))
    assert list(found) == ["Total", "1.234,56"]
    total = found["Total"]
    assert abs(total.box.x0 - 100) < 3
    assert 75 < total.box.y0 < 100 <= total.box.y1 < 110
    assert total.size_pt == 20
    assert total.box.x1 < found["1.234,56"].box.x0


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    page = read(content_stream((100, 742, 20, "Total")), rotate=90).pages[0]
    assert (page.width_pt, page.height_pt) == (842, 595)
    [word] = page.words
    # Upright text of a page shown a quarter turn clockwise runs from top to bottom at the right.
    assert word.box.y1 - word.box.y0 > word.box.x1 - word.box.x0
    assert abs(word.box.y0 - 100) < 3


def test_a_wide_gap_parts_words_that_no_space_parts() -> None:
    assert list(words(content_stream((50, 700, 10, "left"), (200, 700, 10, "right")))) == ["left", "right"]


def test_words_nobody_can_see_are_marked() -> None:
    black = b"0 0 0 rg\n"
    found = words(
        black
        + content_stream((50, 700, 10, "seen"), (50, 900, 10, "above"))
        + content_stream((50, 600, 10, "white"), before=b"1 1 1 rg\n")
        + content_stream((50, 500, 10, "onblack"), before=b"0 g 40 490 200 30 re f 1 1 1 rg\n")
        + content_stream((50, 450, 0.4, "tiny"), before=black)
        + content_stream((50, 400, 10, "invisible"), before=b"3 Tr\n")
    )
    assert {text for text, word in found.items() if word.is_hidden} == {"above", "white", "tiny", "invisible"}


def test_the_invisible_words_of_a_scan_are_all_there_is_to_read() -> None:
    page = read(content_stream((50, 700, 10, "Scanned words"), before=b"3 Tr\n")).pages[0]
    assert page.source == "ocr"
    assert [word.is_hidden for word in page.words] == [False, False]


def test_long_documents_are_read_at_both_ends() -> None:
    streams = [content_stream((50, 700, 10, f"p{number}")) for number in range(1, 11)]
    found = read(*streams, limits=TextLimits(first_pages=3, last_pages=2))
    assert [page.number for page in found.pages] == [1, 2, 3, 9, 10]
    assert found.page_count == 10


def test_a_page_gives_no_more_characters_than_allowed() -> None:
    found = read(content_stream((50, 700, 10, "word " * 100)), limits=TextLimits(characters=50))
    assert len(found.pages[0].words) == 10


def test_a_document_on_which_nothing_is_drawn_is_blank() -> None:
    for stream, is_blank in ((b"", True), (b"0 0 10 10 re f", False)):
        with pdfium.PdfDocument(saved(pdf_of(stream))) as document:
            assert text_layer_of(document, TextLimits()).is_blank is is_blank
