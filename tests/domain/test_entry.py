"""What people type into number and date fields, and what it means."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import EntryError, parse_date, parse_number

TODAY = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        (",5", "0.5"),
        ("5.", "5"),
        ("-3", "-3"),
        ("\u22123,25", "-3.25"),
        ("--3", "3"),
        ("1 234,56", "1234.56"),
        ("1\u00a0234,56", "1234.56"),
        ("1\u202f234\u202f567,8", "1234567.8"),
        ("1'234.56", "1234.56"),
        ("1’234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"),
        ("1,234", "1.234"),
        ("3*12,5", "37.5"),
        ("3x12.5", "37.5"),
        ("3 × 12.5", "37.5"),
        ("600+40", "640"),
        ("2*(3+4)", "14"),
        ("10-2-3", "5"),
        ("2+3*4", "14"),
        ("100/3", "33.333333333333"),
        ("(1/3)*3", "1"),
        ("7÷2", "3.5"),
        ("2*-3", "-6"),
        ("1:30", "1.5"),
        ("2*0:45", "1.5"),
        ("1:20", "1.333333333333"),
        ("1:00:36", "1.01"),
    ],
)
def test_numbers_and_sums_are_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


def test_the_mark_that_groups_in_the_readers_language_groups_three_digits() -> None:
    assert parse_number("1,234", group=",") == 1234
    assert parse_number("1,23", group=",") == Decimal("1.23")
    assert parse_number("0,125", group=",") == Decimal("0.125")
    assert parse_number("1.234", group=",") == Decimal("1.234")


def test_the_result_has_the_decimals_of_its_field() -> None:
    assert parse_number("2/3", decimals=6) == Decimal("0.666667")
    assert str(parse_number("-0,004", decimals=2)) == "0"
    assert str(parse_number("100,50")) == "100.5"
    assert str(parse_number("1 000")) == "1000"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  \u00a0", "empty"),
        ("1e400", "scientific"),
        ("1E5", "scientific"),
        ("1" * 201, "too_long"),
        ("9" * 41, "too_large"),
        ("*".join(["9999999999"] * 15), "too_large"),
        ("(" * 40 + "1" + ")" * 40, "too_deep"),
        ("-" * 60 + "1", "too_deep"),
        ("1/0", "division_by_zero"),
        ("1/(2-2)", "division_by_zero"),
        ("3*", "unfinished"),
        ("(3", "unfinished"),
        ("3)", "unreadable"),
        ("abc", "unreadable"),
        ("3 4", "unreadable"),
        ("1.2.3", "unreadable"),
        ("1,2,3.4", "unreadable"),
        ("12%", "unreadable"),
        ("1:75", "duration"),
        ("__import__('os')", "unreadable"),
        ("٣", "unreadable"),
        ("NaN", "unreadable"),
        ("²", "unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(text: str, code: str) -> None:
    with pytest.raises(EntryError) as caught:
        parse_number(text)
    assert caught.value.code == code


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=6, allow_nan=False))
def test_every_plain_number_comes_back_unchanged(value: Decimal) -> None:
    assert parse_number(format(value, "f")) == value
    assert parse_number(format(value, "f").replace(".", ",")) == value


@given(st.text(max_size=60))
def test_any_text_gives_a_number_or_an_entry_error(text: str) -> None:
    with suppress(EntryError):
        assert parse_number(text).is_finite()


@given(st.text(alphabet="0123456789.,:+-*/() '", max_size=40))
def test_any_sum_gives_a_number_or_an_entry_error(text: str) -> None:
    with suppress(EntryError):
        assert parse_number(text).is_finite()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("t", TODAY),
        ("+30", date(2026, 4, 14)),
        ("-3", date(2026, 3, 12)),
        ("\u22123", date(2026, 3, 12)),
        ("eom", date(2026, 3, 31)),
        ("4", date(2026, 3, 4)),
        ("404", date(2026, 4, 4)),
        ("0404", date(2026, 4, 4)),
        ("040427", date(2027, 4, 4)),
        ("04042027", date(2027, 4, 4)),
        ("20270404", date(2027, 4, 4)),
        ("12/3", date(2026, 3, 12)),
        ("12.3.2026", date(2026, 3, 12)),
        ("12.3.", date(2026, 3, 12)),
        ("12-3-27", date(2027, 3, 12)),
        ("2026-03-12", date(2026, 3, 12)),
        ("3/25", date(2026, 3, 25)),
        ("4 avril", date(2026, 4, 4)),
        ("1er août 2027", date(2027, 8, 1)),
        ("4 Apr 27", date(2027, 4, 4)),
    ],
)
def test_dates_are_read(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


def test_the_month_comes_first_where_asked() -> None:
    assert parse_date("12/3", TODAY, "mdy") == date(2026, 12, 3)
    assert parse_date("25/3", TODAY, "mdy") == date(2026, 3, 25)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("31/2", "date_impossible"),
        ("2026-13-01", "date_impossible"),
        ("99", "date_impossible"),
        ("soon", "date_unreadable"),
        ("4 foo", "date_unreadable"),
        ("٣", "date_unreadable"),
    ],
)
def test_what_is_no_date_is_refused_with_a_code(text: str, code: str) -> None:
    with pytest.raises(EntryError) as caught:
        parse_date(text, TODAY)
    assert caught.value.code == code


@given(st.text(max_size=30))
def test_any_text_gives_a_date_or_an_entry_error(text: str) -> None:
    with suppress(EntryError):
        assert parse_date(text, TODAY)
