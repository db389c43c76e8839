"""Published and generated invoices of suppliers we know nothing of: what is read right stays right.

The documents come from a folder named by FACTOTUM_CORPORA; without one there is nothing to collect.
"""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from app.intake.fields.learn import learn
from app.intake.fields.memory import Memory
from app.intake.fields.read import read_pages
from app.intake.page import Pages
from app.intake.pdf_text import pages_of
from tests.bench.intake_answers import FIELDS, Case, cases, value_of
from tests.corpora import corpus

CASES = cases() if corpus("supplier_pdf") is not None else []
NOT_YET: dict[str, tuple[str, ...]] = {
    "moulin_avoir": ("supplier_name",),  # the page names the legal form, the expected name does not
    "moulin_dom": ("supplier_name",),
    "moulin_fr": ("supplier_name",),
    "moulin_ue": ("supplier_name",),
    "odoo_yourcompany": ("supplier_name",),  # the line above the name is the domain's words, too
}
"""Fields that are not read right, by document, and why."""
SHAPES = [case for case in CASES if sum(other.group == case.group for other in CASES) > 1]


def _pages(case: Case) -> Pages:
    document = pdfium.PdfDocument(case.path)
    try:
        return pages_of(document)
    finally:
        document.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", CASES, ids=[case.name for case in CASES])
    if "example" in metafunc.fixturenames:
        metafunc.parametrize("example", SHAPES, ids=[case.name for case in SHAPES])


if CASES:

    def test_the_fields_read_right_stay_right_and_none_is_wrongly_sure(case: Case) -> None:
        reading = read_pages(_pages(case))
        wrong = {field for field in FIELDS if not case.is_right(field, value_of(reading, field))}
        assert wrong <= set(NOT_YET.get(case.name, ())), {f: value_of(reading, f) for f in wrong}
        assert not {field for field in wrong if field in reading.fields and reading.fields[field].is_sure}


if SHAPES:

    def test_one_example_makes_the_others_of_its_supplier_right(example: Case) -> None:
        memory = learn(Memory(), _pages(example), example.answer)
        for other in SHAPES:
            if other.group == example.group and other is not example:
                reading = read_pages(_pages(other), memory=memory)
                wrong = {f for f in FIELDS if not other.is_right(f, value_of(reading, f))}
                assert not wrong, (other.name, {f: value_of(reading, f) for f in wrong})
