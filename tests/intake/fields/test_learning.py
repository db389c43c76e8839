"""What one correction teaches, and that it never reaches another supplier's document."""

from __future__ import annotations

import json

import pytest

from app.intake.fields.learn import learn
from app.intake.fields.memory import (
    Memory,
    describe,
    forget,
    memory_from_json,
    memory_to_json,
)
from app.intake.fields.read import read_pages
from app.intake.page import Pages
from app.intake.reading import FieldName
from tests.intake.fields.drawn import Run, invoice, page


def _odd(number: str, gross: str = "240,00 €", iban: str = "") -> Pages:
    """A layout no general rule reads: own words for everything, the name only in a picture."""
    runs: list[Run] = [
        (50, 40, "Depuis 1911 au bord de l'eau", 9),
        (50, 55, "Atelier du quai Sud, hangar 7", 9),
        (50, 70, "Ouvert du lundi au samedi", 9),
        (50, 200, f"Dossier {number}"),
        (50, 215, "Etabli le 03/03/2026"),
        (380, 400, "Hors droits"),
        (500, 400, "200,00 €"),
        (380, 415, "Droits"),
        (500, 415, "40,00 €"),
        (380, 430, "Avec droits"),
        (500, 430, gross),
    ]
    if iban:
        runs.append((50, 800, f"IBAN {iban}", 9))
    return page(runs)


ANSWER: dict[FieldName, str] = {
    "supplier_name": "Chantier naval Kermor",
    "invoice_number": "K-0815",
    "date": "2026-03-03",
    "due_date": "",
    "currency": "EUR",
    "net": "200.00",
    "tax": "40.00",
    "gross": "240.00",
}


def test_after_one_example_the_next_document_of_the_layout_is_right() -> None:
    memory = learn(Memory(), _odd("K-0815"), ANSWER)
    fields = read_pages(_odd("K-0911"), memory=memory).fields
    assert fields["invoice_number"].value == "K-0911"
    assert fields["supplier_name"].value == "Chantier naval Kermor"
    assert [fields[name].value for name in ("net", "tax", "gross")] == ["200", "40", "240"]
    assert fields["invoice_number"].source == "learned"


def test_what_was_learned_is_used_only_where_the_sums_agree() -> None:
    memory = learn(Memory(), _odd("K-0815"), ANSWER)
    taught = read_pages(_odd("K-0911", gross="999,00 €"), memory=memory).fields
    untaught = read_pages(_odd("K-0911", gross="999,00 €")).fields
    for name in ("net", "tax", "gross"):
        assert taught.get(name) == untaught.get(name)


def test_another_suppliers_document_is_read_as_before() -> None:
    memory = learn(Memory(), _odd("K-0815"), ANSWER)
    assert read_pages(page(invoice()), memory=memory) == read_pages(page(invoice()))


def test_a_customers_number_that_stands_on_every_invoice_recognises_nobody() -> None:
    # The customer's VAT number stands unlabelled at the foot of two suppliers' invoices.
    foot: Run = (50, 780, "FR83404833048")
    first, second = page([*invoice(), foot]), page([(50, 40, "Menuiserie Aubrac", 14), foot])
    memory = learn(
        Memory(), first, {"supplier_name": "Verrerie du Lac SARL", "supplier_vat_id": "FR44732829320"}
    )
    name = read_pages(second, memory=memory).fields["supplier_name"]
    assert name.value == "Menuiserie Aubrac"
    assert name.source == "text"


def test_a_new_account_of_a_known_supplier_is_said() -> None:
    known, other = "FR7630006000011234567890189", "DE89370400440532013000"
    memory = learn(Memory(), _odd("K-0815", iban=known), ANSWER)
    reading = read_pages(_odd("K-0911", iban=other), memory=memory)
    assert "iban_is_new" not in {r.code for r in read_pages(_odd("K-1", iban=known), memory=memory).warnings}
    assert "iban_is_new" not in {remark.code for remark in read_pages(_odd("K-1"), memory=memory).warnings}
    assert [remark.params["iban"] for remark in reading.warnings if remark.code == "iban_is_new"] == [other]
    assert not reading.fields["iban"].is_sure


def test_a_second_example_is_added_to_the_first() -> None:
    memory = learn(Memory(), _odd("K-0815"), ANSWER)
    memory = learn(memory, _odd("K-0911"), {**ANSWER, "invoice_number": "K-0911"})
    (described,) = describe(memory)
    assert described.examples == 2


def test_an_empty_answer_drops_what_the_same_words_misled_to() -> None:
    runs = (*invoice(), (50, 255, "Livraison à payer avant le 09/03/2026"))
    answer: dict[FieldName, str] = {"supplier_name": "Verrerie du Lac SARL", "due_date": ""}
    memory = learn(Memory(), page(runs), answer)
    assert "due_date" in read_pages(page(runs)).fields
    assert "due_date" not in read_pages(page(runs), memory=memory).fields


def test_nothing_is_learned_without_the_suppliers_name() -> None:
    assert learn(Memory(), _odd("K-0815"), {"gross": "240.00"}) == Memory()


def test_what_was_learned_can_be_seen_and_forgotten() -> None:
    memory = learn(Memory(), _odd("K-0815"), ANSWER)
    (described,) = describe(memory)
    assert described.name == "Chantier naval Kermor"
    assert described.found_by["invoice_number"] == "dossier"
    assert described.always["currency"] == "EUR"
    assert forget(memory, described.key) == Memory()


def test_the_memory_survives_json() -> None:
    memory = learn(Memory(), _odd("K-0815"), ANSWER)
    assert memory_from_json(json.loads(json.dumps(memory_to_json(memory)))) == memory


@pytest.mark.parametrize("body", [None, [], {}, {"lessons": {}}, {"lessons": [7]}, {"lessons": [{"key": 3}]}])
def test_a_memory_that_is_none_is_refused(body: object) -> None:
    with pytest.raises(ValueError, match="expected"):
        memory_from_json(body)
