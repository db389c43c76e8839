"""What stands beside a value on an invoice, by field, in the languages we read.

Patterns are searched in folded text (`app.intake.fields.words`): small letters, no accents. Each has a
weight: 3 says what it is beyond doubt, 1 is a hint, below 0 says that it is something else. Sources:
the wording of invoices in the laws and forms of the countries named, EN 16931 terms, accounting usage.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

LabelledField = str
"""number, date, due_date, net, tax, gross, and what is none of these."""


class Label(NamedTuple):
    """One wording. `weight` as above."""

    pattern: re.Pattern[str]
    weight: float


def _labels(*rows: tuple[float, str]) -> tuple[Label, ...]:
    return tuple(Label(re.compile(pattern), weight) for weight, pattern in rows)


_INV: Final = r"(?:invoice|inv\.?|facture|fact\.?|rechnungs?|re|factuur|fattura|factura|fatura|avoir|credit note|credit memo|creditnota|gutschrifts?|abono|nota di credito|note de credit|nota de credito|bill|receipt|beleg|document|documento)"
_NO: Final = r"(?:n[or]?[o.]?s?\b\.?|num(?:ero|\.|mer)?|nummer|number|nr\.?|no\.?|#|id\b|reference|ref\.?)"

LABELS: Final[dict[LabelledField, tuple[Label, ...]]] = {
    "number": _labels(
        (3, rf"\b{_INV}\s?-?\s?(?:de |du |d'|della |del )?{_NO}\s?:?"),
        (3, rf"\b{_NO}\s?(?:de (?:la )?|della |del |da |di |d'|van )?{_INV}\b"),
        (3, r"\b(?:rechnungsnummer|rechnungsnr|rechnungs-nr|factuurnummer|factuurnr|belegnummer|beleg-nr|facturanummer)\b"),
        (2.2, r"(?:^|\b(?:votre|your|ihre|tax) )(?:handels)?(?:invoice|facture|rechnung|factuur|fattura|factura|fatura|avoir|gutschrift|creditnota|credit note|credit memo|beleg)\b\s?[:#]?\s?"),
        (1.5, r"^(?:invoice|facture|rechnung|factuur|fattura|factura|avoir|gutschrift|creditnota|credit note)\s*(?:no|n|nr|#)?\.?\s*:?$"),
        (1.4, rf"^{_NO}\s?[:.]?"),
        (1, r"\b(?:document no|belegnr|document number|piece|numero)\b"),
        (-4, r"\b(?:order|commande|bestell\w*|auftrags\w*|ordine|pedido|kunden\w*|client\w*|customer|klant\w*|debit\w*|cliente|account|compte|konto|iban|bic|siret|siren|tva|vat|ust\w*|steuer\w*|btw|iva|p\.? ?iva|kvk|rcs|tel\w*|phone|fax|liefer\w*|delivery|livraison|projekt\w*|project|contract|contrat|vertrag\w*|contratto|po|purchase|page|seite|pagina|bon de|devis|quote|angebots?\w*|offerte|serien\w*|serial|serie|article|artikel\w*|item|bank|handelsregister|hrb|naf|ape|capital|ligne|line|your|votre|ihre?|uw|vostro|su)\b(?!.*\b(?:invoice|facture|rechnung|factuur|fattura|factura))"),
    ),
    "date": _labels(
        (3, rf"\b(?:date|datum|data|fecha)\b\s?(?:de |der |des |of |da |du |della |del |d'|di |van )?(?:la |the |de )?\s?(?:l')?{_INV}\b"),
        (3, r"\b(?:invoice date|date facture|rechnungsdatum|factuurdatum|data fattura|data emissione|fecha factura|date of issue|issue date|issued(?: on)?|date d'emission|date d'edition|ausstellungsdatum|belegdatum|fecha de emision|fecha de expedicion|data di emissione|bill date|billing date|date de facturation|facturatiedatum|invoiced on|emise? le|etablie? le|facture du|document date|tax point|data documento|data de emissao)\b"),
        (2.2, r"\b(?:facture|rechnung|fattura|factura|factuur|invoice|avoir)\b.*\b(?:du|vom|del|van|of|dated|en date du|le|d\.d\.)\s*$"),
        (1.6, r"(?:^|\b)(?:date|datum|data|fecha|le|den|dated)\s?[:.]?\s*$"),
        (-3, r"\b(?:due|echeance|fallig\w*|faelligkeit\w*|zahlbar|scadenza|vencimiento|vervaldatum|vervaldag|betaal\w*|payable|pay by|payment|reglement|a regler|paiement|order|commande|bestell\w*|orderdatum|auftrag\w*|liefer\w*|delivery|livraison|leistung\w*|service|leverdatum|consegna|entrega|period\w*|periode|du .* au|from|to|until|bis|valid\w*|naissance|birth|ship\w*|versand\w*|abonnement|print\w*|virement|prelevement|acompte|deposit|expire\w*|expiry|commande|pedido|ordine|albaran|ddt|bon|lieferschein|kaufdatum|fin|end|start|debut|beginn|prochaine?|next)\b"),
    ),
    "due_date": _labels(
        (3, r"\b(?:due date|date due|payment due|due by|due on|pay by|date d'echeance|date echeance|echeance|echeant le|date limite de (?:paiement|reglement)|a (?:regler|payer) avant(?: le)?|payable (?:avant )?le|exigible le|fallig(?:keitsdatum|keit)?(?: am| bis| zum)?|faellig\w*|zahlbar\b.*\bbis(?: zum| spatestens)?|zahlungsziel|zahlungstermin|zu zahlen bis|vervaldatum|vervaldag|te betalen voor|betalen voor|uiterste betaaldatum|betaaldatum|uiterlijk|scadenza|data scadenza|scadenze|pagamento entro(?: il)?|entro(?: e non oltre)? il|da pagare entro|fecha (?:de )?vencimiento|vencimiento|vence el|fecha limite de pago|pagar antes del|data de vencimento|fecha de cargo|fecha de cobro|date de prelevement|vencimento|payment due date|please pay by|zahlung bis|bitte .*bis(?: zum)?|settle by)\b"),
        (1.5, r"\b(?:due|bis zum|spatestens|au plus tard|reglement le|prelevement (?:le|a partir du|au)|will be (?:charged|debited|collected)|abgebucht|eingezogen am|domiciliaz\w*|payable by)\b"),
        (-3, r"\b(?:skonto|escompte|discount|sconto|descuento|korting)\b"),
        (-2, r"\b(?:invoice date|rechnungsdatum|factuurdatum|date facture|date de facture|order date|orderdatum|delivery|livraison|liefer\w*|leistung\w*|period\w*)\b\s?:?\s*$"),
    ),
    "net": _labels(
        (3, r"\b(?:total|montant|sous-total|base|somme|summe|gesamt\w*|totale|importe|subtotal|subtotaal|amount|valor)\b.*\b(?:ht|h\.t\.?|hors taxes?|hors tva|net(?:to)?|netto\w*|excl\w*\.?|before (?:tax|vat)|without (?:tax|vat)|ex\.? ?(?:vat|btw|tax)|zonder btw|ohne (?:mwst|ust|umsatzsteuer|mehrwertsteuer)|imponibile|sin iva|senza iva|base imponible|iva esclusa)"),
        (3, r"\b(?:net(?:to)? ?(?:betrag|summe|wert|amount|total|a payer ht)|nettobetrag|nettosumme|gesamtnetto|netto gesamt|rechnungsbetrag netto|zwischensumme netto|summe netto|warenwert netto|net amount|total net|total hors taxes?|total ht|montant ht|totaal excl|exclusief btw|excl\.? btw|totale imponibile|imponibile|base imponible|total sin iva|taxable amount|total excluding|total excl|amount excl|total before tax|positionen netto|taxable total|totale netto|importe neto|total base|netto)\b"),
        (2, r"\b(?:sub ?-?total|subtotaal|sous-?total|zwischensumme|subtotale|somma|sub-totaal|parcial|ht|netto)\b"),
        (1, r"\b(?:base|montant|amount|importe|warenwert)\b"),
        (-4, r"\b(?:ttc|t\.t\.c|incl\w*|brutto\w*|toutes taxes|gross|total a payer|net a payer|zu zahlen\w*|zahlbetrag|te betalen|da pagare|a pagar|balance|due|acompte|deposit|prepaid|paid|paye|remise|rabatt\w*|discount|sconto|descuento|capital|stammkapital|unit\w*|einzel\w*|prix unitaire|stuk)\b"),
        (-2, r"\b(?:tva|mwst|ust|vat|btw|iva|tax|taxe|umsatzsteuer|mehrwertsteuer)\b(?!.*\b(?:excl|hors|sans|ohne|sin|senza|before|ex|zonder|basis|base)\b)"),
    ),
    "tax": _labels(
        (3, r"\b(?:total|montant|summe|totaal|totale|importe|gesamt|amount|sum|betrag|somme)\b.*\b(?:tva|t\.v\.a|vat|taxes?|mwst|ust|umsatzsteuer|mehrwertsteuer|btw|iva|gst|hst|imposta|steuer\w*)\b"),
        (2.6, r"\b(?:tva|t\.v\.a\.?|vat|mwst\.?|ust\.?|umsatzsteuer|mehrwertsteuer|btw|i\.?v\.?a\.?|gst|hst|pst|qst|sales tax|imposta|mehrwert-?steuer|steuerbetrag|mwst-betrag|tax amount|vat amount|taxes?|igic|igst|cgst|sgst|moms|tax)\b"),
        (-4, r"\b(?:excl\w*|hors|ht|ohne|sin|senza|before|incl\w*|ttc|inkl\w*|compris\w*|brutto|netto|zonder|exonere\w*|non applicable|intracom\w*|number|nummer|numero|nr|no|id|idnr|reg\w*|registration|withh\w*|irpf|ritenuta|retencion|basis|base|imponibile|gesamtbetrag|rechnungsbetrag)\b"),
    ),
    "gross": _labels(
        (3.2, r"\b(?:total|montant|summe|gesamt\w*|totaal|totale|importe|amount|rechnungs?\w*|betrag|endbetrag)\b.*\b(?:ttc|t\.t\.c\.?|toutes taxes|incl\w*|inkl\w*|brutto\w*|gross|with (?:tax|vat)|including|iva (?:incl|compresa)|iva inclu\w*|tva comprise|documento|fattura|factura|facture|invoice)"),
        (3, r"\b(?:rechnungsbetrag|gesamtbetrag|endbetrag|bruttobetrag|gesamtsumme|rechnungssumme|endsumme|bruttosumme|gesamt brutto|summe brutto|invoice total|total invoice|grand total|total amount|total due|montant total|total facture|total general|total ttc|montant ttc|factuurbedrag|totaalbedrag|factuurtotaal|inclusief btw|incl\.? btw|totale fattura|totale documento|totale generale|importe total|total factura|total a pagar|total eur\w*|total a payer|net a payer|a payer|zu zahlender betrag|zahlbetrag|zahlungsbetrag|te betalen|totale da pagare|netto a pagare|amount payable|somme a payer|total to pay|total general|totaal te betalen)\b"),
        (2.2, r"^(?:total|totaal|totale|gesamt|summe|total general|amount|betrag|importe)\s*(?:[:.]|\(?(?:eur|usd|gbp|chf|€|\$|£|en euros?|in eur)\)?)*\s*$"),
        (1.7, r"\b(?:amount due|balance due|total|totaal|totale|gesamt|summe|zu zahlen|brutto|solde)\b"),
        (-2.2, r"\b(?:balance due|amount due|solde|saldo|restbetrag|noch zu zahlen|reste a payer|remaining|balance|montant du|previous|outstanding)\b"),
        (-4, r"\b(?:ht|hors taxes?|hors tva|netto\w*|net amount|excl\w*|sub ?-?total|subtotaal|sous-?total|zwischensumme|subtotale|imponibile|base|before|sin iva|ohne|taxes|tva|vat|mwst|ust|btw|iva|tax|acompte|deposit|anzahlung|prepaid|paid|paye|bezahlt|previous|vorherig\w*|discount|remise|rabatt\w*|sconto|descuento|korting|ritenuta|irpf|capital|stammkapital|savings|verse|already|skonto\w*|heures|hours|stunden|menge|quantity|qty|quantite)\b(?!.*\b(?:incl|inkl|ttc|brutto|compris|comprise|inclu\w*|inclusief|including|zahlbetrag)\b)"),
    ),
    "ids_of_buyer": _labels(
        (3, r"\b(?:client|customer|kunde\w*|klant\w*|cliente|acheteur|buyer|your|votre|ihre?|uw|vostr[oa]|su|destinatario|empfanger|recipient|bill to|sold to|afnemer)\b"),
    ),
    "buyer": _labels(
        (3, r"^(?:bill(?:ed)? to|invoice to|invoiced to|sold to|ship(?:ped)? to|deliver to|customer|client|facture a|facturee? a|adresse de (?:facturation|livraison)|adresse (?:facturation|livraison)|livre a|destinataire|a l'attention de|rechnung an|rechnungsempfanger|rechnungsadresse|lieferadresse|lieferanschrift|rechnungsanschrift|kunde|empfanger|an:|aan|factuuradres|afleveradres|klant|klantgegevens|debiteur|cliente|destinatario|spett(?:\.|le)\b.*|intestatario|fatturare a|facturar a|datos del cliente|nom de l'abonne|titulaire|attn|for|to)\b\s?:?"),
    ),
}  # fmt: skip
"""By field; `buyer` heads a block that is about the customer, `ids_of_buyer` an identifier of hers."""

TITLES: Final[dict[str, re.Pattern[str]]] = {
    "credit_note": re.compile(
        r"\b(?:avoir|facture d'avoir|note de credit|credit note|credit memo|creditnota|creditfactuur|gutschrift|"
        r"stornorechnung|rechnungskorrektur|korrekturrechnung|nota di credito|nota de credito|abono|"
        r"factura rectificativa|rectificativa)\b"
    ),
    "invoice": re.compile(
        r"\b(?:tax invoice|invoice|facture|rechnung|factuur|fattura|factura|fatura|faktura|receipt|quittung|honorarnote|"
        r"note d'honoraires|bill|parcella|ricevuta)\b|rechnung\b"
    ),
    "other": re.compile(
        r"\b(?:purchase order|bon de commande|bestellung|auftragsbestatigung|order confirmation|"
        r"confirmation de commande|orderbevestiging|conferma d'ordine|pedido de compra|quotation|quote|devis|angebot|"
        r"kostenvoranschlag|offerte|preventivo|presupuesto|delivery note|bon de livraison|lieferschein|pakbon|"
        r"documento di trasporto|albaran|pro ?-?forma|contrat|contract|vertrag|contratto|contrato|mahnung|"
        r"zahlungserinnerung|relance|rappel|reminder|statement of account|releve de compte|kontoauszug)\b"
    ),
}
"""What a document calls itself, in its larger type or near its head."""


@lru_cache(maxsize=8192)
def weight(field: LabelledField, text: str) -> float:
    """How much this folded text says that the value beside it is this field: the best hint less the worst."""
    best = worst = 0.0
    for label in LABELS[field]:
        if label.pattern.search(text):
            if label.weight > 0:
                best = max(best, label.weight)
            else:
                worst = min(worst, label.weight)
    return best + worst
