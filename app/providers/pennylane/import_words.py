"""Words that the two imports share, beside those of all Pennylane endpoints: English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.providers.pennylane.words import WORDS as SHARED

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **SHARED,
    "group.books": ("Books", "Comptabilité"),
    "group.transaction": ("Payment to match", "Paiement à rapprocher"),
    "group.line": ("Line", "Ligne"),
    "why.ours_only": ("It serves this program only.", "Cela ne sert qu’à ce programme."),
    "why.in_amounts": (
        "The import has no field for it; the amount of the line already counts it.",
        "L’import n’a pas de champ pour cela ; le montant de la ligne en tient déjà compte.",
    ),
    "why.terms_as_deadline": (
        "Of the terms, the import takes the due date alone. The rest stands on our page.",
        "Des conditions, l’import ne prend que l’échéance. Le reste figure sur notre page.",
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
    "why.deadline_required": (
        "They require a due date: by the payment terms, else the date of the document.",
        "Une échéance est exigée : selon les conditions de paiement, sinon la date du document.",
    ),
    "why.reference_to_look_up": (
        "A reference of our own, so that the invoice can be found there if its answer is lost.",
        "Une référence à nous, pour y retrouver la facture si la réponse se perd.",
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
    "problem.deadline_before_date": (
        "The due date is before the date of the document. Correct one of them.",
        "L’échéance précède la date du document. Corrigez l’une des deux.",
    ),
    "problem.no_lines": (
        "The import needs at least one line.",
        "L’import a besoin d’au moins une ligne.",
    ),
    "problem.no_vat_code": (
        "Pennylane has no VAT code for category {category} at {rate} % in the seller's country. Choose one "
        "of its codes for the line.",
        "Pennylane n’a pas de code de TVA pour la catégorie {category} à {rate} % dans le pays du vendeur. "
        "Choisissez un de ses codes pour la ligne.",
    ),
    "problem.vat_code_unknown": (
        "Pennylane does not know the VAT code {code} here. Choose another.",
        "Pennylane ne connaît pas ici le code de TVA {code}. Choisissez-en un autre.",
    ),
    "problem.vat_code_other_rate": (
        "The VAT code {code} charges another rate than the {rate} % of the line. Make them agree.",
        "Le code de TVA {code} applique un autre taux que les {rate} % de la ligne. Accordez-les.",
    ),
    "problem.imputation_incomplete": (
        "The accounting period needs both days, in order.",
        "La période comptable a besoin des deux jours, dans l’ordre.",
    ),
    "problem.transaction_incomplete": (
        "To match a transaction, give its bank, the field and the value: all three or none.",
        "Pour rapprocher une transaction, donnez la banque, le champ et la valeur : les trois ou aucun.",
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
    "error.reference_used": (
        "An invoice with this external reference is there already. Nothing was sent. Change the reference.",
        "Une facture avec cette référence externe y est déjà. Rien n’a été envoyé. Changez la référence.",
    ),
    "action.fetch": ("Look again", "Relire"),
    "action.pdf": ("Get the PDF", "Obtenir le PDF"),
    "notice.not_read_back": (
        "The document is there, but what Pennylane answered about it makes no sense: nothing could be "
        "compared. Look at it there, or read it again.",
        "Le document y est, mais la réponse de Pennylane à son sujet n’a pas de sens : rien n’a pu être "
        "comparé. Regardez-le là-bas, ou relisez-le.",
    ),
}
