"""Words beside the tax, beside its rates, and for why there is none."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.sum_words import sum_with
from app.intake.fields.wordings.syntax import Label, alternatives, says

_TAX_WITHIN: Final = r"^(?:incl\w*|inkl\w*|compris)\.? ?(?:\d|mwst|ust|vat|tva|btw|iva)"
"""The tax that a total holds, said on a line of its own: inkl. 19 % MwSt."""


TAX_LABELS: Final[tuple[Label, ...]] = (
    sum_with(
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
        imposto
        impostos
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
        omzetbelasting
        # it
        iva
        i.v.a.
        di cui iva
        imposta
        # es, pt
        igic
        cuota
        impuestos
        imposto
        impostos
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
        sem
        con iva
        com iva
        mit mwst.
        met btw
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
