"""What heads the columns of an invoice's lines."""

from __future__ import annotations

import re
from typing import Final, Literal

from app.intake.fields.wordings.syntax import pattern_of

COLUMNS: Final[dict[Literal["label", "quantity", "unit_price", "vat_rate", "amount"], re.Pattern[str]]] = {
    "amount": pattern_of(
        """
        amount
        total
        line total
        montant
        montant ht
        total ht
        betrag
        gesamt
        gesamtbetrag
        gesamt €
        prix total
        prezzo totale
        totaalprijs
        precio total
        gesamtpreis
        nettobetrag
        nettowert
        summe
        bedrag
        totaal
        totaal excl.
        importo
        totale
        importe
        valor
        valor liquido
        total liq.
        netto
        subtotal
        """
    ),
    "unit_price": pattern_of(
        """
        unit price
        unit cost
        price
        rate
        fee
        prix unitaire
        p.u.
        pu
        pu ht
        prix
        tarif
        preis
        einzelpreis
        e-preis
        nettopreis
        stuckpreis
        *preis
        preis/einh.
        prijs
        stukprijs
        eenheidsprijs
        prezzo
        prezzo unitario
        precio
        precio unitario
        preco
        """
    ),
    "quantity": pattern_of(
        """
        quantity
        qty
        qte
        quantite
        nombre
        menge
        anzahl
        aantal
        hoeveelheid
        quantita
        q.ta
        qta
        cantidad
        cant.
        qtd.
        uds.
        unidades
        quantidade
        quant.
        units
        mge
        std.
        aant.
        hours
        heures
        stunden
        uren
        ore
        horas
        """
    ),
    "vat_rate": pattern_of(
        """
        tva
        taux
        vat
        tax
        taxes
        mwst.
        ust.
        ust. %
        steuersatz
        *steuersatz
        btw
        iva
        """
    ),
    "label": pattern_of(
        """
        description
        item
        product
        service
        details
        designation
        libelle
        prestation
        article
        bezeichnung
        beschreibung
        artikel*
        leistung
        produkt
        position
        text
        omschrijving
        artikel
        descrizione
        prodotto
        descripcion
        concepto
        detalle
        articulo
        descricao
        designacao
        artigo
        servico
        servizio
        beschrijving
        dienst
        """
    ),
}
"""The first whose words fit says what the column holds."""
