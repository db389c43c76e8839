"""Patterns of numbers: what they give, and which ones would give a number twice."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from app.services.contacts import Profile, Series
from app.store.numbering import BadPattern, Reset, check_pattern, counter_in, number_of, period_of

MAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("F{year}-{counter:04}", "F2026-0042"),
        ("{yy}{month:02}/{counter}", "2605/42"),
        ("{counter:6}", "000042"),
        ("Fact. n° {counter}", "Fact. n° 42"),
        ("{year}{month}{counter:02}", "20260542"),
    ],
)
def test_a_pattern_gives_a_number_and_the_number_its_counter(pattern: str, number: str) -> None:
    assert number_of(pattern, 42, MAY) == number
    assert counter_in(pattern, number, MAY) == 42


@pytest.mark.parametrize(
    "number", ["F2025-0042", "F2026-42", "F2026-00042", "X", "F2026-", "F2026-٤٢٠٠", "F2026-0042B"]
)
def test_a_number_of_another_kind_has_no_counter_here(number: str) -> None:
    assert counter_in("F{year}-{counter:04}", number, MAY) is None


def test_a_counter_wider_than_its_place_is_still_read() -> None:
    assert counter_in("F{year}-{counter:04}", number_of("F{year}-{counter:04}", 12_345, MAY), MAY) == 12_345


@pytest.mark.parametrize(
    ("pattern", "reset", "words"),
    [
        ("F{year}", "year", "exactly once"),
        ("{counter}{counter}", "never", "exactly once"),
        ("F{counter}", "year", "needs {year}"),
        ("F{year}-{counter}", "month", "needs {month}"),
        ("F{customer}-{counter}", "never", "only {year}"),
        ("F{counter:04", "never", "only {year}"),
        ("F{counter.__class__}", "never", "only {year}"),
        ("F\n{counter}", "never", "control character"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused(pattern: str, reset: Reset, words: str) -> None:
    with pytest.raises(BadPattern) as told:
        check_pattern(pattern, reset)
    assert words in str(told.value)
    with pytest.raises(ValidationError, match="1 validation error"):
        Series.model_validate({"pattern": pattern, "reset": reset})


def test_periods_follow_the_reset() -> None:
    assert [period_of(reset, MAY) for reset in ("year", "month", "never")] == ["2026", "2026-05", ""]


def test_two_series_of_one_name_and_kind_are_refused() -> None:
    with pytest.raises(ValidationError, match="same id"):
        Profile(series=(Series(), Series(pattern="G{year}-{counter}")))
