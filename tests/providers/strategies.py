"""Drafts as people write them, for the laws that every provider keeps.

Each strategy takes what one provider allows and gives documents within it; what lies outside is each
provider's own test.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from app.domain.draft import Draft

WORDS = ("design", "étude", "Größe", "façade", "№ 3", "«x»", "& <b>", "漢字", "audit", "a,b\\c")
"""Words with what usually breaks: accents, quotes, markup, commas, backslashes, wide characters."""


def phrases(most: int = 4) -> st.SearchStrategy[str]:
    """A few words, never empty, no blanks at the ends."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=most).map(" ".join)


def optional(of: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One of these, or nothing at all."""
    return st.just("") | of


def quantities() -> st.SearchStrategy[str]:
    return st.decimals(min_value="0.001", max_value=500, places=3).map(str)


def prices(places: int = 4) -> st.SearchStrategy[str]:
    return st.decimals(min_value=0, max_value=9_000, places=places).map(str)


def discounts() -> st.SearchStrategy[dict[str, str] | None]:
    """None, a percentage, or an amount that most lines can bear."""
    return st.none() | st.one_of(
        st.decimals(min_value=0, max_value=60, places=2).map(lambda v: {"kind": "percent", "value": str(v)}),
        st.decimals(min_value=0, max_value=5, places=2).map(lambda v: {"kind": "amount", "value": str(v)}),
    )


@st.composite
def adjustments(draw: Any, rates: Sequence[str], *, of_document: bool) -> dict[str, Any]:
    """An allowance or a charge; one of the document has a rate of its own."""
    made: dict[str, Any] = {"is_charge": draw(st.booleans()), "reason": draw(phrases(2))}
    if draw(st.booleans()):
        made["percent"] = str(draw(st.decimals(min_value=0, max_value=20, places=1)))
    else:
        made["amount"] = str(draw(st.decimals(min_value=0, max_value=40, places=2)))
    if of_document:
        made |= {
            "vat_rate": draw(st.sampled_from(rates)),
            "kind": draw(st.sampled_from(["other", "shipping"])),
        }
    return made


@st.composite
def lines(
    draw: Any,
    *,
    rates: Sequence[str] = ("20", "10", "5.5"),
    uncharged: Sequence[str] = (),
    entries: Sequence[str] = ("net",),
    with_adjustments: bool = True,
    places: int = 4,
) -> dict[str, Any]:
    """One line. `uncharged` are the categories without VAT that may occur, `places` those of the price."""
    category = draw(st.sampled_from(["S", *uncharged]))
    return {
        "kind": "line",
        "label": draw(phrases()),
        "description": draw(optional(phrases())),
        "quantity": draw(quantities()),
        "unit": draw(st.sampled_from(["", "HUR", "DAY", "C62", "boîte"])),
        "unit_price": draw(prices(places)),
        "price_entry": draw(st.sampled_from(entries)),
        "price_base_quantity": draw(st.sampled_from(["1", "1", "1", "100", "3"])),
        "vat_category": category,
        "vat_rate": draw(st.sampled_from(rates)) if category == "S" else "0",
        "exemption_reason": "" if category == "S" else draw(phrases()),
        "discount": draw(discounts()),
        "adjustments": draw(st.lists(adjustments(rates, of_document=False), max_size=2))
        if with_adjustments
        else [],
    }


def sections() -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda title, text: {"kind": "section", "title": title, "text": text}, phrases(), optional(phrases())
    )


@st.composite
def buyers(draw: Any) -> dict[str, Any]:
    """A French company with all that a provider may ask for."""
    return {
        "name": draw(phrases(2)),
        "contact_name": draw(optional(phrases(2))),
        "email": draw(st.sampled_from(["", "achats@client.example"])),
        "phone": draw(st.sampled_from(["", "+33 4 00 00 00 00"])),
        "tax_ids": draw(
            st.sampled_from(
                [
                    [],
                    [{"scheme": "siren", "value": "732829320"}],
                    [{"scheme": "vat", "value": "FR44732829320"}, {"scheme": "siren", "value": "732829320"}],
                ]
            )
        ),
        "addresses": [
            {
                "line1": "12 rue de l’Été",
                "line2": draw(st.sampled_from(["", "Bâtiment B"])),
                "postal_code": "69001",
                "city": "Lyon",
                "country": "FR",
            }
        ],
    }


@st.composite
def drafts(
    draw: Any,
    *,
    currencies: Sequence[str] = ("EUR",),
    languages: Sequence[str] = ("fr", "en"),
    rates: Sequence[str] = ("20", "10", "5.5"),
    uncharged: Sequence[str] = (),
    entries: Sequence[str] = ("net",),
    roundings: Sequence[str] = ("per_group",),
    with_adjustments: bool = True,
    with_sections: bool = True,
    most_lines: int = 5,
    places: int = 4,
) -> Draft:
    """A document with at least one line, French parties and no number of its own."""
    line = lines(
        rates=rates, uncharged=uncharged, entries=entries, with_adjustments=with_adjustments, places=places
    )
    rows = draw(st.lists(line, min_size=1, max_size=most_lines))
    if with_sections:
        for head in draw(st.lists(sections(), max_size=2)):
            rows.insert(draw(st.integers(0, len(rows))), head)
    issued = draw(st.dates(date(2025, 1, 1), date(2026, 12, 31)))
    return Draft.model_validate(
        {
            "currency": draw(st.sampled_from(currencies)),
            "language": draw(st.sampled_from(languages)),
            "rounding": draw(st.sampled_from(roundings)),
            "issue_date": draw(st.sampled_from([None, issued.isoformat()])),
            "payment_terms": draw(
                st.sampled_from(
                    [{}, {"days": 30}, {"days": 45, "end_of_month": True}, {"days": 0, "text": "Au comptant"}]
                )
            ),
            "seller": {
                "name": "Atelier Nord",
                "tax_ids": [{"scheme": "vat", "value": "FR83404833048"}],
                "addresses": [
                    {"line1": "1 quai Sud", "postal_code": "59000", "city": "Lille", "country": "FR"}
                ],
            },
            "buyer": draw(buyers()),
            "buyer_reference": draw(optional(phrases(1))),
            "purchase_order": draw(optional(st.just("PO-4711"))),
            "subject": draw(optional(phrases())),
            "free_text": draw(optional(phrases())),
            "description": draw(optional(phrases())),
            "special_mention": draw(optional(phrases())),
            "memo": draw(optional(phrases())),
            "custom_fields": draw(
                st.lists(
                    st.builds(lambda n, v: {"name": n, "value": v}, phrases(1), phrases(2)),
                    max_size=2,
                    unique_by=lambda field: field["name"],
                )
            ),
            "rows": rows,
            "discount": draw(discounts()),
            "adjustments": draw(st.lists(adjustments(rates, of_document=True), max_size=2))
            if with_adjustments
            else [],
            "prepaid": draw(st.sampled_from(["0", "0", "10.50"])),
        }
    )
