"""What is copied out of the PDF is what went in."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from app.documents.text import FontFaces, TextStyle, Typesetter
from tests.documents.text.printing import copied, picture, printed

SAMPLES = {
    "french": "Facture n° 2026-014 — total à régler : 1 234,56 € (TVA 20 %) \\ œuvre",
    "german": "Größe, Fußgängerüberweg, Straße, ÄÖÜ äöü ß",
    "czech": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "greek": "Τιμολόγιο αριθμός Ωμέγα",
    "cyrillic": "Счёт-фактура № 12, Київ, ђурђевак",
    "georgian": "საქართველო ანგარიში",
    "hebrew": "חשבונית מס (2026) סך הכל 12,50 ₪",
    "arabic": "فاتورة ضريبية رقم 123 بمبلغ إجمالي لا غير",
    "arabic digits": "الفاتورة ١٢٣٤ ريال",
    "thai": "ใบแจ้งหนี้ น้ำ ที่อยู่ บริษัท",
    "devanagari": "हिन्दी में चालान क्षत्रिय र्कि विद्या",
    "hebrew in english": "Invoice for שלום עולם 2026",
    "arabic in english": "Total مرحبا بالعالم 12,50 EUR",
    "stacked marks": "x\u0323\u0302 and q\u0308 remain",
}
WORDS = {
    "latin": "facture Straße œuvre año coração één",
    "greek": "Τιμολόγιο ποσό φόρος ημερομηνία",
    "cyrillic": "счёт сумма налог ціна",
    "hebrew": "חשבונית סכום מס לקוח תאריך",
    "arabic": "فاتورة مبلغ ضريبة عميل تاريخ إجمالي",
    "thai": "ใบแจ้งหนี้ จำนวน ภาษี ลูกค้า วันที่",
    "devanagari": "चालान राशि कर ग्राहक दिनांक क्षेत्र",
}


@pytest.mark.parametrize("style", [TextStyle(12), TextStyle(12, "bold", italic=True)], ids=["plain", "bold"])
@pytest.mark.parametrize("language", SAMPLES)
def test_copied_text_is_the_text_that_was_printed(
    faces: FontFaces, typesetter: Typesetter, language: str, style: TextStyle
) -> None:
    line = typesetter.line(SAMPLES[language], style)
    assert line.text == SAMPLES[language]
    assert copied(printed(faces, [line], style)) == [SAMPLES[language]]


@pytest.mark.parametrize("script", WORDS)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_sentence_of_a_script_is_copied_exactly(
    faces: FontFaces, typesetter: Typesetter, script: str, data: st.DataObject
) -> None:
    words = st.sampled_from(WORDS[script].split())
    sentences = data.draw(
        st.lists(st.lists(words, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=8)
    )
    lines = [typesetter.line(sentence, TextStyle(11)) for sentence in sentences]
    assert copied(printed(faces, lines)) == sentences


@pytest.mark.parametrize(
    "text",
    ["שָׁלוֹם עוֹלָם", "מִסְפָּר 12", "مُحَمَّدٌ", "فَاتُورَة ضَرِيبِيَّة", "سَلَامٌ", "خَلَا لِي"],
)
def test_vocalised_letters_are_copied_with_their_marks_and_no_blanks(
    faces: FontFaces, typesetter: Typesetter, text: str
) -> None:
    line = typesetter.line(text, TextStyle(12))
    [found] = copied(printed(faces, [line]))
    # A reader may give the marks of one letter in another order that means the same.
    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", text)


def test_marks_are_drawn_where_the_face_puts_them(faces: FontFaces, typesetter: Typesetter) -> None:
    style = TextStyle(40)
    bare, marked = (printed(faces, [typesetter.line(text, style)], style) for text in ("שלום", "שָׁלוֹם"))
    ink = ImageChops.difference(picture(bare), picture(marked))
    box = ink.getbbox()
    assert box is not None
    letters = ImageChops.invert(picture(bare)).getbbox()
    assert letters is not None
    assert letters[0] - 2 <= box[0] < box[2] <= letters[2] + 2
    assert letters[1] - 30 < box[1] < letters[1] + 5
    assert letters[3] < box[3] < letters[3] + 40


def test_a_letter_and_its_mark_are_composed(faces: FontFaces, typesetter: Typesetter) -> None:
    line = typesetter.line("Cafe\u0301", TextStyle(12))
    assert line.text == "Café"
    assert copied(printed(faces, [line])) == ["Café"]


@pytest.mark.parametrize(("blank", "thousandths"), [("\u202f", 200), ("\u2009", 200), ("\u200a", 100)])
def test_a_blank_that_the_face_lacks_is_left_free_and_copied(
    faces: FontFaces, typesetter: Typesetter, blank: str, thousandths: int
) -> None:
    line = typesetter.line(f"1{blank}234", TextStyle(10))
    assert line.width_pt == pytest.approx(typesetter.width_pt("1234", TextStyle(10)) + thousandths / 100)
    pdf = printed(faces, [line])
    assert copied(pdf) == [f"1{blank}234"]
    assert b"NotoSans" not in pdf
