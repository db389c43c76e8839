"""Search over the documents: the same on both databases, always as the documents stand."""

from __future__ import annotations

from datetime import date

import pytest

from app.services.workspace import Workspace
from tests.conftest import OpenWorkspace
from tests.services.invoices import invoice, typed


def _line(label: str, price: str = "10", **members: object) -> dict[str, object]:
    return {"kind": "line", "label": label, "unit_price": price, "vat_rate": "20", **members}


@pytest.fixture
def shop(workspace: Workspace) -> Workspace:
    workspace.create(
        invoice(
            buyer="Société Générale d'Étanchéité",
            subject="Réfection du toit",
            rows=[
                _line("Pose de tuiles", "6268.55"),
                _line("Dépose", "0.00", description="Évacuation comprise"),
            ],
        )
    )
    workspace.create(
        invoice(buyer="Müller & Söhne GmbH", number="A-1312/B", rows=[_line("Straßenbau", "99.99")])
    )
    workspace.create(
        invoice(
            buyer="株式会社テスト",
            purchase_order="PO 2026-77",
            rows=[
                {"kind": "section", "title": "Phase one"},
                _line("O'Brien's \"special\" 100%_*", product={"seller_code": "SKU.77-X"}),
            ],
        )
    )
    return workspace


QUERIES = [
    ("societe", "S"),
    ("SOCIÉTÉ gén", "S"),
    ("etanch", "S"),
    ("refection toit", "S"),
    ("tuil", "S"),
    ("evacuation", "S"),
    ("7522,26", "S"),
    ("7522.26", "S"),
    ("7 522", "S"),
    ("7 522,26 tuiles", "S"),
    ("6268.55", "S"),
    ("muller", "M"),
    ("müller sohne", "M"),
    ("1312", "M"),
    ("A-1312/B", "M"),
    ("a1312b", "M"),
    ("strassen", "M"),
    ("straßenbau", "M"),
    ("119.99", "M"),
    ("テスト", "株"),
    ("会社", "株"),
    ("po2026", "株"),
    ("sku77x", "株"),
    ("sku 77", "株"),
    ("o'brien", "株"),
    ("special", "株"),
    ("phase", "株"),
    ("nothing of the kind", ""),
    ("societe muller", ""),
    ("uiles", ""),
    ("'; DROP TABLE documents; --", ""),
    ("paris", "SM株"),
    ("", "SM株"),
    ("\" * ( ) : ' \\ & | ! <->", "SM株"),
]


def test_queries_find_their_documents(shop: Workspace) -> None:
    found = {query: {card.buyer_name[0] for card in shop.cards("all", query)} for query, _ in QUERIES}
    assert found == {query: set(buyers) for query, buyers in QUERIES}


def test_words_of_query_languages_are_plain_words(shop: Workspace) -> None:
    for word in ("AND", "OR", "NOT", "NEAR", "words", "snippets"):
        assert shop.cards("all", word) == []
        made = shop.create(invoice(subject=f"{word} it is"))
        assert [card.id for card in shop.cards("all", word)] == [made.id]


def test_a_hit_that_the_card_does_not_show_is_quoted(shop: Workspace) -> None:
    assert shop.cards("all", "tuiles")[0].matched == "Pose de tuiles"
    assert shop.cards("all", "evacuation")[0].matched == "Évacuation comprise"
    assert shop.cards("all", "generale toit")[0].matched == ""
    assert shop.cards("all", "generale tuiles")[0].matched == "Pose de tuiles"


def test_search_follows_every_edit_at_once(shop: Workspace) -> None:
    made = shop.create(invoice(subject="Alpha"))
    shop.record(made.id, [typed(made.history, subject="Beta")])
    assert shop.cards("all", "alpha") == []
    assert [card.id for card in shop.cards("all", "beta")] == [made.id]
    undone = made.history.undo()
    assert undone is not None
    shop.record(made.id, [undone])
    assert [card.id for card in shop.cards("all", "alpha")] == [made.id]


def test_an_edit_of_another_window_is_found_here(open_workspace: OpenWorkspace) -> None:
    here, there = open_workspace(), open_workspace()
    made = here.create(invoice(subject="Alpha"))
    opened = there.open_document(made.id)
    there.record(made.id, [typed(opened.history, subject="Gamma")])
    assert [card.subject for card in here.cards("drafts", "gamma")] == ["Gamma"]


def test_shelves_are_kept_apart_and_the_newest_comes_first(shop: Workspace) -> None:
    ids = [shop.create(invoice(subject=f"Lot {n}")).id for n in range(3)]
    shop.issue(ids[1], today=date(2026, 5, 4))
    assert [card.id for card in shop.cards("drafts", "lot")] == [ids[2], ids[0]]
    assert [card.id for card in shop.cards("issued", "lot")] == [ids[1]]
    assert [card.id for card in shop.cards("issued", "f20260001")] == [ids[1]]
    assert [card.id for card in shop.cards("all", "lot")] == [ids[1], ids[2], ids[0]]
    assert len(shop.cards("all", "lot", limit=2)) == 2
    shop.void(ids[1], "mistake")
    assert [card.status for card in shop.cards("issued", "lot")] == ["void"]


def test_the_index_can_be_made_anew(shop: Workspace) -> None:
    before = {query: shop.cards("all", query) for query in ("societe", "1312", "7522,26", "テスト")}
    assert shop.rebuild_index() == 3
    assert {query: shop.cards("all", query) for query in before} == before
