"""The open document takes only edits that could be read again."""

from __future__ import annotations

import pytest

from app.domain.draft import Draft
from app.domain.validity import InvalidEdit
from app.ui.draft_store import DraftStore


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
