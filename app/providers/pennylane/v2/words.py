"""The words of this provider, English and French: reasons, problems, refusals and notices.

Those of options, lists and actions are in `option_words`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.providers.pennylane import words as shared
from app.providers.pennylane.v2.option_words import OPTION_WORDS

_REASONS: Final = {
    "why.sign_is_kind": (
        "Pennylane tells a credit note by its negative total.",
        "Pennylane reconnaît un avoir à son total négatif.",
    ),
    "why.language_theirs": (
        "Pennylane prints in French, English and, directly, German; other languages become English.",
        "Pennylane imprime en français, en anglais et, en direct, en allemand ; les autres langues "
        "deviennent l’anglais.",
    ),
    "why.today": ("The document states no date: today's.", "Le document n’a pas de date : celle du jour."),
    "why.from_terms": (
        "Pennylane wants a due date: worked out from the terms, else the day of issue.",
        "Pennylane veut une échéance : calculée d’après les conditions, sinon le jour d’émission.",
    ),
    "why.in_deadline": ("Stands in the due date.", "Contenu dans l’échéance."),
    "why.reference_made": (
        "A reference of this sending, so that it can be found again and never made twice.",
        "Une référence propre à cet envoi, pour le retrouver et ne jamais le créer deux fois.",
    ),
    "why.number_theirs": (
        "Pennylane numbers the invoice when it is final.",
        "Pennylane numérote la facture quand elle est définitive.",
    ),
    "why.rounding_theirs": (
        "Pennylane rounds VAT its own way, as chosen in the connection.",
        "Pennylane arrondit la TVA à sa manière, selon le choix de la connexion.",
    ),
    "why.decimals_theirs": (
        "Pennylane uses the decimals of the currency.",
        "Pennylane utilise les décimales de la monnaie.",
    ),
    "why.title_theirs": (
        "Pennylane prints its own word for the document.",
        "Pennylane imprime son propre mot pour le document.",
    ),
    "why.text_extended": (
        "The text, with what has no place of its own added below.",
        "Le texte, complété par ce qui n’a pas de place à part.",
    ),
    "why.in_pdf_invoice_free_text": ("Stands in the free text.", "Figure dans le texte libre."),
    "why.in_special_mention": ("Stands in the special mention.", "Figure dans la mention spéciale."),
    "why.in_description": ("Stands in the text of the line.", "Figure dans le texte de la ligne."),
    "why.left_out": (
        "Pennylane has no place for it. The option “What has no place” puts it into the texts.",
        "Pennylane n’a pas de place pour cela. L’option « Ce qui n’a pas de place » le met dans les textes.",
    ),
    "why.customer_record": (
        "As in the customer's record there; a new one is made from this document.",
        "Selon la fiche client ; une nouvelle est créée d’après ce document.",
    ),
    "why.in_street": ("Stands in the street.", "Contenu dans la rue."),
    "why.not_in_customer": (
        "The customer's record there has no place for it.",
        "La fiche client n’a pas de place pour cela.",
    ),
    "why.account_holder": (
        "Pennylane takes this from the company of the account.",
        "Pennylane prend cela de l’entreprise du compte.",
    ),
    "why.lump": (
        "Quantity and price would not give the same amount: sent as one amount, the working in the text.",
        "Quantité et prix ne donneraient pas le même montant : envoyé en un montant, le détail en texte.",
    ),
    "why.unit_word": ("The unit as it is to be printed.", "L’unité telle qu’elle doit être imprimée."),
    "why.net_price": (
        "Pennylane takes prices without VAT: worked out to six decimals.",
        "Pennylane prend les prix hors TVA : calculé à six décimales.",
    ),
    "why.price_decimals": (
        "Pennylane takes a price for one unit, with six decimals at most.",
        "Pennylane prend le prix d’une unité, avec six décimales au plus.",
    ),
    "why.per_one": ("The price was divided to be that of one unit.", "Le prix a été ramené à une unité."),
    "why.folded": (
        "Pennylane has one discount a line: allowances and charges join it.",
        "Pennylane n’a qu’une remise par ligne : remises et frais s’y ajoutent.",
    ),
    "why.as_line": (
        "Pennylane has no allowances or charges on the whole: it becomes a line.",
        "Pennylane n’a ni remise ni frais sur l’ensemble : cela devient une ligne.",
    ),
    "why.as_lines": (
        "Beside allowances or charges the discount becomes a line for each VAT rate, to keep VAT right.",
        "À côté d’autres remises ou frais, la remise devient une ligne par taux de TVA, pour une TVA juste.",
    ),
    "why.no_effect": ("It takes nothing off.", "Elle ne retire rien."),
    "why.vat_by_code": ("By Pennylane's VAT code {code}.", "Selon le code de TVA {code} de Pennylane."),
    "why.no_rate_is_zero": ("No rate counts as 0.", "Sans taux, cela compte pour 0."),
    "why.linked_product": (
        "Linked to the product there; label, price and VAT stay those of the line.",
        "Lié au produit là-bas ; libellé, prix et TVA restent ceux de la ligne.",
    ),
    "why.final_only": (
        "Pennylane takes a period only on a final invoice. Send it as final to keep it.",
        "Pennylane ne prend une période que sur une facture définitive. Envoyez-la ainsi pour la garder.",
    ),
    "why.both_dates": (
        "Pennylane needs both days of a period. State the other to keep it.",
        "Pennylane veut les deux jours d’une période. Indiquez l’autre pour la garder.",
    ),
    "why.no_place": (
        "Pennylane has no place for it. Put it into a text if the customer needs it.",
        "Pennylane n’a pas de place pour cela. Mettez-le dans un texte si le client en a besoin.",
    ),
    "why.account_option": (
        "Pennylane books by ledger account: choose it in the line's options.",
        "Pennylane comptabilise par compte : choisissez-le dans les options de la ligne.",
    ),
    "why.no_second_tax": (
        "Pennylane knows VAT only, no second or withheld tax.",
        "Pennylane ne connaît que la TVA, ni seconde taxe ni retenue.",
    ),
    "why.no_rounding": (
        "Pennylane does not round what is to be paid.",
        "Pennylane n’arrondit pas le montant à payer.",
    ),
    "why.rates_theirs": (
        "Pennylane converts at the rate it has itself.",
        "Pennylane convertit au taux dont il dispose.",
    ),
    "why.sums_theirs": (
        "What follows from the changes above; their answer will prove it.",
        "Ce qui suit des changements ci-dessus ; leur réponse le prouvera.",
    ),
    "why.ours_only": ("Of use in this program only.", "Utile dans ce programme seulement."),
    "why.only_for_our_page": ("Only for our own page.", "Seulement pour notre propre page."),
    "why.read_as_options": ("Read as options of the sending.", "Lu comme options de l’envoi."),
}
_PROBLEMS: Final = {
    "problem.needs_base_url": (
        "The gateway's address is not published. Enter the one of your contract in the connection.",
        "L’adresse de la passerelle n’est pas publiée. Saisissez celle de votre contrat dans la connexion.",
    ),
    "problem.needs_software": (
        "The gateway must be told the source software. Choose it in the connection.",
        "Il faut indiquer le logiciel source à la passerelle. Choisissez-le dans la connexion.",
    ),
    "problem.currency_not_taken": (
        "Pennylane does not take {currency}. Use another currency.",
        "Pennylane ne prend pas {currency}. Utilisez une autre monnaie.",
    ),
    "problem.due_before_issue": (
        "The due date lies before the date of issue.",
        "L’échéance précède la date d’émission.",
    ),
    "problem.too_long": (
        "Pennylane takes {limit} characters at most here. Shorten the text.",
        "Pennylane prend ici {limit} caractères au plus. Raccourcissez le texte.",
    ),
    "problem.credit_note_positive": (
        "Pennylane would make an invoice of this credit note: its total is not negative. Give its "
        "quantities a minus.",
        "Pennylane ferait une facture de cet avoir : son total n’est pas négatif. Mettez un moins à ses "
        "quantités.",
    ),
    "problem.invoice_negative": (
        "The total is negative: Pennylane will keep it as a credit note.",
        "Le total est négatif : Pennylane le gardera comme avoir.",
    ),
    "problem.final_stands": (
        "It will be final at once: numbered, and corrected only by a credit note.",
        "Elle sera aussitôt définitive : numérotée, et corrigée seulement par un avoir.",
    ),
    "problem.needs_buyer": (
        "Pennylane needs a customer. Name the buyer or choose a customer in the options.",
        "Pennylane veut un client. Nommez l’acheteur ou choisissez un client dans les options.",
    ),
    "problem.needs_customer_id": (
        "The gateway's pages print no search for customers. Choose one by its number, or let one be created.",
        "Les pages de la passerelle n’impriment pas de recherche de clients. Donnez son numéro, ou laissez "
        "en créer un.",
    ),
    "problem.needs_address": (
        "A new customer needs street, postal code, city and country. Complete the buyer's address, or "
        "choose a customer in the options.",
        "Un nouveau client veut rue, code postal, ville et pays. Complétez l’adresse de l’acheteur, ou "
        "choisissez un client dans les options.",
    ),
    "problem.needs_two_names": (
        "A person needs a first and a last name.",
        "Une personne veut un prénom et un nom.",
    ),
    "problem.needs_line": ("Pennylane needs at least one line.", "Pennylane veut au moins une ligne."),
    "problem.needs_label": (
        "Pennylane needs a label on each line.",
        "Pennylane veut un libellé sur chaque ligne.",
    ),
    "problem.vat_no_code": (
        "Pennylane has no code for {rate} % VAT of category {category} in {country}. Choose another rate, "
        "or give the line a code.",
        "Pennylane n’a pas de code pour {rate} % de TVA de catégorie {category} en {country}. Choisissez un "
        "autre taux, ou donnez un code à la ligne.",
    ),
    "problem.vat_code_unknown": (
        "Pennylane does not know the VAT code {code}.",
        "Pennylane ne connaît pas le code de TVA {code}.",
    ),
    "problem.vat_code_differs": (
        "The code {code} charges {rate} %, the line another rate. Make them agree.",
        "Le code {code} compte {rate} %, la ligne un autre taux. Mettez-les d’accord.",
    ),
    "problem.price_rounded": (
        "Pennylane keeps {decimals} decimals of the price of one unit: it will be rounded.",
        "Pennylane garde {decimals} décimales du prix d’une unité : il sera arrondi.",
    ),
    "problem.id_no_number": (
        "Pennylane's ids are whole numbers. Choose from the list, or correct it.",
        "Les identifiants de Pennylane sont des nombres entiers. Choisissez dans la liste ou corrigez.",
    ),
    "problem.choice_unknown": (
        "“{value}” is none of the choices of {option}.",
        "« {value} » n’est pas un choix de {option}.",
    ),
    "problem.withheld_tax": (
        "Pennylane knows no withheld tax: the customer would be asked for the whole amount.",
        "Pennylane ne connaît pas de retenue : le montant entier serait demandé au client.",
    ),
    "problem.second_tax": (
        "Pennylane knows no second tax: the total would be too low. Remove it, or send elsewhere.",
        "Pennylane ne connaît pas de seconde taxe : le total serait trop bas. Retirez-la.",
    ),
    "problem.prepaid": (
        "Pennylane knows no prepayment here: it asks for the whole amount. Record the payment there.",
        "Pennylane ne connaît pas d’acompte ici : sa facture demande le montant entier. Saisissez-y le "
        "paiement.",
    ),
    "problem.gross_differs": (
        "The total there would be {theirs} instead of {ours}. Keeping amounts instead of quantities may "
        "mend it.",
        "Le total y serait {theirs} au lieu de {ours}. Garder les montants plutôt que les quantités peut y "
        "remédier.",
    ),
    "problem.reference_incomplete": (
        "A payment reference needs all three parts.",
        "Une référence de paiement veut ses trois parties.",
    ),
    "problem.final_direct_only": (
        "A payment reference goes along only with a final invoice of the direct API.",
        "Une référence de paiement ne part qu’avec une facture définitive de l’API directe.",
    ),
    "problem.direct_only": (
        "The ledger label goes along only with the direct API.",
        "Le libellé comptable ne part qu’avec l’API directe.",
    ),
    "problem.link_later": (
        "Only a final credit note can be linked to its invoice, and only directly. Link it afterwards.",
        "Seul un avoir définitif peut être lié à sa facture, et seulement en direct. Liez-le ensuite.",
    ),
}
_REFUSALS: Final = {
    "error.reference_taken": (
        "Pennylane has an invoice with the reference {reference}. Nothing was sent. If it is another "
        "document, change the reference.",
        "Pennylane a déjà une facture de référence {reference}. Rien n’a été envoyé. Si c’est un autre "
        "document, changez la référence.",
    ),
    "error.customer_gone": (
        "Pennylane no longer has the customer {id}. Nothing was made. Choose another.",
        "Pennylane n’a plus le client {id}. Rien n’a été créé. Choisissez-en un autre.",
    ),
    "error.customer_ambiguous": (
        "Pennylane has {count} customers that may be {name}. No invoice was made. Choose one in the options.",
        "Pennylane a {count} clients qui peuvent être {name}. Aucune facture créée. Choisissez-en un dans "
        "les options.",
    ),
    "error.customer_not_found": (
        "Pennylane has no customer {name}. No invoice was made. Choose one, or let one be created.",
        "Pennylane n’a pas de client {name}. Aucune facture créée. Choisissez-en un, ou laissez-le créer.",
    ),
    "error.customer_exists": (
        "Pennylane says that the customer {name} exists already, and does not say which. No invoice was "
        "made. Choose it in the options.",
        "Pennylane dit que le client {name} existe déjà, sans dire lequel. Aucune facture créée. "
        "Choisissez-le dans les options.",
    ),
    "error.not_on_gateway": (
        "The gateway's pages do not print this call, so it is not made. Do it in Pennylane itself.",
        "Les pages de la passerelle n’impriment pas cet appel : il n’est pas fait. Faites-le dans Pennylane.",
    ),
    "error.needs_related": (
        "Which invoice does this credit note correct? Name it first.",
        "Quelle facture cet avoir corrige-t-il ? Nommez-la d’abord.",
    ),
    "error.needs_quote": ("Choose a quote first.", "Choisissez d’abord un devis."),
}
_NOTICES: Final = {
    "notice.lines_differ": (
        "Pennylane holds {theirs} lines, sent were {ours}. Compare the document there.",
        "Pennylane contient {theirs} lignes, {ours} ont été envoyées. Comparez le document là-bas.",
    ),
    "notice.not_read_back": (
        "Pennylane made it and did not show its lines. Read it again to prove it.",
        "Pennylane l’a créée sans montrer ses lignes. Relisez-la pour le prouver.",
    ),
    "notice.pdf_not_ready": (
        "Pennylane is still making the PDF. Ask again in some minutes.",
        "Pennylane prépare encore le PDF. Redemandez dans quelques minutes.",
    ),
    "notice.mailed": ("Pennylane has mailed it.", "Pennylane l’a envoyée par courriel."),
    "notice.deleted": ("The draft is deleted there.", "Le brouillon y est supprimé."),
}

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **shared.WORDS,
    **OPTION_WORDS,
    **_REASONS,
    **_PROBLEMS,
    **_REFUSALS,
    **_NOTICES,
}
