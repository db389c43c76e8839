"""What documents call themselves."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.syntax import pattern_of

TITLES: Final[dict[str, re.Pattern[str]]] = {
    "credit_note": pattern_of(
        """
        credit note
        credit memo
        avoir
        facture d'avoir
        note de credit
        gutschrift
        rechnungsgutschrift
        stornorechnung
        rechnungskorrektur
        korrekturrechnung
        creditnota
        creditfactuur
        nota di credito
        nota de credito
        abono
        factura de abono
        factura rectificativa
        rectificativa
        """
    ),
    "invoice": pattern_of(
        """
        invoice
        tax invoice
        bill
        receipt
        facture
        note d'honoraires
        rechnung
        *rechnung
        r e c h n u n g
        honorarnote
        quittung
        factuur
        faktura
        fattura
        parcella
        ricevuta
        factura
        fatura
        """
    ),
    "other": pattern_of(
        """
        # en
        purchase order
        order confirmation
        quotation
        quote
        estimate
        delivery note
        packing slip
        pro-forma
        proforma invoice
        contract
        reminder
        statement of account
        # fr
        bon de commande
        confirmation de commande
        devis
        bon de livraison
        contrat
        relance
        rappel
        mise en demeure
        releve de compte
        facture pro-forma
        # de
        bestellung
        auftragsbestatigung
        angebot
        kostenvoranschlag
        lieferschein
        vertrag
        mahnung
        zahlungserinnerung
        kontoauszug
        # nl
        orderbevestiging
        offerte
        pakbon
        betalingsherinnering
        aanmaning
        # it
        conferma d'ordine
        preventivo
        documento di trasporto
        contratto
        sollecito
        # es, pt
        pedido de compra
        presupuesto
        albaran
        contrato
        factura proforma
        """
    ),
}
"""What a document calls itself, in its larger type or near its head."""
