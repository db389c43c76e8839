"""What other programs call the columns of customers and items, in the seven languages of our documents."""

from __future__ import annotations

from typing import Final

CUSTOMERS: Final[dict[str, str]] = {
    "company": (
        "company, company name, organisation, organization, organisation name, "
        "organization name, business name, business, firm, société, raison sociale, "
        "entreprise, nom de la société, nom entreprise, dénomination, firma, firmenname, "
        "unternehmen, firmenbezeichnung, empresa, razón social, nombre de la empresa, "
        "ragione sociale, azienda, società, denominazione, bedrijf, bedrijfsnaam, "
        "naam bedrijf, razão social, nome da empresa"
    ),
    "name": (
        "name, customer, customer name, client, client name, display name, full name, nom, "
        "nom client, nom du client, nom complet, kunde, kundenname, name des kunden, nombre, "
        "cliente, nombre del cliente, nome, nome cliente, nome del cliente, nominativo, naam, "
        "klant, klantnaam, nome do cliente, account name"
    ),
    "first_name": (
        "first name, given name, firstname, prénom, vorname, nombre de pila, nome proprio, "
        "voornaam, primeiro nome"
    ),
    "last_name": (
        "last name, surname, family name, lastname, nom de famille, nachname, familienname, "
        "apellido, apellidos, cognome, achternaam, apelido, sobrenome"
    ),
    "contact_name": (
        "contact, contact name, contact person, attention, attn, interlocuteur, "
        "nom du contact, personne de contact, ansprechpartner, kontakt, kontaktperson, "
        "contacto, persona de contacto, referente, contatto, contactpersoon, contato, "
        "pessoa de contato, pessoa de contacto"
    ),
    "email": (
        "email, e mail, mail, email address, e mail address, contact email, courriel, "
        "adresse email, adresse e mail, adresse mail, adresse électronique, e mail adresse, "
        "correo, correo electrónico, indirizzo email, posta elettronica, e mailadres, "
        "emailadres, correio eletrónico, correio eletrônico"
    ),
    "phone": (
        "phone, telephone, tel, phone number, telephone number, mobile, mobile phone, "
        "téléphone, numéro de téléphone, portable, téléphone portable, telefon, "
        "telefonnummer, handy, mobil, teléfono, móvil, telefono, cellulare, telefoon, "
        "telefoonnummer, telefone, telemóvel, celular"
    ),
    "line1": (
        "street, address, address 1, address1, address line 1, street address, line 1, line1, "
        "billing address, adresse, rue, adresse 1, adresse ligne 1, voie, straße, strasse, "
        "anschrift, straße und hausnummer, strasse nr, dirección, calle, domicilio, "
        "direccion 1, indirizzo, via, indirizzo 1, straat, adres, adres 1, "
        "straat en huisnummer, morada, endereço, rua"
    ),
    "house_number": (
        "house number, street number, hausnummer, hausnr, huisnummer, número de casa, "
        "numero civico, numéro de rue, numéro de voie"
    ),
    "line2": (
        "address 2, address2, address line 2, line 2, line2, street 2, adresse 2, complément, "
        "complément d adresse, adresse ligne 2, adresszusatz, zusatz, dirección 2, "
        "indirizzo 2, adres 2, toevoeging, complemento, morada 2, endereço 2"
    ),
    "line3": "address 3, address line 3, line 3, line3, adresse 3, adresse ligne 3",
    "postal_code": (
        "postal code, postcode, post code, zip, zip code, zipcode, code postal, cp, plz, "
        "postleitzahl, código postal, cap, codice postale, codice di avviamento postale, cep, "
        "cod postal"
    ),
    "city": (
        "city, town, place, locality, ville, localité, commune, ort, stadt, wohnort, ciudad, "
        "población, localidad, città, comune, località, plaats, woonplaats, stad, cidade, "
        "localidade"
    ),
    "subdivision": (
        "state, province, region, county, state province, département, région, bundesland, "
        "kanton, canton, provincia, regione, provincie, estado, distrito, província"
    ),
    "country": (
        "country, country code, country iso, pays, code pays, land, länderkürzel, ländercode, "
        "staat, país, código de país, paese, nazione, stato, codice paese, landcode, "
        "codice nazione"
    ),
    "vat_id": (
        "vat id, vat number, vat no, vat, vat registration number, tva, "
        "tva intracommunautaire, numéro de tva, n tva, no tva, num tva, numéro tva, "
        "n tva intracommunautaire, numéro de tva intracommunautaire, tva intracom, ust id, "
        "ustid, ust idnr, ust id nr, ustidnr, umsatzsteuer id, "
        "umsatzsteuer identifikationsnummer, uid, uid nummer, nif iva, nif intracomunitario, "
        "vat eu, partita iva, p iva, piva, partita iva codice, btw, btw nummer, btw id, "
        "btw identificatienummer, nif, contribuinte, número de contribuinte, tax id, eu vat"
    ),
    "siren": "siren, numéro siren, n siren, no siren",
    "siret": "siret, numéro siret, n siret, no siret",
    "tax_number": (
        "tax number, steuernummer, codice fiscale, cf, cif, dni, tin, ein, cnpj, cpf, "
        "numéro fiscal, steuer nr"
    ),
    "registration": (
        "registration, registration number, company number, company registration number, "
        "register, rcs, numéro d immatriculation, handelsregister, handelsregisternummer, "
        "hrb, registro mercantil, kvk, kvk nummer, kvknummer, rea, registo comercial"
    ),
    "legal_form": "legal form, forme juridique, rechtsform, forma jurídica, forma giuridica, rechtsvorm",
    "website": (
        "website, web site, web, url, homepage, site, site web, site internet, webseite, "
        "sitio web, página web, sito, sito web"
    ),
    "iban": "iban, account iban, bank account, compte bancaire, bankverbindung",
    "bic": "bic, swift, bic swift, swift code, bic code",
    "language": "language, language code, locale, langue, sprache, idioma, lingua, taal, língua",
    "currency": "currency, currency code, devise, monnaie, währung, moneda, divisa, valuta, moeda",
    "payment_days": (
        "payment days, days to pay, payment terms, terms, net days, due days, "
        "délai de paiement, conditions de paiement, échéance, jours, zahlungsziel, "
        "zahlungsfrist, zahlungsbedingungen, plazo de pago, días de pago, "
        "condiciones de pago, termini di pagamento, giorni di pagamento, "
        "condizioni di pagamento, betaaltermijn, betalingstermijn, betalingsconditie, "
        "prazo de pagamento, condições de pagamento"
    ),
    "discount_percent": (
        "discount, discount percent, usual discount, default discount, remise, "
        "taux de remise, rabatt, descuento, sconto, korting, desconto"
    ),
    "note": (
        "note, notes, comment, comments, remark, remarks, memo, remarque, remarques, "
        "commentaire, commentaires, notiz, notizen, bemerkung, bemerkungen, anmerkung, nota, "
        "notas, observaciones, comentarios, annotazioni, osservazioni, opmerking, "
        "opmerkingen, notitie, observações"
    ),
}
"""The phrases of each target, with commas between them. `company` is a name that is surely a company's."""
ITEMS: Final[dict[str, str]] = {
    "code": (
        "code, item code, product code, sku, reference, ref, article number, item number, "
        "product number, part number, référence, réf, code article, code produit, "
        "référence produit, numéro d article, artikelnummer, artikelnr, art nr, artnr, "
        "produktnummer, código, referencia, código de artículo, codice, codice articolo, "
        "riferimento, artikelcode, productcode, referência, código do artigo, item id, "
        "product id"
    ),
    "label": (
        "label, name, item, item name, product, product name, service, title, designation, "
        "désignation, libellé, nom, nom du produit, produit, article, intitulé, prestation, "
        "bezeichnung, artikel, artikelname, produkt, produktname, leistung, "
        "artikelbezeichnung, nombre, artículo, producto, concepto, servicio, nome, articolo, "
        "prodotto, denominazione, naam, productnaam, omschrijving kort, artigo, produto, "
        "designação, serviço, nombre del producto"
    ),
    "description": (
        "description, details, long description, item description, product description, "
        "descriptif, détail, détails, beschreibung, langtext, artikelbeschreibung, "
        "descripción, detalle, descrizione, dettaglio, omschrijving, beschrijving, descrição, "
        "detalhe"
    ),
    "unit": (
        "unit, unit of measure, uom, unité, unité de mesure, einheit, mengeneinheit, unidad, "
        "unidad de medida, unità, unità di misura, um, eenheid, unidade"
    ),
    "currency": "currency, currency code, devise, monnaie, währung, moneda, divisa, valuta, moeda",
    "price": (
        "price, unit price, net price, sales price, selling price, price net, price excl tax, "
        "price excl vat, price excluding tax, price excluding vat, price ex vat, "
        "rate per unit, cost, prix, prix unitaire, pu, pu ht, prix ht, prix unitaire ht, "
        "prix de vente ht, prix de vente, tarif, tarif ht, montant ht, preis, einzelpreis, "
        "nettopreis, preis netto, netto, verkaufspreis, verkaufspreis netto, vk netto, "
        "stückpreis, precio, precio unitario, precio neto, precio sin iva, prezzo, "
        "prezzo unitario, prezzo netto, prezzo senza iva, imponibile, prijs, stuksprijs, "
        "prijs excl btw, prijs exclusief btw, nettoprijs, verkoopprijs, preço, "
        "preço unitário, preço sem iva, preço líquido, default price"
    ),
    "price_gross": (
        "gross price, price gross, price incl tax, price incl vat, price including tax, "
        "price including vat, price inc vat, prix ttc, prix unitaire ttc, pu ttc, "
        "prix de vente ttc, tarif ttc, bruttopreis, preis brutto, brutto, "
        "verkaufspreis brutto, vk brutto, precio bruto, precio con iva, prezzo lordo, "
        "prezzo con iva, prezzo ivato, prijs incl btw, prijs inclusief btw, brutoprijs, "
        "preço com iva, preço bruto"
    ),
    "price_entry": (
        "price entry, price type, tax included, includes tax, ht ttc, type de prix, brutto netto"
    ),
    "vat_category": (
        "vat category, tax category, vat code, catégorie de tva, code tva, steuerkategorie, "
        "steuerschlüssel, categoría de iva, categoria iva, btw categorie, btw code"
    ),
    "vat_rate": (
        "vat rate, tax rate, vat, tax, vat percent, tax percent, rate, taux de tva, taux tva, "
        "tva, taux, mwst, mwst satz, steuersatz, ust, ust satz, umsatzsteuer, iva, "
        "tipo de iva, tipo iva, aliquota, aliquota iva, btw, btw tarief, btw percentage, "
        "taxa de iva, taxa iva, sales tax"
    ),
}
