from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

from app.documents.view import LineView, PaperView, PaperWriter, SectionView
from app.documents.view.printed import NOT_PRINTED
from app.domain.draft import AdditionalTax, Draft, PaymentTerms, PrecedingInvoice
from app.domain.parties import Address, BankAccount, Party, TaxId
from app.domain.rows import Discount, DocumentAdjustment, Section
from app.domain.totals import compute
from tests.documents.papers import IBAN, everything, invoice, line


def view_of(draft: Draft, *, is_draft: bool = False) -> PaperView:
    return PaperWriter().write(draft, compute(draft), is_draft=is_draft)


def said_by(view: PaperView) -> str:
    """All that is printed of a view, and the paper it is printed on."""
    return repr(
        (view.heading, view.columns, view.rows, view.closing, view.labels["to_pay"], view.draft.paper)
    )


def _fields(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Each field of the models reached from here, with the way to it."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield f"{type(value).__name__}.{name}", (*path, name)
            yield from _fields(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for place, member in enumerate(value):
            yield from _fields(member, (*path, place))


def _replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, tuple):
        return tuple(
            _replaced(member, rest, new) if place == step else member for place, member in enumerate(value)
        )
    return value.model_copy(update={step: _replaced(getattr(value, step), rest, new)})


OTHERS: dict[str, Any] = {
    "Draft.kind": "invoice",
    "Draft.currency": "JPY",
    "Draft.language": "de",
    "Draft.rounding": "per_group",
    "Draft.price_entry": "gross",
    "Draft.cash_step": Decimal("5"),
    "Draft.rounding_amount": Decimal("0.01"),
    "Draft.amount_decimals": 4,
    "Draft.schema_version": 1,
    "Line.vat_category": "AE",
    "Line.price_entry": "gross",
    "Line.kind": "line",
    "Section.kind": "section",
    "Discount.kind": "amount",
    "DocumentAdjustment.kind": "other",
    "DocumentAdjustment.vat_category": "Z",
    "TaxId.scheme": "siret",
    "PaymentTerms.means": "card",
    "Address.role": "other",
    "Address.country": "NL",
    "Party.electronic_address": None,
    "Draft.exchange": None,
    "Draft.billing_address": None,
    "Draft.shipping_address": None,
    "Draft.bank_account": None,
    "Line.price_discount": Decimal(3),
    "Line.product": None,
    "Line.discount": None,
    "Draft.discount": None,
    "ExchangeRate.home_currency": "GBP",
    "Paper.page_size": "Letter",
    "Paper.window_envelope": "none",
    "Paper.label_overrides": {"subtotal": "Sum"},
    "DocumentAdjustment.base": Decimal(3),
    "LineAdjustment.base": Decimal(3),
    "DocumentAdjustment.percent": Decimal(7),
    "LineAdjustment.percent": Decimal(7),
    "DocumentAdjustment.amount": Decimal(9),
    "LineAdjustment.amount": Decimal(9),
}


def _other(name: str, value: Any) -> Any:
    if name in OTHERS:
        return OTHERS[name]
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return "#112233" if value.startswith("#") else value + "~"
    if isinstance(value, Decimal | int):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, tuple):
        return ()
    if value is None:
        return date(2026, 5, 5)
    return type(value)()


FIELDS = list(_fields(everything()))
# What these do shows only where another field lets it; each has a test of its own below.
ELSEWHERE = {"Address.role", "PaymentTerms.show_qr"}


def test_what_is_not_printed_is_a_field_of_the_model_with_a_reason() -> None:
    names = {name for name, _ in FIELDS}
    assert set(NOT_PRINTED) <= names
    assert all(NOT_PRINTED.values())


@pytest.mark.parametrize("name", sorted({name for name, _ in FIELDS} - set(NOT_PRINTED) - ELSEWHERE))
def test_every_field_of_the_model_changes_the_paper_or_is_listed_as_not_printed(name: str) -> None:
    draft = everything()
    before = said_by(view_of(draft))
    changed = []
    for found, path in FIELDS:
        if found == name:
            other = _replaced(draft, path, _other(name, _value(draft, path)))
            changed.append(said_by(view_of(other)) != before)
    assert any(changed)


def test_a_list_price_is_said_with_what_is_taken_off_it() -> None:
    row = line("a", unit_price=Decimal(80), price_discount=Decimal(20))
    view = view_of(invoice(row))
    assert isinstance(view.rows[0], LineView)
    assert [piece.text for piece in view.rows[0].details] == ["List price 100.00, less 20.00"]
    assert view.rows[0].price == "80.00"


def test_an_invoice_follows_an_earlier_one_where_a_credit_note_corrects_it() -> None:
    earlier = (PrecedingInvoice(number="F-6"),)
    facts = {
        kind: view_of(invoice(line("a"), kind=kind, preceding_invoices=earlier)).heading.facts[0].label
        for kind in ("invoice", "credit_note")
    }
    assert facts == {"invoice": "Earlier invoice", "credit_note": "Corrects invoice"}


def test_payee_and_tax_representative_stand_beside_the_address_unless_they_are_blank() -> None:
    agent = Party(name="Agent", tax_ids=(TaxId(value="FR40732829320"),))
    draft = invoice(line("a"), tax_representative=agent, payee=Party(name="Factor"))
    assert [(party.label, party.name.text) for party in view_of(draft).heading.others] == [
        ("Tax representative", "Agent"),
        ("Pay to", "Factor"),
    ]
    blank = invoice(line("a"), tax_representative=Party(addresses=(Address(),)), payee=Party())
    assert not any(party.is_stated for party in view_of(blank).heading.others)


def test_what_is_listed_as_not_printed_is_not() -> None:
    draft = everything()
    hidden = [
        path
        for name, path in FIELDS
        if name in NOT_PRINTED and isinstance(_value(draft, path), str) and path[-1] not in ("kind", "id")
    ]
    assert len(hidden) > 10
    for path in hidden:
        other = _replaced(draft, path, "never to be seen")
        assert "never to be seen" not in said_by(view_of(other))


def _value(draft: Draft, path: tuple[Any, ...]) -> Any:
    value: Any = draft
    for step in path:
        value = value[step] if isinstance(value, tuple) else getattr(value, step)
    return value


def _number(text: str) -> Decimal:
    kept = "".join(char for char in text.replace("−", "-") if char.isdigit() or char in "-.")
    return Decimal(kept)


@pytest.mark.parametrize("rounding", ["per_group", "per_line"])
@pytest.mark.parametrize("decimals", [0, 2, 3])
def test_the_column_of_totals_adds_up_on_paper(rounding: Any, decimals: int) -> None:
    draft = invoice(
        *(
            line(f"r{i}", unit_price=Decimal("33.337") * i, vat_rate=Decimal(rate), quantity=Decimal("1.5"))
            for i, rate in enumerate(("20", "10", "5.5", "20", "2.1", "0"), 1)
        ),
        discount=Discount(value=Decimal("3.3")),
        adjustments=(
            DocumentAdjustment(id="a", is_charge=True, amount=Decimal(9), vat_rate=Decimal(20)),
            DocumentAdjustment(id="b", amount=Decimal(4), vat_rate=Decimal(10)),
        ),
        additional_taxes=(AdditionalTax(rate=Decimal("1.5")), AdditionalTax(rate=Decimal(-15))),
        prepaid=Decimal(10),
        cash_step=Decimal(5),
        rounding=rounding,
        amount_decimals=decimals,
    )
    labels = view_of(draft).labels
    rows = [(total.label, _number(total.amount)) for total in view_of(draft).closing.totals]
    running = Decimal(0)
    for place, (label, amount) in enumerate(rows):
        if label.startswith((labels["total_net"], labels["total_gross"], labels["to_pay"])):
            assert running == amount, label
        elif place == 0:
            running = amount
        else:
            running += amount
    assert rows[-1][1] == compute(draft).payable


def test_a_document_without_discount_has_no_subtotal_that_repeats_the_net() -> None:
    labels = [total.label for total in view_of(invoice(line("a"))).closing.totals]
    assert labels == ["Total net", "VAT 20% on 100.00", "Total incl. VAT", "To pay"]


def test_the_sum_of_several_taxes_is_said_beside_the_gross() -> None:
    view = view_of(invoice(line("a"), line("b", vat_rate=Decimal(10))))
    assert "Total incl. VAT, of which VAT 30.00" in [total.label for total in view.closing.totals]


def test_a_charge_on_a_stated_base_says_the_base() -> None:
    charge = DocumentAdjustment(
        id="a", is_charge=True, percent=Decimal(2), base=Decimal(280), vat_rate=Decimal(20), reason="Freight"
    )
    labels = [total.label for total in view_of(invoice(line("a"), adjustments=(charge,))).closing.totals]
    assert "Freight 2% on 280.00" in labels


def test_the_billing_address_is_printed_whatever_stands_first() -> None:
    first, second = Address(role="shipping", line1="Dock 9"), Address(role="billing", line1="Desk 4")
    view = view_of(invoice(line("a"), buyer=Party(name="B", addresses=(first, second))))
    assert [piece.text for piece in view.heading.buyer.postal] == ["Desk 4"]
    assert [[piece.text for piece in party.postal] for party in view.heading.others] == [["Dock 9"]]


@pytest.mark.parametrize(
    "changes",
    [
        {"payment_terms": PaymentTerms(show_qr=False)},
        {"payment_terms": PaymentTerms(means="card")},
        {"currency": "USD"},
        {"kind": "credit_note"},
        {"prepaid": Decimal(120)},
        {"bank_account": BankAccount(iban="FR00")},
    ],
)
def test_a_code_to_pay_with_is_printed_only_where_it_works(changes: dict[str, Any]) -> None:
    assert view_of(invoice(line("a"))).closing.qr
    assert not view_of(invoice(line("a"), **changes)).closing.qr


@pytest.mark.parametrize(
    ("means", "account", "is_printed"),
    [
        ("transfer", None, True),
        ("card", None, False),
        ("cash", BankAccount(iban=IBAN), False),
        ("direct_debit", None, False),
        ("direct_debit", BankAccount(iban=IBAN), True),
    ],
)
def test_an_account_is_printed_where_money_goes_through_it(
    means: Any, account: BankAccount | None, is_printed: bool
) -> None:
    draft = invoice(line("a"), payment_terms=PaymentTerms(means=means), bank_account=account)
    assert ("IBAN" in " ".join(said.text for said in view_of(draft).closing.payment)) is is_printed


def test_a_draft_says_so_instead_of_its_number() -> None:
    assert view_of(invoice(line("a")), is_draft=True).heading.number.text == "Draft"
    assert view_of(invoice(line("a"))).heading.number.text == "No. F-7"


@pytest.mark.parametrize(
    ("category", "code", "sentence"),
    [
        ("AE", "", "AE – Reverse charge: VAT is due by the customer."),
        ("E", "VATEX-FR-FRANCHISE", "VAT not applicable: small business scheme."),
        ("G", "", "G – Export outside the European Union, exempt from VAT."),
    ],
)
def test_a_document_says_why_it_bears_no_vat(category: Any, code: str, sentence: str) -> None:
    draft = invoice(line("a", vat_category=category, vat_rate=None, exemption_code=code))
    assert any(sentence in note.text for note in view_of(draft).closing.notes)


def test_each_reason_given_in_a_vat_group_is_printed() -> None:
    draft = invoice(
        line("a", vat_category="E", vat_rate=None, exemption_reason="Training"),
        line("b", vat_category="E", vat_rate=None, exemption_reason="Medicine"),
        line("c", vat_category="E", vat_rate=None, exemption_reason="Training"),
    )
    assert [note.text for note in view_of(draft).closing.notes] == ["E – Training", "E – Medicine"]


def test_a_changed_line_leaves_the_views_of_the_others_as_they_are() -> None:
    rows = (Section(id="s"), *(line(f"r{i}") for i in range(20)))
    draft = invoice(*rows)
    totals = compute(draft)
    writer = PaperWriter()
    before = writer.write(draft, totals, is_draft=True).rows
    other = draft.edited(rows=(*rows[:9], line("r8", "Changed"), *rows[10:]))
    after = writer.write(other, compute(other, totals), is_draft=True).rows
    assert [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a is not b] == [9]
    third = other.edited(rows=other.rows[:5] + other.rows[6:])
    views = writer.write(third, compute(third, compute(other, totals)), is_draft=True).rows
    assert [view.row_id for view in views] == [row.id for row in third.rows]
    assert isinstance(views[0], SectionView)
    assert views[0].net != before[0].net  # type: ignore[union-attr]


@pytest.mark.parametrize("seed", range(8))
def test_edits_of_all_kinds_give_what_a_fresh_start_gives(seed: int) -> None:
    from random import Random

    random = Random(seed)
    draft = invoice(*(Section(id=f"s{i}", title="T") if i % 4 == 0 else line(f"r{i}") for i in range(12)))
    totals = compute(draft)
    writer = PaperWriter()
    for step in range(60):
        rows = list(draft.rows)
        place = random.randrange(len(rows))
        match random.randrange(4):
            case 0:
                rows.insert(place, line(f"n{step}", unit_price=Decimal(step)))
            case 1 if len(rows) > 3:
                del rows[place]
            case 2:
                rows.insert(random.randrange(len(rows)), rows.pop(place))
            case _:
                kind = (
                    Section(id=rows[place].id, title=f"S{step}")
                    if step % 7 == 0
                    else line(rows[place].id, f"L{step}")
                )
                rows[place] = kind
        draft = draft.edited(rows=tuple(rows))
        totals = compute(draft, totals if random.random() < 0.8 else None)
        assert writer.write(draft, totals, is_draft=True).rows == view_of(draft, is_draft=True).rows


def test_another_language_or_label_words_every_row_anew() -> None:
    draft = invoice(line("a", unit="DAY", quantity=Decimal(2)))
    totals = compute(draft)
    writer = PaperWriter()
    writer.write(draft, totals, is_draft=True)
    row = writer.write(draft.edited(language="de"), totals, is_draft=True).rows[0]
    assert isinstance(row, LineView)
    assert row.quantity == "2\u00a0Tage"


def test_terms_and_ids_are_in_the_language_of_the_document() -> None:
    draft = invoice(
        line("a"),
        language="fr",
        seller=Party(name="S", tax_ids=(TaxId(scheme="siren", value="732829320"),)),
        payment_terms=PaymentTerms(days=30, end_of_month=True),
    )
    view = view_of(draft)
    assert view.heading.seller.others[0].text == "SIREN 732\u00a0829\u00a0320"
    assert any(piece.text == "Payable à 30 jours fin de mois." for piece in view.closing.payment)


def test_prices_that_include_vat_say_so_once_where_all_do_and_each_where_some_do() -> None:
    gross = line("a", price_entry="gross")
    only, mixed = view_of(invoice(gross)), view_of(invoice(gross, line("b")))
    assert (only.columns.price, only.rows[0].price_note) == ("Unit price incl. VAT", "")  # type: ignore[union-attr]
    assert (mixed.columns.price, mixed.rows[0].price_note) == ("Unit price", "incl. VAT")  # type: ignore[union-attr]
