"""The reader on invoices it has never seen: most fields right, and none wrong that it calls sure."""

from __future__ import annotations

import pytest

from tests.intake.invented.judging import KEY_FIELDS, judged

SEEDS = range(70)
FRESH_SEEDS = range(300, 335)
LEAST_RIGHT = 0.9
"""Of the documents with the words it was made with; it does better, and is to stay above this."""


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_sure_is_right(seed: int) -> None:
    assert judged(seed).wrongly_sure == {}


@pytest.mark.parametrize("seed", FRESH_SEEDS)
def test_what_is_sure_is_right_under_words_kept_apart(seed: int) -> None:
    assert judged(seed, fresh=True).wrongly_sure == {}


def test_nine_documents_of_ten_are_read_whole() -> None:
    whole = sum(judged(seed).right.issuperset(KEY_FIELDS) for seed in SEEDS)
    assert whole >= LEAST_RIGHT * len(SEEDS)
