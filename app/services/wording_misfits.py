"""Why a value does not fit the model, as the end of a sentence, by the kind of misfit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

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


def misfit_reason(params: Mapping[str, str], language: Literal["en", "fr"]) -> str:
    """The reason in this language; what the model itself says where the kind is not known."""
    sentence = REASONS[language].get(params.get("misfit", ""))
    return params["reason"] if sentence is None else sentence.format_map(params)
