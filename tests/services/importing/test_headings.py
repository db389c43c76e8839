"""Headings of other programs are recognised by their meaning, in every language of our documents."""

from __future__ import annotations

import pytest

from app.services.book_columns import CONTACT_COLUMNS, ITEM_COLUMNS
from app.services.importing.headings import TARGETS, Kind, is_ours, mapped
from app.services.importing.vocabulary import CUSTOMERS, ITEMS

CASES: list[tuple[Kind, str, str]] = [
    (
        "customers",
        "Company Name;First name;Last name;Street;Zip Code;City;Country;VAT No.;E-mail;Phone;Notes",
        "name first_name last_name line1 postal_code city country vat_id email phone note",
    ),
    (
        "customers",
        "Raison sociale;Prénom;Nom;Adresse;CP;Ville;Pays;N° TVA;SIRET;Courriel;Tél.",
        "name first_name last_name line1 postal_code city country vat_id siret email phone",
    ),
    (
        "customers",
        "Firma;Ansprechpartner;Straße;Hausnummer;PLZ;Ort;Land;USt-IdNr.;Zahlungsziel (Tage)",
        "name contact_name line1 house_number postal_code city country vat_id payment_days",
    ),
    (
        "customers",
        "Razón social;Dirección;Código postal;Población;País;NIF",
        "name line1 postal_code city country vat_id",
    ),
    (
        "customers",
        "Ragione sociale;Indirizzo;CAP;Comune;Partita IVA;Codice fiscale",
        "name line1 postal_code city vat_id tax_number",
    ),
    (
        "customers",
        "Bedrijfsnaam;Straat;Postcode;Plaats;BTW-nummer;KvK",
        "name line1 postal_code city vat_id registration",
    ),
    ("customers", "Nome;Morada;Código postal;Localidade;NIF", "name line1 postal_code city vat_id"),
    ("customers", "Nom;Email", "name email"),
    ("customers", "Name;Company", "contact_name name"),
    ("customers", "Name;Shipping City;City;Birthday", "name - city -"),
    ("items", "SKU;Name;Description;Price (EUR);VAT %", "code label description price vat_rate"),
    ("items", "Réf.;Désignation;PU HT;Taux TVA;Unité", "code label price vat_rate unit"),
    ("items", "Artikelnummer;Bezeichnung;Bruttopreis;MwSt.;Einheit", "code label price_gross vat_rate unit"),
    ("items", "Código;Artículo;Precio;IVA", "code label price vat_rate"),
    ("items", "Codice;Prodotto;Prezzo unitario;Aliquota IVA", "code label price vat_rate"),
    ("items", "Artikelcode;Omschrijving;Prijs excl. btw;Btw", "code description price vat_rate"),
    ("items", "Referência;Artigo;Preço;Taxa de IVA", "code label price vat_rate"),
    ("items", "Label;Einkaufspreis;Preis", "label - price"),
]


@pytest.mark.parametrize(("kind", "headings", "targets"), CASES)
def test_headings_are_recognised(kind: Kind, headings: str, targets: str) -> None:
    assert [target or "-" for target in mapped(kind, headings.split(";"))] == targets.split()


def test_our_own_headings_are_taken_as_they_are() -> None:
    assert mapped("customers", CONTACT_COLUMNS) == CONTACT_COLUMNS
    assert mapped("items", ITEM_COLUMNS) == ITEM_COLUMNS
    older = CONTACT_COLUMNS[: CONTACT_COLUMNS.index("note") + 1]
    assert is_ours("customers", older)
    assert not is_ours("customers", CONTACT_COLUMNS[:5])


def test_each_phrase_leads_to_something_a_column_can_be() -> None:
    assert set(CUSTOMERS) - {"company"} <= set(TARGETS["customers"])
    assert set(ITEMS) <= set(TARGETS["items"])
