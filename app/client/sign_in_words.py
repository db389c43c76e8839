"""What goes wrong with credentials and sign-in, in words: code -> (English, French)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "error.secret_missing": (
        "Something is missing to sign in: {secret}. Nothing was sent. Enter it in the connection.",
        "Il manque un élément pour se connecter\u202f: {secret}. Rien n’a été envoyé. "
        "Saisissez-le dans la connexion.",
    ),
    "error.secret_characters": (
        "{secret} holds characters that such a key never has. Nothing was sent. Copy it again.",
        "{secret} contient des caractères qu’une telle clé n’a jamais. Rien n’a été envoyé. "
        "Copiez-la à nouveau.",
    ),
    "error.key_shape": (
        "{secret} does not look like a key of this provider. Nothing was sent. "
        "Copy it again from the provider’s page.",
        "{secret} ne ressemble pas à une clé de ce fournisseur. Rien n’a été envoyé. "
        "Copiez-la à nouveau depuis la page du fournisseur.",
    ),
    "error.publishable_key": (
        "This is a publishable key, which can make no invoice. Nothing was sent. "
        "Use the secret key or a restricted one.",
        "C’est une clé publique, qui ne peut créer de facture. Rien n’a été envoyé. "
        "Utilisez la clé secrète ou une clé restreinte.",
    ),
    "error.live_key_in_test": (
        "This is a live key in a test connection; real invoices would be made. Nothing was sent. "
        "Use a test key, or set the connection to live.",
        "C’est une clé de production dans une connexion de test\u202f: de vraies factures seraient créées. "
        "Rien n’a été envoyé. Utilisez une clé de test, ou passez la connexion en production.",
    ),
    "error.test_key_in_live": (
        "This is a test key in a live connection; no real invoice would be made. Nothing was sent. "
        "Use a live key, or set the connection to test.",
        "C’est une clé de test dans une connexion de production\u202f: aucune vraie facture ne serait créée. "
        "Rien n’a été envoyé. Utilisez une clé de production, ou passez la connexion en test.",
    ),
    "error.address": (
        "“{address}” is not an address a key can be sent to. Nothing was sent. Correct it in the connection.",
        "«\u00a0{address}\u00a0» n’est pas une adresse à laquelle envoyer une clé. Rien n’a été envoyé. "
        "Corrigez-la dans la connexion.",
    ),
    "error.other_host": (
        "The request would have gone to {host}, for which the key is not meant. Nothing was sent.",
        "La demande serait partie vers {host}, à qui la clé n’est pas destinée. Rien n’a été envoyé.",
    ),
    "error.not_signed_in": (
        "You are not signed in at this provider. Nothing was sent. Sign in, and send again.",
        "Vous n’êtes pas connecté à ce fournisseur. Rien n’a été envoyé. Connectez-vous, puis renvoyez.",
    ),
    "error.sign_in_ended": (
        "Your sign-in is over: it has expired or was revoked. Nothing was sent. Sign in again.",
        "Votre connexion a pris fin\u202f: elle a expiré ou a été révoquée. Rien n’a été envoyé. "
        "Reconnectez-vous.",
    ),
    "error.sign_in_lost": (
        "Factotum was interrupted while it renewed your sign-in, and the provider has already replaced it. "
        "Nothing was sent. Sign in again; it is needed this once.",
        "Factotum a été interrompu pendant le renouvellement de votre connexion, "
        "et le fournisseur l’a déjà remplacée. Rien n’a été envoyé. Reconnectez-vous, cette fois seulement.",
    ),
    "error.sign_in_busy": (
        "Another window has been renewing this sign-in for too long. Nothing was sent. "
        "Close that window, or try again.",
        "Une autre fenêtre renouvelle cette connexion depuis trop longtemps. Rien n’a été envoyé. "
        "Fermez-la, ou réessayez.",
    ),
    "error.sign_in_denied": (
        "Permission was not given on the provider’s page. Nothing was connected. Sign in again to allow it.",
        "L’autorisation n’a pas été donnée sur la page du fournisseur. Rien n’a été connecté. "
        "Reconnectez-vous pour l’accorder.",
    ),
    "error.sign_in_refused": (
        "The provider did not accept the sign-in. Nothing was connected. "
        "Check the application and its redirect address there.",
        "Le fournisseur n’a pas accepté la connexion. Rien n’a été connecté. "
        "Vérifiez-y l’application et son adresse de redirection.",
    ),
    "error.sign_in_timeout": (
        "No answer came from the browser within {minutes} minutes. Nothing was connected. Sign in again.",
        "Aucune réponse du navigateur en {minutes} minutes. Rien n’a été connecté. Reconnectez-vous.",
    ),
    "error.sign_in_ports": (
        "Other programs use the ports {ports} that the provider’s answer needs. Nothing was connected. "
        "Close them, and sign in again.",
        "D’autres programmes occupent les ports {ports} que demande la réponse du fournisseur. "
        "Rien n’a été connecté. Fermez-les, puis reconnectez-vous.",
    ),
    "error.grant_refused": (
        "The provider did not take the permission: it has expired or was used before. Sign in again.",
        "Le fournisseur n’a pas accepté l’autorisation\u202f: elle a expiré ou a déjà servi. "
        "Reconnectez-vous.",
    ),
    "error.application_refused": (
        "The provider does not know the application or its secret. Nothing was connected. "
        "Compare client id and client secret with its page.",
        "Le fournisseur ne reconnaît pas l’application ou son secret. Rien n’a été connecté. "
        "Comparez l’identifiant et le secret avec sa page.",
    ),
    "error.token_refused": (
        "The provider declined the sign-in. Nothing was connected. Read its reason below, and sign in again.",
        "Le fournisseur a refusé la connexion. Rien n’a été connecté. "
        "Lisez sa raison ci-dessous, puis reconnectez-vous.",
    ),
    "error.throttled": (
        "The provider takes no more requests for now. Nothing was sent. Try again in a few minutes.",
        "Le fournisseur n’accepte plus de demandes pour le moment. Rien n’a été envoyé. "
        "Réessayez dans quelques minutes.",
    ),
    "error.token_server": (
        "The provider’s sign-in is out of order (status {status}). Nothing was sent. Try again later.",
        "Le service de connexion du fournisseur est en panne (statut {status}). Rien n’a été envoyé. "
        "Réessayez plus tard.",
    ),
    "error.token_answer": (
        "The answer to the sign-in makes no sense ({member}). Nothing was sent. "
        "Perhaps a network’s login page is in between: open the browser, then try again.",
        "La réponse à la connexion est incompréhensible ({member}). Rien n’a été envoyé. "
        "Une page d’accès au réseau s’interpose peut-être\u202f: ouvrez le navigateur, puis réessayez.",
    ),
}
"""The parameter `secret` is the word `secret.<name>` of the provider."""
