"""A small office with a few months behind it: what the pictures show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from app.cli.demo import practice_draft
from app.domain.draft import Draft
from app.domain.parties import Address, Party
from app.domain.rows import Line, Section
from app.services.samples import sample
from app.services.snapshot import write_snapshot
from app.services.workspace import Profile, Series, StoreLocation, Workspace
from app.ui.seat import Places

PAYMENT_DAYS = 30


@dataclass(frozen=True)
class Sold:
    """One job of this office."""

    buyer: Party
    subject: str
    label: str
    days: str
    price: str
    on: date


def _party(name: str, street: str, postal_code: str, city: str, country: str = "FR") -> Party:
    address = Address(role="billing", line1=street, postal_code=postal_code, city=city, country=country)
    return Party(name=name, addresses=(address,))


SOLD = (
    Sold(
        _party("Brasserie du Port", "3 quai de la Fosse", "44000", "Nantes"),
        "Carte et enseigne",
        "Carte de saison, composition",
        "3",
        "620",
        date(2026, 8, 28),
    ),
    Sold(
        _party("Librairie Sauvage", "17 rue Mercière", "69002", "Lyon"),
        "Affiches de rentrée",
        "Affiche, trois formats",
        "2.5",
        "640",
        date(2026, 9, 14),
    ),
    Sold(
        _party("Société Lumen SAS", "48 avenue Foch", "75116", "Paris"),
        "Audit d’accessibilité",
        "Audit du site, rapport",
        "4",
        "720",
        date(2026, 9, 30),
    ),
    Sold(
        _party("Hôtel Bellerive", "2 place du Lac", "74000", "Annecy"),
        "Signalétique des étages",
        "Plans et fichiers d’impression",
        "6",
        "580",
        date(2026, 10, 16),
    ),
    Sold(
        _party("Association Les Passeurs", "9 cours Gambetta", "38000", "Grenoble"),
        "Rapport annuel",
        "Mise en page, 48 pages",
        "5",
        "540",
        date(2026, 11, 4),
    ),
)


def furnish(root: Path) -> Places:
    """Fill a store below this folder; a window there opens with the sample as a stored draft."""
    places = Places(root / "settings.toml", root / "data")
    location = StoreLocation(folder=places.data_folder)
    workspace = Workspace.open(location)
    try:
        _fill(workspace, places)
    finally:
        workspace.close()
    return places


def _fill(workspace: Workspace, places: Places) -> None:
    first = practice_draft()
    series = Series(id=first.series, pattern="F{year}-{counter:04}")
    workspace.save_profile(
        Profile(seller=first.seller, paper=first.paper, language="fr", currency="EUR", series=(series,))
    )
    for sold in SOLD:
        draft = _invoice(first, sold)
        workspace.issue(workspace.create(draft).id, today=sold.on)
        workspace.keep_buyer(draft)
    for name in ("export-usd", "gross"):
        workspace.create(sample(name).edited(seller=first.seller))
    shown = workspace.create(first)
    write_snapshot(places.snapshot_folder, shown.draft, shown.status)


def _invoice(like: Draft, sold: Sold) -> Draft:
    work = Line(
        id="r1", label=sold.label, quantity=Decimal(sold.days), unit="DAY", unit_price=Decimal(sold.price)
    )
    rows = (
        Section(id="s1", title=sold.subject),
        work.model_copy(update={"vat_rate": Decimal("20")}),
    )
    return like.edited(
        id="",
        buyer=sold.buyer,
        subject=sold.subject,
        issue_date=sold.on,
        due_date=sold.on + timedelta(days=PAYMENT_DAYS),
        rows=rows,
        discount=None,
    )
