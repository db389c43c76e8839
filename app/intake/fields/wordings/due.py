"""Words that lead to the day an invoice is due, and to days that are not it."""

from __future__ import annotations

from typing import Final

from app.intake.fields.wordings.syntax import Label, says

DUE_LABELS: Final[tuple[Label, ...]] = (
    says(
        3,
        """
        # en
        due date
        date due
        due
        payment due
        payment date
        due by
        due on
        pay by
        payment due date
        please pay by
        remit until
        remit by
        settle by
        payable by
        payable on
        payment by
        to be paid by
        pay before
        # fr
        date d'echeance
        date echeance
        echeance
        echeances
        echeant le
        date limite de paiement
        date limite de reglement
        date de paiement
        date de reglement
        a regler avant (le)
        a payer avant (le)
        a regler le
        a payer le
        a regler au plus tard (le)
        a payer au plus tard (le)
        payable avant le
        payable le
        payable au plus tard (le)
        payable jusqu'au
        reglement avant le
        paiement avant le
        exigible le
        date de prelevement
        # de
        fallig
        fallig am
        fallig bis
        fallig zum
        falligkeit
        falligkeitsdatum
        faellig*
        zahlbar ... bis
        zahlbar bis (zum)
        zahlbar bis spatestens
        zahlungsziel
        zahlungstermin
        zahlung bis
        zu zahlen bis
        bitte ... bis
        bitte ... bis zum
        bitte ... bis spatestens
        spatestens bis
        # nl
        vervaldatum
        vervaldag
        te betalen voor
        te betalen uiterlijk
        betalen voor
        betalen voor of op
        uiterste betaaldatum
        betaaldatum
        uiterlijk
        te voldoen voor
        betalen uiterlijk
        # it
        scadenza
        scadenze
        data scadenza
        scadenza pagamento
        pagamento entro (il)
        entro (e non oltre) il
        da pagare entro (il)
        da saldare entro (il)
        # es
        fecha (de) vencimiento
        vencimiento
        vencimientos
        vence el
        vto.
        fecha vto.
        fecha limite de pago
        pagar antes del
        pago antes del
        fecha de cargo
        fecha de cobro
        # pt
        data de vencimento
        data limite de pagamento
        vencimento
        """,
    ),
    says(
        2,
        """
        # whatever is said of paying, in any of its forms
        regle*
        reglement*
        paiement*
        payer
        payable*
        exigib*
        echea*
        virer
        virement*
        prelev*
        debit*
        pay
        payment*
        settle*
        remit*
        collect*
        due
        zahl*
        *zahlung
        *zahlungs*
        *zahlbar
        uberweis*
        abbuch*
        abgebucht
        einzug*
        eingezogen
        fallig*
        betal*
        voldoen
        voldaan
        overmak*
        over te maken
        afgeschreven
        afschrijv*
        incass*
        verval*
        pag*
        sald*
        scad*
        addebit*
        bonifico
        venc*
        vence*
        abone
        abonar
        abonara
        adeud*
        cargo
        cargar*
        cobr*
        transfer*
        liquid*
        """,
    ),
    says(
        1.5,
        """
        bis zum
        spatestens
        au plus tard
        reglement le
        prelevement le
        prelevement a partir du
        prelevement au
        preleve le
        will be charged
        will be debited
        will be collected
        abgebucht
        eingezogen am
        domiciliaz*
        """,
    ),
    says(
        -3,
        """
        skonto
        escompte
        discount
        sconto
        descuento
        desconto
        desc.
        dto.
        korting
        betalingskorting
        early
        period*
        zeitraum
        *zeitraum
        cae
        # paid already
        paye
        payee
        reglee
        acquitte*
        paid
        received
        bezahlt
        betaald
        reeds ontvangen
        erhalten*
        pagato
        pagada
        pagado
        pago em
        # other days
        validite
        valable
        valid*
        gultig*
        geldig*
        valida
        valido
        garantie*
        warranty
        geboren
        """,
        unless="""
        to be paid
        zu bezahlen
        """,
    ),
    says(
        -2,
        """
        invoice date$
        rechnungsdatum$
        factuurdatum$
        date facture$
        date de facture$
        order date$
        orderdatum$
        delivery$
        delivery date$
        livraison$
        liefer*$
        leistung*$
        commande$
        bestel*$
        lever*$
        consegna$
        entrega$
        pedido$
        encomenda$
        ordine$
        """,
    ),
)
