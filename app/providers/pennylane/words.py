"""Words that the three Pennylane endpoints share, English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "dialect.direct": ("Pennylane's own API", "L’API de Pennylane"),
    "dialect.gateway": ("Billy gateway", "Passerelle Billy"),
    "scheme.company_token": ("Company token", "Jeton d’entreprise"),
    "scheme.oauth": ("Sign in with the browser", "Connexion par le navigateur"),
    "scheme.oauth_second_address": (
        "Sign in with the browser (second token address)",
        "Connexion par le navigateur (seconde adresse de jeton)",
    ),
    "scheme.gateway_raw": ("Partner token, as it is", "Jeton partenaire, tel quel"),
    "scheme.gateway_bearer": ("Partner token, as bearer", "Jeton partenaire, en porteur (bearer)"),
    "secret.token": ("Token", "Jeton"),
    "secret.token.help": (
        "Made by an administrator in Pennylane under Settings, API; the gateway's comes from its vendor.",
        "Créé par un administrateur dans Pennylane sous Paramètres, API ; celui de la passerelle vient "
        "de son éditeur.",
    ),
    "secret.client_id": ("Client id", "Identifiant client"),
    "secret.client_id.help": (
        "Of your own application, which Pennylane approves on request.",
        "Celui de votre propre application, que Pennylane accepte sur demande.",
    ),
    "secret.client_secret": ("Client secret", "Secret client"),
    "secret.client_secret.help": (
        "Shown once with the client id. It stays in the keyring of this computer.",
        "Affiché une fois avec l’identifiant client. Il reste dans le trousseau de cet ordinateur.",
    ),
    "group.gateway": ("Gateway", "Passerelle"),
    "option.x_source": ("Source", "Source"),
    "option.x_source.help": (
        "Who hands the document to the gateway. Its pages know one value.",
        "Qui remet le document à la passerelle. Ses pages ne connaissent qu’une valeur.",
    ),
    "option.x_source_software": ("Source software", "Logiciel source"),
    "option.x_source_software.help": (
        "The program your contract with the gateway names. Only for the gateway.",
        "Le logiciel que nomme votre contrat avec la passerelle. Pour la passerelle seulement.",
    ),
    "error.token_rejected": (
        "Pennylane does not accept the token. Nothing was done. It may have been revoked or be past its "
        "end: make a new one and enter it in the connection.",
        "Pennylane n’accepte pas le jeton. Rien n’a été fait. Il a pu être révoqué ou expirer : créez-en "
        "un autre et saisissez-le dans la connexion.",
    ),
    "error.scope_missing": (
        "The token lacks the permission “{scope}”. Nothing was done. Give it this permission in "
        "Pennylane, or use another token.",
        "Il manque au jeton l’autorisation « {scope} ». Rien n’a été fait. Accordez-la dans Pennylane "
        "ou utilisez un autre jeton.",
    ),
    "error.not_allowed": (
        "Pennylane does not let this token do that. Nothing was done. Check its permissions there.",
        "Pennylane ne laisse pas ce jeton faire cela. Rien n’a été fait. Vérifiez-y ses autorisations.",
    ),
    "error.malformed": (
        "Pennylane could not take the document as it was sent. Nothing was made. Its own words say which "
        "part.",
        "Pennylane n’a pas pu prendre le document tel quel. Rien n’a été créé. Ses propres mots disent "
        "quelle partie.",
    ),
    "error.declined": (
        "Pennylane declined the document. Nothing was made. Correct what its own words name, then send "
        "again.",
        "Pennylane a refusé le document. Rien n’a été créé. Corrigez ce que nomment ses propres mots, puis "
        "renvoyez-le.",
    ),
    "error.not_found": (
        "Pennylane does not know what was asked for. It may have been deleted there.",
        "Pennylane ne connaît pas ce qui était demandé. Cela a pu y être supprimé.",
    ),
    "error.pdf_not_ready": (
        "Pennylane is still making the PDF, which takes it some minutes. It will be tried again.",
        "Pennylane prépare encore le PDF, ce qui lui prend quelques minutes. Un nouvel essai suivra.",
    ),
    "error.too_many_requests": (
        "Pennylane takes 25 requests in 5 seconds and has had more, perhaps from another program. It goes "
        "on by itself.",
        "Pennylane accepte 25 requêtes en 5 secondes et en a reçu davantage, peut-être d’un autre "
        "programme. L’envoi reprendra de lui-même.",
    ),
    "error.server_failed": (
        "Pennylane's server failed. Whether something was done is looked up before anything is repeated.",
        "Le serveur de Pennylane a échoué. Avant toute répétition, on cherche si quelque chose a été fait.",
    ),
    "error.status_unknown": (
        "Pennylane answered in a way its pages do not describe.",
        "Pennylane a répondu d’une façon que ses pages ne décrivent pas.",
    ),
}
