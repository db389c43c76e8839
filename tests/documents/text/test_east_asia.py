"""Chinese, Japanese and Korean, with the faces that FACTOTUM_FONT_DIRS names."""

import pytest

from app.documents.text import FontFaces, TextStyle, Typesetter
from tests.documents.text.printing import STYLE, copied, printed, without_space

SAMPLES = {
    "zh": "发票 编号 2026-014 合计：1 234,56 €",
    "ja": "請求書 番号 カタカナ ひらがな「税込」",
    "ko": "세금 계산서 합계 금액",
}


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("lang", SAMPLES)
def test_east_asian_text_is_printed_and_copied_exactly(faces: FontFaces, lang: str, weight: str) -> None:
    style = TextStyle(12, "bold" if weight == "bold" else "regular")
    line = Typesetter(faces, lang).line(SAMPLES[lang], style)
    assert faces.missing(SAMPLES[lang]) == ""
    assert line.text == SAMPLES[lang]
    assert copied(printed(faces, [line], style)) == [SAMPLES[lang]]


def test_the_language_chooses_between_faces_that_all_have_a_character(faces: FontFaces) -> None:
    names = {lang: Typesetter(faces, lang).line("直", STYLE).runs[0].face.name for lang in SAMPLES}
    assert [("SC", "JP", "KR")[index] in name for index, name in enumerate(names.values())] == [True] * 3
    assert Typesetter(faces).line("直", STYLE).runs[0].face.name == names["zh"]


def test_a_bold_text_takes_a_bold_face(faces: FontFaces) -> None:
    [run] = Typesetter(faces).line("合计", TextStyle(12, "bold")).runs
    assert run.face.weight_class == 700


def test_a_rare_character_beyond_the_basic_plane_is_copied(faces: FontFaces) -> None:
    line = Typesetter(faces, "ja").line("\U00020bb7野家", STYLE)
    assert copied(printed(faces, [line])) == ["\U00020bb7野家"]


def test_chinese_breaks_between_characters_but_not_before_a_comma(typesetter: Typesetter) -> None:
    text = "合计金额，人民币"
    lines = [line.text for line in typesetter.wrap(text, STYLE, typesetter.width_pt("合计金额", STYLE))]
    assert without_space(lines) == text
    assert lines[0] == "合计金"
    assert len(lines) == 3


def test_japanese_small_letters_do_not_begin_a_line(typesetter: Typesetter) -> None:
    width_pt = typesetter.width_pt("チケ", STYLE)
    assert [line.text for line in typesetter.wrap("チケット", STYLE, width_pt)] == ["チ", "ケッ", "ト"]
