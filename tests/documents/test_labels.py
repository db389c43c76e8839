import re
from decimal import Decimal
from typing import get_args

import pytest

from app.documents.labels import LABELS, SYMBOLS, UNITS, Labels
from app.documents.text import FontFaces, TextStyle, Typesetter
from app.domain.draft import DocumentLanguage

LANGUAGES = get_args(DocumentLanguage)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_label(language: DocumentLanguage) -> None:
    assert set(LABELS[language]) == set(LABELS["en"])
    assert set(UNITS[language]) == set(UNITS["en"])
    assert all(text.strip() for text in LABELS[language].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_have_the_same_places_for_values_in_every_language(language: DocumentLanguage) -> None:
    for name, text in LABELS[language].items():
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", LABELS["en"][name])), name


def test_no_unit_is_both_a_word_and_a_symbol() -> None:
    assert not set(UNITS["en"]) & set(SYMBOLS)


@pytest.mark.parametrize(
    ("language", "code", "quantity", "printed"),
    [
        ("en", "DAY", "1", "day"),
        ("en", "DAY", "1.5", "days"),
        ("en", "DAY", "0", "days"),
        ("fr", "PR", "1.5", "paire"),
        ("fr", "PR", "2", "paires"),
        ("de", "MON", "-1", "Monat"),
        ("nl", "KGM", "3", "kg"),
        ("it", "barrels of oil", "3", "barrels of oil"),
        ("es", "", "3", ""),
    ],
)
def test_units_agree_with_their_quantity(
    language: DocumentLanguage, code: str, quantity: str, printed: str
) -> None:
    assert Labels(language).unit(code, Decimal(quantity)) == printed


def test_a_replaced_label_is_printed_in_its_place() -> None:
    labels = Labels("en", {"to_pay": "Balance", "vat_on": "GST {rate}"})
    assert labels["to_pay"] == "Balance"
    assert labels.fill("vat_on", rate="5%", basis="1.00") == "GST 5%"


def test_a_replaced_label_can_ask_for_nothing_but_its_values() -> None:
    labels = Labels("en", {"vat_on": "{rate.__class__} {0} {rate:>99999999} {other} {"})
    assert labels.fill("vat_on", rate="5%") == "{rate.__class__} {0} {rate:>99999999} {other} {"


def test_a_value_is_never_taken_for_a_place() -> None:
    assert Labels("en").fill("with_reason", label="{reason}", reason="x") == "{reason} (x)"


def test_french_keeps_the_space_before_high_punctuation_on_the_line() -> None:
    assert [text for text in LABELS["fr"].values() if re.search(r" [:;?!%€]", text)] == []
    assert Labels("fr").fill("with_amount", label="Remise", amount="−1,00") == "Remise\u00a0: −1,00"


def test_values_in_another_direction_leave_the_label_as_it_is() -> None:
    setter = Typesetter(FontFaces())
    line = setter.line(Labels("en").fill("with_amount", label="הנחה", amount="−5.00"), TextStyle(9))
    assert line.text == "הנחה: −5.00"
    assert not line.rtl
    assert "".join(run.text for run in line.runs) == line.text
