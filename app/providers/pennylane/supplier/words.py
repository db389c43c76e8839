"""The words of the supplier import, English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.providers.pennylane.import_words import WORDS as SHARED
from app.providers.pennylane.supplier.option_words import OPTION_WORDS

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **SHARED,
    **OPTION_WORDS,
    "why.in_the_file": (
        "The import has no field for it. It stands in the file, which goes along unchanged.",
        "L’import n’a pas de champ pour cela. Cela figure dans le fichier, qui est joint tel quel.",
    ),
    "why.buyer_is_the_account": (
        "The buyer is the company of the Pennylane account.",
        "L’acheteur est l’entreprise du compte Pennylane.",
    ),
    "why.vat_code_category": (
        "Their VAT code stands for several kinds of supply without VAT.",
        "Leur code de TVA vaut pour plusieurs sortes d’opérations sans TVA.",
    ),
    "why.sign": (
        "What lowers the debt is sent as a negative amount.",
        "Ce qui réduit la dette part en montant négatif.",
    ),
    "why.number_theirs": (
        "The document has no number; Pennylane writes what it writes then.",
        "Le document n’a pas de numéro ; Pennylane écrit alors le sien.",
    ),
    "why.gateway_no_reference": (
        "The gateway takes no reference of ours.",
        "La passerelle ne prend pas de référence à nous.",
    ),
    "why.euro_amounts": (
        "The sums go along in euros too, at the rate of the document.",
        "Les totaux partent aussi en euros, au taux du document.",
    ),
    "why.supplier_chosen": (
        "The supplier is the one chosen; what they have on file for it is left as it is.",
        "Le fournisseur est celui choisi ; sa fiche y reste telle quelle.",
    ),
    "why.supplier_found_or_created": (
        "The supplier is looked for by it; if there is none, one is created with it.",
        "Cela sert à chercher le fournisseur ; s’il n’existe pas, il est créé ainsi.",
    ),
    "why.labels_off": (
        "By the options, lines go without their labels.",
        "Selon les options, les lignes partent sans libellé.",
    ),
    "why.price_in_amount": (
        "A line carries its amount and its VAT, not quantity and price.",
        "Une ligne porte son montant et sa TVA, ni quantité ni prix.",
    ),
    "problem.file_missing": (
        "The import needs the supplier's own file. Add it to the document.",
        "L’import a besoin du fichier du fournisseur. Ajoutez-le au document.",
    ),
    "problem.file_type": (
        "Pennylane takes PDF, PNG, JPEG, TIFF, BMP and GIF, not {type}. Add the PDF of the document.",
        "Pennylane prend PDF, PNG, JPEG, TIFF, BMP et GIF, pas {type}. Ajoutez le PDF du document.",
    ),
    "problem.file_too_large": (
        "The file has {size} MB; Pennylane takes 100. Add a smaller copy.",
        "Le fichier pèse {size} Mo ; Pennylane en prend 100. Ajoutez une copie plus légère.",
    ),
    "problem.file_empty": (
        "The file is empty. Add it again.",
        "Le fichier est vide. Ajoutez-le de nouveau.",
    ),
    "problem.number_missing": (
        "The document has no number. Read it off the file: the books need it.",
        "Le document n’a pas de numéro. Relevez-le dans le fichier : la comptabilité en a besoin.",
    ),
    "problem.date_missing": (
        "The import needs the date of the document. Read it off the file.",
        "L’import a besoin de la date du document. Relevez-la dans le fichier.",
    ),
    "problem.currency_unknown": (
        "Pennylane does not take {currency} here. Book the document there by hand.",
        "Pennylane ne prend pas {currency} ici. Saisissez-y le document à la main.",
    ),
    "problem.their_rate": (
        "Pennylane will convert {currency} to euros at its own rate. To use yours, state the rate to EUR.",
        "Pennylane convertira {currency} en euros à son taux. Pour le vôtre, indiquez le taux vers EUR.",
    ),
    "problem.credit_note_turned": (
        "This credit note states positive amounts; they are sent as negative ones, so that it lowers the "
        "debt.",
        "Cet avoir énonce des montants positifs ; ils partent en négatif, pour qu’il réduise la dette.",
    ),
    "problem.negative_invoice": (
        "The sum is negative. If this is a credit note, say so in its kind.",
        "Le total est négatif. Si c’est un avoir, indiquez-le dans le type.",
    ),
    "problem.gateway_address_missing": (
        "The gateway's address is not public. Enter the one its vendor gave you in the connection.",
        "L’adresse de la passerelle n’est pas publique. Saisissez dans la connexion celle de son éditeur.",
    ),
    "problem.supplier_id_unfit": (
        "A supplier's identifier at Pennylane is a whole number. Choose one from the list.",
        "L’identifiant d’un fournisseur chez Pennylane est un nombre entier. Choisissez-le dans la liste.",
    ),
    "problem.supplier_id_needed": (
        "The gateway's pages print no list of suppliers. Enter the supplier's identifier, or say in the "
        "connection that the gateway passes such questions on.",
        "Les pages de la passerelle n’ont pas de liste de fournisseurs. Saisissez l’identifiant du "
        "fournisseur, ou dites dans la connexion que la passerelle transmet ces questions.",
    ),
    "problem.supplier_name_missing": (
        "The supplier has no name. Write it, or choose the supplier from the list.",
        "Le fournisseur n’a pas de nom. Écrivez-le, ou choisissez-le dans la liste.",
    ),
    "problem.label_too_long": (
        "This label may have {most} characters at most there. Shorten it.",
        "Ce libellé y a droit à {most} caractères au plus. Raccourcissez-le.",
    ),
    "problem.label_not_on_gateway": (
        "The gateway takes no label for the entries; it stays here.",
        "La passerelle ne prend pas de libellé d’écriture ; il reste ici.",
    ),
    "problem.ledger_account_unfit": (
        "A ledger account's identifier at Pennylane is a whole number. Choose one from the list.",
        "L’identifiant d’un compte chez Pennylane est un nombre entier. Choisissez-le dans la liste.",
    ),
    "problem.sums_apart": (
        "The lines sum to {lines} and the document to {gross}. Pennylane bears one cent a line: correct "
        "the lines.",
        "Les lignes font {lines} et le document {gross}. Pennylane tolère un centime par ligne : corrigez "
        "les lignes.",
    ),
    "error.file_missing": (
        "There is no file to send with the document. Nothing was sent.",
        "Il n’y a pas de fichier à joindre au document. Rien n’a été envoyé.",
    ),
    "error.supplier_ambiguous": (
        "Several suppliers there fit this document: {ids}. Nothing was made. Choose one in the options.",
        "Plusieurs fournisseurs y correspondent : {ids}. Rien n’a été créé. Choisissez-en un dans les "
        "options.",
    ),
    "error.supplier_not_found": (
        "No supplier there fits this document, and the options say to create none. Nothing was made.",
        "Aucun fournisseur n’y correspond, et les options interdisent d’en créer. Rien n’a été créé.",
    ),
    "error.supplier_exists": (
        "Pennylane says that this supplier exists, but it was not found by its identifiers or name. Nothing "
        "was imported. Choose it from the list.",
        "Pennylane dit que ce fournisseur existe, mais ses identifiants et son nom ne l’ont pas fait "
        "trouver. Rien n’a été importé. Choisissez-le dans la liste.",
    ),
    "error.already_imported": (
        "Pennylane says that this file was imported before, without saying as which document. Nothing was "
        "made. Look for it there.",
        "Pennylane dit que ce fichier a déjà été importé, sans dire sous quel document. Rien n’a été créé. "
        "Cherchez-le là-bas.",
    ),
    "error.not_on_gateway": (
        "The gateway's pages print no such call. Nothing was done. Do it in Pennylane.",
        "Les pages de la passerelle n’ont pas cet appel. Rien n’a été fait. Faites-le dans Pennylane.",
    ),
    "notice.already_imported": (
        "This file was in Pennylane already, as document {id}: that is the one shown. Nothing was made "
        "twice.",
        "Ce fichier était déjà dans Pennylane, comme document {id} : c’est lui qui est montré. Rien n’a été "
        "créé deux fois.",
    ),
    "notice.supplier_by_name": (
        "The supplier was recognised by its name alone: “{name}”. Check that it is the right one.",
        "Le fournisseur a été reconnu par son seul nom : « {name} ». Vérifiez que c’est le bon.",
    ),
    "notice.supplier_created": (
        "A new supplier was created: “{name}”.",
        "Un nouveau fournisseur a été créé : « {name} ».",
    ),
    "list.suppliers": ("Suppliers", "Fournisseurs"),
    "list.ledger_accounts": ("Ledger accounts", "Comptes"),
    "action.finalise": ("Validate the entry", "Valider l’écriture"),
    "action.mark_paid": ("Set the payment status", "Fixer l’état de paiement"),
}
