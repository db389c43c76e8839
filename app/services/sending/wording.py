"""Codes of the sending side in words: a provider's own, the common ones, those of signing in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from app.client.provider import Provider
from app.client.sign_in_words import WORDS as SIGN_IN
from app.client.words import ERRORS, WORDS, words
from app.domain.problems import Problem
from app.providers import PROVIDERS
from app.services.sending.entries import Failure
from app.services.sending.problems import SendingProblem
from app.services.vault.problems import SENTENCES as VAULT
from app.services.wording import SENTENCES, problem_text

Language = Literal["en", "fr"]

_OWN: Final[Mapping[str, tuple[str, str]]] = {
    "error.fault": (
        "A fault of the program stopped this ({fault}). What was sent so far is kept below. Look at "
        "{provider} whether the document is there, then say so here.",
        "Une erreur du programme a interrompu l’envoi ({fault}). Ce qui a été envoyé est gardé ci-dessous. "
        "Regardez chez {provider} si le document y est, puis dites-le ici.",
    ),
    "error.answer_unreadable": (
        "{provider} answered several times in a way that cannot be read. Look there whether the document "
        "exists, then say so here.",
        "{provider} a répondu plusieurs fois de façon illisible. Regardez là-bas si le document existe, "
        "puis dites-le ici.",
    ),
    "problem.unknown_option": (
        "{provider} has no option “{option}”. Correct its name or remove it.",
        "{provider} n’a pas d’option « {option} ». Corrigez son nom ou retirez-la.",
    ),
}


def provider_words(provider: Provider) -> Mapping[str, tuple[str, str]]:
    """Every word one may need for this provider: code -> (English, French)."""
    return {**WORDS, **ERRORS, **SIGN_IN, **_OWN, **provider.words}


def word(
    provider_id: str, code: str, params: Mapping[str, str] | None = None, language: Language = "en"
) -> str:
    """The sentence of a code as this provider says it; the code itself if nobody knows it."""
    provider = next((p for p in PROVIDERS if p.id == provider_id), None)
    own = provider_words(provider) if provider else {**SIGN_IN, **_OWN}
    return words(code, params or {}, language, provider.title if provider else provider_id, own)


def problem_words(provider_id: str, problem: Problem, language: Language = "en") -> tuple[str, str]:
    """The problem's sentence, and what to do now (may be empty)."""
    code = f"problem.{problem.code.removeprefix('problem.')}"
    provider = next((p for p in PROVIDERS if p.id == provider_id), None)
    if (provider is None or code not in provider.words) and problem.code in SENTENCES[language]:
        return problem_text(problem, language)
    return word(provider_id, code, problem.params, language), ""


def failure_text(provider_id: str, failure: Failure, language: Language = "en") -> str:
    """What happened, what it means and what to do now; the provider's own sentence is `failure.detail`."""
    if failure.kind == "VaultProblem":
        message, fix = VAULT[language][failure.code]
        return f"{message} {fix}".format_map(failure.params)
    if failure.kind == "SendingProblem":
        return SendingProblem(failure.code, failure.params).text(language)
    return word(provider_id, failure.code, failure.params, language)
