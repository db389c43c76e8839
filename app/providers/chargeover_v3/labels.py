"""The few words that we write into texts the customer reads, in the language of the document."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from app.domain.draft import DocumentLanguage
from app.domain.stated import canonical

_ORDER: Final = ("en", "fr", "de", "es", "it", "nl", "pt")

_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "discount": ("Discount", "Remise", "Rabatt", "Descuento", "Sconto", "Korting", "Desconto"),
    "charge": ("Charge", "Frais", "Zuschlag", "Recargo", "Maggiorazione", "Toeslag", "Encargo"),
    "shipping": ("Shipping", "Port", "Versand", "Envío", "Spedizione", "Verzending", "Envio"),
    "unit": ("Unit", "Unité", "Einheit", "Unidad", "Unità", "Eenheid", "Unidade"),
    "period": ("Period", "Période", "Zeitraum", "Periodo", "Periodo", "Periode", "Período"),
    "delivery": ("Delivery", "Livraison", "Lieferung", "Entrega", "Consegna", "Levering", "Entrega"),
    "order_line": (
        "Order line",
        "Ligne de commande",
        "Bestellposition",
        "Línea de pedido",
        "Riga d'ordine",
        "Orderregel",
        "Linha da encomenda",
    ),
    "code": ("Code", "Code", "Code", "Código", "Codice", "Code", "Código"),
    "buyer_reference": (
        "Your reference",
        "Votre référence",
        "Ihr Zeichen",
        "Su referencia",
        "Vostro riferimento",
        "Uw referentie",
        "Sua referência",
    ),
    "purchase_order": (
        "Purchase order",
        "Bon de commande",
        "Bestellung",
        "Pedido",
        "Ordine d'acquisto",
        "Inkooporder",
        "Encomenda",
    ),
    "contract_reference": ("Contract", "Contrat", "Vertrag", "Contrato", "Contratto", "Contract", "Contrato"),
    "project_reference": ("Project", "Projet", "Projekt", "Proyecto", "Progetto", "Project", "Projeto"),
    "sales_order": (
        "Our order",
        "Notre commande",
        "Unser Auftrag",
        "Nuestro pedido",
        "Nostro ordine",
        "Onze order",
        "Nossa encomenda",
    ),
    "receiving_advice": (
        "Receiving advice",
        "Avis de réception",
        "Wareneingang",
        "Aviso de recepción",
        "Avviso di ricezione",
        "Ontvangstbericht",
        "Aviso de receção",
    ),
    "despatch_advice": (
        "Delivery note",
        "Bon de livraison",
        "Lieferschein",
        "Albarán",
        "Bolla di consegna",
        "Pakbon",
        "Guia de remessa",
    ),
    "tender_reference": (
        "Tender",
        "Appel d'offres",
        "Ausschreibung",
        "Licitación",
        "Gara",
        "Aanbesteding",
        "Concurso",
    ),
    "object_reference": ("Object", "Objet", "Objekt", "Objeto", "Oggetto", "Object", "Objeto"),
    "accounting_reference": (
        "Cost centre",
        "Imputation",
        "Kostenstelle",
        "Centro de coste",
        "Centro di costo",
        "Kostenplaats",
        "Centro de custo",
    ),
    "preceding": (
        "Refers to invoice",
        "Se rapporte à la facture",
        "Bezug auf Rechnung",
        "Referida a la factura",
        "Riferita alla fattura",
        "Betreft factuur",
        "Referente à fatura",
    ),
}


def label(name: str, language: DocumentLanguage) -> str:
    """The word for this in the document's language."""
    return _LABELS[name][_ORDER.index(language)]


def labelled(name: str, value: str, language: DocumentLanguage) -> str:
    """`Word: value` in the document's language, with the space French puts before a colon."""
    colon = "\u00a0: " if language == "fr" else ": "
    return f"{label(name, language)}{colon}{value}"


def number(value: Decimal, language: DocumentLanguage) -> str:
    """The number with the decimal mark of the language and nothing to group its digits."""
    told = canonical(value)
    return told if language == "en" else told.replace(".", ",")
