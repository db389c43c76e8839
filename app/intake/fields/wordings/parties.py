"""Words that head a block about one of the parties, or stand by their particulars."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.syntax import Label, alternatives, says

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
        ^facturer a
        ^facture au
        ^adresse client
        ^vos coordonnees
        ^coordonnees du client
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
        ^an$
        ^adressat
        ^besteller
        ^herrn$
        ^frau$
        ^firma$
        # nl
        ^aan
        ^t.a.v.
        ^factuur aan
        ^levering aan
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
        ^fatturato a
        ^dati (del) cliente
        ^destinazione
        ^luogo di destinazione
        ^cessionario
        ^cessionario/committente
        # es, pt
        ^facturar a
        ^facturado a
        ^datos del cliente
        ^datos de facturacion
        ^direccion de facturacion
        ^direccion de entrega
        ^direccion de envio
        ^enviar a
        ^faturar a
        ^faturado a
        ^dados do cliente
        ^adquirente
        ^morada de entrega
        ^local de entrega
        ^exmos. senhores
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
