"""Why a value does not fit the model, as the end of a sentence, by the kind of misfit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from app.domain.codec import UnreadableDraft

REASONS: Final[dict[Literal["en", "fr"], dict[str, str]]] = {
    "en": {
        "not_a_number": "this is not a number; write it like “12.50”",
        "number_not_text": "write the number as text with a decimal point, for example “12.50”",
        "number_negative": "this must not be negative",
        "number_too_large": "this number is too large; it must be below {limit}",
        "too_many_decimals": "at most {decimals} decimals",
        "currency_unknown": "“{value}” is not a currency code; use one like EUR, USD or JPY",
        "missing": "this is missing",
        "extra_forbidden": "a draft has no such member",
        "string_type": "this must be text",
        "string_too_long": "at most {max_length} characters",
        "string_too_short": "at least {min_length} characters",
        "string_pattern_mismatch": "this does not have the form {pattern}",
        "literal_error": "it must be one of {expected}",
        "union_tag_invalid": "“{tag}” is none of {expected_tags}",
        "union_tag_not_found": "it does not say its kind",
        "bool_type": "this must be true or false",
        "bool_parsing": "this must be true or false",
        "int_type": "this must be a whole number",
        "int_parsing": "this must be a whole number",
        "int_from_float": "this must be a whole number",
        "date_type": "this is not a date; write it like 2026-12-31",
        "date_parsing": "this is not a date; write it like 2026-12-31",
        "date_from_datetime_parsing": "this is not a date; write it like 2026-12-31",
        "date_from_datetime_inexact": "this must be a day without a time, like 2026-12-31",
        "greater_than": "it must be more than {gt}",
        "greater_than_equal": "it must be {ge} or more",
        "less_than_equal": "it must be {le} or less",
        "too_long": "at most {max_length} of them",
        "tuple_type": "this must be a list",
        "dict_type": "this must be an object with members",
        "model_type": "this must be an object with members",
        "model_attributes_type": "this must be an object with members",
    },
    "fr": {
        "not_a_number": "ce n’est pas un nombre\u202f; écrivez-le comme «\u00a012.50\u00a0»",
        "number_not_text": "écrivez le nombre comme un texte avec un point décimal, "
        "par exemple «\u00a012.50\u00a0»",
        "number_negative": "cette valeur ne peut être négative",
        "number_too_large": "ce nombre est trop grand\u202f; il doit être inférieur à {limit}",
        "too_many_decimals": "{decimals} décimales au plus",
        "currency_unknown": "«\u00a0{value}\u00a0» n’est pas un code de devise\u202f; "
        "utilisez-en un comme EUR, USD ou JPY",
        "missing": "cette valeur manque",
        "extra_forbidden": "un brouillon n’a pas de tel membre",
        "string_type": "cette valeur doit être un texte",
        "string_too_long": "{max_length} caractères au plus",
        "string_too_short": "{min_length} caractères au moins",
        "string_pattern_mismatch": "cette valeur n’a pas la forme {pattern}",
        "literal_error": "elle doit être l’une de\u00a0: {expected}",
        "union_tag_invalid": "«\u00a0{tag}\u00a0» n’est aucun de\u00a0: {expected_tags}",
        "union_tag_not_found": "l’élément ne dit pas de quelle sorte il est",
        "bool_type": "cette valeur doit être true ou false",
        "bool_parsing": "cette valeur doit être true ou false",
        "int_type": "cette valeur doit être un nombre entier",
        "int_parsing": "cette valeur doit être un nombre entier",
        "int_from_float": "cette valeur doit être un nombre entier",
        "date_type": "ce n’est pas une date\u202f; écrivez-la comme 2026-12-31",
        "date_parsing": "ce n’est pas une date\u202f; écrivez-la comme 2026-12-31",
        "date_from_datetime_parsing": "ce n’est pas une date\u202f; écrivez-la comme 2026-12-31",
        "date_from_datetime_inexact": "il faut un jour sans heure, comme 2026-12-31",
        "greater_than": "elle doit être supérieure à {gt}",
        "greater_than_equal": "elle doit être d’au moins {ge}",
        "less_than_equal": "elle doit être d’au plus {le}",
        "too_long": "{max_length} au plus",
        "tuple_type": "cette valeur doit être une liste",
        "dict_type": "cette valeur doit être un objet avec des membres",
        "model_type": "cette valeur doit être un objet avec des membres",
        "model_attributes_type": "cette valeur doit être un objet avec des membres",
    },
}
"""The kinds are those of pydantic and our own of `domain/exact.py`; places are what either of them tells."""

UNREADABLE: Final[dict[Literal["en", "fr"], dict[str, str]]] = {
    "en": {
        "size": "it has {size} MB, and a draft has at most {most} MB",
        "text": "it holds something else than text",
        "json": "line {line}, column {column} is not as a draft is written",
        "depth": "it is nested too deeply",
        "shape": "it holds something else than a document",
        "number": "{value} is larger or smaller than a number can be",
        "constant": "{value} is not a number",
        "twice": "“{name}” stands in it twice",
        "version": "it does not say right which version it is of",
        "newer": "a newer version of Factotum wrote it; update to open it",
        "model": "what stands at “{path}” does not fit ({reason})",
    },
    "fr": {
        "size": "il fait {size} Mo, et un brouillon en fait au plus {most}",
        "text": "il contient autre chose que du texte",
        "json": "ligne {line}, colonne {column}, il n’est pas écrit comme un brouillon",
        "depth": "il est imbriqué trop profondément",
        "shape": "il contient autre chose qu’un document",
        "number": "{value} dépasse ce qu’un nombre peut être",
        "constant": "{value} n’est pas un nombre",
        "twice": "«\u00a0{name}\u00a0» y figure deux fois",
        "version": "il n’indique pas correctement sa version",
        "newer": "une version plus récente de Factotum l’a écrit\u00a0; mettez à jour pour l’ouvrir",
        "model": "ce qui figure à «\u00a0{path}\u00a0» ne convient pas ({reason})",
    },
}
"""In what way a file is no draft, as the end of a sentence, by the codec's own code."""


def unreadable_reason(unreadable: UnreadableDraft, language: Literal["en", "fr"]) -> str:
    """In what way a file is no draft, as the end of a sentence."""
    params = unreadable.params
    if unreadable.code == "model":
        params = {**params, "reason": misfit_reason(params, language)}
    return UNREADABLE[language][unreadable.code].format_map(params)


def misfit_reason(params: Mapping[str, str], language: Literal["en", "fr"]) -> str:
    """The reason in this language; what the model itself says where the kind is not known."""
    sentence = REASONS[language].get(params.get("misfit", ""))
    return params["reason"] if sentence is None else sentence.format_map(params)
