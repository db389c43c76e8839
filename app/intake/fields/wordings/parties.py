"""Words about who sends the invoice and who gets it, and words that no name consists of."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.syntax import Label, alternatives, pattern_of, says

BUYER_IDS: Final[tuple[Label, ...]] = (
    says(
        3,
        """
        # en
        client
        customer
        buyer
        your
        recipient
        bill to
        sold to
        ship to
        # fr
        acheteur
        votre
        client
        # de
        kunde*
        kaufer*
        ihre
        ihr
        empfanger
        leistungsempfanger
        # nl
        klant*
        uw
        afnemer
        # it, es, pt
        cliente
        vostro
        vostra
        su
        destinatario
        cessionario*
        committente
        """,
    ),
)
"""Words beside an identifier that is the customer's."""

BUYER_HEADS: Final[tuple[Label, ...]] = (
    says(
        3,
        """
        # en
        ^bill to
        ^billed to
        ^billing address
        ^bill to address
        ^invoice to
        ^invoiced to
        ^invoice address
        ^sold to
        ^ship to
        ^shipped to
        ^shipping address
        ^delivery address
        ^deliver to
        ^customer
        ^customer details
        ^client
        ^attn
        ^for$
        ^to$
        ^to:
        ^buyer
        ^recipient
        # fr
        ^facture a
        ^facturee a
        ^adresse de facturation
        ^adresse facturation
        ^adresse de livraison
        ^adresse livraison
        ^adresse du client
        ^livre a
        ^livraison
        ^destinataire
        ^a l'attention de
        ^nom de l'abonne
        ^titulaire
        ^acheteur
        ^vos identifiants
        ^adresse de correspondance
        # de
        ^rechnung an
        ^rechnungsempfanger
        ^rechnungsadresse
        ^rechnungsanschrift
        ^lieferadresse
        ^lieferanschrift
        ^kunde
        ^kaufer*
        ^leistungsempfanger
        ^empfanger
        ^warenempfanger
        ^abweichender warenempfanger
        ^abweichender zahlungsempfanger
        ^auftraggeber
        ^an:
        ^herrn$
        ^frau$
        ^firma$
        # nl
        ^aan
        ^factuuradres
        ^afleveradres
        ^bezorgadres
        ^klant
        ^klantgegevens
        ^debiteur
        ^afnemer
        # it
        ^cliente
        ^destinatario
        ^spett.
        ^spett.le
        ^spettabile
        ^egr.
        ^gentile
        ^intestatario
        ^fatturare a
        ^luogo di destinazione
        ^cessionario
        ^cessionario/committente
        # es, pt
        ^facturar a
        ^datos del cliente
        ^sr.(s)
        ^senores
        ^cliente:
        ^exmo.(s)
        """,
    ),
)
"""Heads of a block that is about the customer."""

SELLER_HEAD: Final = re.compile(
    "^"
    + alternatives(
        """
        # en
        from
        seller
        vendor
        supplier
        sold by
        issued by
        provider
        service provider
        remit to
        payee
        # fr
        emetteur
        emis par
        fournisseur
        vendeur
        prestataire
        de la part de
        # de
        rechnungsersteller
        rechnungsaussteller
        rechnungssteller
        aussteller
        verkaufer
        lieferant
        absender
        leistungserbringer
        # nl
        leverancier
        verkoper
        afzender
        # it
        fornitore
        cedente
        cedente/prestatore
        emittente
        mittente
        prestatore
        # es, pt
        proveedor
        emisor
        vendedor
        datos del emisor
        fornecedor
        """
    )
    + r"\s?:?$"
)
"""Heads of a block that is about the supplier."""

FROM: Final = re.compile(
    "^"
    + alternatives(
        """
        from
        supplier
        vendor
        seller
        sold by
        issued by
        provider
        de
        emetteur
        emis par
        fournisseur
        vendeur
        von
        absender
        lieferant
        rechnungssteller
        verkaufer
        van
        leverancier
        fornitore
        emittente
        mittente
        proveedor
        emisor
        """
    )
    + r"\s*:\s*(.*)$"
)
"""The supplier's name behind a word for it, in one cell."""

HOLDER: Final = re.compile(
    alternatives(
        """
        account holder
        account name
        beneficiary
        payable to
        pay to
        a/c name
        titulaire
        titulaire du compte
        beneficiaire
        a l'ordre de
        kontoinhaber
        inhaber
        kontoname
        t.n.v.
        ten name van
        op naam van
        intestato a
        intestatario conto
        titular
        """
    )
    + r"\s*:?\s*(.+)$"
)
"""Whose account is to be paid into: mostly the supplier's."""

NAME_LABEL: Final = re.compile(
    "^"
    + alternatives(
        """
        name
        company
        company name
        nom
        raison sociale
        denomination
        firma
        firmenname
        naam
        bedrijfsnaam
        nome
        ragione sociale
        denominazione
        nombre
        razon social
        """
    )
    + r"\s?:$"
)
"""A word before a name in a table of particulars."""

NO_NAME: Final = re.compile(
    r"[@€$£%]|www\.|https?:|"
    + alternatives(
        """
        # contact and identifiers
        tel
        fax
        phone
        telephone
        telefon
        mobil
        mobile
        email
        mail
        web
        site
        internet
        iban
        bic
        swift
        tva
        vat
        ust
        mwst
        btw
        iva
        siret
        siren
        rcs
        gln
        capital
        bank
        banque
        konto
        # the document
        page
        seite
        pagina
        date
        datum
        fecha
        data
        numero
        number
        nummer
        invoice
        facture
        rechnung
        factuur
        fattura
        factura
        total
        montant
        amount
        quantity
        description
        beschreibung
        artikel*
        designation
        bezeichnung
        menge
        prix
        preis
        bestell*
        liefer*
        order
        commande
        payment
        paiement
        due
        betreff
        subject
        objet
        terms
        conditions
        ansprechpartner
        anschrift
        adresse
        address
        # people are spoken to
        client
        kunde
        customer
        merci
        thank
        vielen dank
        bedankt
        grazie
        gracias
        dear
        sehr geehrte
        madame
        monsieur
        attention
        # countries
        deutschland
        germany
        france
        frankreich
        italia
        italy
        espana
        spain
        nederland
        netherlands
        belgique
        belgie
        belgium
        osterreich
        austria
        schweiz
        suisse
        switzerland
        luxembourg
        portugal
        usa
        united states
        united kingdom
        # what the page is
        original
        duplicado
        duplicata
        copie
        kopie
        copy
        visualisierung
        lesbarmachung
        stylesheet
        beispiel*
        """
    )
)
"""Words that hardly any company's name contains."""

LEGAL_FORM: Final = re.compile(
    r"\b(?:"
    + "|".join(
        (
            # France, Belgium, Switzerland
            r"s\.?a\.?r\.?l\.?",
            r"s\.?a\.?s\.?u?",
            r"s\.a\.",
            "sa",
            "eurl",
            r"e\.?i\.?r?\.?l",
            "sci",
            "scop",
            "snc",
            "asbl",
            "sprl",
            "srl",
            # Germany, Austria
            r"gmbh(?: & co\.? kg)?",
            "ug",
            "ag",
            "kg",
            "kgaa",
            "ohg",
            r"e\.? ?k\.?",
            "gbr",
            r"e\.v\.",
            "eg",
            r"a\.g\.",
            "se",
            # Netherlands, Flanders
            r"b\.?v\.?b?a?",
            r"n\.?v\.?",
            r"v\.?o\.?f\.?",
            # Italy, Spain, Portugal, Latin America
            r"s\.?r\.?l\.?s?",
            r"s\.?p\.?a\.?",
            r"s\.?n\.?c\.?",
            r"s\.?l\.?u?\.?",
            r"s\.?a\.?u\.",
            r"ltda\.?",
            r"lda\.?",
            # English-speaking countries
            r"ltd\.?",
            "limited",
            "llc",
            r"l\.l\.c\.",
            r"inc\.?",
            r"corp\.?",
            "corporation",
            "plc",
            "llp",
            "pty",
            "pbc",
            "company",
            r"co\.",
            # the North
            "oy",
            "ab",
            "aps",
        )
    )
    + r")(?=$|[\s,.;|·/()-])"
)

ADDRESS: Final = re.compile(
    r"\b\d{4,5}\b|"
    + alternatives(
        """
        # fr
        rue
        avenue
        av.
        boulevard
        bd
        chemin
        place
        allee
        route
        impasse
        quai
        cours
        cedex
        bp
        # en
        street
        st.
        road
        rd.
        ave
        lane
        drive
        suite
        floor
        p.o. box
        # it, es
        via
        viale
        piazza
        corso
        calle
        c/
        plaza
        avda
        avenida
        paseo
        # de, nl
        *strasse
        *str.
        *weg
        *gasse
        *platz
        *allee
        *straat
        *laan
        *plein
        gracht
        kade
        postbus
        postfach
        """
    )
)

CONTACT: Final = re.compile(
    r"@|www\.|"
    + alternatives(
        "tel\nfax\nphone\ntelefon\niban\nbic\nsiret\nsiren\ntva\nvat\nust\nbtw\niva\nkvk\ncif\nnif\nrcs"
    ),
    re.IGNORECASE,
)
"""Signs of a letter head or an imprint."""

MAIL_HOSTS: Final = frozenset(
    (
        "gmail",
        "outlook",
        "hotmail",
        "yahoo",
        "free",
        "orange",
        "wanadoo",
        "gmx",
        "web",
        "t-online",
        "icloud",
        "laposte",
        "sfr",
        "live",
        "libero",
        "localhost",
        "local",
    )
)
"""Domains of mail addresses that say nothing about who uses them."""

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
