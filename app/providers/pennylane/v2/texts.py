"""What has no member of its own at Pennylane, said in the texts it prints.

References and dates stand below the free text, notes and legal sentences below the special mention, in
the document's language. Lines that would say the same twice are said once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from app.domain.draft import Draft
from app.domain.money import plain

Labels = tuple[str, str, str]
"""English, French, German: the languages of their page."""

_REFERENCES: Final[Mapping[str, Labels]] = {
    "buyer_reference": ("Your reference", "Votre référence", "Ihr Zeichen"),
    "purchase_order": ("Purchase order", "Bon de commande", "Bestellung"),
    "contract_reference": ("Contract", "Contrat", "Vertrag"),
    "project_reference": ("Project", "Projet", "Projekt"),
    "sales_order": ("Sales order", "Commande client", "Auftrag"),
    "receiving_advice": ("Receiving advice", "Avis de réception", "Wareneingang"),
    "despatch_advice": ("Delivery note", "Bon de livraison", "Lieferschein"),
    "tender_reference": ("Tender or lot", "Appel d’offres ou lot", "Vergabe oder Los"),
    "object_reference": ("Object invoiced", "Objet facturé", "Abgerechnetes Objekt"),
    "accounting_reference": ("Buyer's account", "Compte de l’acheteur", "Buchungskonto des Käufers"),
}
_DELIVERY: Final = ("Delivered on", "Livré le", "Geliefert am")
_PERIOD: Final = ("Service period", "Période de prestation", "Leistungszeitraum")
_PRECEDING: Final = ("Refers to invoice", "Se rapporte à la facture", "Bezieht sich auf Rechnung")
_PAYMENT: Final = ("Payment reference", "Référence de paiement", "Zahlungsreferenz")
_PREPAID: Final = ("Already paid", "Déjà payé", "Bereits bezahlt")
_ON_DEBITS: Final = (
    "VAT on debits",
    "Option pour le paiement de la TVA d’après les débits",
    "Sollversteuerung",
)

IN_FREE_TEXT: Final = frozenset(
    {
        *_REFERENCES,
        "delivery_date",
        "service_start",
        "service_end",
        "preceding_invoices[].number",
        "preceding_invoices[].issue_date",
        "custom_fields[].name",
        "custom_fields[].value",
    }
)
IN_MENTION: Final = frozenset(
    {
        "memo",
        "footer",
        "payment_terms.text",
        "payment_terms.reference",
        "prepaid",
        "vat_on_debits",
        "rows[].exemption_reason",
        "rows[].exemption_code",
    }
)
"""The fields that the two texts take in, as paths of the model."""

_UNITS: Final[Mapping[str, Labels]] = {
    "HUR": ("h", "h", "Std."),
    "DAY": ("day", "jour", "Tag"),
    "WEE": ("week", "semaine", "Woche"),
    "MON": ("month", "mois", "Monat"),
    "ANN": ("year", "an", "Jahr"),
    "C62": ("unit", "unité", "Einheit"),
    "H87": ("piece", "pièce", "Stück"),
    "SET": ("set", "lot", "Satz"),
    "LS": ("lump sum", "forfait", "pauschal"),
    "KGM": ("kg", "kg", "kg"),
    "GRM": ("g", "g", "g"),
    "TNE": ("t", "t", "t"),
    "MTR": ("m", "m", "m"),
    "KMT": ("km", "km", "km"),
    "MTK": ("m²", "m²", "m²"),
    "MTQ": ("m³", "m³", "m³"),
    "LTR": ("l", "l", "l"),
    "KWH": ("kWh", "kWh", "kWh"),
}


def unit_word(code: str, language: str) -> str:
    """What their page prints for a unit: the word for a code of Recommendation 20, else the text itself."""
    words = _UNITS.get(code)
    return words[_place(language)] if words else code


def free_text(draft: Draft, language: str) -> str:
    """The free text with the references and dates below it."""
    return _joined(draft.free_text, _references(draft, _place(language)))


def mention(draft: Draft, language: str) -> str:
    """The special mention with the notes and legal sentences below it."""
    return _joined(draft.special_mention, _mentions(draft, _place(language)))


def preceding(draft: Draft) -> bool:
    """Whether an earlier invoice is named."""
    return any(named.number for named in draft.preceding_invoices)


def _references(draft: Draft, place: int) -> Iterator[str]:
    for name, labels in _REFERENCES.items():
        value = getattr(draft, name)
        if value:
            yield _line(labels, place, value)
    if draft.delivery_date:
        yield _line(_DELIVERY, place, _day(draft.delivery_date, place))
    if draft.service_start or draft.service_end:
        period = (draft.service_start, draft.service_end)
        yield _line(_PERIOD, place, " – ".join(_day(day, place) for day in period if day))
    for named in draft.preceding_invoices:
        told = " / ".join(
            part for part in (named.number, _day(named.issue_date, place) if named.issue_date else "") if part
        )
        if told:
            yield _line(_PRECEDING, place, told)
    for field in draft.custom_fields:
        if field.name or field.value:
            yield _line((field.name,) * 3, place, field.value)


def _mentions(draft: Draft, place: int) -> Iterator[str]:
    reasons = [(line.exemption_reason, line.exemption_code) for line in draft.lines]
    yield from (f"{reason} ({code})" if reason and code else reason or code for reason, code in reasons)
    if draft.vat_on_debits:
        yield _ON_DEBITS[place]
    yield draft.payment_terms.text
    if draft.payment_terms.reference:
        yield _line(_PAYMENT, place, draft.payment_terms.reference)
    if draft.prepaid:
        yield _line(_PREPAID, place, f"{plain(draft.prepaid)} {draft.currency}")
    yield draft.memo
    yield draft.footer


def _joined(stated: str, more: Iterator[str]) -> str:
    told: dict[str, None] = dict.fromkeys([stated] if stated else [])
    told.update(dict.fromkeys(text for text in more if text))
    return "\n".join(told)


def _line(labels: Labels | tuple[str, ...], place: int, value: str) -> str:
    colon = " : " if place == 1 else ": "
    return f"{labels[place]}{colon}{value}" if labels[place] else value


def _day(day: date, place: int) -> str:
    return day.isoformat() if place == 0 else day.strftime("%d/%m/%Y" if place == 1 else "%d.%m.%Y")


def _place(language: str) -> int:
    return {"fr_FR": 1, "de_DE": 2}.get(language, 0)
