"""Words beside the net, the tax and the gross amount of an invoice, and beside other sums."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.syntax import Label, alternatives, says

_SUM: Final = alternatives(
    """
    total
    sum
    amount
    montant
    somme
    sous-total
    base
    summe
    *summe
    gesamt*
    *betrag
    *total
    totaal
    subtotaal
    bedrag
    totale
    importo
    importe
    valor
    rechnung*
    factuur
    """
)


def _sum_with(wordings: str, weight: float) -> Label:
    """A word for a sum, and one of these after it."""
    return Label(re.compile(rf"{_SUM}.*{alternatives(wordings)}"), weight)


NET_LABELS: Final[tuple[Label, ...]] = (
    _sum_with(
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
        # es
        sin iva
        sin impuestos
        base imponible
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
        total iliquido
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
        parcial
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
        senza
        before
        ex
        zonder
        basis
        base
        """,
    ),
)

_TAX_WITHIN: Final = r"^(?:incl\w*|inkl\w*|compris)\.? ?(?:\d|mwst|ust|vat|tva|btw|iva)"
"""The tax that a total holds, said on a line of its own: inkl. 19 % MwSt."""

TAX_LABELS: Final[tuple[Label, ...]] = (
    _sum_with(
        """
        tva
        t.v.a.
        vat
        tax
        taxes
        taxe
        mwst
        ust
        umsatzsteuer
        mehrwertsteuer
        steuer*
        btw
        iva
        impuestos
        imposta
        gst
        hst
        """,
        3,
    ),
    says(
        2.6,
        """
        # fr
        tva
        t.v.a.
        taxe
        taxes
        dont tva
        dont t.v.a.
        # en
        vat
        tax
        of which vat
        sales tax
        tax amount
        vat amount
        gst
        hst
        pst
        qst
        # de
        mwst.
        ust.
        umsatzsteuer
        umsatzsteuerbetrag
        davon mwst.
        davon ust.
        darin mwst.
        enthaltene mwst.
        mehrwertsteuer
        mehrwert-steuer
        mehrwertsteuerbetrag
        steuerbetrag
        steuersumme
        mwst-betrag
        ust-betrag
        versicherungsteuer
        versicherungssteuer
        # nl
        btw
        waarvan btw
        btw-bedrag
        # it
        iva
        i.v.a.
        di cui iva
        imposta
        # es, pt
        igic
        cuota
        impuestos
        # elsewhere
        igst
        cgst
        sgst
        moms
        """,
    ),
    says(
        -4,
        """
        # with or without tax
        excl*
        hors
        ht
        ohne
        sin
        senza
        before
        without
        ttc
        compris*
        brutto
        netto
        zonder
        exonere*
        non applicable
        intracom*
        # numbers
        number
        nummer
        numero
        nr
        no
        id
        idnr
        *idnr
        ident*
        reg*
        # other taxes and sums
        withh*
        irpf
        ritenuta
        retencion
        basis
        base
        basisbetrag
        steuerbasis*
        imponibile
        gesamtbetrag
        rechnungsbetrag
        """,
    ),
    Label(re.compile(rf"(?!{_TAX_WITHIN})(?<!\w)(?:incl|inkl)"), -4),
)

_WITH_TAX: Final = """
    # fr
    ttc
    t.t.c.
    toutes taxes
    tva comprise
    facture
    # en
    incl*
    gross
    with tax
    with vat
    including
    invoice
    # de
    inkl*
    brutto*
    # it
    iva compresa
    iva inclusa
    documento
    fattura
    # es, pt
    iva incluido
    impuestos incluidos
    factura
    # nl
    factuur
"""

GROSS_LABELS: Final[tuple[Label, ...]] = (
    _sum_with(_WITH_TAX, 3.2),
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
        # nl
        factuurbedrag
        totaalbedrag
        factuurtotaal
        inclusief btw
        incl. btw
        te betalen
        totaal te betalen
        te voldoen
        # it
        totale fattura
        totale documento
        totale generale
        totale da pagare
        netto a pagare
        totale a pagare
        totale dovuto
        # es, pt
        importe total
        total factura
        total a pagar
        importe a pagar
        liquido a pagar
        total documento
        valor total
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
        amount due
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
        # paid, or taken off
        acompte
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
        incl*.
        inkl*.
        ttc
        brutto
        compris
        comprise
        inclu*
        inclusief
        including
        zahlbetrag
        a pagare
        a payer
        """,
    ),
)

RATE_NEAR: Final = re.compile(
    alternatives(
        """
        tva
        vat
        mwst
        ust
        btw
        iva
        tax
        taxe
        *steuer*
        gst
        imposta
        taux
        ust. satz
        """
    )
)
"""Words near a percentage that make it a rate of tax."""

EXEMPT: Final = re.compile(
    alternatives(
        """
        # fr
        tva non applicable
        art. 293 b
        exonere* de tva
        exoneration de tva
        autoliquidation
        # en
        reverse charge
        vat exempt
        exempt from vat
        no vat
        tax exempt
        zero rated
        # de
        steuerfrei*
        umsatzsteuerfrei*
        kleinunternehmer*
        steuerschuldnerschaft des leistungsempfangers
        keine umsatzsteuer
        # nl
        btw verlegd
        vrijgesteld van btw
        # it
        esente iva
        non imponibile
        inversione contabile
        fuori campo iva
        regime forfettario
        # es, pt
        exento de iva
        exenta de iva
        operacion exenta
        inversion del sujeto pasivo
        isento de iva
        """
    )
)
"""Words for why there is no tax."""

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
