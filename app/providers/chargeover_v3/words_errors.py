"""Words of refusals and of what is found before sending. English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "error.refused": (
        "ChargeOver declined it. Nothing was made by this request. Correct what its own words name, "
        "then send again.",
        "ChargeOver a refusé. Rien n’a été créé par cette requête. Corrigez ce que nomment ses "
        "propres mots, puis renvoyez.",
    ),
    "error.credentials_rejected": (
        "ChargeOver does not accept the keys. Nothing was done. Check the site name and both keys in "
        "the connection, and that the API is switched on there.",
        "ChargeOver n’accepte pas les clés. Rien n’a été fait. Vérifiez le nom du site et les deux "
        "clés dans la connexion, et que l’API y est activée.",
    ),
    "error.not_allowed": (
        "ChargeOver does not let these keys do that. Nothing was done. Check their permissions there.",
        "ChargeOver ne laisse pas ces clés faire cela. Rien n’a été fait. Vérifiez-y leurs autorisations.",
    ),
    "error.not_found": (
        "ChargeOver does not know what was asked for. It may have been deleted there.",
        "ChargeOver ne connaît pas ce qui était demandé. Cela a pu y être supprimé.",
    ),
    "error.too_many_requests": (
        "ChargeOver has had too many requests for now. It goes on by itself.",
        "ChargeOver a reçu trop de requêtes pour l’instant. L’envoi reprendra de lui-même.",
    ),
    "error.server_failed": (
        "ChargeOver's server failed. Whether something was done is looked up before anything is repeated.",
        "Le serveur de ChargeOver a échoué. Avant toute répétition, on cherche si quelque chose a été fait.",
    ),
    "error.status_unknown": (
        "ChargeOver answered in a way its pages do not describe.",
        "ChargeOver a répondu d’une façon que ses pages ne décrivent pas.",
    ),
    "error.no_envelope": (
        "The answer is not ChargeOver's. A network that asks you to sign in, or another site, may "
        "have given it. Check the network and the site name.",
        "La réponse n’est pas de ChargeOver. Un réseau qui demande une connexion, ou un autre site, "
        "l’a peut-être donnée. Vérifiez le réseau et le nom du site.",
    ),
    "error.made_without_id": (
        "ChargeOver says it was done, but nothing can be found. Look on the site before you send again.",
        "ChargeOver dit que c’est fait, mais rien n’est trouvé. Regardez sur le site avant de renvoyer.",
    ),
    "error.pages_repeat": (
        "ChargeOver gives the same page of the list again and again. What was read so far is kept.",
        "ChargeOver donne toujours la même page de la liste. Ce qui a été lu est gardé.",
    ),
    "error.external_key_taken": (
        "ChargeOver already has invoice {invoice} under the reference “{key}”. Nothing was made. "
        "Give this document another reference, or look at that invoice.",
        "ChargeOver a déjà la facture {invoice} sous la référence « {key} ». Rien n’a été "
        "créé. Donnez une autre référence à ce document, ou regardez cette facture.",
    ),
    "error.currency_missing": (
        "Your ChargeOver account has no currency {currency}. Nothing was made. Switch it on there, "
        "or choose the currency in the options.",
        "Votre compte ChargeOver n’a pas la devise {currency}. Rien n’a été créé. Activez-la là-bas, "
        "ou choisissez la devise dans les options.",
    ),
    "error.terms_missing": (
        "ChargeOver has no terms of {days} days. Nothing was made. Make them there, choose others in "
        "the options, or leave it to the account.",
        "ChargeOver n’a pas de conditions à {days} jours. Rien n’a été créé. Créez-les là-bas, "
        "choisissez-en d’autres dans les options, ou laissez faire le compte.",
    ),
    "error.customer_ambiguous": (
        "ChargeOver has several customers with “{value}”. No invoice was made. Choose the right one "
        "in the options.",
        "ChargeOver a plusieurs clients avec « {value} ». Aucune facture n’a été créée. "
        "Choisissez le bon dans les options.",
    ),
    "error.customer_missing": (
        "ChargeOver does not have the customer “{value}”. Nothing was made. Choose one in the "
        "options, or allow missing customers to be made.",
        "ChargeOver n’a pas le client « {value} ». Rien n’a été créé. Choisissez-en un dans "
        "les options, ou permettez de créer les clients manquants.",
    ),
    "error.item_ambiguous": (
        "ChargeOver has several items with “{value}”. No invoice was made. Choose the right one in "
        "the options of the line.",
        "ChargeOver a plusieurs articles avec « {value} ». Aucune facture n’a été créée. "
        "Choisissez le bon dans les options de la ligne.",
    ),
    "error.item_missing": (
        "ChargeOver does not have the item “{value}”. No invoice was made. Choose one in the options "
        "of the line, or allow missing items to be made.",
        "ChargeOver n’a pas l’article « {value} ». Aucune facture n’a été créée. Choisissez-en "
        "un dans les options de la ligne, ou permettez de créer les articles manquants.",
    ),
    "error.nothing_to_pay": (
        "There is nothing left to pay on this invoice (balance {balance}). Nothing was recorded.",
        "Il ne reste rien à payer sur cette facture (solde {balance}). Rien n’a été enregistré.",
    ),
    "problem.live_at_once": (
        "ChargeOver has no drafts here: the invoice is live as soon as it is sent, and can then only "
        "be voided.",
        "ChargeOver n’a pas de brouillons ici : la facture est effective dès l’envoi et ne peut "
        "ensuite qu’être annulée.",
    ),
    "problem.tax_is_an_estimate": (
        "Tax and total are an estimate: ChargeOver taxes by the rules of your account. What it came "
        "to is compared after sending.",
        "Taxes et total sont une estimation : ChargeOver taxe selon les règles de votre compte. "
        "Le résultat est comparé après l’envoi.",
    ),
    "problem.credit_note_unsupported": (
        "ChargeOver takes no credit notes this way. Void the invoice there, or send this document elsewhere.",
        "ChargeOver ne prend pas d’avoirs par cette voie. Annulez-y la facture, ou envoyez ce "
        "document ailleurs.",
    ),
    "problem.no_lines": (
        "ChargeOver wants at least one line. Add one.",
        "ChargeOver veut au moins une ligne. Ajoutez-en une.",
    ),
    "problem.site_missing": (
        "The name of your ChargeOver site is missing. Enter it in the connection.",
        "Le nom de votre site ChargeOver manque. Saisissez-le dans la connexion.",
    ),
    "problem.due_before_date": (
        "The due date lies before the date of the invoice, {date}. Change one of them.",
        "L’échéance précède la date de la facture, {date}. Changez l’une des deux.",
    ),
    "problem.reduction_without_lines": (
        "This reduction has no lines of its VAT rate to be spread over. Send reductions as lines "
        "(options, figures), or give it the VAT of a line.",
        "Cette remise n’a pas de lignes de son taux de TVA où se répartir. Envoyez les remises en "
        "lignes (options, montants), ou donnez-lui la TVA d’une ligne.",
    ),
    "problem.reference_not_findable": (
        "This reference could not be looked up there: leave out / \\ ? # % and blanks at its ends.",
        "Cette référence ne pourrait pas être retrouvée là-bas : évitez / \\ ? # % et les "
        "blancs aux extrémités.",
    ),
    "problem.reference_too_long": (
        "The reference has more than {most} characters. Shorten it.",
        "La référence a plus de {most} caractères. Raccourcissez-la.",
    ),
    "problem.customer_named_twice": (
        "The options name the customer more than once: {options}. Keep one.",
        "Les options nomment le client plusieurs fois : {options}. Gardez-en une.",
    ),
    "problem.customer_unnamed": (
        "There is no customer. Name the buyer, or choose a customer in the options.",
        "Il n’y a pas de client. Nommez l’acheteur, ou choisissez un client dans les options.",
    ),
    "problem.option_unfit": (
        "The option “{option}” cannot be “{value}”. Choose another value.",
        "L’option « {option} » ne peut pas être « {value} ». Choisissez une autre valeur.",
    ),
    "problem.custom_fields_full": (
        "ChargeOver has {most} places for custom fields here, and all are taken. Remove a field.",
        "ChargeOver a ici {most} places de champs personnalisés, toutes prises. Retirez un champ.",
    ),
    "problem.custom_field_map_unfit": (
        "The place “{value}” for “{name}” is taken or is none of 1 to {most}. Change it in the connection.",
        "La place « {value} » de « {name} » est prise ou hors de 1 à {most}. Changez-la dans la connexion.",
    ),
    "problem.extra_members_taken": (
        "The extra members name what the document sends itself: {members}. Remove them there; they "
        "would not be used.",
        "Les membres supplémentaires nomment ce que le document envoie lui-même : {members}. "
        "Retirez-les ; ils ne seraient pas utilisés.",
    ),
    "problem.extra_members_unchecked": (
        "Extra members go along unchecked: {members}. They may change the figures.",
        "Des membres supplémentaires partent sans contrôle : {members}. Ils peuvent changer les montants.",
    ),
    "problem.item_named_twice": (
        "Line {line} names its item twice. Keep the item or its external key.",
        "La ligne {line} nomme son article deux fois. Gardez l’article ou sa clé externe.",
    ),
    "problem.line_as_lump": (
        "Line {line} becomes one unit of its amount: no price of few enough decimals gives it. The "
        "count stays in its text.",
        "La ligne {line} devient une unité à son montant : aucun prix à si peu de décimales ne le "
        "donne. Le compte reste dans son texte.",
    ),
    "problem.payable_differs": (
        "ChargeOver will ask for {theirs} where this document says {ours}. See the sums below for "
        "the reasons.",
        "ChargeOver demandera {theirs} là où ce document dit {ours}. Voyez les raisons dans les "
        "sommes ci-dessous.",
    ),
    "problem.total_negative": (
        "The total is negative. Whether ChargeOver takes that is not published.",
        "Le total est négatif. Que ChargeOver l’accepte n’est pas publié.",
    ),
    "problem.discount_line_unproven": (
        "Lines with a negative price: how ChargeOver taxes a discount item is not published. Compare "
        "the sums after sending.",
        "Lignes à prix négatif : la taxation d’un article de remise par ChargeOver n’est pas "
        "publiée. Comparez les sommes après l’envoi.",
    ),
}
