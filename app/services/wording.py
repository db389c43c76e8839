"""Problems in words: what is wrong and where, and what to do about it, in the interface's languages."""

from __future__ import annotations

from typing import Final, Literal

from app.domain.problems import Problem
from app.services.wording_en import SENTENCES as ENGLISH
from app.services.wording_fr import SENTENCES as FRENCH
from app.services.wording_misfits import misfit_reason

WordingLanguage = Literal["en", "fr"]

SENTENCES: Final[dict[WordingLanguage, dict[str, tuple[str, str]]]] = {"en": ENGLISH, "fr": FRENCH}


def problem_text(problem: Problem, language: WordingLanguage = "en") -> tuple[str, str]:
    """The sentence that states the problem, and the one that says what to do now (may be empty)."""
    message, fix = SENTENCES[language][problem.code]
    params = problem.params
    if "misfit" in params:
        params = {**params, "reason": misfit_reason(params, language)}
    return message.format_map(params), fix.format_map(params)
