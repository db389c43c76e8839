"""Lines and their widths."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.text import FontFaces, TextStyle, Typesetter

STYLE = TextStyle(10)


def test_width_grows_with_the_type_size(typesetter: Typesetter) -> None:
    assert typesetter.width_pt("Facture", TextStyle(20)) == pytest.approx(
        2 * typesetter.width_pt("Facture", TextStyle(10))
    )


def test_bold_is_wider_than_regular(typesetter: Typesetter) -> None:
    assert typesetter.width_pt("Facture", TextStyle(10, "bold")) > typesetter.width_pt("Facture", STYLE)


def test_line_ends_and_tabs_become_spaces(typesetter: Typesetter) -> None:
    assert typesetter.line("a\tb\nc\r\nd\u2028e", STYLE).text == "a b c d e"


def test_control_characters_and_soft_hyphens_vanish(typesetter: Typesetter) -> None:
    assert typesetter.line("a\x00b\x07c\x7fd\xade\ufefff\u200bg", STYLE).text == "abcdefg"


def test_a_lone_surrogate_is_printed_as_a_replacement(typesetter: Typesetter) -> None:
    assert typesetter.line("a\ud800b", STYLE).text == "a\ufffdb"


def test_what_no_face_has_is_printed_as_a_replacement() -> None:
    assert Typesetter(FontFaces()).line("total 中\U0001f600!", STYLE).text == "total \ufffd\ufffd!"


def test_arabic_letters_join(typesetter: Typesetter) -> None:
    letters = sum(typesetter.width_pt(letter, STYLE) for letter in "سلام")
    assert typesetter.width_pt("سلام", STYLE) < 0.9 * letters


def test_numbers_in_arabic_stay_left_to_right(typesetter: Typesetter) -> None:
    line = typesetter.line("رقم 123", STYLE)
    assert line.rtl
    assert [run.text for run in line.runs if not run.rtl] == ["123"]
    assert line.runs[0].text == "123"


def test_a_bracket_in_hebrew_is_mirrored(typesetter: Typesetter) -> None:
    line = typesetter.line("(א)", STYLE)
    face = line.runs[0].face
    drawn = [glyph.number for run in line.runs for glyph in run.glyphs]
    assert drawn == [face.glyph("("), face.glyph("א"), face.glyph(")")]
    assert line.text == "(א)"


def test_the_minus_sign_comes_from_the_first_face(typesetter: Typesetter) -> None:
    [run] = typesetter.line("\u22121,50", STYLE).runs
    assert run.face.name == "FiraGO-Regular"


def test_an_empty_text_is_an_empty_line(typesetter: Typesetter) -> None:
    line = typesetter.line("", STYLE)
    assert (line.text, line.width_pt, line.runs) == ("", 0.0, ())


def test_ascent_and_descent_are_positive_and_scale(typesetter: Typesetter) -> None:
    assert 0 < typesetter.descent_pt(STYLE) < typesetter.ascent_pt(STYLE) < 2 * STYLE.size_pt
    assert typesetter.ascent_pt(TextStyle(20)) == pytest.approx(2 * typesetter.ascent_pt(STYLE))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_becomes_a_line_as_wide_as_its_runs(typesetter: Typesetter, text: str) -> None:
    line = typesetter.line(text, STYLE)
    assert line.width_pt == pytest.approx(sum(run.width for run in line.runs) * STYLE.size_pt / 1000)
    assert not any(glyph.number == 0 for run in line.runs for glyph in run.glyphs)
    assert typesetter.width_pt(text, STYLE) == line.width_pt
