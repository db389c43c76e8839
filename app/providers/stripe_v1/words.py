"""All of Stripe's words, English and French."""

from __future__ import annotations

from typing import Final

from app.providers.stripe_v1.words_options import OPTION_WORDS
from app.providers.stripe_v1.words_plan import PLAN_WORDS

_COMMON: Final[dict[str, tuple[str, str]]] = {
    "dialect.2022-11-15": ("API version 2022-11-15", "Version d’API 2022-11-15"),
    "dialect.2026-10-28.endive": (
        "API version 2026-10-28 (endive)",
        "Version d’API 2026-10-28 (endive)",
    ),
    "scheme.key": ("Secret or restricted key", "Clé secrète ou restreinte"),
    "scheme.basic": ("Key as user name", "Clé comme nom d’utilisateur"),
    "secret.token": ("API key", "Clé d’API"),
    "secret.token.help": (
        "In Stripe's dashboard under Developers, API keys. It begins with sk_test_, sk_live_ or rk_.",
        "Dans le tableau de bord de Stripe, sous Développeurs, Clés API. Elle commence par sk_test_, "
        "sk_live_ ou rk_.",
    ),
    "secret.user": ("API key", "Clé d’API"),
    "secret.user.help": (
        "The same key as for the other way in: sk_ or rk_.",
        "La même clé que pour l’autre mode de connexion : sk_ ou rk_.",
    ),
    "secret.password": ("Password", "Mot de passe"),
    "secret.password.help": (
        "Leave it empty: Stripe wants none.",
        "Laissez ce champ vide : Stripe n’en veut pas.",
    ),
    "list.customers": ("Customers", "Clients"),
    "list.tax_rates": ("Tax rates", "Taux de taxe"),
    "list.coupons": ("Coupons", "Bons de réduction"),
    "list.invoices": ("Invoices", "Factures"),
    "action.fetch": ("Look again", "Relire"),
    "action.pdf": ("Stripe's PDF and page", "PDF et page de Stripe"),
    "action.finalise": ("Finalise", "Finaliser"),
    "action.email": ("Send by e-mail", "Envoyer par e-mail"),
    "action.mark_paid": ("Paid outside Stripe", "Payée hors de Stripe"),
    "action.void": ("Void", "Annuler"),
    "action.delete": ("Delete the draft", "Supprimer le brouillon"),
    "error.key_rejected": (
        "Stripe does not know this key. Nothing was done. Check it in the connection's settings.",
        "Stripe ne reconnaît pas cette clé. Rien n’a été fait. Vérifiez-la dans les réglages de la "
        "connexion.",
    ),
    "error.key_expired": (
        "This key has expired. Nothing was done. Make a new one in Stripe's dashboard and enter it here.",
        "Cette clé a expiré. Rien n’a été fait. Créez-en une nouvelle dans le tableau de bord de Stripe "
        "et saisissez-la ici.",
    ),
    "error.not_permitted": (
        "This key may not do that. Nothing was done. Give it the permission in Stripe's dashboard.",
        "Cette clé n’a pas ce droit. Rien n’a été fait. Accordez-le dans le tableau de bord de Stripe.",
    ),
    "error.key_reused": (
        "Stripe has seen this step with other contents. Nothing was done. Send the document anew.",
        "Stripe a déjà vu cette étape avec un autre contenu. Rien n’a été fait. Envoyez à nouveau le "
        "document.",
    ),
    "error.field_refused": (
        "Stripe refuses this field. Correct it and send again.",
        "Stripe refuse ce champ. Corrigez-le puis envoyez à nouveau.",
    ),
    "error.refused": (
        "Stripe refuses the request. Its own words are below.",
        "Stripe refuse la demande. Ses propres termes figurent ci-dessous.",
    ),
    "error.not_there": (
        "Stripe has no such record. It may have been deleted there, or belong to another account.",
        "Stripe n’a pas cet élément. Il a peut-être été supprimé ou appartient à un autre compte.",
    ),
    "error.payment_failed": (
        "The payment was declined. The invoice itself is there.",
        "Le paiement a été refusé. La facture, elle, existe.",
    ),
    "error.too_many_requests": (
        "Stripe has had too many requests. It goes on by itself in a moment.",
        "Stripe a reçu trop de demandes. La suite se fera d’elle-même dans un instant.",
    ),
    "error.lock_timeout": (
        "Stripe is busy with this very record. It goes on by itself in a moment.",
        "Stripe traite déjà cet élément. La suite se fera d’elle-même dans un instant.",
    ),
    "error.busy": (
        "Stripe asks to try again. It goes on by itself in a moment.",
        "Stripe demande de réessayer. La suite se fera d’elle-même dans un instant.",
    ),
    "error.server_error": (
        "Stripe has trouble of its own ({status}). The step is repeated with the same key.",
        "Stripe rencontre un problème ({status}). L’étape sera répétée avec la même clé.",
    ),
    "error.status_unknown": (
        "Stripe answered with status {status}, which it does not document.",
        "Stripe a répondu avec le statut {status}, qu’il ne documente pas.",
    ),
    "error.list_has_no_end": (
        "Stripe's list did not come to an end. Look there whether the document exists.",
        "La liste de Stripe n’a pas de fin. Vérifiez là-bas si le document existe.",
    ),
    "notice.left_as_draft": (
        "Left as a draft: Stripe comes to {theirs}, foretold were {foretold}. Compare, then finalise it.",
        "Laissée en brouillon : Stripe arrive à {theirs}, le montant prévu était {foretold}. Comparez, "
        "puis finalisez.",
    ),
}

WORDS: Final[dict[str, tuple[str, str]]] = {**_COMMON, **PLAN_WORDS, **OPTION_WORDS}
