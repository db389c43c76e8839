"""The open document takes only edits that could be read again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.domain.draft import Draft, ExchangeRate
from app.domain.problems import Problem
from app.domain.rows import Line
from app.domain.totals import compute
from app.domain.validity import InvalidEdit
from app.ui.draft_store import COUNTED, DraftStore


@pytest.mark.usefixtures("qapp")
def test_an_edit_that_no_file_could_hold_is_refused_and_changes_nothing() -> None:
    store = DraftStore()
    recorded: list[object] = []
    store.change_recorded.connect(lambda _id, change: recorded.append(change))
    store.edit("Edit subject", subject="Kept")
    with pytest.raises(InvalidEdit):
        store.edit("Edit subject", subject=None)
    assert store.draft == Draft(subject="Kept")
    assert len(recorded) == 1


class Looked(Draft):
    """A draft that notes which of its fields were read."""

    def __getattribute__(self, name: str) -> Any:
        if name in Draft.model_fields:
            READ.add(name)
        return super().__getattribute__(name)


READ: set[str] = set()


def test_every_field_that_figures_are_made_of_counts_as_one() -> None:
    draft = Looked(rows=(Line(id="a"),), exchange=ExchangeRate(home_currency="CHF", rate=Decimal(2)))
    READ.clear()
    compute(draft)
    assert set(COUNTED) == READ


@pytest.mark.usefixtures("qapp")
def test_an_edit_of_words_leaves_the_figures_as_they_are() -> None:
    store = DraftStore()
    told: list[object] = []
    store.totals_changed.connect(told.append)
    before = store.totals
    store.edit("Edit subject", subject="Words")
    assert store.totals is before
    assert told == []
    store.edit("Edit prepaid", prepaid=Decimal(5))
    assert store.totals.prepaid == 5
    assert told == [store.totals]


@pytest.mark.usefixtures("qapp")
def test_a_row_is_found_by_its_id_wherever_it_went() -> None:
    store = DraftStore()
    rows = tuple(Line(id=f"r{number}") for number in range(4))
    store.edit("Add rows", rows=rows)
    store.edit_row("r2", "Edit label", label="two")
    store.edit("Move rows", rows=(*reversed(store.draft.rows),))
    store.edit_row("r2", "Edit label", label="still two")
    assert [row.id for row in store.draft.rows if isinstance(row, Line) and row.label] == ["r2"]
    assert store.row("r2") is store.draft.rows[1]
    store.edit("Delete rows", rows=())
    assert store.row("r2") is None
    store.edit_row("r2", "Edit label", label="gone")
    assert store.draft.rows == ()


@pytest.mark.usefixtures("qapp")
def test_what_entries_cannot_read_comes_first_among_the_findings() -> None:
    store = DraftStore()
    unread = Problem("prepaid", "entry_unreadable", "error", {"text": "x", "reason": "?"})
    store.entries_asked.connect(lambda problems: problems.append(unread))
    store.check_now()
    assert store.problems[0] is unread
    assert len(store.problems) > 1
