"""Breaking texts into lines."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.text import TextStyle, Typesetter
from app.documents.text.clusters import cluster_starts
from tests.documents.text.printing import without_space

STYLE = TextStyle(10)
ALPHABET = "abc éß ÄŁ,-–()1 2 жλ " + "אב ג" + "عرب لا " + "ที่ น้ำ" + "क्षि र्क " + "\u0301\u200d\n"


def texts_of(typesetter: Typesetter, text: str, width_pt: float) -> list[str]:
    return [line.text for line in typesetter.wrap(text, STYLE, width_pt)]


def test_lines_end_at_spaces_and_lose_them(typesetter: Typesetter) -> None:
    assert texts_of(typesetter, "one two three", typesetter.width_pt("one two", STYLE)) == [
        "one two",
        "three",
    ]


def test_a_line_end_in_the_text_ends_a_line(typesetter: Typesetter) -> None:
    assert texts_of(typesetter, "a\n\nb\r\nc", 100) == ["a", "", "b", "c"]


def test_an_empty_text_is_one_empty_line(typesetter: Typesetter) -> None:
    assert texts_of(typesetter, "", 100) == [""]


def test_a_word_may_be_parted_after_its_hyphen(typesetter: Typesetter) -> None:
    assert texts_of(typesetter, "sous-traitance", typesetter.width_pt("traitance", STYLE)) == [
        "sous-",
        "traitance",
    ]


def test_a_negative_number_keeps_its_sign(typesetter: Typesetter) -> None:
    assert texts_of(typesetter, "avoir -120,00", typesetter.width_pt("avoir -12", STYLE)) == [
        "avoir",
        "-120,00",
    ]


def test_an_amount_keeps_its_no_break_spaces(typesetter: Typesetter) -> None:
    amount = "1\u202f234,56\xa0€"
    assert texts_of(typesetter, f"total {amount}", typesetter.width_pt(amount, STYLE)) == ["total", amount]


def test_a_soft_hyphen_shows_only_where_a_line_ends(typesetter: Typesetter) -> None:
    assert texts_of(typesetter, "presta\xadtion", 200) == ["prestation"]
    assert texts_of(typesetter, "presta\xadtion", typesetter.width_pt("presta-", STYLE)) == [
        "presta\xad",
        "tion",
    ]


def test_a_long_word_is_cut_only_where_it_must_be(typesetter: Typesetter) -> None:
    width_pt = typesetter.width_pt("aaaa", STYLE)
    assert texts_of(typesetter, "bb " + "a" * 10, width_pt) == ["bb", "aaaa", "aaaa", "aa"]


def test_the_base_direction_can_be_forced(typesetter: Typesetter) -> None:
    [line] = typesetter.wrap("abc 12", STYLE, 100, base_rtl=True)
    assert line.rtl
    assert not typesetter.wrap("שלום", STYLE, 100, base_rtl=False)[0].rtl


def test_a_right_to_left_paragraph_keeps_its_direction_on_every_line(typesetter: Typesetter) -> None:
    lines = typesetter.wrap("שלום abc def ghi jkl", STYLE, typesetter.width_pt("שלום abc", STYLE))
    assert len(lines) > 1
    assert all(line.rtl for line in lines)


def test_a_hundred_thousand_characters_wrap_in_well_under_a_second(typesetter: Typesetter) -> None:
    words = " ".join(f"prestation{number}" for number in range(7000))[:100_000]
    started = time.process_time()
    lines = typesetter.wrap(words, STYLE, 300)
    word = typesetter.wrap("x" * 100_000, STYLE, 300)
    assert time.process_time() - started < 1
    assert len(lines) > 500
    assert without_space(line.text for line in word) == "x" * 100_000


@settings(max_examples=120, deadline=None)
@given(st.text(ALPHABET, max_size=60), st.floats(5, 120))
def test_wrapping_loses_no_text(typesetter: Typesetter, text: str, width_pt: float) -> None:
    lines = typesetter.wrap(text, STYLE, width_pt)
    assert without_space(line.text for line in lines) == without_space([typesetter.line(text, STYLE).text])


@settings(max_examples=120, deadline=None)
@given(st.text(ALPHABET, max_size=60), st.floats(5, 120))
def test_every_line_fits_unless_it_is_one_cluster(typesetter: Typesetter, text: str, width_pt: float) -> None:
    for line in typesetter.wrap(text, STYLE, width_pt):
        assert line.width_pt <= width_pt + 0.001 or len(cluster_starts(line.text)) == 1


@settings(max_examples=120, deadline=None)
@given(st.text(ALPHABET, max_size=60), st.floats(5, 120))
def test_no_line_begins_inside_a_cluster(typesetter: Typesetter, text: str, width_pt: float) -> None:
    for paragraph in text.split("\n"):
        whole = typesetter.line(paragraph, STYLE).text
        starts = set(cluster_starts(whole))
        position = 0
        for line in typesetter.wrap(paragraph, STYLE, width_pt):
            if line.text.strip():
                position = whole.index(line.text.rstrip(" "), position)
                assert position in starts
                position += len(line.text.rstrip(" "))
