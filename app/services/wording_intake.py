"""What is to be said of a supplier's file, in words: what it is, what that means, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from app.intake.reading import Remark
from app.services.wording_intake_en import FIELDS as ENGLISH_FIELDS
from app.services.wording_intake_en import KINDS as ENGLISH_KINDS
from app.services.wording_intake_en import SENTENCES as ENGLISH
from app.services.wording_intake_fr import FIELDS as FRENCH_FIELDS
from app.services.wording_intake_fr import KINDS as FRENCH_KINDS
from app.services.wording_intake_fr import SENTENCES as FRENCH

WordingLanguage = Literal["en", "fr"]

SENTENCES: Final[Mapping[WordingLanguage, Mapping[str, tuple[str, str]]]] = {"en": ENGLISH, "fr": FRENCH}
KINDS: Final[Mapping[WordingLanguage, Mapping[str, str]]] = {"en": ENGLISH_KINDS, "fr": FRENCH_KINDS}
FIELDS: Final[Mapping[WordingLanguage, Mapping[str, str]]] = {"en": ENGLISH_FIELDS, "fr": FRENCH_FIELDS}
UNKNOWN: Final = "not_understood"


def remark_text(remark: Remark, language: WordingLanguage = "en") -> tuple[str, str]:
    """The sentence that states the remark, and the one that says what to do now (may be empty).

    A code nobody knows comes from a process that a file has taken over: it is said as a file that was
    not understood.
    """
    message, fix = SENTENCES[language].get(remark.code, SENTENCES[language][UNKNOWN])
    params = _Params(remark.params)
    if "kind" in params:
        params["kind"] = KINDS[language].get(params["kind"], params["kind"])
    names = FIELDS[language]
    if remark.fields:
        params.setdefault("field", remark.fields[0])
    if "field" in params:
        params["field"] = names.get(params["field"], params["field"])
    if "fields" in params:
        params["fields"] = ", ".join(names.get(name, name) for name in params["fields"].split(", "))
    return message.format_map(params), fix.format_map(params)


class _Params(dict[str, str]):
    """What the remark gives; what it lacks is left open."""

    def __missing__(self, name: str) -> str:
        return "?"
