"""Words that lead to the invoice's date, and to days that are not it."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.numbers import DOCUMENT
from app.intake.fields.wordings.syntax import Label, says

DATE_LABELS: Final[tuple[Label, ...]] = (
    Label(
        re.compile(
            r"\b(?:date|datum|data|fecha)\b\s?(?:de |der |des |of |da |do |du |della |del |d'|di |van )?"
            rf"(?:la |the |de )?\s?(?:l')?{DOCUMENT}\b"
        ),
        3,
    ),
    says(
        3,
        """
        # en
        invoice date
        date of invoice
        date of issue
        issue date
        issued
        issued on
        bill date
        billing date
        invoiced on
        document date
        tax point
        # fr
        date facture
        date de la facture
        date d'emission
        date d'edition
        date de facturation
        date d'etablissement
        emise le
        emis le
        etablie le
        facture du
        facture le
        facturee le
        # de
        *rechnungsdatum
        rechnungs-datum
        ausstellungsdatum
        belegdatum
        beleg-datum
        ausgestellt am
        gutschriftsdatum
        # nl
        factuurdatum
        factuur datum
        facturatiedatum
        datum factuur
        # it
        data fattura
        data emissione
        data di emissione
        data documento
        data della fattura
        emessa il
        # es
        fecha factura
        fecha de factura
        fecha de emision
        fecha emision
        fecha de expedicion
        fecha expedicion
        # pt
        data de emissao
        data da fatura
        """,
    ),
    # Whatever is said of a document that is made out on a day.
    says(
        2.4,
        """
        emis*
        emit*
        emess*
        etabli*
        facture*
        facturad*
        faturad*
        invoiced
        billed
        ausgestellt*
        ausstellung*
        erstell*
        rechnungstag
        uitgegeven
        uitgifte
        expedi*
        documentdatum
        dokumentdatum
        data doc.
        datum doc.
        doc. date
        *datum rechnung
        rg.-datum
        re.-datum
        rechn.-datum
        fra. fecha
        fecha fra.
        fact.datum
        fatt. data
        data fatt.
        date fact.
        inv. date
        """,
    ),
    Label(
        re.compile(
            r"(?:facture|rechnung|fattura|factura|factuur|invoice|avoir|gutschrift|nota di credito|abono)\b.*"
            r"\b(?:du|vom|von|del|van|of|at|dated|en date du|le|d\.d\.)\s*$"
        ),
        2.2,
    ),
    says(
        1.6,
        """
        date$
        datum$
        data$
        fecha$
        le$
        den$
        du$
        del$
        in data$
        d.d.$
        li$
        dated$
        vom$
        """,
    ),
    says(
        -3,
        """
        # en
        due
        payable
        pay by
        payment
        order
        delivery
        service
        period*
        from
        to
        until
        birth
        ship*
        print*
        deposit
        expire*
        expiry
        end
        start
        next
        valid*
        remit
        # fr
        echeance
        reglement
        a regler
        paiement
        commande
        livraison
        periode
        du ... au
        naissance
        abonnement
        virement
        prelevement
        acompte
        bon
        fin
        debut
        prochaine
        prochain
        associee
        d'origine
        original
        originale
        relating to
        ursprungliche*
        concernee
        rectificada
        # de
        fallig*
        faellig*
        zahlbar
        bestell*
        auftrag*
        liefer*
        leistung*
        bis
        versand*
        lieferschein
        kaufdatum
        beginn
        zeitraum
        *zeitraum
        version
        stand
        # nl
        verval*
        betaal*
        orderdatum
        leverdatum
        # it
        scad*
        consegna
        ordine
        ddt
        # es, pt
        venc*
        vto.
        entrega
        pedido
        albaran
        inicio
        encomenda
        carga
        """,
    ),
)
