import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from app.documents.numbers import Figures, conventions_for, document_locale

LOCALES = (
    "en_GB",
    "en_US",
    "en_IN",
    "fr_FR",
    "fr_CH",
    "fr_CA",
    "de_DE",
    "de_AT",
    "de_CH",
    "es_ES",
    "es_MX",
    "it_IT",
    "it_CH",
    "nl_NL",
    "nl_BE",
    "pt_PT",
    "pt_BR",
)
AMOUNTS = st.decimals(min_value=-(10**17), max_value=10**17, places=2, allow_nan=False)


def _like_ours(text: str) -> str:
    return text.replace("-", "−")


def _without_spaces(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) != "Zs")


@given(st.sampled_from(LOCALES), AMOUNTS)
def test_amounts_are_written_as_babel_writes_them(locale: str, amount: Decimal) -> None:
    figures = Figures(conventions_for(locale), "EUR", 2)
    expected = _like_ours(format_decimal(amount, "#,##0.00", locale=locale))
    if locale != "en_IN":
        assert figures.amount(amount) == expected
    assert _without_spaces(figures.money(amount)) == _without_spaces(
        _like_ours(format_currency(amount, "EUR", locale=locale))
    )


@given(
    st.sampled_from(LOCALES), st.decimals(min_value=-(10**12), max_value=10**12, places=6, allow_nan=False)
)
def test_quantities_are_written_as_babel_writes_them(locale: str, quantity: Decimal) -> None:
    figures = Figures(conventions_for(locale), "EUR", 2)
    pattern = "#,##,##0.######" if locale == "en_IN" else "#,##0.######"
    assert figures.quantity(quantity) == _like_ours(format_decimal(quantity, pattern, locale=locale))


@given(st.sampled_from(LOCALES), st.decimals(min_value=-999, max_value=999, places=3, allow_nan=False))
def test_percents_are_written_as_babel_writes_them(locale: str, points: Decimal) -> None:
    figures = Figures(conventions_for(locale), "EUR", 2)
    pattern = {"en": "#,##0.#####%"}.get(locale[:2])
    expected = format_percent(points / 100, pattern, locale=locale, decimal_quantization=False)
    assert figures.percent(points) == _like_ours(expected)


@pytest.mark.parametrize(
    ("locale", "currency", "decimals", "value", "printed"),
    [
        ("fr_FR", "EUR", 2, "-1234.5", "−1\u202f234,50\u00a0€"),
        ("en_GB", "GBP", 2, "1234.5", "£1,234.50"),
        ("en_GB", "CHF", 2, "1234.5", "CHF\u00a01,234.50"),
        ("de_DE", "JPY", 0, "1234", "1.234\u00a0¥"),
        ("nl_NL", "EUR", 2, "-2", "€\u00a0−2,00"),
        ("en_GB", "KWD", 3, "1234.567", "KWD\u00a01,234.567"),
        ("en_GB", "BTC", 8, "0.00012", "BTC\u00a00.00012000"),
        ("en_IN", "INR", 2, "12345678.9", "₹1,23,45,678.90"),
    ],
)
def test_money_has_the_decimals_of_the_document_and_its_symbol_on_the_right_side(
    locale: str, currency: str, decimals: int, value: str, printed: str
) -> None:
    assert Figures(conventions_for(locale), currency, decimals).money(Decimal(value)) == printed


@pytest.mark.parametrize(
    ("decimals", "value", "printed"),
    [
        (2, "12", "12.00"),
        (2, "12.5", "12.50"),
        (2, "0.00012345", "0.00012345"),
        (0, "4.5", "4.5"),
        (0, "8", "8"),
        (3, "1234.5", "1,234.500"),
        (8, "0.00000001", "0.00000001"),
        (2, "1E+3", "1,000.00"),
    ],
)
def test_unit_prices_keep_every_decimal_they_have(decimals: int, value: str, printed: str) -> None:
    assert Figures(conventions_for("en_GB"), "EUR", decimals).price(Decimal(value)) == printed


def test_quantities_lose_the_zeros_at_their_end_only() -> None:
    figures = Figures(conventions_for("en_GB"), "EUR", 2)
    assert [figures.quantity(Decimal(v)) for v in ("2.500", "100", "1E+2", "0.000", "-3.0")] == [
        "2.5",
        "100",
        "100",
        "0",
        "−3",
    ]


@pytest.mark.parametrize(
    ("language", "country", "locale"),
    [
        ("fr", "CH", "fr_CH"),
        ("en", "", "en_GB"),
        ("de", "XX", "de_DE"),
        ("nl", "BE", "nl_BE"),
        ("pt", "BR", "pt_BR"),
    ],
)
def test_the_region_is_the_sellers_country_where_the_language_is_written_there(
    language: str, country: str, locale: str
) -> None:
    assert document_locale(language, country) == locale  # type: ignore[arg-type]


def test_days_and_periods_are_in_words() -> None:
    french = conventions_for("fr_FR")
    assert french.long_date(date(2026, 11, 21)) == "21 novembre 2026"
    assert conventions_for("en_GB").period(date(2026, 11, 1), date(2026, 11, 15)) == "1–15 Nov 2026"
