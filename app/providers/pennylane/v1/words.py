"""The words of V1, English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.providers.pennylane.v1.option_words import OPTION_WORDS
from app.providers.pennylane.words import WORDS as SHARED

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **SHARED,
    **OPTION_WORDS,
    "why.on_our_page": (
        "The import has no field for it. It stands on our page, which goes along.",
        "L’import n’a pas de champ pour cela. Cela figure sur notre page, qui est jointe.",
    ),
    "why.ours_only": ("It serves this program only.", "Cela ne sert qu’à ce programme."),
    "why.in_amounts": (
        "The import has no field for it; the amount of the line already counts it.",
        "L’import n’a pas de champ pour cela ; le montant de la ligne en tient déjà compte.",
    ),
    "why.period_by_option": (
        "It stands on our page. To spread the revenue over a period, give the accounting period in the "
        "options.",
        "Cela figure sur notre page. Pour étaler le produit sur une période, donnez la période comptable "
        "dans les options.",
    ),
    "why.terms_as_deadline": (
        "Of the terms, the import takes the due date alone. The rest stands on our page.",
        "Des conditions, l’import ne prend que l’échéance. Le reste figure sur notre page.",
    ),
    "why.their_account": (
        "The seller is the company of the Pennylane account.",
        "Le vendeur est l’entreprise du compte Pennylane.",
    ),
    "why.payable_is_gross": (
        "They book the gross as what is to be paid. Record what was paid, withheld or rounded there.",
        "Le montant TTC y est enregistré comme montant à payer. Saisissez-y les acomptes, retenues ou "
        "arrondis.",
    ),
    "why.their_rate": (
        "They convert to euros at a rate of their own.",
        "La conversion en euros suit leur propre taux.",
    ),
    "why.vat_out_of_gross": (
        "The import takes amounts with VAT and takes the VAT out line by line.",
        "L’import prend des montants TTC et en déduit la TVA ligne par ligne.",
    ),
    "why.date_required": (
        "They require a date: the day of sending.",
        "Une date est exigée : le jour de l’envoi.",
    ),
    "why.deadline_required": (
        "They require a due date: by the payment terms, else the date of the document.",
        "Une échéance est exigée : selon les conditions de paiement, sinon la date du document.",
    ),
    "why.reference_to_look_up": (
        "A reference of our own, so that the invoice can be found there if its answer is lost.",
        "Une référence à nous, pour y retrouver la facture si la réponse se perd.",
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
    "why.vat_code": ("Their code is {code}.", "Leur code est {code}."),
    "why.line_of_its_own": (
        "The import has no field for it, so it goes as a line of its own for each VAT rate.",
        "L’import n’a pas de champ pour cela ; cela part comme ligne à part pour chaque taux de TVA.",
    ),
    "why.cent_shared": (
        "The VAT of the rate is rounded once on our document; the cent left over goes to this line, so "
        "that the lines sum to our gross.",
        "La TVA du taux est arrondie une fois sur notre document ; le centime restant va à cette ligne, "
        "pour que la somme des lignes donne notre total TTC.",
    ),
    "why.address_joined": (
        "They hold the street in one line.",
        "La rue y tient sur une seule ligne.",
    ),
    "why.digits_only": (
        "Without spaces and dots, as they hold it.",
        "Sans espaces ni points, comme c’est enregistré chez eux.",
    ),
    "why.siren_of_siret": (
        "They take the SIREN: the first nine digits of the SIRET.",
        "Il leur faut le SIREN : les neuf premiers chiffres du SIRET.",
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
    "problem.deadline_before_date": (
        "The due date is before the date of the document. Correct one of them.",
        "L’échéance précède la date du document. Corrigez l’une des deux.",
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
    "problem.no_lines": (
        "The import needs at least one line.",
        "L’import a besoin d’au moins une ligne.",
    ),
    "problem.label_required": (
        "Each line needs a label there. Write what it is for.",
        "Chaque ligne y a besoin d’un libellé. Écrivez son objet.",
    ),
    "problem.no_vat_code": (
        "Pennylane has no VAT code for category {category} at {rate} % in the seller's country. Choose one "
        "of its codes for the line.",
        "Pennylane n’a pas de code de TVA pour la catégorie {category} à {rate} % dans le pays du vendeur. "
        "Choisissez un de ses codes pour la ligne.",
    ),
    "problem.vat_code_unknown": (
        "V1 does not know the VAT code {code}. Choose another.",
        "La V1 ne connaît pas le code de TVA {code}. Choisissez-en un autre.",
    ),
    "problem.vat_code_other_rate": (
        "The VAT code {code} charges another rate than the {rate} % of the line. Make them agree.",
        "Le code de TVA {code} applique un autre taux que les {rate} % de la ligne. Accordez-les.",
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
    "problem.imputation_incomplete": (
        "The accounting period needs both days, in order.",
        "La période comptable a besoin des deux jours, dans l’ordre.",
    ),
    "problem.transaction_incomplete": (
        "To match a transaction, give its bank, the field and the value: all three or none.",
        "Pour rapprocher une transaction, donnez la banque, le champ et la valeur : les trois ou aucun.",
    ),
    "problem.category_weight": (
        "The weight of category {name} must be above 0 and at most 1 (0.8 is 80 %).",
        "Le poids de la catégorie {name} doit être supérieur à 0 et au plus 1 (0.8 vaut 80 %).",
    ),
    "problem.category_amount": (
        "The amount of category {name} is no number.",
        "Le montant de la catégorie {name} n’est pas un nombre.",
    ),
    "problem.extra_tax": (
        "Pennylane knows no tax beside VAT, and the sums would differ. State it as a line of its own.",
        "Pennylane ne connaît pas de taxe à côté de la TVA, et les totaux différeraient. Mettez-la sur une "
        "ligne à part.",
    ),
    "problem.payable_is_gross": (
        "They will book {gross} as what is to be paid; the document asks for {payable}. Record the "
        "difference there.",
        "Ils enregistreront {gross} comme montant à payer ; le document demande {payable}. Saisissez-y la "
        "différence.",
    ),
    "error.page_missing": (
        "There is no PDF to send with the document. Nothing was sent. Issue it first.",
        "Il n’y a pas de PDF à joindre au document. Rien n’a été envoyé. Émettez-le d’abord.",
    ),
    "error.reference_used": (
        "An invoice with this external reference is there already. Nothing was sent. Change the reference.",
        "Une facture avec cette référence externe y est déjà. Rien n’a été envoyé. Changez la référence.",
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
    "action.fetch": ("Look again", "Relire"),
    "action.pdf": ("Get the PDF", "Obtenir le PDF"),
}
