"""Contacts, catalogue and profile: found as typed, the ones used last first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.draft import PaymentTerms
from app.domain.parties import Address, Party, TaxId
from app.services.beginning import first_profile, new_draft
from app.services.contacts import CatalogueItem, Contact, CurrencyPrice, ItemText, Profile, Series
from app.services.workspace import Workspace
from tests.conftest import OpenWorkspace
from tests.services.invoices import invoice


def _contact(name: str, city: str = "", vat: str = "") -> Contact:
    return Contact(
        party=Party(name=name, addresses=(Address(city=city),), tax_ids=(TaxId(value=vat),)), payment_days=45
    )


QUERIES = {
    "societe": ["Société Lumen"],
    "LUM": ["Société Lumen"],
    "saint et": ["Société Lumen"],
    "FR 44 732": ["Société Lumen"],
    "fr44732829320": ["Société Lumen"],
    "zurich": ["Über AG"],
    "uber": ["Über AG"],
    "100%": [],
    "_": ["Über AG", "Société Lumen"],
    "": ["Über AG", "Société Lumen"],
}


def test_contacts_are_found_by_name_number_or_city(workspace: Workspace) -> None:
    workspace.save_contact(_contact("Société Lumen", "Saint-Étienne", "FR44 732 829 320"))
    workspace.save_contact(_contact("Über AG", "Zürich"))
    found = {query: [contact.party.name for contact in workspace.contacts(query)] for query in QUERIES}
    assert found == QUERIES


def test_what_is_saved_comes_back_whole(open_workspace: OpenWorkspace) -> None:
    saved = open_workspace().save_contact(_contact("Lumen"))
    assert saved.id
    assert saved.party.contact_id == saved.id
    assert saved.updated_at is not None
    assert open_workspace().contacts() == [saved]


def test_saving_again_changes_and_deleting_removes(workspace: Workspace) -> None:
    saved = workspace.save_contact(_contact("Lumen"))
    changed = workspace.save_contact(saved.model_copy(update={"note": "calls on Mondays"}))
    assert changed.id == saved.id
    assert [contact.note for contact in workspace.contacts("lumen")] == ["calls on Mondays"]
    workspace.delete_contact(saved.id)
    assert workspace.contacts() == []


def test_the_ones_used_last_come_first(workspace: Workspace) -> None:
    first, second = (workspace.save_contact(_contact(name)) for name in ("Lumen A", "Lumen B"))
    assert [contact.id for contact in workspace.contacts("lumen")] == [second.id, first.id]
    workspace.touch(contact_id=first.id)
    assert [contact.id for contact in workspace.contacts("lumen")] == [first.id, second.id]
    buyer = second.party.model_copy(update={"addresses": invoice().buyer.addresses})
    made = workspace.create(invoice().edited(buyer=buyer))
    workspace.issue(made.id, today=date(2026, 5, 4))
    assert [contact.id for contact in workspace.contacts("lumen")] == [second.id, first.id]


def test_a_buyer_becomes_a_contact_and_stays_the_same_one(workspace: Workspace) -> None:
    saved = workspace.keep_buyer(invoice(buyer="New customer", language="fr"))
    assert (saved.party.name, saved.language) == ("New customer", "fr")
    moved = saved.party.model_copy(update={"phone": "1234", "addresses": ()})
    assert workspace.keep_buyer(invoice().edited(buyer=moved)).id == saved.id
    assert [contact.party.phone for contact in workspace.contacts()] == ["1234"]


def test_a_buyer_typed_again_is_known_by_name_but_not_at_another_address(workspace: Workspace) -> None:
    first = workspace.keep_buyer(invoice(buyer="Éva Lumen"))
    assert workspace.keep_buyer(invoice(buyer="eva LUMEN")).id == first.id
    elsewhere = first.party.addresses[0].model_copy(update={"city": "Lille"})
    namesake = first.party.model_copy(update={"contact_id": None, "addresses": (elsewhere,)})
    assert workspace.keep_buyer(invoice().edited(buyer=namesake)).id != first.id
    assert len(workspace.contacts()) == 2


def test_items_are_found_by_code_and_by_text_in_any_language(workspace: Workspace) -> None:
    saved = workspace.save_item(
        CatalogueItem(
            code="DEV-01",
            label="Développement",
            prices=(CurrencyPrice(currency="EUR", price=Decimal("650.00")),),
            vat_rate=Decimal(20),
            texts={"de": ItemText(label="Entwicklung", description="pro Tag")},
        )
    )
    workspace.save_item(CatalogueItem(code="X", label="Hosting"))
    for query in ("dev01", "DEV-0", "developp", "entwick", "tag"):
        assert workspace.items(query) == [saved], query
    assert [item.code for item in workspace.items()] == ["X", "DEV-01"]
    workspace.touch(item_id=saved.id)
    assert workspace.items(limit=1) == [saved]
    workspace.delete_item(saved.id)
    assert [item.code for item in workspace.items()] == ["X"]


def test_the_profile_comes_back(open_workspace: OpenWorkspace) -> None:
    workspace = open_workspace()
    assert workspace.profile() == Profile()
    profile = Profile(
        seller=invoice().seller, currency="CHF", language="de", series=(Series(pattern="R{yy}-{counter}"),)
    )
    workspace.save_profile(profile)
    workspace.save_profile(profile)
    assert open_workspace().profile() == profile


def test_a_first_profile_gives_way_to_the_one_that_is_kept(workspace: Workspace) -> None:
    workspace.begin_profile(lambda: Profile(currency="CHF"))
    assert workspace.profile().currency == "CHF"
    workspace.begin_profile(lambda: Profile(currency="USD"))
    assert workspace.profile().currency == "CHF"


@pytest.mark.parametrize(
    ("languages", "country", "expected"),
    [
        (["fr-CA", "en-CA"], "CA", ("fr", "CAD", "Letter")),
        (["de-CH"], "CH", ("de", "CHF", "A4")),
        (["sv-SE", "pt_PT"], "SE", ("pt", "SEK", "A4")),
        (["ja-JP"], "JP", ("en", "JPY", "A4")),
        (["es-MX"], "MX", ("es", "MXN", "Letter")),
        (["C"], "", ("en", "EUR", "A4")),
        (["en"], "001", ("en", "EUR", "A4")),
        (["en"], "ZZ", ("en", "EUR", "A4")),
    ],
)
def test_a_first_profile_is_what_the_region_suggests(
    languages: list[str], country: str, expected: tuple[str, str, str]
) -> None:
    profile = first_profile(languages, country)
    assert (profile.language, profile.currency, profile.paper.page_size) == expected


def test_a_new_document_is_as_the_profile_says() -> None:
    profile = Profile(
        seller=invoice().seller,
        language="it",
        currency="CHF",
        payment_terms=PaymentTerms(days=14),
        series=(
            Series(id="office"),
            Series(id="notes", kind="credit_note", pattern="N{counter}", reset="never"),
        ),
    )
    draft = new_draft(profile)
    assert (draft.seller, draft.language, draft.currency, draft.payment_terms.days, draft.series) == (
        profile.seller,
        "it",
        "CHF",
        14,
        "office",
    )
    assert new_draft(profile, "credit_note").series == "notes"
