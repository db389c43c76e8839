"""What one draft states, leaf by leaf."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.draft import Draft
from app.domain.fields import fields
from app.domain.parties import Address, Party
from app.domain.rows import Discount, Line
from app.domain.stated import canonical, stated
from app.services.samples import SAMPLES


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("2.50"), "2.5"),
        (Decimal("100"), "100"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.00"), "0"),
        (date(2026, 11, 2), "2026-11-02"),
        (True, "true"),
        (None, ""),
        ("2.50", "2.50"),
    ],
)
def test_one_value_has_one_canonical_text(value: object, text: str) -> None:
    assert canonical(value) == text


def test_what_equals_its_default_is_not_stated_but_what_always_speaks_is() -> None:
    told = {leaf.path: leaf.text for leaf in stated(Draft())}
    assert told["currency"] == "EUR"
    assert told["kind"] == "invoice"
    assert "subject" not in told
    assert "paper.accent" not in told


def test_the_names_that_parts_have_among_themselves_are_not_stated() -> None:
    told = {leaf.path for leaf in stated(Draft(id="d1", rows=(Line(id="r7"),)))}
    assert "rows.r7.quantity" in told
    assert not {"id", "schema_version", "rows.r7.id"} & told


def test_a_leaf_is_named_by_the_id_of_its_row_or_by_its_place() -> None:
    line = Line(id="r7", quantity=Decimal("2.50"), discount=Discount(value=Decimal(5)))
    buyer = Party(name="Lumen", addresses=(Address(city="Lyon"),))
    told = {leaf.path: leaf for leaf in stated(Draft(rows=(line,), buyer=buyer))}
    assert told["rows.r7.quantity"].text == "2.5"
    assert told["rows.r7.quantity"].spec == "rows[].quantity"
    assert told["rows.r7.discount.value"].text == "5"
    assert told["buyer.addresses.0.city"].spec == "buyer.addresses[].city"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_leaf_of_a_sample_belongs_to_a_field_of_the_model(name: str) -> None:
    known = {spec.path for spec in fields()}
    leaves = list(stated(SAMPLES[name]()))
    assert leaves
    assert {leaf.spec for leaf in leaves} <= known
    assert len({leaf.path for leaf in leaves}) == len(leaves)
