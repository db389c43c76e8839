"""Words of the plan and of the receipt: why a field goes along as it does. English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "why.account_of_seller": (
        "ChargeOver prints the seller and the ways to pay from your account there.",
        "ChargeOver imprime le vendeur et les moyens de paiement d’après votre compte.",
    ),
    "why.address_joined": (
        "ChargeOver takes three rows of an address; the last two share one.",
        "ChargeOver prend trois lignes d’adresse ; les deux dernières en partagent une.",
    ),
    "why.address_row": (
        "Rows of the address move up or share a place.",
        "Les lignes de l’adresse se décalent ou partagent une place.",
    ),
    "why.adjustment_in_rate": (
        "ChargeOver has no allowances or charges of a line: they are within the price.",
        "ChargeOver n’a ni remise ni frais de ligne : ils sont dans le prix.",
    ),
    "why.base_quantity": (
        "ChargeOver has prices for one unit only.",
        "ChargeOver n’a de prix que pour une unité.",
    ),
    "why.country_name": (
        "Written as your connection says for this country.",
        "Écrit comme votre connexion le dit pour ce pays.",
    ),
    "why.currency_id": (
        "Sent as ChargeOver's own number of this currency.",
        "Envoyé comme numéro de cette devise chez ChargeOver.",
    ),
    "why.custom_full": (
        "All places for custom fields are taken.",
        "Toutes les places de champs personnalisés sont prises.",
    ),
    "why.custom_name": (
        "ChargeOver names its custom fields itself; the value goes into {member}.",
        "ChargeOver nomme lui-même ses champs ; la valeur va dans {member}.",
    ),
    "why.customer_known": (
        "The customer is known to ChargeOver and stays there as it is.",
        "Le client est connu de ChargeOver et y reste tel quel.",
    ),
    "why.customer_searched": (
        "Used to look for the customer, and stored if a new one has to be made.",
        "Sert à chercher le client, et est enregistré s’il faut le créer.",
    ),
    "why.date_today": (
        "The document has no date: the day of sending.",
        "Le document n’a pas de date : le jour de l’envoi.",
    ),
    "why.discount_in_rate": (
        "ChargeOver has no discount of a line: the price is lower instead.",
        "ChargeOver n’a pas de remise de ligne : le prix est réduit.",
    ),
    "why.document_discount_in_rate": (
        "Reductions of the document are spread over the prices of its lines. To show them as lines, "
        "choose so in the options.",
        "Les remises du document sont réparties sur les prix des lignes. Pour les montrer en lignes, "
        "choisissez-le dans les options.",
    ),
    "why.exchange": (
        "ChargeOver converts by rates of its own.",
        "ChargeOver convertit avec ses propres taux.",
    ),
    "why.external_key": (
        "A key of our own, so that this invoice is never made twice.",
        "Une clé à nous, pour que cette facture ne soit jamais créée deux fois.",
    ),
    "why.in_line_text": (
        "Said in the text of the line, for ChargeOver has no field for it.",
        "Dit dans le texte de la ligne, car ChargeOver n’a pas de champ pour cela.",
    ),
    "why.in_memo": (
        "Said in the memo, for ChargeOver has no field for it.",
        "Dit dans le mémo, car ChargeOver n’a pas de champ pour cela.",
    ),
    "why.kind": (
        "ChargeOver makes invoices here, no credit notes.",
        "ChargeOver crée ici des factures, pas d’avoirs.",
    ),
    "why.language_of_customer": (
        "ChargeOver writes in the language of the customer there. Our texts stay as they are.",
        "ChargeOver écrit dans la langue du client chez lui. Nos textes restent tels quels.",
    ),
    "why.line_text": ("The text of the line says this too.", "Le texte de la ligne dit aussi cela."),
    "why.list_price": (
        "ChargeOver has one price a line, the one that counts.",
        "ChargeOver a un seul prix par ligne, celui qui compte.",
    ),
    "why.lump": (
        "No price of few enough decimals gives this amount: one unit of the whole, the count is in the text.",
        "Aucun prix à si peu de décimales ne donne ce montant : une unité du tout, le compte est "
        "dans le texte.",
    ),
    "why.memo_gathers": (
        "The memo gathers the texts of the document.",
        "Le mémo rassemble les textes du document.",
    ),
    "why.memo_off": (
        "Not part of the memo. To send it, switch it on in the options.",
        "Hors du mémo. Pour l’envoyer, activez-le dans les options.",
    ),
    "why.net_of_gross": ("ChargeOver takes prices without tax.", "ChargeOver prend des prix hors taxes."),
    "why.no_place": ("ChargeOver has no field for it here.", "ChargeOver n’a pas de champ pour cela ici."),
    "why.one_row": ("Breaks of the row are left out.", "Les retours à la ligne sont retirés."),
    "why.only_here": ("Belongs to this program alone.", "N’appartient qu’à ce programme."),
    "why.other_address": (
        "ChargeOver holds one billing and one delivery address.",
        "ChargeOver garde une adresse de facturation et une de livraison.",
    ),
    "why.other_provider": ("Options of another provider.", "Options d’un autre prestataire."),
    "why.own_line": ("Becomes a line of its own.", "Devient une ligne à part."),
    "why.prepaid": (
        "ChargeOver counts payments it knows of. Record this one there afterwards.",
        "ChargeOver compte les paiements qu’il connaît. Enregistrez celui-ci ensuite.",
    ),
    "why.private": ("Your note stays here.", "Votre note reste ici."),
    "why.rate_decimals": (
        "The price is written with as many decimals as the line needs.",
        "Le prix est écrit avec les décimales dont la ligne a besoin.",
    ),
    "why.rounding_unknown": (
        "ChargeOver rounds by rules of its own, which are not published.",
        "ChargeOver arrondit selon ses règles, non publiées.",
    ),
    "why.tags_of_lines": (
        "ChargeOver has tags on lines only.",
        "ChargeOver n’a d’étiquettes que sur les lignes.",
    ),
    "why.tax_estimate": (
        "An estimate: ChargeOver taxes by the rules of your account. The answer shows what it came to.",
        "Une estimation : ChargeOver taxe selon les règles de votre compte. La réponse montrera le résultat.",
    ),
    "why.tax_of_account": (
        "No tax is sent: ChargeOver taxes by the items and rules of your account.",
        "Aucune taxe n’est envoyée : ChargeOver taxe selon les articles et règles de votre compte.",
    ),
    "why.terms_by_days": (
        "ChargeOver reckons the due date from its terms; those of as many days are looked for.",
        "ChargeOver calcule l’échéance d’après ses conditions ; celles d’autant de jours sont cherchées.",
    ),
    "why.terms_chosen": (
        "The terms you chose decide it.",
        "Les conditions que vous avez choisies en décident.",
    ),
    "why.terms_off": (
        "The terms of the account decide it. Choose terms in the options to fix it.",
        "Les conditions du compte en décident. Choisissez-en dans les options pour le fixer.",
    ),
    "why.terms_text": (
        "ChargeOver prints the name of its own terms.",
        "ChargeOver imprime le nom de ses propres conditions.",
    ),
    "why.text_off": (
        "Not part of the text of the line. To send it, switch it on in the options.",
        "Hors du texte de la ligne. Pour l’envoyer, activez-le dans les options.",
    ),
    "why.their_number": ("ChargeOver gives the number.", "ChargeOver donne le numéro."),
    "notice.customer_by_name": (
        "The customer was found by the name alone: {name}. See that it is the right one.",
        "Le client a été trouvé par son seul nom : {name}. Vérifiez que c’est le bon.",
    ),
    "notice.not_read_back": (
        "The invoice is made, but what ChargeOver stored could not be read. Read it again later to "
        "compare the sums.",
        "La facture est créée, mais ce que ChargeOver a enregistré n’a pas pu être lu. Relisez-la "
        "plus tard pour comparer les sommes.",
    ),
    "notice.no_pdf_link": (
        "ChargeOver gives no link to a PDF for this invoice. Open it on the site.",
        "ChargeOver ne donne pas de lien vers un PDF pour cette facture. Ouvrez-la sur le site.",
    ),
}
