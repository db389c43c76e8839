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

    def test_every_field_is_read_right(case: Case) -> None:
        reading = read_pages(_pages(case))
        wrong = {field for field in FIELDS if not case.is_right(field, value_of(reading, field))}
        assert not wrong, {field: value_of(reading, field) for field in wrong}


if SHAPES:

    def test_one_example_makes_the_others_of_its_supplier_right(example: Case) -> None:
        memory = learn(Memory(), _pages(example), example.answer)
        for other in SHAPES:
            if other.group == example.group and other is not example:
                reading = read_pages(_pages(other), memory=memory)
                wrong = {f for f in FIELDS if not other.is_right(f, value_of(reading, f))}
                assert not wrong, (other.name, {f: value_of(reading, f) for f in wrong})
