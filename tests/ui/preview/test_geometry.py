from __future__ import annotations

import pytest

from app.domain.draft import Draft, PaymentTerms
from app.domain.rows import DocumentAdjustment, Line
from app.ui.preview.edits import edited_path
from app.ui.preview.pictures import Pictures
from app.ui.preview.raster import Unrasterable, draw_page
from app.ui.preview.sheets import GAP, MARGIN, Sheets
from app.ui.preview.wanted import Clip, Picture, shows
from tests.fakes.paper import FakePaper

SHEETS = Sheets(3, 600.0, 800.0, 0.5)


def test_pages_lie_below_each_other_with_a_gap():
    assert [SHEETS.top(i) for i in range(3)] == [MARGIN, MARGIN + 400 + GAP, MARGIN + 800 + 2 * GAP]
    assert SHEETS.total_height == 3 * 400 + 2 * GAP + 2 * MARGIN


@pytest.mark.parametrize(
    ("top", "height", "pages"),
    [
        (0, 100, [0]),
        (0, 500, [0, 1]),
        (MARGIN + 399, 1, [0]),
        (MARGIN + 400, GAP, []),
        (MARGIN + 400 + GAP, 10, [1]),
        (0, 5000, [0, 1, 2]),
        (5000, 100, []),
        (0, 5, []),
    ],
)
def test_only_pages_of_which_something_shows_are_in_view(top, height, pages):
    assert list(SHEETS.visible(top, height)) == pages


def test_a_part_of_a_page_is_drawn_as_it_is_in_the_whole():
    paper = FakePaper()
    draft = Draft(subject="Work", rows=(Line(id="r1", label="A line of text"),))
    paper.update(draft, None, "draft")
    pdf = paper.page_pdf(0)
    whole, _, full = draw_page(pdf, 1.5)
    part, clip, _ = draw_page(pdf, 1.5, Clip(50, 40, 300, 120))
    assert (full.width, full.height) == (whole.width(), whole.height())
    assert clip == Clip(50, 40, 300, 120)
    assert whole.copy(*clip) == part


def test_a_part_beyond_the_page_is_cut_at_its_edge():
    paper = FakePaper()
    paper.update(Draft(), None, "draft")
    image, clip, full = draw_page(paper.page_pdf(0), 1.0, Clip(-100, -100, 300, 5000))
    assert clip == Clip(0, 0, 200, full.height)
    assert (image.width(), image.height()) == (200, full.height)


def test_bytes_that_are_no_pdf_are_refused():
    with pytest.raises(Unrasterable, match="cannot open"):
        draw_page(b"not a page", 1.0)


def picture(index: int, side: int = 100) -> Picture:
    from PySide6.QtGui import QImage

    clip = Clip(0, 0, side, side)
    return Picture(index, 1, 1.0, clip, clip, QImage(side, side, QImage.Format.Format_RGB32), ())


def test_the_picture_longest_unseen_goes_first():
    pictures = Pictures(kept_bytes=3 * 40_000)
    for index in range(3):
        pictures.put(picture(index), ())
    pictures.get(0)
    pictures.put(picture(3), ())
    assert pictures.peek(1) is None
    assert pictures.peek(0) is not None


def test_pages_in_view_are_kept_however_large():
    pictures = Pictures(kept_bytes=10)
    pictures.put(picture(0), (0, 1))
    pictures.put(picture(1), (0, 1))
    assert len(pictures) == 2


def test_a_spot_belongs_to_its_field_and_to_what_holds_it():
    assert shows("rows.r1.label", "rows.r1")
    assert shows("rows.r1.label", "rows.r1.label")
    assert not shows("rows.r10.label", "rows.r1")


def rows(*labels: str) -> tuple[Line, ...]:
    return tuple(Line(id=label[0], label=label) for label in labels)


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        (Draft(rows=rows("a", "b")), Draft(rows=rows("a", "b2")), "rows.b"),
        (Draft(rows=rows("a", "b")), Draft(rows=rows("a", "b", "c")), "rows.c"),
        (Draft(rows=rows("a", "b", "c")), Draft(rows=rows("a", "c")), "rows.c"),
        (Draft(rows=rows("a", "b", "c")), Draft(rows=rows("a", "b")), "rows.b"),
        (Draft(rows=rows("a")), Draft(), None),
        (Draft(), Draft(subject="x"), "subject"),
        (Draft(), Draft(payment_terms=PaymentTerms(days=30)), "payment_terms"),
        (Draft(), Draft(adjustments=(DocumentAdjustment(id="s"),)), "adjustments.s"),
        (Draft(), Draft(), None),
    ],
)
def test_the_first_thing_an_edit_touched_is_named(before, after, path):
    assert edited_path(before, after) == path
