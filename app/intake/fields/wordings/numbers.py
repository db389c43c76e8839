"""Words that lead to the invoice's own number, and to numbers that are something else."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.syntax import Label, any_of, lines, says

DOCUMENT: Final = any_of(
    re.escape(word) if word.isalpha() or " " in word else word
    for word in lines(
        r"""
        invoice
        inv\.?
        bill
        receipt
        credit note
        credit memo
        credit
        document
        doc\.\s?
        facture
        fact\.?
        avoir
        note de credit
        note d'honoraires
        rechnungs?
        rechn\.?
        rech\.?
        rg\.?
        re\.?
        gutschrifts?
        beleg
        honorarnote
        quittung
        factuur
        dokument
        creditnota
        creditfactuur
        fattura
        fatt\.?
        ricevuta
        parcella
        nota di credito
        nota credito
        documento
        factura
        fra\.?
        fac\.?
        abono
        nc\b
        n\.c\.
        nota
        nota de credito
        rectificativa
        fatura
        """
    )
)
"""What the document calls itself where its number is named."""
NUMBER: Final = any_of(
    lines(
        r"""
        n[or]?[o.]?s?\b\.?
        n\.\s?o\b\.?
        num(?:ero|\.|mer)?
        nummer
        number
        nr(?:\.|\b)
        no(?:\.|\b)
        \#
        id\b
        reference
        ref\.?
        code
        """
    )
)
_OF: Final = r"(?:de (?:la )?|du |do |della |del |da |di |d'|van )?"

NUMBER_LABELS: Final[tuple[Label, ...]] = (
    Label(re.compile(rf"\b{DOCUMENT}\s?-?\s?{_OF}{NUMBER}\s?:?"), 3),
    Label(re.compile(rf"\b{NUMBER}\s?{_OF}{DOCUMENT}\b"), 3),
    Label(re.compile(rf"rechnung\b[^:]{{0,30}}?\b{NUMBER}\s?:?"), 2.6),
    says(
        3,
        """
        # de
        *rechnungsnummer
        *rechnungsnr.
        rechnungs-nr.
        belegnummer
        beleg-nr.
        gutschriftnummer
        gutschriftsnummer
        # nl
        factuurnummer
        factuurnr.
        creditnotanummer
        facturanummer
        # es, pt
        factura n.o
        num. factura
        # en
        invoice #
        bill #
        """,
    ),
    Label(
        re.compile(
            r"(?:^|\b(?:votre|notre|your|our|ihre|unsere|onze|ons|nuestra|nostra|tax|vat) )(?:handels)?"
            r"(?:invoice|facture|rechnung|factuur|fattura|factura|fatura|"
            r"avoir|gutschrift|creditnota|credit note|credit memo|beleg)\b\s?[:#]?\s?"
        ),
        2.2,
    ),
    Label(re.compile(rf"^{NUMBER}\s?[:.]?"), 1.4),
    Label(re.compile(r"^(?:numero|nummer|number)\s?[:.]?$"), 2),
    Label(
        re.compile(r"\b(?:invoice|facture|rechnung|factuur|fattura|factura|fatura) (?=[a-z]{0,5}[-/]?\d)"),
        1.8,
    ),
    says(
        1,
        """
        document no.
        document number
        belegnr.
        piece
        numero
        """,
    ),
    says(
        -4,
        """
        # whose number it is, or of what: en
        order
        customer
        client*
        account
        phone
        delivery
        project
        contract
        purchase
        po
        page
        quote
        quotation
        serial
        item
        bank
        line
        your
        vat
        iban
        bic
        swift
        tracking
        shipment
        tax id
        company
        registration
        policy
        # fr
        commande
        compte
        siret
        siren
        tva
        rcs
        livraison
        contrat
        bon de
        devis
        article
        naf
        ape
        capital
        ligne
        marche
        abonne
        adherent
        dossier
        associee
        d'origine
        origine
        original invoice
        facture initiale
        rectificado
        rectificada
        ursprungliche*
        storno zu
        relating to
        concernee
        # de
        bestell*
        auftrag*
        kunden*
        konto*
        ust*
        steuer*
        tel*
        fax
        liefer*
        projekt*
        vertrag*
        seite
        angebot*
        serien*
        artikel*
        handelsregister*
        hrb
        hra
        ihre
        ihr
        debitor*
        debit*
        mandat*
        mandatsreferenz
        bearbeiter
        # nl
        klant*
        btw
        kvk
        offerte
        uw
        bestelnummer
        relatie*
        debiteur*
        # it
        cliente
        iva
        p. iva
        ordine
        contratto
        ddt
        vostro
        cig
        cup
        codice fiscale
        # es, pt
        pedido
        albaran
        su
        cif
        nif
        nipc
        contribuinte
        pagina
        contrato
        serie
        remito
        """,
        unless_after="""
        invoice
        facture
        rechnung
        factuur
        fattura
        factura
        """,
    ),
    # Another document's number: a title of that kind is followed by no colon.
    Label(re.compile(r"\b(?:facture|factura|fatura|fattura|rechnung) originale?\s*:"), -4),
)
