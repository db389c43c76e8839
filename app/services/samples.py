"""Finished documents of firms that do not exist, to start from, to show and to test with.

Each entry of SAMPLES makes a new draft: `atelier` is what the program opens with on its first run,
the others each show one part of what an invoice can hold.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from app.domain.draft import AdditionalTax, Draft, ExchangeRate, Paper, PaymentTerms
from app.domain.parties import Address, Party, TaxId
from app.domain.rows import (
    CustomField,
    Discount,
    DocumentAdjustment,
    Line,
    LineAdjustment,
    Product,
    Row,
    Section,
)
from app.services.sample_firms import ATELIER, ILLUSTRATOR, PLANNERS, TRANSLATORS, WERKSTATT, at

_FRENCH_TERMS: Final = (
    "Pénalités de retard : trois fois le taux d’intérêt légal. Indemnité forfaitaire pour frais de "
    "recouvrement : 40 €. Pas d’escompte pour paiement anticipé."
)


_LUMEN: Final = Party(
    name="Société Lumen SAS",
    addresses=(at("48 avenue Foch", "75116", "Paris", "FR"),),
    tax_ids=(TaxId(scheme="siren", value="123 456 782"),),
)


def _line(
    row_id: str,
    label: str,
    quantity: str,
    unit: str,
    unit_price: str,
    rate: str | None,
    description: str = "",
) -> Line:
    return Line(
        id=row_id,
        label=label,
        description=description,
        quantity=Decimal(quantity),
        unit=unit,
        unit_price=Decimal(unit_price),
        vat_rate=None if rate is None else Decimal(rate),
    )


def atelier() -> Draft:
    """A French invoice with two sections, two VAT rates and a discount of 5 %; 7 522.26 EUR to pay."""
    return Draft(
        language="fr",
        issue_date=date(2026, 11, 21),
        due_date=date(2026, 12, 21),
        payment_terms=PaymentTerms(days=30, text=_FRENCH_TERMS),
        seller=ATELIER,
        buyer=_LUMEN,
        subject="Refonte du site et formation",
        special_mention="Prestations de services et livraison de biens.",
        rows=(
            Section(id="s1", title="Conception"),
            _line(
                "r1",
                "Ateliers de cadrage",
                "2.5",
                "DAY",
                "640",
                "20",
                "Deux ateliers à Lyon, compte rendu illustré",
            ),
            _line("r2", "Maquettes responsives", "6", "DAY", "640", "20"),
            Section(id="s2", title="Formation et livres"),
            _line("r3", "Formation de l’équipe", "1", "DAY", "900", "20"),
            _line("r4", "Manuel imprimé", "12", "C62", "24.50", "5.5"),
        ),
        discount=Discount(kind="percent", value=Decimal(5)),
    )


def export_usd() -> Draft:
    """An invoice in dollars to a buyer in the United States, with its worth in euro."""
    return Draft(
        currency="USD",
        language="en",
        issue_date=date(2026, 11, 3),
        due_date=date(2026, 12, 3),
        service_start=date(2026, 10, 1),
        service_end=date(2026, 10, 31),
        payment_terms=PaymentTerms(days=30),
        seller=ATELIER,
        buyer=Party(
            name="Harbor & Pine Studio LLC",
            contact_name="Accounts payable",
            addresses=(
                Address(
                    role="billing",
                    line1="210 Alder Street",
                    line2="Suite 4",
                    postal_code="98101",
                    city="Seattle",
                    subdivision="WA",
                    country="US",
                ),
            ),
            tax_ids=(TaxId(scheme="other", label="EIN", value="00-1234567"),),
        ),
        purchase_order="PO-4471",
        subject="Design system, October",
        rows=tuple(
            line.model_copy(update={"vat_category": "G", "exemption_reason": "Export of services"})
            for line in (
                _line("r1", "Component library", "62.25", "HUR", "95", None, "Tokens, 24 components, review"),
                _line("r2", "Accessibility audit", "1", "C62", "1850", None),
                _line("r3", "Hosting, per request", "125000", "C62", "0.00042", None),
            )
        ),
        exchange=ExchangeRate(
            home_currency="EUR", rate=Decimal("0.8642"), rate_date=date(2026, 11, 2), source="ECB"
        ),
        paper=Paper(page_size="Letter", window_envelope="left", accent="#1F4E79"),
    )


def german() -> Draft:
    """A German invoice with a line discount, a line charge, a document discount and freight."""
    return Draft(
        language="de",
        issue_date=date(2026, 11, 12),
        due_date=date(2026, 11, 26),
        delivery_date=date(2026, 11, 9),
        payment_terms=PaymentTerms(days=14, text="Ohne Abzug."),
        seller=WERKSTATT,
        buyer=Party(
            name="Buchhandlung Sander & Söhne KG",
            addresses=(
                at("Marktplatz 3", "21335", "Lüneburg", "DE"),
                Address(
                    role="shipping",
                    name="Lager Nord",
                    line1="Am Hafen 11",
                    postal_code="21337",
                    city="Lüneburg",
                    country="DE",
                ),
            ),
            tax_ids=(TaxId(scheme="vat", value="DE900000014"),),
        ),
        buyer_reference="KST 4200",
        purchase_order="B-2026-118",
        contract_reference="RV-17",
        subject="Regale und Schulbücher",
        free_text="Vielen Dank für Ihren Auftrag. Wir berechnen wie vereinbart:",
        rows=(
            _line(
                "r1", "Regal Eiche, 80 × 200 cm", "6", "C62", "289.90", "19", "Geölt, höhenverstellbar"
            ).model_copy(
                update={
                    "discount": Discount(kind="percent", value=Decimal(10), reason="Mengenrabatt"),
                    "product": Product(seller_code="RE-80200", standard_code="4006381333931"),
                }
            ),
            _line("r2", "Montage vor Ort", "7.5", "HUR", "58", "19").model_copy(
                update={
                    "adjustments": (
                        LineAdjustment(is_charge=True, percent=Decimal(25), reason="Samstagszuschlag"),
                    )
                }
            ),
            _line("r3", "Schulbuch „Zahlen und Räume“", "40", "C62", "17.45", "7"),
        ),
        discount=Discount(kind="amount", value=Decimal(50), reason="Treuerabatt"),
        adjustments=(
            DocumentAdjustment(
                id="a1",
                is_charge=True,
                kind="shipping",
                amount=Decimal("48.50"),
                vat_rate=Decimal(19),
                reason="Fracht",
            ),
        ),
        prepaid=Decimal(500),
        custom_fields=(CustomField(name="Kommission", value="Filiale Bäckerstraße"),),
    )


def gross() -> Draft:
    """Retail prices that include VAT; each stated price stays as it is, to the cent."""
    retail = (
        _line("r1", "Carnet relié, pages unies", "2", "C62", "379.00", "20"),
        _line("r2", "Affiche sérigraphiée", "1", "C62", "500.00", "10"),
        _line("r3", "Livre d’artiste", "3", "C62", "33.33", "5.5"),
    )
    return Draft(
        language="fr",
        price_entry="gross",
        issue_date=date(2026, 11, 18),
        due_date=date(2026, 11, 18),
        payment_terms=PaymentTerms(text=_FRENCH_TERMS, means="card"),
        seller=ATELIER,
        buyer=Party(
            name="Camille Ferrand",
            addresses=(at("3 quai Rambaud", "69002", "Lyon", "FR"),),
        ),
        subject="Commande de la boutique",
        rows=tuple(line.model_copy(update={"price_entry": "gross"}) for line in retail),
    )


def long() -> Draft:
    """Three pages in six sections: one hides its prices, one its quantities, one all of its lines."""
    themes = ("Survey", "Structure", "Façade", "Interior", "Garden", "Handover")
    works = ("Site visit", "Drawings", "Bill of quantities", "Tender", "Meetings", "Supervision", "Report")
    hidden = {2: "show_prices", 3: "show_quantities", 4: "show_lines"}
    rows: list[Row] = []
    for number, theme in enumerate(themes, start=1):
        head = Section(id=f"s{number}", title=theme, text="Work of the stage, as agreed in the contract.")
        rows.append(head.model_copy(update={hidden[number]: False}) if number in hidden else head)
        for rank in range(1, 13):
            work = works[(number + rank) % len(works)]
            rows.append(
                _line(
                    f"r{number}.{rank}",
                    f"{work}, part {rank}",
                    str(Decimal(rank) / 2),
                    "HUR",
                    str(78 + 3 * ((number * rank) % 5)),
                    "21",
                    "Including travel, minutes and one round of corrections." if rank % 4 == 0 else "",
                )
            )
    return Draft(
        language="en",
        issue_date=date(2026, 10, 30),
        due_date=date(2026, 12, 31),
        payment_terms=PaymentTerms(days=30, end_of_month=True),
        seller=PLANNERS,
        buyer=Party(
            name="Linden Housing Co-operative",
            addresses=(at("Keizersgracht 100", "1015 CV", "Amsterdam", "NL"),),
        ),
        project_reference="LHC-7",
        subject="House on the canal, stages 1 to 6",
        rows=tuple(rows),
        paper=Paper(carried_forward=True, show_line_numbers=True),
    )


def arabic() -> Draft:
    """Arabic, Hebrew, Thai, Devanagari and accented Latin in one document, with three decimals."""
    return Draft(
        currency="KWD",
        language="en",
        issue_date=date(2026, 11, 8),
        due_date=date(2026, 11, 22),
        payment_terms=PaymentTerms(days=14),
        seller=TRANSLATORS,
        buyer=Party(
            name="בית ספר הדקל Ltd",
            contact_name="Łucja Nováková",
            addresses=(at("דרך יפו 21", "94142", "ירושלים", "IL"),),
        ),
        subject="Translation ترجمة תרגום",
        rows=(
            _line(
                "r1", "ترجمة عقد (12 صفحة)", "12", "C62", "8.250", "0", "من العربية إلى English"
            ).model_copy(update={"vat_category": "Z"}),
            _line("r2", "הגהה של 3 מסמכים", "3", "C62", "14.125", "0").model_copy(
                update={"vat_category": "Z"}
            ),
            _line("r3", "คำแปลภาษาไทย", "1.5", "HUR", "20", "0", "हिन्दी में सारांश").model_copy(
                update={"vat_category": "Z"}
            ),
        ),
    )


def yen() -> Draft:
    """Yen, which has no decimals, with a price below one unit and a tax that is withheld."""
    return Draft(
        currency="JPY",
        language="en",
        issue_date=date(2026, 11, 16),
        due_date=date(2026, 12, 31),
        payment_terms=PaymentTerms(text="Payable by the end of the month that follows."),
        seller=ILLUSTRATOR,
        buyer=Party(
            name="Momiji Press K.K.",
            addresses=(at("4-5-6 Kanda", "101-0000", "Tokyo", "JP"),),
        ),
        subject="Picture book, 32 pages",
        rows=(
            _line("r1", "Colour plates", "32", "C62", "38500", "10"),
            _line("r2", "Ornaments, per character", "4000", "C62", "4.5", "10"),
        ),
        additional_taxes=(AdditionalTax(label="Withholding tax", rate=Decimal("-10.21")),),
    )


SAMPLES: Final[dict[str, Callable[[], Draft]]] = {
    "atelier": atelier,
    "export-usd": export_usd,
    "german": german,
    "gross": gross,
    "long": long,
    "arabic": arabic,
    "yen": yen,
}
"""By the name the command line knows it by, the first-run document first."""


def sample(name: str) -> Draft:
    """A new copy of that sample. Raises KeyError for a name that is not in SAMPLES."""
    return SAMPLES[name]()
