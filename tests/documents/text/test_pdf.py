"""The PDF itself: embedded fonts only, the same bytes for the same input, marks in balance."""

import hashlib
import io
import os
import re
import subprocess
import sys

import pytest
from reportlab import rl_config

from app.documents.text import FontFaces, PdfFonts, TextStyle, Typesetter, new_canvas
from tests.documents.text.printing import A4_PT, STYLE, content, copied, picture, printed, streams

TEXTS = ("Facture n° 12", "1\u202f234,56 €", "5 ₸", "\u2212120", "مرحبا", "हिन्दी", "ไทย", "q\u0308")
BASE_14 = re.compile(rb"/(Helvetica|Times|Courier|Symbol|ZapfDingbats)")


@pytest.fixture
def page(faces: FontFaces, typesetter: Typesetter) -> bytes:
    return printed(faces, [typesetter.line(text, STYLE) for text in TEXTS])


def test_only_embedded_fonts_are_named(page: bytes) -> None:
    assert not BASE_14.search(page)
    assert page.count(b"/Subtype /Type0") == page.count(b"/FontFile2") == page.count(b"/ToUnicode") == 2
    assert all(re.fullmatch(rb"[A-Z]{6}\+[\w-]+", name) for name in re.findall(rb"/BaseFont /(\S+)", page))


def test_no_code_leads_to_the_empty_box(page: bytes) -> None:
    widths = [set(re.findall(rb"(\d+)\[", array)) for array in re.findall(rb"/W \[(.*?)\] /CID", page)]
    assert all(widths)
    for data in streams(page):
        if data[:2] == b"\x00\x00" and len(data) % 2 == 0 and len(data) < 30_000:
            codes = [start for start in range(2, len(data), 2) if data[start : start + 2] != b"\x00\x00"]
            assert codes


def test_the_file_is_a_pdf_1_7_with_language_and_title(page: bytes) -> None:
    assert page.startswith(b"%PDF-1.7")
    assert b"/Lang (en)" in page
    assert b"/Title (Test)" in page


def test_an_empty_page_names_no_font_either() -> None:
    stream = io.BytesIO()
    canvas = new_canvas(stream, A4_PT, title="", lang="fr-FR")
    canvas.showPage()
    canvas.save()
    assert b"/Type /Font" not in stream.getvalue()
    assert not BASE_14.search(stream.getvalue())


def test_drawing_text_past_the_ink_is_an_error() -> None:
    with pytest.raises(KeyError):
        new_canvas(io.BytesIO(), A4_PT, title="").drawString(0, 0, "Helvetica")


def test_cmyk_colours_are_refused_and_cmyk_black_becomes_rgb() -> None:
    stream = io.BytesIO()
    canvas = new_canvas(stream, A4_PT, title="")
    with pytest.raises(ValueError, match="RGB"):
        canvas.setFillColorCMYK(0, 1, 1, 0)
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.rect(10, 10, 10, 10, fill=1)
    canvas.showPage()
    canvas.save()
    [page] = [data for data in streams(stream.getvalue()) if b" re" in data]
    assert not re.search(rb" [kK]\s", page)


def test_no_setting_of_reportlab_is_changed(faces: FontFaces, typesetter: Typesetter) -> None:
    before = dict(vars(rl_config))
    printed(faces, [typesetter.line("a", STYLE)])
    assert {name: value for name, value in vars(rl_config).items() if before.get(name) != value} == {}


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    program = (
        "import sys, hashlib\n"
        "from app.documents.text import FontFaces, Typesetter\n"
        "from tests.documents.text.printing import STYLE, printed\n"
        "from tests.documents.text.test_pdf import TEXTS\n"
        "faces = FontFaces()\n"
        "lines = [Typesetter(faces).line(text, STYLE) for text in TEXTS]\n"
        "sys.stdout.write(hashlib.sha256(printed(faces, lines)).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    faces = FontFaces()
    here = printed(faces, [Typesetter(faces).line(text, STYLE) for text in TEXTS])
    assert digests == {hashlib.sha256(here).hexdigest()}


def test_what_was_drawn_before_leaves_no_trace_in_a_new_document(
    faces: FontFaces, typesetter: Typesetter
) -> None:
    fonts = PdfFonts(faces)
    first = printed(faces, [typesetter.line("abc", STYLE)], fonts=fonts)
    printed(faces, [typesetter.line("xyz", STYLE)], fonts=fonts)
    assert printed(faces, [typesetter.line("abc", STYLE)], fonts=fonts) == first


def test_kept_subsets_embed_the_same_program_until_a_new_glyph_comes(
    faces: FontFaces, typesetter: Typesetter
) -> None:
    fonts = PdfFonts(faces, keep_subsets=True)

    def programs(text: str) -> set[bytes]:
        pdf = printed(faces, [typesetter.line(text, STYLE)], fonts=fonts)
        assert copied(pdf) == [text]
        return set(re.findall(rb"/FontName /(\S+)", pdf))

    first = programs("abcd 12")
    assert programs("dcba 21") == first
    assert programs("abcd 123") != first


def test_a_kept_subset_looks_like_a_fresh_one(faces: FontFaces, typesetter: Typesetter) -> None:
    fonts = PdfFonts(faces, keep_subsets=True)
    lines = [typesetter.line(text, STYLE) for text in TEXTS]
    printed(faces, [typesetter.line("सब कुछ अलग مختلف", STYLE)], fonts=fonts)
    assert picture(printed(faces, lines, fonts=fonts)) == picture(printed(faces, lines))


def test_the_texts_of_a_page_share_one_text_object(page: bytes) -> None:
    operators = content(page).split("\n")
    assert sum(line.endswith("BT") for line in operators) == 1
    assert sum(line.endswith(" Tf") for line in operators) == 3
    assert sum(line.endswith(" rg") for line in operators) == 1


def test_alignment_places_the_right_end_or_the_middle(faces: FontFaces, typesetter: Typesetter) -> None:
    line = typesetter.line("mmm", STYLE)
    stream = io.BytesIO()
    canvas = new_canvas(stream, A4_PT, title="")
    ink = PdfFonts(faces).begin(canvas)
    ink.text(line, 200, 10, STYLE, "right")
    ink.text(line, 200, 20, STYLE, "centre")
    ink.end()
    canvas.showPage()
    canvas.save()
    starts = re.findall(r"1 0 0 1 (\S+) \S+ Tm", content(stream.getvalue()))
    assert [float(start) for start in starts] == pytest.approx(
        [200 - line.width_pt, 200 - line.width_pt / 2], abs=0.01
    )


def test_marks_stand_in_the_text_object_around_their_texts(faces: FontFaces, typesetter: Typesetter) -> None:
    stream = io.BytesIO()
    canvas = new_canvas(stream, A4_PT, title="")
    ink = PdfFonts(faces).begin(canvas)
    ink.mark("P", 0)
    ink.text(typesetter.line("one", STYLE), 10, 10, STYLE)
    ink.text(typesetter.line("ไทย ที่", STYLE), 10, 30, STYLE)
    ink.unmark()
    ink.mark("Artifact", None)
    ink.text(typesetter.line("two", STYLE), 10, 50, STYLE)
    ink.unmark()
    ink.end()
    canvas.showPage()
    canvas.save()
    found = re.findall(r"BT|ET|Tj|TJ|BDC|BMC|EMC|/P <</MCID 0>>|/Span|/Artifact", content(stream.getvalue()))
    order = " ".join(found)
    assert order.startswith("BT /P <</MCID 0>> BDC Tj /Span BDC ")
    assert order.endswith(" EMC EMC /Artifact BMC Tj EMC ET")


def test_marks_out_of_balance_are_errors(faces: FontFaces) -> None:
    ink = PdfFonts(faces).begin(new_canvas(io.BytesIO(), A4_PT, title=""))
    with pytest.raises(ValueError, match="without mark"):
        ink.unmark()
    ink.mark("P", 1)
    with pytest.raises(ValueError, match="still open"):
        ink.end()


def test_colours_are_rgb_and_do_not_leak_out_of_the_text(faces: FontFaces, typesetter: Typesetter) -> None:
    operators = content(printed(faces, [typesetter.line("a", STYLE)], TextStyle(12, colour="#FF8000")))
    assert "1 0.502 0 rg" in operators
    assert operators.index("q BT") < operators.index(" rg") < operators.index("ET Q")


@pytest.mark.parametrize("text", ["(", ")", "\\", "č\u0d0d", "\u0a28\u0d29", "ੜ\u5c5c"])
def test_codes_that_look_like_string_delimiters_survive(
    faces: FontFaces, typesetter: Typesetter, text: str
) -> None:
    line = typesetter.line(f"a{text}b", STYLE)
    assert copied(printed(faces, [line])) == [line.text]


def test_arabic_begins_at_the_right(faces: FontFaces, typesetter: Typesetter) -> None:
    page = picture(printed(faces, [typesetter.line("سسس" + 20 * "\xa0" + ".", STYLE)]))
    ink = page.point(lambda grey: 255 * (grey < 128))
    left, _, right, _ = ink.getbbox()
    middle = (left + right) // 2
    dot = ink.crop((0, 0, middle, ink.height)).getbbox()
    letters = ink.crop((middle, 0, ink.width, ink.height)).getbbox()
    assert dot[3] - dot[1] < letters[3] - letters[1]
