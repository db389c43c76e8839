"""The words common to all providers: why a field fares as it does, and what an error of the tree means.

Code -> (English, French). `{provider}` is the provider's title; other braces are params of the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Final, Literal

from app.client.sign_in_words import WORDS as SIGN_IN

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "why.added": (
        "Your document does not say it; {provider} is told so that it does not choose by itself.",
        "Votre document ne le dit pas ; {provider} le reçoit pour ne pas en décider seul.",
    ),
    "why.changed": (
        "{provider} takes it in this form.",
        "{provider} le prend sous cette forme.",
    ),
    "why.rounding": (
        "{provider} rounds in other places than this document does.",
        "{provider} n’arrondit pas aux mêmes endroits que ce document.",
    ),
    "why.proven_by_answer": (
        "Compared with the answer after sending.",
        "Comparé avec la réponse après l’envoi.",
    ),
    "why.found_before": (
        "{provider} knows it as {id}, found before.",
        "{provider} le connaît sous {id}, trouvé auparavant.",
    ),
    "why.only_for_our_page": (
        "It shapes the page of this program and stays here.",
        "Cela concerne la page de ce programme et reste ici.",
    ),
    "why.not_taken": (
        "{provider} has no place for it.",
        "{provider} n’a pas de place pour cela.",
    ),
}

ERRORS: Final[Mapping[str, tuple[str, str]]] = {
    "error.name_not_found": (
        "The address of {provider} could not be found. Nothing was sent. Check the network; it goes on "
        "when the connection is back.",
        "L’adresse de {provider} est introuvable. Rien n’a été envoyé. Vérifiez le réseau ; l’envoi "
        "reprendra quand la connexion sera revenue.",
    ),
    "error.connection_refused": (
        "{provider} cannot be reached at its address. Nothing was sent. It will be tried again.",
        "{provider} n’est pas joignable à son adresse. Rien n’a été envoyé. Un nouvel essai suivra.",
    ),
    "error.connect_timeout": (
        "{provider} did not answer the call for a connection. Nothing was sent. It will be tried again.",
        "{provider} n’a pas répondu à la demande de connexion. Rien n’a été envoyé. Un nouvel essai suivra.",
    ),
    "error.no_route": (
        "There is no way to {provider} over this network. Nothing was sent. Check the network; it goes on "
        "when the connection is back.",
        "Ce réseau ne mène pas à {provider}. Rien n’a été envoyé. Vérifiez le réseau ; l’envoi reprendra "
        "quand la connexion sera revenue.",
    ),
    "error.not_sent": (
        "Nothing left this machine. It will be tried again.",
        "Rien n’a quitté cet ordinateur. Un nouvel essai suivra.",
    ),
    "error.proxy_failed": (
        "The proxy of this network did not let the connection through. Nothing was sent. Check the proxy "
        "settings of the system.",
        "Le proxy de ce réseau n’a pas laissé passer la connexion. Rien n’a été envoyé. Vérifiez le "
        "réglage du proxy dans le système.",
    ),
    "error.certificate_expired": (
        "The certificate of {provider} has expired, or the clock of this machine is wrong. Nothing was sent. "
        "Check date and time; if they are right, ask {provider}.",
        "Le certificat de {provider} a expiré, ou l’horloge de cet ordinateur est fausse. Rien n’a été "
        "envoyé. Vérifiez la date et l’heure ; si elles sont justes, demandez à {provider}.",
    ),
    "error.certificate_not_yet_valid": (
        "The certificate of {provider} is not valid yet; the clock of this machine is probably slow. "
        "Nothing was sent. Check date and time.",
        "Le certificat de {provider} n’est pas encore valable ; l’horloge de cet ordinateur retarde "
        "sans doute. Rien n’a été envoyé. Vérifiez la date et l’heure.",
    ),
    "error.certificate_name": (
        "The certificate at this address belongs to somebody else. Nothing was sent. Check the address in "
        "the connection, and whether this network asks for a sign-in.",
        "Le certificat à cette adresse appartient à un autre. Rien n’a été envoyé. Vérifiez l’adresse de "
        "la connexion, et si ce réseau demande une identification.",
    ),
    "error.certificate_untrusted": (
        "Nobody this machine trusts vouches for the certificate at this address. Nothing was sent. Another "
        "network may help; a company's own certificate belongs into the system's store.",
        "Personne de confiance ne répond du certificat à cette adresse. Rien n’a été envoyé. Un autre "
        "réseau peut aider ; le certificat d’une entreprise se range dans le magasin du système.",
    ),
    "error.tls_failed": (
        "No secure connection to {provider} could be made. Nothing was sent. Another network may help.",
        "Aucune connexion sûre à {provider} n’a pu être établie. Rien n’a été envoyé. Un autre réseau peut "
        "aider.",
    ),
    "error.answer_lost": (
        "The connection broke before the answer of {provider} was whole. Before anything is repeated, it "
        "is looked up whether it was done.",
        "La connexion s’est rompue avant que la réponse de {provider} soit complète. Avant toute "
        "répétition, on cherche si cela a été fait.",
    ),
    "error.answer_late": (
        "{provider} did not answer in time. Before anything is repeated, it is looked up whether it was "
        "done.",
        "{provider} n’a pas répondu à temps. Avant toute répétition, on cherche si cela a été fait.",
    ),
    "error.answer_too_large": (
        "The answer of {provider} is larger than {megabytes} MB and was not read.",
        "La réponse de {provider} dépasse {megabytes} Mo et n’a pas été lue.",
    ),
    "error.answer_garbled": (
        "The answer of {provider} is cut off or is not in the form it should have.",
        "La réponse de {provider} est tronquée ou n’a pas la forme attendue.",
    ),
    "error.answer_too_deep": (
        "The answer of {provider} is nested deeper than any of its answers should be.",
        "La réponse de {provider} est imbriquée plus profondément que ne doit l’être aucune.",
    ),
    "error.answer_wrong_type": (
        "In the answer of {provider}, “{member}” is of the kind {found} instead of {wanted}. It is asked "
        "again; if that does not help, look for a newer version of this program.",
        "Dans la réponse de {provider}, « {member} » est de type {found} au lieu de {wanted}. La "
        "demande est répétée ; si cela n’aide pas, cherchez une version plus récente de ce programme.",
    ),
    "error.captive_portal": (
        "A web page answered instead of {provider}. The network may be asking for a sign-in: open a "
        "browser, sign in, and try again.",
        "Une page web a répondu à la place de {provider}. Le réseau demande peut-être une identification : "
        "ouvrez un navigateur, identifiez-vous, puis réessayez.",
    ),
    "error.redirected": (
        "{provider} sends us to another page instead of answering. Check the address in the connection.",
        "{provider} nous renvoie à une autre page au lieu de répondre. Vérifiez l’adresse de la connexion.",
    ),
    "error.redirect_elsewhere": (
        "{provider} sends us to another host, {host}. Nothing was sent there. Check the address in the "
        "connection.",
        "{provider} nous renvoie à un autre hôte, {host}. Rien n’y a été envoyé. Vérifiez l’adresse de la "
        "connexion.",
    ),
    "error.plain_http": (
        "The address begins with http://, so that anyone on the way could read the key and the document. "
        "Nothing was sent. Use the address with https://.",
        "L’adresse commence par http:// : sur le chemin, n’importe qui pourrait lire la clé et le document. "
        "Rien n’a été envoyé. Prenez l’adresse en https://.",
    ),
    "error.bad_address": (
        "The address in the connection is not one. Nothing was sent. Correct it there.",
        "L’adresse de la connexion n’en est pas une. Rien n’a été envoyé. Corrigez-la.",
    ),
    "error.header_not_sendable": (
        "The key holds a character that no key has, perhaps a line break or a letter with an accent. "
        "Nothing was sent. Copy it anew into the connection.",
        "La clé contient un caractère qu’aucune clé n’a, peut-être un retour à la ligne ou une lettre "
        "accentuée. Rien n’a été envoyé. Copiez-la de nouveau dans la connexion.",
    ),
    "error.clock_off": (
        "{provider} rejected the signature. The clock of this machine is {clock_off_minutes} minutes away "
        "from its own. Nothing was done. Set date and time, then try again.",
        "{provider} a rejeté la signature. L’horloge de cet ordinateur s’écarte de la sienne de "
        "{clock_off_minutes} minutes. Rien n’a été fait. Réglez la date et l’heure, puis réessayez.",
    ),
    "error.cancelled": (
        "Stopped as you wished. Nothing of this step was sent.",
        "Arrêté comme vous le vouliez. Rien de cette étape n’a été envoyé.",
    ),
    "error.cancelled_midway": (
        "Stopped as you wished, while {provider} was being asked. It is looked up whether it was done "
        "before anything is repeated.",
        "Arrêté comme vous le vouliez, pendant la demande à {provider}. Avant toute répétition, on cherche "
        "si cela a été fait.",
    ),
    "error.outcome_unknown": (
        "Nobody can tell from here whether {provider} did it. Look there, then say whether the document is "
        "there.",
        "D’ici, personne ne peut dire si {provider} l’a fait. Regardez là-bas, puis dites si le document y "
        "est.",
    ),
    "error.step_changed": (
        "Part of this document was sent in another form, perhaps by a former version of the program. "
        "Nothing more is sent. Look at {provider} what is there, then say so.",
        "Une partie de ce document a été envoyée sous une autre forme, peut-être par une version "
        "antérieure du programme. Rien d’autre n’est envoyé. Regardez chez {provider} ce qui s’y trouve, "
        "puis dites-le.",
    ),
}


def words(
    code: str,
    params: Mapping[str, str],
    language: Literal["en", "fr"],
    provider: str,
    own: Mapping[str, tuple[str, str]],
) -> str:
    """The sentence of a code: the provider's own, else the common one, else the code itself.

    An error's code is found with and without its `error.`. A param that the sentence names and nobody
    gives stays empty.
    """
    tables = (own, WORDS, ERRORS, SIGN_IN)
    found = next((table[name] for name in (code, f"error.{code}") for table in tables if name in table), None)
    if found is None:
        return code
    template = found[0 if language == "en" else 1]
    names = {name for _, name, _, _ in Formatter().parse(template) if name}
    return template.format_map({name: {"provider": provider, **params}.get(name, "") for name in names})
