"""Taking customers and items in: looked at first, kept as one, nothing the second time, taken back as one."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.parties import Address, BankAccount, Party, TaxId
from app.services.contacts import CatalogueItem, Contact, CurrencyPrice, ItemText
from app.services.importing.headings import Kind
from app.services.importing.importing import Choices, NotAsPlanned, NotTakenBack
from app.services.workspace import Workspace
from app.store.records import StoreLocation
from tests.conftest import OpenWorkspace
from tests.services.importing.tables import keep, never, preview_of

CUSTOMERS = (
    "Raison sociale;Adresse;CP;Ville;Pays;N° TVA;Délai de paiement;Remise\r\n"
    "Étude Martin;3, rue des Lilas;75011;Paris;France;FR44 732 829 320;30 jours;2,5 %\r\n"
    "Schmidt GmbH;Hauptstraße 1;10115;Berlin;Allemagne;;;\r\n"
)
ITEMS = (
    "Réf.;Désignation;PU HT;Devise;TVA\n"
    "A1;Étude;1 640,50 €;;20 %\nA1;Étude;1700;USD;20 %\nA2;Livre;9,90;;5,5\n"
)


def states(workspace: Workspace, kind: Kind, text: str, choices: Choices | None = None) -> list[str]:
    return [entry.state for entry in preview_of(workspace, kind, text, choices).plan.entries]


def test_customers_come_in_with_what_their_cells_mean(workspace: Workspace) -> None:
    keep(workspace, "customers", CUSTOMERS)
    martin, schmidt = workspace.contacts()
    assert martin.party.name == "Étude Martin"
    assert martin.party.address() == Address(
        line1="3, rue des Lilas", postal_code="75011", city="Paris", country="FR"
    )
    assert martin.party.tax_id("vat") == "FR44 732 829 320"
    assert (martin.payment_days, martin.discount_percent) == (30, Decimal("2.5"))
    assert schmidt.party.country == "DE"
    assert workspace.contacts("berlin") == [schmidt]


def test_items_come_in_with_a_price_for_each_currency(workspace: Workspace) -> None:
    keep(workspace, "items", ITEMS)
    study, book = workspace.items()
    assert (study.code, study.label, study.vat_rate) == ("A1", "Étude", Decimal(20))
    assert [(price.currency, price.price) for price in study.prices] == [
        ("EUR", Decimal("1640.5")),
        ("USD", Decimal(1700)),
    ]
    assert (book.prices[0].price, book.vat_rate) == (Decimal("9.9"), Decimal("5.5"))


@pytest.mark.parametrize(("kind", "text"), [("customers", CUSTOMERS), ("items", ITEMS)])
def test_the_second_time_nothing_changes(workspace: Workspace, kind: Kind, text: str) -> None:
    assert set(states(workspace, kind, text)) == {"new"}
    keep(workspace, kind, text)
    before = [*workspace.contacts(), *workspace.items()]
    assert set(states(workspace, kind, text)) == {"same"}
    keep(workspace, kind, text)
    assert [*workspace.contacts(), *workspace.items()] == before


def test_a_preview_writes_nothing(workspace: Workspace) -> None:
    preview_of(workspace, "customers", CUSTOMERS)
    assert workspace.contacts() == []
    assert workspace.importing().last("customers") is None


def test_a_change_is_shown_member_by_member_and_what_the_file_does_not_say_stays(
    workspace: Workspace,
) -> None:
    kept = workspace.save_contact(
        Contact(
            party=Party(
                name="Etude  martin",
                email="a@example.org",
                addresses=(
                    Address(role="shipping", city="Lyon"),
                    Address(line2="Bât. B", postal_code="75 011"),
                ),
                tax_ids=(TaxId(scheme="siren", value="732829320"),),
            ),
            note="Ours",
        )
    )
    entry = preview_of(workspace, "customers", CUSTOMERS).plan.entries[0]
    changes = {each.column: (each.before, each.after) for each in entry.differences()}
    assert entry.state == "changed"
    assert changes["postal_code"] == ("75 011", "75011")
    assert changes["vat_id"] == ("", "FR44 732 829 320")
    assert not {"note", "email"} & changes.keys()
    keep(workspace, "customers", CUSTOMERS)
    now = next(each for each in workspace.contacts() if each.id == kept.id)
    assert (now.note, now.party.email, now.party.tax_id("siren")) == ("Ours", "a@example.org", "732829320")
    assert now.party.address("shipping") == Address(role="shipping", city="Lyon")
    assert now.party.address() == Address(
        line1="3, rue des Lilas", line2="Bât. B", postal_code="75011", city="Paris", country="FR"
    )


def test_what_is_known_can_be_left_or_added_once_more(workspace: Workspace) -> None:
    keep(workspace, "items", "code,label,price\nA,Old,10\nB,Same,5\n")
    changed = "code,label,price\nA,New,12\nB,Same,5\nC,Third,1\n"
    assert states(workspace, "items", changed) == ["changed", "same", "new"]
    assert states(workspace, "items", changed, Choices(known="leave")) == ["left", "same", "new"]
    keep(workspace, "items", changed, Choices(known="leave"))
    assert sorted(item.label for item in workspace.items()) == ["Old", "Same", "Third"]
    keep(workspace, "items", changed, Choices(known="add"))
    assert sorted(item.label for item in workspace.items()) == ["New", "Old", "Same", "Third"]


def test_the_branches_of_a_company_are_customers_of_their_own(workspace: Workspace) -> None:
    text = (
        "name,postcode,vat id,siret\nActe,75001,FR44732829320,73282932000074\n"
        "Acte,69001,FR44732829320,73282932000082\nActe,13001,FR44732829320,\n"
    )
    keep(workspace, "customers", text)
    assert len(workspace.contacts()) == 3
    assert states(workspace, "customers", text) == ["same"] * 3
    moved = "name,postcode,vat id\nActe SA,33000,FR44732829320\n"
    entry = preview_of(workspace, "customers", moved).plan.entries[0]
    assert (entry.state, entry.reason and entry.reason.code) == ("refused", "several")


def test_a_name_alone_finds_the_one_customer_of_that_name(workspace: Workspace) -> None:
    keep(workspace, "customers", CUSTOMERS)
    assert states(workspace, "customers", "name,email\nSCHMIDT  gmbh,s@example.org\n") == ["changed"]
    other = "name,email,vat id\nÉtude Martin,x@example.org,BE0123456749\n"
    assert states(workspace, "customers", other) == ["new"]


REFUSED: list[tuple[Kind, str, str, str]] = [
    ("customers", "name,city\n,Lyon\n", "nameless", ""),
    ("customers", "name,city\nA,Lyon\nA,Lyon\n", "twice", ""),
    ("customers", "name,country\nA,Nowhere\n", "country", "country"),
    ("customers", "name,language\nA,Klingon\n", "language", "language"),
    ("customers", "name,currency\nA,XXQ\n", "currency", "currency"),
    ("customers", "name,payment days\nA,soon\n", "days", "payment_days"),
    ("customers", "name,discount\nA,some\n", "number", "discount_percent"),
    ("customers", f"name,city\nA,{'x' * 2001}\n", "misfit", "city"),
    ("items", "label,price\nA,=1+1\n", "number", "price"),
    ("items", "label,price\nA,1:30\n", "number", "price"),
    ("items", "label,price\nA,3*4\n", "number", "price"),
    ("items", "label,price\nA,1e400\n", "number", "price"),
    ("items", f"label,price\nA,{'9' * 30}\n", "misfit", "price"),
    ("items", "label,vat rate\nA,-5\n", "misfit", "vat_rate"),
    ("items", "label,vat category\nA,Q\n", "choice", "vat_category"),
    ("items", "code,label,price\nA,x,1\nA,x,2\n", "twice", ""),
    ("items", "price\n1\n", "nameless", ""),
]


@pytest.mark.parametrize(("kind", "text", "code", "column"), REFUSED)
def test_a_row_that_cannot_be_kept_is_refused_with_its_reason(
    workspace: Workspace, kind: Kind, text: str, code: str, column: str
) -> None:
    last = preview_of(workspace, kind, text + "\n").plan.entries[-1]
    assert last.state == "refused"
    assert last.reason is not None
    assert (last.reason.code, last.reason.column) == (code, column)
    assert last.line == text.rstrip("\n").count("\n") + 1


def test_a_formula_stays_text(workspace: Workspace) -> None:
    keep(workspace, "customers", "name,note\n=HYPERLINK(1),'@SUM(1)\n")
    kept = workspace.contacts()[0]
    assert (kept.party.name, kept.note) == ("=HYPERLINK(1)", "@SUM(1)")


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        ("1.234;12.5", ["1.234", "12.5"]),
        ("1.234;12,5", ["1234", "12.5"]),
        ("1,234.50;2,000", ["1234.5", "2000"]),
        ("1'234.50;CHF 2'000", ["1234.5", "2000"]),
        ("1 234,50 €;1 000", ["1234.5", "1000"]),
    ],
)
def test_the_mark_before_decimals_is_found_out_from_the_whole_file(
    workspace: Workspace, prices: str, expected: list[str]
) -> None:
    text = "label\tprice\n" + "".join(f"L{at}\t{price}\n" for at, price in enumerate(prices.split(";")))
    entries = preview_of(workspace, "items", text).plan.entries
    assert [
        str(entry.after.prices[0].price) for entry in entries if isinstance(entry.after, CatalogueItem)
    ] == (expected)


def test_a_mapping_is_remembered_for_files_with_the_same_headings(workspace: Workspace) -> None:
    text = "Spalte A;Spalte B\nActe;Lyon\n"
    assert preview_of(workspace, "customers", text).mapping == ("", "")
    keep(workspace, "customers", text, Choices(mapping=("name", "city")))
    assert preview_of(workspace, "customers", "SPALTE A;Spalte  B\nX;Y\n").mapping == ("name", "city")
    assert preview_of(workspace, "customers", "Spalte B;Spalte A\nX;Y\n").mapping == ("", "")


def test_an_import_is_taken_back_as_one(workspace: Workspace) -> None:
    keep(workspace, "customers", "name,city\nActe,Lyon\n")
    before = workspace.contacts()[0]
    keep(workspace, "customers", "name,city,email\nActe,,a@example.org\nB,Pau,\nC,Pau,\n")
    workspace.touch(contact_id=before.id)
    last = workspace.importing().last("customers")
    assert last is not None
    assert (last.file, last.added, last.changed) == ("file.csv", 2, 1)
    workspace.importing().take_back("customers")
    assert workspace.contacts() == [before]
    assert workspace.importing().take_back("customers") is None


def test_an_import_whose_records_were_changed_since_is_not_taken_back(workspace: Workspace) -> None:
    keep(workspace, "customers", "name,city\nActe,Lyon\nB,Pau\n")
    acte = workspace.contacts("acte")[0]
    workspace.save_contact(acte.model_copy(update={"note": "by hand"}))
    with pytest.raises(NotTakenBack) as told:
        workspace.importing().take_back("customers")
    assert (told.value.names, told.value.count) == (("Acte",), 1)
    assert len(workspace.contacts()) == 2


def test_what_was_deleted_since_stays_deleted(workspace: Workspace) -> None:
    keep(workspace, "items", "label\nA\nB\n")
    workspace.delete_item(workspace.items("a")[0].id)
    workspace.importing().take_back("items")
    assert workspace.items() == []


def test_nothing_is_written_when_another_window_was_quicker(
    workspace: Workspace, open_workspace: OpenWorkspace
) -> None:
    keep(workspace, "customers", "name,city\nActe,Lyon\n")
    preview = preview_of(workspace, "customers", "name,city,email\nActe,Lyon,a@example.org\nB,Pau,\n")
    acte = workspace.contacts()[0]
    changed = open_workspace().save_contact(acte.model_copy(update={"note": "by hand"}))
    with pytest.raises(NotAsPlanned):
        workspace.importing().keep(preview, "file.csv", never)
    assert workspace.contacts() == [changed]


class Stopped(Exception):
    """Somebody pressed Cancel."""


def test_an_import_that_is_stopped_has_written_nothing(workspace: Workspace) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Stopped

    preview = preview_of(workspace, "customers", CUSTOMERS)
    with pytest.raises(Stopped):
        workspace.importing().keep(preview, "file.csv", stop)
    assert workspace.contacts() == []


PRINTABLE = st.characters(exclude_categories=("Cs", "Cc"))
LINE = st.text(PRINTABLE, max_size=12)
NAME = LINE.filter(str.strip)
NOTE = st.text(st.one_of(PRINTABLE, st.sampled_from("\n\r\t\"',;=+-@")), max_size=30)
CONTACTS = st.builds(
    Contact,
    party=st.builds(
        Party,
        name=st.one_of(NAME, st.sampled_from(["=1+1", "'=x", "''+", "-5", "A, B; C", '"q"', " a "])),
        contact_name=LINE,
        email=LINE,
        phone=st.sampled_from(["", "+33 1 23", "+33123", "-1"]),
        legal_form=LINE,
        website=LINE,
        registration=LINE,
        addresses=st.one_of(
            st.just(()),
            st.tuples(
                st.builds(
                    Address, line1=LINE, postal_code=LINE, city=LINE, country=st.sampled_from(["", "FR"])
                )
            ),
        ),
        tax_ids=st.one_of(st.just(()), st.tuples(st.builds(TaxId, value=NAME))),
        bank_accounts=st.one_of(st.just(()), st.tuples(st.builds(BankAccount, iban=NAME, bic=LINE))),
    ),
    language=st.sampled_from([None, "fr", "pt"]),
    currency=st.sampled_from([None, "EUR", "JPY"]),
    payment_days=st.one_of(st.none(), st.integers(0, 3650)),
    discount_percent=st.one_of(st.none(), st.decimals(-100, 100, places=3)),
    note=NOTE,
)
PRICES = st.lists(
    st.builds(
        CurrencyPrice,
        currency=st.sampled_from(["EUR", "USD", "JPY"]),
        price=st.decimals(-9999, 9999, places=4),
    ),
    max_size=3,
    unique_by=lambda price: price.currency,
).map(tuple)
CATALOGUE = st.builds(
    CatalogueItem,
    code=st.one_of(LINE, st.just("A1")),
    label=NAME,
    description=NOTE,
    unit=LINE,
    prices=PRICES,
    price_entry=st.sampled_from(["net", "gross"]),
    vat_category=st.sampled_from(["S", "Z", "AE"]),
    vat_rate=st.one_of(st.none(), st.decimals(0, 99, places=2)),
)
_folders = count()


# Two stores for each example: what fails is small as it is, and shrinking it would take minutes.
@settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(contacts=st.lists(CONTACTS, max_size=4), items=st.lists(CATALOGUE, max_size=4))
def test_what_the_export_writes_comes_back_to_the_letter_and_once(
    tmp_path: Path, contacts: list[Contact], items: list[CatalogueItem]
) -> None:
    here = tmp_path / str(next(_folders))
    files: dict[Kind, str] = {"customers": "contacts.csv", "items": "catalogue.csv"}
    first, second = (Workspace.open(StoreLocation(folder=here / name)) for name in ("first", "second"))
    try:
        for contact in contacts:
            first.save_contact(contact)
        for item in items:
            first.save_item(item)
        first.export_everything(here / "out")
        for kind, name in files.items():
            preview = (
                keep(second, kind, (here / "out" / name).read_bytes())
                if _has_rows(here / "out" / name)
                else None
            )
            assert preview is None or Counter(e.state for e in preview.plan.entries).keys() == {"new"}
        second.export_everything(here / "back")
        for kind, name in files.items():
            written = (here / "out" / name).read_bytes()
            assert (here / "back" / name).read_bytes() == written
            if _has_rows(here / "out" / name):
                again: Any = preview_of(second, kind, written).plan.counts()
                assert again.keys() == {"same"}
    finally:
        first.release()
        second.release()


def _has_rows(path: Path) -> bool:
    return path.read_text("utf-8-sig").count("\n") > 1


def test_texts_in_other_languages_stay(workspace: Workspace) -> None:
    keep(workspace, "items", "code,label\nA,Study\n")
    item = workspace.items()[0]
    workspace.save_item(item.model_copy(update={"texts": {"fr": ItemText(label="Étude")}}))
    keep(workspace, "items", "code,label\nA,Long study\n")
    assert workspace.items()[0].texts == {"fr": ItemText(label="Étude")}
