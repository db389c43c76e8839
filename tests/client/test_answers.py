"""Untrusted answers are read with the type they must have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.client import answers
from app.client.errors import Unexpected

BODY = {
    "id": 42,
    "code": "x1",
    "total": "120.50",
    "rate": Decimal("5.5"),
    "date": "2026-11-22T10:00:00Z",
    "open": True,
    "nothing": None,
    "lines": [{"id": "7"}],
}


def test_an_id_may_come_as_a_number_or_as_text() -> None:
    assert answers.identifier(BODY, "id") == "42"
    assert answers.identifier(BODY, "lines", 0, "id") == "7"


def test_an_amount_may_come_as_text_or_as_a_number_and_null_is_none() -> None:
    assert answers.decimal(BODY, "total") == Decimal("120.50")
    assert answers.decimal(BODY, "rate") == Decimal("5.5")
    assert answers.decimal(BODY, "nothing") is None
    assert answers.decimal(BODY, "not", "there") is None


def test_a_date_may_carry_a_time() -> None:
    assert answers.day(BODY, "date") == date(2026, 11, 22)


@pytest.mark.parametrize("wrong", [{}, [], True, "many", "NaN", "Infinity", "1e99"])
def test_what_is_no_number_is_refused_with_the_member_named(wrong: object) -> None:
    with pytest.raises(Unexpected) as caught:
        answers.decimal({"a": {"total": wrong}}, "a", "total")
    assert caught.value.code == "answer_wrong_type"
    assert caught.value.params["member"] == "a.total"


@pytest.mark.parametrize("wrong", [None, "", " ", {}, True, "x" * 256])
def test_an_id_that_is_none_is_refused(wrong: object) -> None:
    with pytest.raises(Unexpected):
        answers.identifier({"id": wrong}, "id")


def test_an_object_and_a_list_are_not_taken_for_each_other() -> None:
    with pytest.raises(Unexpected):
        answers.members([])
    with pytest.raises(Unexpected):
        answers.items({})
    with pytest.raises(Unexpected):
        answers.flag({"paid": "true"}, "paid")
    with pytest.raises(Unexpected):
        answers.day({"date": "tomorrow"}, "date")
