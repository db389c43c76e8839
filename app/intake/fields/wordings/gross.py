"""Words beside the total with tax, and beside what is withheld from it."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.sum_words import sum_with
from app.intake.fields.wordings.syntax import Label, alternatives, says

_WITH_TAX: Final = """
    # fr
    ttc
    t.t.c.
    toutes taxes
    tva comprise
    avec tva
    facture
    # en
    inc.
    incl*
    gross
    with tax
    with vat
    including
    invoice
    # de
    inkl*
    brutto*
    mit mwst.
    mit ust.
    mit mehrwertsteuer
    # it
    con iva
    iva compresa
    iva inclusa
    documento
    fattura
    # es, pt
    com iva
    iva incluido
    impuestos incluidos
    impostos incluidos
    factura
    # nl
    met btw
    factuur
"""


GROSS_LABELS: Final[tuple[Label, ...]] = (
    sum_with(_WITH_TAX, 3.2),
    says(
        3,
        """
        # en
        invoice total
        total invoice
        invoice amount
        grand total
        total amount
        total due
        amount payable
        total to pay
        due payable
        total payable
        amount to pay
        amount payable
        gross amount
        gross total
        total gross
        total charge*
        total now due
        # fr
        montant total
        total facture
        total general
        total ttc
        montant ttc
        total a payer
        net a payer
        a payer
        somme a payer
        montant a payer
        total a regler
        net a regler
        montant du ttc
        montant a regler
        montant net a payer
        montant de la facture
        total de la facture
        total du document
        # de
        rechnungsbetrag
        rechnungsbeitrag
        rechnungs-betrag
        gesamtbetrag
        gesamt-betrag
        endbetrag
        bruttobetrag
        brutto-betrag
        gesamtsumme
        rechnungssumme
        endsumme
        bruttosumme
        gesamt brutto
        summe brutto
        zu zahlender betrag
        zahlbetrag
        zahlungsbetrag
        rechnungsendbetrag
        gesamtpreis
        gesamtrechnungsbetrag
        gesamtwert brutto
        zu uberweisen*
        zu zahlen
        fakturabetrag
        # nl
        factuurbedrag
        totaalbedrag
        factuurtotaal
        inclusief btw
        incl. btw
        te betalen
        totaal te betalen
        te voldoen
        eindtotaal
        eindbedrag
        totaalprijs
        totaalfactuur
        verschuldigd bedrag
        # it
        totale fattura
        totale documento
        totale generale
        totale da pagare
        netto a pagare
        totale a pagare
        totale dovuto
        totale complessivo
        importo totale
        importo fattura
        importo dovuto
        importo da pagare
        tot. fattura
        tot. documento
        # es, pt
        importe total
        total factura
        total a pagar
        importe a pagar
        liquido a pagar
        total documento
        total (de la) factura
        total fra.
        total general
        total abono
        suma total
        liquido
        valor total
        valor a pagar
        total da fatura
        total do documento
        total geral
        montante total
        # any
        total eur*
        """,
    ),
    Label(
        re.compile(
            r"^(?:total|totaal|totale|gesamt|summe|total general|amount|betrag|importe)\s*"
            r"(?:[:.]|\(?(?:eur|usd|gbp|chf|€|\$|£|en euros?|in eur)\)?)*\s*$"
        ),
        2.2,
    ),
    says(
        1.7,
        """
        amount due
        balance due
        total
        totaal
        totale
        gesamt
        summe
        zu zahlen
        brutto
        solde
        """,
    ),
    says(
        -2.2,
        """
        # what is left to pay
        balance due
        amount due$
        solde
        saldo
        restbetrag
        noch zu zahlen
        reste a payer
        remaining
        balance
        montant du
        previous
        outstanding
        """,
        unless="total amount due",
    ),
    says(
        -4,
        """
        # without tax
        ht
        hors taxe
        hors taxes
        hors tva
        netto*
        net amount
        excl*
        sub-total
        subtotaal
        sous-total
        zwischensumme
        subtotale
        imponibile
        base
        before
        sin iva
        ohne
        without
        # the tax itself
        taxes
        tva
        vat
        mwst
        ust
        btw
        iva
        tax
        steuerbetrag
        net total
        total net
        # paid, or taken off
        acompte
        acconto
        anticipo
        adiantamento
        voorschot
        aanbetaling
        deposit
        anzahlung*
        prepaid
        paid
        paye
        bezahlt
        previous
        vorherig*
        discount
        remise
        rabatt*
        abschlage
        zuschlage
        sconto
        descuento
        korting
        ritenuta
        irpf
        savings
        verse
        already
        skonto*
        # carried over from page to page
        a reporter
        report$
        report page
        carried forward
        brought forward
        carried over
        ubertrag
        suma y sigue
        suma anterior
        a riportare
        riporto
        a transportar
        over te brengen
        # other figures
        capital
        stammkapital
        heures
        hours
        stunden
        menge
        quantity
        qty
        quantite
        """,
        unless="""
        inc.
        incl*.
        inkl*.
        avec tva
        with vat
        with tax
        mit mwst.
        mit ust.
        met btw
        con iva
        com iva
        ttc
        brutto
        compris*
        inclu*
        inclusief
        including
        zahlbetrag
        a pagare
        a payer
        """,
    ),
)


WITHHELD: Final = re.compile(
    alternatives(
        """
        irpf
        i.r.p.f.
        retencion
        retencao
        irs
        ritenuta
        ritenuta d'acconto
        retenue a la source
        retenue de garantie
        withholding
        withholding tax
        """
    )
)
"""Words for a part of the total that the customer pays to someone else, or later."""


PREPAID: Final = re.compile(
    alternatives(
        """
        # fr
        acompte
        acomptes
        arrhes
        deja regle
        deja paye
        deja verse
        deduit
        # en
        deposit
        prepaid
        prepayment
        amount paid
        paid to date
        already paid
        less paid
        payment received
        payments received
        down payment
        # de
        anzahlung*
        abschlag
        abschlagszahlung*
        vorauszahlung*
        bereits bezahlt
        bereits gezahlt
        geleistete zahlung*
        erhaltene zahlung*
        # nl
        aanbetaling
        reeds betaald
        reeds voldaan
        voorschot
        # it
        acconto
        acconti
        gia versato
        gia pagato
        anticipo
        # es, pt
        anticipos
        a cuenta
        pagado
        entregado a cuenta
        adiantamento
        sinal
        ja pago
        valor pago
        """
    )
)
"""Words for a part of the total that was paid before."""
