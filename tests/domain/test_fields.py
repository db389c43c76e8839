"""The list of fields is the model's own, whole and in order."""

from __future__ import annotations

from app.domain.draft import Draft
from app.domain.fields import fields


def test_every_member_of_the_draft_is_listed() -> None:
    groups = {spec.group for spec in fields()}
    assert groups == set(Draft.model_fields)


def test_paths_name_members_of_lists_and_both_kinds_of_row() -> None:
    paths = {spec.path: spec for spec in fields()}
    assert paths["rows[].unit_price"].kind == "number"
    assert paths["rows[].show_prices"].kind == "flag"
    assert paths["buyer.addresses[].city"].kind == "text"
    assert paths["due_date"].meaning == "BT-9"
