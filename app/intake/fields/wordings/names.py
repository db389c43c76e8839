"""What a company's name holds and what it never does, and words of addresses and letter heads."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.syntax import alternatives

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
        votre
        vos
        notre
        your
        our
        ihre
        ihr
        unsere
        uw
        onze
        vuestro
        vostro
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


FORM_WITH_CAPITAL: Final = re.compile(
    r"(?:^|[-–·•|,;] )(s\.?a\.?r\.?l|s\.?a\.?s\.?u?|s\.?a|eurl|sci|scop|snc|s\.?r\.?l|s\.?p\.?a)\.?"
    r" (?:au capital|con capitale|cap\. soc)"
)
"""The legal form stated by itself with the capital, as company law asks: it is then no part of the name."""


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
        "tel\ntelef.\ntelefono\ntelefone\ntelephone\ntelefoon\ntfno.\nfon\nfax\nphone\ntelefon\n"
        "iban\nbic\nsiret\nsiren\nkvk\nrcs\nhrb"
    ),
    re.IGNORECASE,
)
"""Signs of a letter head or an imprint. A VAT number is none: it may be the customer's."""


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
        "www",
        "com",
        "org",
        "net",
        "gov",
        "mail",
        "example",
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
