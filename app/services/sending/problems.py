"""What keeps something from being planned, queued or decided, said to a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "no_such_connection": (
        "This connection is no longer there. Choose another one.",
        "Cette connexion n’existe plus. Choisissez-en une autre.",
    ),
    "no_such_provider": (
        "This version does not know the provider {provider}. Update Factotum.",
        "Cette version ne connaît pas le fournisseur {provider}. Mettez Factotum à jour.",
    ),
    "no_such_entry": (
        "This entry is no longer in the outbox.",
        "Cette ligne n’est plus dans la boîte d’envoi.",
    ),
    "no_such_list": (
        "{provider} has no list {list}.",
        "{provider} n’a pas de liste {list}.",
    ),
    "no_such_action": (
        "{provider} cannot do this with a document in this state. Fetch it anew, then look again.",
        "{provider} ne peut pas le faire dans cet état du document. Actualisez-le, puis réessayez.",
    ),
    "plan_blocked": (
        "Something still has to be mended before this can be sent. Nothing was queued.",
        "Il reste quelque chose à corriger avant l’envoi. Rien n’a été mis en attente.",
    ),
    "plan_stale": (
        "The document was changed after this plan was made. Nothing was queued. Look at the new plan.",
        "Le document a changé depuis ce plan. Rien n’a été mis en attente. Regardez le nouveau plan.",
    ),
    "issue_first": (
        "{provider} takes documents with your own number. Issue this one first, then send it.",
        "{provider} prend les documents avec votre numéro. Émettez d’abord celui-ci, puis envoyez-le.",
    ),
    "page_missing": (
        "{provider} wants the page of the document, and there is none. Issue the document first.",
        "{provider} veut la page du document et il n’y en a pas. Émettez d’abord le document.",
    ),
    "original_missing": (
        "{provider} wants the supplier’s file, and it is not here. Import the file first.",
        "{provider} veut le fichier du fournisseur et il n’est pas là. Importez d’abord le fichier.",
    ),
    "connection_in_use": (
        "Documents are on their way over this connection. Let them arrive or withdraw them first.",
        "Des documents passent par cette connexion. Laissez-les arriver ou retirez-les d’abord.",
    ),
    "not_to_be_decided": (
        "This entry has gone on in the meantime. Look at it again.",
        "Cette ligne a avancé entre-temps. Regardez-la de nouveau.",
    ),
    "under_way": (
        "Another window is sending it at this moment. Wait until it is done.",
        "Une autre fenêtre l’envoie en ce moment. Attendez la fin.",
    ),
    "no_practice": (
        "There is no practice account of {provider}.",
        "Il n’y a pas de compte d’entraînement chez {provider}.",
    ),
}


class SendingProblem(Exception):
    """`code` names the sentence, `params` fill it. Nothing was sent or lost."""

    def __init__(self, code: str, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str] = dict(params or {})

    def text(self, language: Literal["en", "fr"] = "en") -> str:
        """What happened and what to do now."""
        return SENTENCES[self.code][language == "fr"].format_map(self.params)
