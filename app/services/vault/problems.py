"""What can be wrong with the keyring: what happened, where, why, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from app.services.wording import WordingLanguage

State = Literal["ready", "locked", "missing", "refused"]

_THIS_RUN_EN: Final = "Or keep the secrets for this run only: they are gone when Factotum closes."
_THIS_RUN_FR: Final = (
    "Ou gardez les secrets pour cette session seulement\u202f: ils disparaissent à la fermeture de Factotum."
)

SENTENCES: Final[dict[WordingLanguage, dict[str, tuple[str, str]]]] = {
    "en": {
        "keyring_locked": (
            "The keyring ({where}) is locked, so no secret can be read or kept.",
            f"Unlock it with the password of your session and try again. {_THIS_RUN_EN}",
        ),
        "keyring_missing": (
            "This system has no keyring that Factotum can use, and it writes no secret to a file.",
            f"Start the keyring of your desktop (GNOME Keyring, KWallet) and try again. {_THIS_RUN_EN}",
        ),
        "keyring_not_opened": (
            "The keyring ({where}) could not be opened or set up ({why}).",
            "Open the password program of your system, let it set up a keyring, and try again. "
            f"{_THIS_RUN_EN}",
        ),
        "keyring_refused": (
            "The keyring ({where}) did not do what was asked ({why}). Nothing was changed there.",
            f"Allow Factotum to use the keyring if the system asks, and try again. {_THIS_RUN_EN}",
        ),
        "keyring_keeps_nothing": (
            "The keyring ({where}) took a secret, but did not give it back. It is as good as none.",
            f"Choose another keyring in the settings of your system. {_THIS_RUN_EN}",
        ),
        "secret_damaged": (
            "The secret “{name}” in the keyring ({where}) is damaged; it is not used.",
            "Enter it again, or sign in again.",
        ),
        "secret_too_long": (
            "This value is too long for a secret: at most {most} characters.",
            "Check that it is the key itself and not a whole file.",
        ),
        "secret_not_text": (
            "This value holds characters that cannot be kept.",
            "Copy the key again from the provider’s page.",
        ),
    },
    "fr": {
        "keyring_locked": (
            "Le trousseau ({where}) est verrouillé\u202f: aucun secret ne peut être lu ni gardé.",
            f"Déverrouillez-le avec le mot de passe de votre session et réessayez. {_THIS_RUN_FR}",
        ),
        "keyring_missing": (
            "Ce système n’a pas de trousseau utilisable par Factotum, "
            "qui n’écrit aucun secret dans un fichier.",
            f"Démarrez le trousseau de votre bureau (GNOME Keyring, KWallet) et réessayez. {_THIS_RUN_FR}",
        ),
        "keyring_not_opened": (
            "Le trousseau ({where}) n’a pas pu être ouvert ou créé ({why}).",
            "Ouvrez le programme de mots de passe de votre système, laissez-le créer un trousseau, "
            f"puis réessayez. {_THIS_RUN_FR}",
        ),
        "keyring_refused": (
            "Le trousseau ({where}) n’a pas fait ce qui était demandé ({why}). Rien n’y a changé.",
            "Autorisez Factotum à utiliser le trousseau si le système le demande, "
            f"puis réessayez. {_THIS_RUN_FR}",
        ),
        "keyring_keeps_nothing": (
            "Le trousseau ({where}) a pris un secret sans le rendre. Il ne sert donc à rien.",
            f"Choisissez un autre trousseau dans les réglages de votre système. {_THIS_RUN_FR}",
        ),
        "secret_damaged": (
            "Le secret «\u00a0{name}\u00a0» du trousseau ({where}) est abîmé\u202f; il n’est pas utilisé.",
            "Saisissez-le à nouveau, ou reconnectez-vous.",
        ),
        "secret_too_long": (
            "Cette valeur est trop longue pour un secret\u202f: {most} caractères au plus.",
            "Vérifiez que c’est bien la clé, et non un fichier entier.",
        ),
        "secret_not_text": (
            "Cette valeur contient des caractères qui ne peuvent être gardés.",
            "Copiez à nouveau la clé depuis la page du fournisseur.",
        ),
    },
}
"""Code -> (what happened and what it means, what to do now)."""

_STATES: Final[dict[str, State]] = {"keyring_locked": "locked", "keyring_missing": "missing"}


class VaultProblem(Exception):
    """A secret could not be read or kept. Holds the name of a secret at most, never a value."""

    def __init__(self, code: str, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str] = dict(params or {})

    @property
    def state(self) -> State:
        """What state of the keyring it tells of."""
        return _STATES.get(self.code, "refused")


def vault_text(problem: VaultProblem, language: WordingLanguage = "en") -> tuple[str, str]:
    """The sentence that states the problem, and the one that says what to do now."""
    message, fix = SENTENCES[language][problem.code]
    return message.format_map(problem.params), fix.format_map(problem.params)
