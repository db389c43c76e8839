"""Values deep inside a draft are read and replaced by their path."""

from __future__ import annotations

from app.domain.draft import Draft
from app.domain.validity import ensure_valid
from app.ui.forms.paths import replacing, value_at


def test_going_back_to_what_was_not_there_yet_leaves_an_empty_field_not_a_hole() -> None:
    before = Draft()
    typed = before.edited(**replacing(before, "buyer.tax_ids.0.value", "FR44732829320"))
    restored = typed.edited(
        **replacing(typed, "buyer.tax_ids.0.value", value_at(before, "buyer.tax_ids.0.value"))
    )
    assert value_at(restored, "buyer.tax_ids.0.value") == ""
    ensure_valid(typed, restored)


def test_a_member_that_may_be_absent_becomes_absent() -> None:
    draft = Draft.model_validate({"due_date": "2026-12-01"})
    assert draft.edited(**replacing(draft, "due_date", None)).due_date is None
