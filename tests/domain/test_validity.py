"""Only what an edit touched is checked, and what could not be read again is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.domain.draft import Draft
from app.domain.parties import Party, TaxId
from app.domain.rows import Line, Section
from app.domain.validity import InvalidEdit, ensure_valid

LINE = Line(id="a", label="Work", unit_price=Decimal(10))
BEFORE = Draft(rows=(LINE, Section(id="s", title="Part")))


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": None},
        {"currency": "QQQ"},
        {"prepaid": 0.1},
        {"seller": Party(tax_ids=(TaxId.model_construct(scheme="vat", value=None),))},
        {"rows": (LINE.model_copy(update={"quantity": Decimal("1e400")}),)},
        {"rows": (LINE, LINE)},
        {"rows": (LINE, LINE.model_copy(update={"label": "\ud800"}))},
    ],
)
def test_a_value_that_no_file_could_hold_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidEdit):
        ensure_valid(BEFORE, BEFORE.edited(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "New"},
        {"rows": (BEFORE.rows[1], LINE)},
        {"rows": ()},
        {"rows": (*BEFORE.rows, Line(id="b"))},
        {"seller": Party(name="Me", tax_ids=(TaxId(value="X"),))},
    ],
)
def test_what_fits_the_model_passes(changes: dict[str, Any]) -> None:
    ensure_valid(BEFORE, BEFORE.edited(**changes))
