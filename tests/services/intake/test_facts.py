"""What was learned, fact by fact: seen, corrected, taken out, forgotten and known again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.services.intake import Answer
from app.services.intake.desk import IntakeDesk
from app.services.intake.documents import Document
from app.services.intake.facts import Fact
from app.services.intake.learning import Learnt
from tests.services.intake.papers import Bill, bill_pdf

Read = Callable[..., Document]


@pytest.fixture
def learnt(desk: IntakeDesk, read: Read) -> Learnt:
    first = read(bill_pdf(Bill(number="QB-1")))
    desk.accept(first.id, Answer({"supplier_name": "Brunel et fils"}))
    desk.learn(first.id)
    [known] = desk.learning.learnt()
    return known


def fact_of(learnt: Learnt, name: str, kind: str) -> Fact:
    return next(fact for fact in learnt.facts if (fact.field, fact.kind) == (name, kind))


def named(read: Read, number: str) -> str:
    reading = read(bill_pdf(Bill(number=number))).reading
    assert reading is not None
    return reading.fields["supplier_name"].value


def test_a_corrected_value_is_what_the_next_document_reads(
    desk: IntakeDesk, read: Read, learnt: Learnt
) -> None:
    assert named(read, "QB-2") == "Brunel et fils"
    desk.learning.correct(learnt.kept.key, fact_of(learnt, "supplier_name", "always"), "Maison  Brunel")
    assert named(read, "QB-3") == "Maison Brunel"
    desk.learning.restore(learnt.kept)
    assert named(read, "QB-4") == "Brunel et fils"


def test_a_fact_that_is_taken_out_says_nothing_any_more(desk: IntakeDesk, read: Read, learnt: Learnt) -> None:
    desk.learning.correct(learnt.kept.key, fact_of(learnt, "supplier_name", "always"))
    assert named(read, "QB-2") == "Quincaillerie Brunel SARL"
    [known] = desk.learning.learnt()
    assert [fact for fact in learnt.facts if fact not in known.facts] == [
        fact_of(learnt, "supplier_name", "always")
    ]


def test_other_words_lead_to_a_field_from_now_on(desk: IntakeDesk, learnt: Learnt) -> None:
    fact = fact_of(learnt, "invoice_number", "beside")
    assert "facture" in fact.text
    desk.learning.correct(learnt.kept.key, fact, "Réf. n° 12")
    [known] = desk.learning.learnt()
    assert fact_of(known, "invoice_number", "beside").text == "ref no"


def test_what_changed_in_between_is_left_alone(desk: IntakeDesk, learnt: Learnt) -> None:
    fact = fact_of(learnt, "supplier_name", "always")
    desk.learning.correct(learnt.kept.key, fact, "Maison Brunel")
    desk.learning.correct(learnt.kept.key, fact, "Someone else")
    [known] = desk.learning.learnt()
    assert fact_of(known, "supplier_name", "always").text == "Maison Brunel"
    desk.learning.forget(learnt.kept.key)
    desk.learning.correct(learnt.kept.key, fact, "Someone else")
    assert desk.learning.learnt() == []
    desk.learning.restore(learnt.kept)
    assert [each.facts for each in desk.learning.learnt()] == [learnt.facts]


def test_what_waits_untouched_is_read_anew(desk: IntakeDesk, read: Read, learnt: Learnt) -> None:
    waiting = read(bill_pdf(Bill(number="QB-2")))
    desk.learning.correct(learnt.kept.key, fact_of(learnt, "supplier_name", "always"), "Maison Brunel")
    [fresh] = desk.read_again()
    assert fresh.id == waiting.id
    assert fresh.file.supplier_name == "Maison Brunel"
