from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from time import process_time
from typing import get_args

import pypdfium2
import pytest
from PIL import Image

from app.documents import LivePaper, Spot, render_pdf, unprintable
from app.documents.text import FontFaces, TextStyle, Typesetter
from app.documents.view.said import joined
from app.domain.draft import DocumentLanguage, Draft, Paper
from app.domain.parties import Address, Party
from app.domain.rows import Section
from app.domain.totals import compute
from tests.documents.papers import everything, invoice, line, long_invoice, pixels, text_of
from tests.documents.test_logo import data_uri

A4_PT = (595.28, 841.89)
MM = 72 / 25.4


def printed(draft: Draft, stage: str = "issued") -> bytes:
    return render_pdf(draft, compute(draft), stage=stage)  # type: ignore[arg-type]


def pages_of(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def spot(paper: LivePaper, path: str, page: int = 0) -> Spot:
    return next(each for each in paper.spots(page) if each.path == path)


def live(draft: Draft) -> LivePaper:
    paper = LivePaper()
    paper.update(draft, compute(draft), "issued")
    return paper


@pytest.mark.parametrize("language", get_args(DocumentLanguage))
def test_a_document_is_printed_in_every_language(language: DocumentLanguage) -> None:
    text = text_of(printed(everything().edited(language=language, title="")))
    assert "Seller" in text
    assert "\ufffd" not in text


def test_the_same_input_gives_the_same_bytes_in_another_process_too() -> None:
    draft = long_invoice(40, paper=Paper(logo=data_uri(Image.new("RGBA", (30, 30), (9, 99, 9, 90)))))
    code = (
        "import sys, hashlib; from app.domain.draft import Draft; from app.domain.totals import compute;"
        "from app.documents import render_pdf; d = Draft.model_validate_json(sys.stdin.read());"
        "print(hashlib.sha256(render_pdf(d, compute(d))).hexdigest())"
    )
    from hashlib import sha256

    there = subprocess.run(
        [sys.executable, "-c", code],
        input=draft.model_dump_json(),
        capture_output=True,
        text=True,
        check=True,
    )
    pdf = render_pdf(draft, compute(draft))
    assert render_pdf(draft, compute(draft)) == pdf
    assert there.stdout.strip() == sha256(pdf).hexdigest()


@pytest.mark.parametrize("carried", [False, True])
def test_a_live_page_and_the_same_page_of_the_whole_pdf_show_the_same_pixels(carried: bool) -> None:
    draft = long_invoice(60, paper=Paper(carried_forward=carried, show_line_numbers=carried))
    paper = LivePaper()
    totals = compute(draft)
    for stage in ("draft", "issued"):
        state = paper.update(draft, totals, stage)  # type: ignore[arg-type]
        whole = render_pdf(draft, totals, stage=stage)  # type: ignore[arg-type]
        assert state.page_count == pages_of(whole) == 3
        for page in range(state.page_count):
            assert pixels(paper.page_pdf(page), 0) == pixels(whole, page)


def test_a_live_page_after_edits_is_the_page_of_a_fresh_start() -> None:
    draft = long_invoice(60)
    paper = LivePaper()
    totals = compute(draft)
    paper.update(draft, totals, "draft")
    for place, changes in (
        (5, {"label": "Ω new glyphs 日"}),
        (30, {"description": "More\n" * 9}),
        (7, {"unit_price": Decimal(10**9)}),
    ):
        rows = list(draft.rows)
        rows[place] = rows[place].model_copy(update=changes)
        draft = draft.edited(rows=tuple(rows))
        totals = compute(draft, totals)
        state = paper.update(draft, totals, "draft")
        whole = render_pdf(draft, totals)
        assert state.page_count == pages_of(whole)
        assert all(pixels(paper.page_pdf(i), 0) == pixels(whole, i) for i in range(state.page_count))
    paper.update(draft.edited(rows=draft.rows[:3]), compute(draft.edited(rows=draft.rows[:3])), "draft")
    assert "More" not in text_of(paper.page_pdf(0))


def test_the_head_of_the_table_is_repeated_and_pages_are_counted() -> None:
    pdf = printed(long_invoice(100))
    count = pages_of(pdf)
    for page in range(count - 1):
        text = text_of(pdf, page)
        assert "Unit price" in text
        assert f"{page + 1} / {count}" in text


def test_each_line_is_printed_once() -> None:
    text = text_of(printed(long_invoice(120)))
    assert [text.count(f"Service {i} ") for i in range(120)] == [1] * 120


def test_the_title_of_a_section_is_never_alone_at_the_foot_of_a_page() -> None:
    for before in range(20, 40):
        rows = [line(f"r{i}") for i in range(before)]
        paper = live(invoice(*rows, Section(id="s", title="Part"), line("after"), line("z")))
        assert paper.page_of("rows.s") == paper.page_of("rows.after")


def test_the_totals_are_never_alone_and_never_cut() -> None:
    for count in range(15, 60):
        paper = live(invoice(*(line(f"r{i}") for i in range(count))))
        last = paper.page_of(f"rows.r{count - 1}")
        assert last is not None
        assert any(each.path == "currency" for each in paper.spots(last))


def test_a_subtotal_stays_with_the_last_line_of_its_section() -> None:
    for count in range(20, 45):
        paper = live(invoice(Section(id="s", title="P"), *(line(f"r{i}") for i in range(count)), line("z")))
        assert paper.page_of("rows.z") == paper.page_of("rows.s.show_subtotal")


def test_hidden_lines_leave_the_title_and_the_sum_of_their_section() -> None:
    draft = invoice(
        Section(id="s", title="Package", show_lines=False),
        line("a", "Secret"),
        line("b", "Hidden"),
        Section(id="t", title="Open", show_prices=False, show_quantities=False),
        line("c", "Shown", unit_price=Decimal("77.77"), quantity=Decimal(3)),
    )
    text = text_of(printed(draft))
    assert "Secret" not in text
    assert "Hidden" not in text
    assert "1 · Package 200.00" in text
    assert "Shown" in text
    assert "77.77" not in text
    assert "233.31" in text


def test_running_sums_are_carried_from_page_to_page() -> None:
    draft = long_invoice(60, paper=Paper(carried_forward=True))
    pdf = printed(draft)
    first = text_of(pdf, 0)
    carried = first.split("Carried forward ")[1].split()[0]
    assert f"Brought forward {carried}" in text_of(pdf, 1)
    lines_there = sum(first.count(f"Service {i} ") for i in range(60))
    expected = sum(compute(draft).lines[i].net for i in range(lines_there))
    assert carried == f"{expected:,.2f}"
    assert "Carried forward" not in text_of(pdf, pages_of(pdf) - 1)


def test_a_document_without_lines_is_one_page_with_its_totals() -> None:
    pdf = printed(invoice())
    assert pages_of(pdf) == 1
    assert "To pay €0.00" in text_of(pdf)


def test_a_very_long_description_fills_pages_quickly_and_wholly() -> None:
    words = " ".join(f"word{i}" for i in range(12_000))
    draft = invoice(line("a", description=words), line("b", "The next"))
    totals = compute(draft)
    render_pdf(invoice(line("a")), totals)
    start = process_time()
    pdf = render_pdf(draft, totals, stage="issued")
    assert process_time() - start < 5
    text = text_of(pdf)
    assert all(f"word{i} " in text for i in range(0, 12_000, 499))
    assert "The next" in text_of(pdf, pages_of(pdf) - 1)
    assert pages_of(pdf) < 40


def test_control_characters_are_never_printed() -> None:
    dirty = "".join(map(chr, range(32))) + "clean\x7f\x85\u200b\u2028end"
    draft = invoice(line("a", dirty, description=dirty), subject=dirty, seller=Party(name=dirty), memo=dirty)
    text = text_of(printed(draft))
    assert "clean" in text
    assert "\ufffd" not in text
    assert all(char.isprintable() for char in text)
    assert unprintable(draft) == []


def test_colours_are_rgb() -> None:
    cmyk = data_uri(Image.new("CMYK", (40, 20), (0, 200, 0, 0)), "JPEG")
    pdf = printed(invoice(line("a"), paper=Paper(logo=cmyk)))
    assert b"DeviceRGB" in pdf
    assert b"CMYK" not in pdf


def test_the_logo_is_seen_and_a_broken_one_leaves_the_page_without_it() -> None:
    plain = invoice(line("a"))
    with_logo = plain.edited(paper=Paper(logo=data_uri(Image.new("RGB", (200, 60), "#FF00FF"))))
    broken = plain.edited(paper=Paper(logo="data:image/png;base64,AAAA"))
    magenta = bytes((255, 0, 255))
    assert magenta in pixels(printed(with_logo), 0)
    assert pixels(printed(broken), 0) == pixels(printed(plain), 0)
    assert spot(live(with_logo), "paper.logo").x0_pt == pytest.approx(18 * MM)


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("window", ["none", "left", "right"])
def test_nothing_stands_outside_the_margins(size: str, window: str) -> None:
    draft = everything().edited(
        paper=Paper(page_size=size, window_envelope=window, show_line_numbers=True)  # type: ignore[arg-type]
    )
    paper = LivePaper()
    state = paper.update(draft, compute(draft), "issued")
    for page in range(state.page_count):
        for each in paper.spots(page):
            assert 17 * MM <= each.x0_pt <= each.x1_pt <= state.width_pt - 17 * MM, each
            assert 0 < each.y0_pt <= each.y1_pt < state.height_pt, each


def test_the_address_stands_where_the_window_shows_it() -> None:
    address = Address(line1="48 avenue Foch", line2="Bât. C", postal_code="75116", city="Paris", country="FR")
    draft = invoice(line("a"), buyer=Party(name="Société Lumen SAS", addresses=(address,)))
    for window, (x0, y0, x1, y1) in {"left": (20, 62, 105, 90), "right": (110, 54, 190, 79)}.items():
        paper = live(draft.edited(paper=Paper(window_envelope=window)))  # type: ignore[arg-type]
        for path in ("buyer.name", "buyer.addresses"):
            for each in (s for s in paper.spots(0) if s.path == path):
                assert x0 * MM <= each.x0_pt <= each.x1_pt <= x1 * MM
                assert y0 * MM <= each.y0_pt <= each.y1_pt <= y1 * MM


def test_several_other_parties_stand_side_by_side_and_one_alone_beside_the_address() -> None:
    alone = live(invoice(line("a"), payee=Party(name="Factor")))
    assert spot(alone, "payee.name").y0_pt < spot(alone, "rows.a").y0_pt - 20 * MM
    several = live(invoice(line("a"), payee=Party(name="Factor"), tax_representative=Party(name="Agent")))
    payee, agent = spot(several, "payee.name"), spot(several, "tax_representative.name")
    assert payee.y0_pt == agent.y0_pt > spot(several, "buyer.name").y1_pt
    assert agent.x1_pt < payee.x0_pt


def test_figures_stand_in_columns_and_texts_do_not_run_into_them() -> None:
    draft = invoice(
        line(
            "a",
            "W" * 500,
            unit="a unit with a very long name that no column can hold",
            quantity=Decimal("123456.789"),
        ),
        line("b", unit_price=Decimal("0.00000001"), quantity=Decimal(10) ** 9),
        line("c", unit_price=Decimal(10**14), quantity=Decimal(10**3)),
    )
    paper = live(draft)
    for row in "abc":
        quantity, price = (spot(paper, f"rows.{row}.{name}") for name in ("quantity", "unit_price"))
        label = spot(paper, f"rows.{row}.label")
        assert label.x1_pt < quantity.x0_pt < quantity.x1_pt < price.x0_pt


def test_right_to_left_texts_stand_at_the_right_of_their_column() -> None:
    paper = live(invoice(line("a", "خدمات تصميم"), line("b", "Plain")))
    arabic, latin = spot(paper, "rows.a.label"), spot(paper, "rows.b.label")
    assert latin.x0_pt == pytest.approx(18 * MM)
    assert arabic.x0_pt > latin.x1_pt


def test_parts_of_one_line_stand_in_their_order_in_any_direction() -> None:
    addresses = (Address(line1="شارع الخليج 12", line2="Block 3", city="الكويت", country="KW"),)
    paper = live(invoice(line("a"), seller=Party(name="Kuwait Office", addresses=addresses)))
    street, block, town = (each for each in paper.spots(0) if each.path == "seller.addresses")
    assert street.y0_pt == block.y0_pt == town.y0_pt
    assert street.x1_pt < block.x0_pt < block.x1_pt < town.x0_pt
    set_town = Typesetter(FontFaces()).line(joined(("الكويت", "Kuwait"), ", "), TextStyle(9))
    assert [run.text for run in set_town.runs] == ["الكويت", ", Kuwait"]


def test_a_click_leads_to_the_field_and_the_field_to_its_page() -> None:
    draft = long_invoice(60)
    paper = live(draft)
    assert paper.page_of("rows.r59.unit_price") == 2
    assert paper.page_of("rows.r59.vat_code") == 2
    assert paper.page_of("rows.unknown.label") == paper.page_of("rows")
    assert paper.page_of("tags") is None
    row, cell = spot(paper, "rows.r0"), spot(paper, "rows.r0.unit_price")
    assert row.y0_pt <= cell.y0_pt < cell.y1_pt <= row.y1_pt
    paths = {each.path for each in paper.spots(0)}
    assert {"buyer.name", "seller.name", "issue_date", "number", "title", "rows.r0.description"} <= paths


def test_the_fields_of_a_row_that_is_cut_are_found_on_the_page_they_begin_on() -> None:
    paper = live(invoice(line("a", "Label\n" * 200, description="Description"), line("b")))
    first, second = (paper.page_of(f"rows.a.{name}") for name in ("label", "description"))
    assert first == 0
    assert second is not None
    assert second > 1
    assert any(each.path == "rows.a.description" for each in paper.spots(second))
    assert paper.page_of("rows.b.label") == second


def test_pages_that_are_not_there_are_refused() -> None:
    with pytest.raises(LookupError):
        LivePaper().page_pdf(0)
    with pytest.raises(IndexError):
        live(invoice()).page_pdf(1)


def test_characters_that_nothing_can_print_are_named_with_their_field() -> None:
    draft = invoice(line("a", "fine", description="x\U000f1234y"), subject="ok", tags=("\U000f1234",))
    assert unprintable(draft) == [("rows.a.description", "\U000f1234")]


def test_a_draft_is_marked_across_the_page_and_an_issued_document_is_not() -> None:
    draft = invoice(line("a"))
    assert text_of(printed(draft, "draft")).count("Draft") == 2
    assert "Draft" not in text_of(printed(draft))
    assert "F-7" not in text_of(printed(draft, "draft"))
