"""The words of V1, English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.providers.pennylane.import_words import WORDS as SHARED
from app.providers.pennylane.v1.option_words import OPTION_WORDS

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **SHARED,
    **OPTION_WORDS,
    "why.on_our_page": (
        "The import has no field for it. It stands on our page, which goes along.",
        "L’import n’a pas de champ pour cela. Cela figure sur notre page, qui est jointe.",
    ),
    "why.period_by_option": (
        "It stands on our page. To spread the revenue over a period, give the accounting period in the "
        "options.",
        "Cela figure sur notre page. Pour étaler le produit sur une période, donnez la période comptable "
        "dans les options.",
    ),
    "why.their_account": (
        "The seller is the company of the Pennylane account.",
        "Le vendeur est l’entreprise du compte Pennylane.",
    ),
    "why.vat_out_of_gross": (
        "The import takes amounts with VAT and takes the VAT out line by line.",
        "L’import prend des montants TTC et en déduit la TVA ligne par ligne.",
    ),
    "why.date_required": (
        "They require a date: the day of sending.",
        "Une date est exigée : le jour de l’envoi.",
    ),
    "why.customer_known": (
        "The customer is the one they know; what they have on file for it is left as it is.",
        "Le client est celui qui y est connu ; sa fiche y reste telle quelle.",
    ),
    "why.product_speaks": (
        "A line of a product takes no description. It stands on our page.",
        "Une ligne de produit ne prend pas de description. Elle figure sur notre page.",
    ),
    "why.price_derived": (
        "A line carries its whole amount with VAT; they derive the unit price from it.",
        "Une ligne porte son montant TTC entier ; le prix unitaire en est déduit.",
    ),
    "problem.v1_announced_end": (
        "Pennylane has announced the end of V1 (for the end of 2025) and may have switched it off. If it "
        "refuses, send by Pennylane V2.",
        "Pennylane a annoncé la fin de la V1 (pour fin 2025) et l’a peut-être déjà arrêtée. En cas de "
        "refus, envoyez par Pennylane V2.",
    ),
    "problem.number_required": (
        "The import takes a document with its own number. Issue it first.",
        "L’import prend un document qui a son propre numéro. Émettez-le d’abord.",
    ),
    "problem.reference_not_searchable": (
        "The reference must be of letters, digits, - and _ only: otherwise the invoice could not be found "
        "again if an answer is lost.",
        "La référence ne doit contenir que lettres, chiffres, - et _ : sinon la facture serait introuvable "
        "si une réponse se perd.",
    ),
    "problem.credit_note_by_sign": (
        "The import knows no credit notes: negative amounts are sent, and whether Pennylane takes them is "
        "not documented. Link the credit note to its invoice there.",
        "L’import ne connaît pas les avoirs : des montants négatifs sont envoyés, sans garantie documentée "
        "qu’ils soient acceptés. Reliez-y l’avoir à sa facture.",
    ),
    "problem.page_missing": (
        "The import needs the PDF of the document. Issue it first, or give the address of its PDF.",
        "L’import a besoin du PDF du document. Émettez-le d’abord, ou donnez l’adresse de son PDF.",
    ),
    "problem.file_url_unfit": (
        "This is no address Pennylane can fetch a PDF from. It begins with https:// and needs no sign-in.",
        "Pennylane ne peut pas chercher de PDF à cette adresse. Elle commence par https:// et se passe "
        "de connexion.",
    ),
    "problem.file_url_once": (
        "Pennylane fetches the file later, and no two invoices may have the same address: keep it there "
        "and never use it again.",
        "Pennylane cherche le fichier plus tard, et deux factures ne doivent jamais avoir la même adresse : "
        "laissez-le en place et ne la réutilisez pas.",
    ),
    "problem.file_url_of_connection": (
        "The address of the PDF stands in the connection, so every invoice would have it. Take it out there.",
        "L’adresse du PDF figure dans la connexion, donc chaque facture l’aurait. Retirez-la de là.",
    ),
    "problem.file_url_looks_shared": (
        "The address does not contain the number of this document. Make sure no other invoice has it.",
        "L’adresse ne contient pas le numéro de ce document. Vérifiez qu’aucune autre facture ne l’utilise.",
    ),
    "problem.customer_unknown": (
        "No customer is chosen. Give the identifier Pennylane knows, or let the customer be created.",
        "Aucun client n’est choisi. Donnez l’identifiant connu de Pennylane, ou faites créer le client.",
    ),
    "problem.two_names_needed": (
        "A private customer needs a first and a last name. Write both, here or in the options.",
        "Un particulier a besoin d’un prénom et d’un nom. Écrivez les deux, ici ou dans les options.",
    ),
    "problem.customer_needs": (
        "A new customer needs this ({member}). Fill it in, or choose a customer they know.",
        "Un nouveau client en a besoin ({member}). Complétez, ou choisissez un client déjà connu.",
    ),
    "problem.label_required": (
        "Each line needs a label there. Write what it is for.",
        "Chaque ligne y a besoin d’un libellé. Écrivez son objet.",
    ),
    "problem.product_price_inexact": (
        "No price with VAT of at most 6 decimals gives the amount of this line. Take the product off the "
        "line, or let the product's own price count.",
        "Aucun prix TTC d’au plus 6 décimales ne donne le montant de cette ligne. Retirez le produit de la "
        "ligne, ou laissez compter le prix du produit.",
    ),
    "problem.product_price_theirs": (
        "The product's own price counts there, and may differ from this line. The totals are compared "
        "after sending.",
        "Le prix du produit y compte et peut différer de cette ligne. Les totaux sont comparés après "
        "l’envoi.",
    ),
    "problem.category_weight": (
        "The weight of category {name} must be above 0 and at most 1 (0.8 is 80 %).",
        "Le poids de la catégorie {name} doit être supérieur à 0 et au plus 1 (0.8 vaut 80 %).",
    ),
    "problem.category_amount": (
        "The amount of category {name} is no number.",
        "Le montant de la catégorie {name} n’est pas un nombre.",
    ),
    "error.page_missing": (
        "There is no PDF to send with the document. Nothing was sent. Issue it first.",
        "Il n’y a pas de PDF à joindre au document. Rien n’a été envoyé. Émettez-le d’abord.",
    ),
    "error.duplicate": (
        "Pennylane says that this invoice is there already, and it is not the one of this sending. Nothing "
        "was made. Look there for its number or its reference.",
        "Pennylane dit que cette facture y est déjà, et ce n’est pas celle de cet envoi. Rien n’a été créé. "
        "Cherchez-y son numéro ou sa référence.",
    ),
    "error.v1_switched_off": (
        "Pennylane has switched V1 off. Nothing was made. Send by Pennylane V2.",
        "Pennylane a arrêté la V1. Rien n’a été créé. Envoyez par Pennylane V2.",
    ),
    "error.v1_list_closed": (
        "The answer was lost, and their list of invoices could not be read through to look for it. Look in "
        "Pennylane for the number before sending again.",
        "La réponse s’est perdue, et leur liste de factures n’a pas pu être parcourue pour la chercher. "
        "Cherchez le numéro dans Pennylane avant de renvoyer.",
    ),
    "error.v1_number_on_another": (
        "The answer was lost, and number {number} stands there on an invoice with another date or amount. "
        "Look at it in Pennylane before sending again.",
        "La réponse s’est perdue, et le numéro {number} y est porté par une facture d’une autre date ou "
        "d’un autre montant. Regardez-la dans Pennylane avant de renvoyer.",
    ),
    "notice.v1_ends": (
        "Pennylane announces the end of V1: {when}. Move to Pennylane V2 before then.",
        "Pennylane annonce la fin de la V1 : {when}. Passez à Pennylane V2 avant cette date.",
    ),
    "notice.already_there": (
        "The invoice was there already, from an earlier sending whose answer was lost. Nothing was made "
        "twice.",
        "La facture y était déjà, d’un envoi antérieur dont la réponse s’était perdue. Rien n’a été créé "
        "deux fois.",
    ),
    "error.answer_senseless": (
        "Pennylane took the invoice, but its answer makes no sense and the invoice was not found. Look in "
        "Pennylane for the number before sending again.",
        "Pennylane a pris la facture, mais sa réponse n’a pas de sens et la facture n’a pas été retrouvée. "
        "Cherchez le numéro dans Pennylane avant de renvoyer.",
    ),
}
