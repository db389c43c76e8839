"""Words beside the amount without tax."""

from __future__ import annotations

from typing import Final

from app.intake.fields.wordings.sum_words import sum_with
from app.intake.fields.wordings.syntax import Label, says

NET_LABELS: Final[tuple[Label, ...]] = (
    sum_with(
        """
        # fr
        ht
        h.t.
        hors taxe
        hors taxes
        hors tva
        # en
        net
        before tax
        before vat
        without tax
        without taxes
        without vat
        excl*.
        ex. vat
        ex. tax
        # de
        netto*
        ohne mwst.
        ohne ust.
        ohne umsatzsteuer
        ohne mehrwertsteuer
        # nl
        ex. btw
        zonder btw
        # it
        imponibile
        senza iva
        iva esclusa
        # es, pt
        sin iva
        sin impuestos
        base imponible
        sem iva
        sem impostos
        """,
        3,
    ),
    says(
        3,
        """
        # en
        ^net$
        net amount
        net total
        total net
        net value
        taxable amount
        taxable total
        total before tax
        vatable amount
        # fr
        total hors taxes
        total ht
        montant ht
        net ht
        base ht
        total h.t.
        # de
        nettobetrag
        nettosumme
        nettowert
        netto-betrag
        netto-summe
        gesamtnetto
        gesamt netto
        netto gesamt
        summe netto
        warenwert netto
        zwischensumme netto
        positionen netto
        netto
        entgelt
        # nl
        totaal excl.
        exclusief btw
        excl. btw
        netto bedrag
        maatstaf (van heffing)
        grondslag
        totaal netto
        netto totaal
        # it
        totale imponibile
        imponibile
        totale netto
        # es, pt
        base imponible
        total sin iva
        importe neto
        total base
        neto
        base tributavel
        valor tributavel
        total tributavel
        incidencia
        total incidencia
        total iliquido
        total sem iva
        valor sem iva
        valor liquido
        suma base*
        total neto
        """,
    ),
    says(
        2,
        """
        sub-total
        subtotaal
        sub-totaal
        sous-total
        zwischensumme
        subtotale
        somma
        suma
        parcial
        total articles
        goods (value)
        goods total
        merchandise
        warenwert
        totale merce
        mercadoria*
        ht
        """,
    ),
    says(
        1,
        """
        base
        montant
        amount
        importe
        warenwert
        basisbetrag
        grondslag
        """,
    ),
    says(
        -4,
        """
        # with tax
        ttc
        t.t.c.
        incl*
        inkl*
        brutto*
        toutes taxes
        gross
        # to be paid, or paid
        total a payer
        net a payer
        netto a pagare
        zu zahlen*
        zahlbetrag
        te betalen
        da pagare
        a pagar
        balance
        due
        acompte
        deposit
        prepaid
        paid
        paye
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
        # taken off
        remise
        rabatt*
        discount
        sconto
        descuento
        korting
        # other figures
        capital
        stammkapital
        unit*
        einzel*
        prix unitaire
        stuk
        """,
    ),
    says(
        -2,
        """
        tva
        mwst
        ust
        vat
        btw
        iva
        tax
        taxe
        umsatzsteuer
        mehrwertsteuer
        """,
        unless="""
        excl*.
        exclusief
        esclusa
        hors
        sans
        ohne
        sin
        sem
        senza
        before
        ex
        zonder
        basis
        base
        """,
    ),
)
