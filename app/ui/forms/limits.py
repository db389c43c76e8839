"""Whether a value fits the model where it is to go, said in the person's words when it does not."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from app.domain.codec import misfit_params
from app.services.wording_misfits import misfit_reason
from app.ui.forms.codecs import Unreadable
from app.ui.forms.paths import owner_of
from app.ui.forms.words import translate
from app.ui.language import wording_language
from app.ui.totals.figures import number_text


def fitting(path: str, value: Any) -> Any:
    """The value as the model keeps it at this path. Raises Unreadable with the reason."""
    owner, member = owner_of(path)
    try:
        return _adapter(owner, member).validate_python(value)
    except ValidationError as refusal:
        raise Unreadable(_reason(refusal, value)) from refusal


@cache
def _adapter(owner: type[Any], member: str) -> TypeAdapter[Any]:
    field = owner.model_fields[member]
    kind: Any = Annotated[field.annotation, field]
    return TypeAdapter(kind)


def _reason(refusal: ValidationError, value: Any) -> str:
    error = refusal.errors(include_url=False)[0]
    context = error.get("ctx", {})
    kind = error["type"]
    if kind == "string_too_long":
        return translate(
            "Entry", "At most {limit} characters fit here; this has {length}. Shorten it."
        ).format(limit=number_text(Decimal(context["max_length"])), length=number_text(Decimal(len(value))))
    if kind == "string_pattern_mismatch":
        return translate("Entry", "This is no colour. Write # and six of 0 to 9 and A to F, such as #0B665D.")
    if kind == "greater_than":
        return translate("Entry", "This must be above {bound}. Type a larger number.").format(
            bound=number_text(Decimal(context["gt"]))
        )
    if kind == "greater_than_equal":
        return translate("Entry", "This must be at least {bound}. Type a larger number.").format(
            bound=number_text(Decimal(context["ge"]))
        )
    if kind in {"less_than", "less_than_equal"}:
        return translate("Entry", "This must be at most {bound}. Type a smaller number.").format(
            bound=number_text(Decimal(context["le"] if "le" in context else context["lt"]))
        )
    if isinstance(value, Decimal):
        return _number_reason(value, kind)
    return translate("Entry", "This does not fit here: {reason}.").format(
        reason=misfit_reason(misfit_params(error), wording_language())
    )


def _number_reason(value: Decimal, kind: str) -> str:
    if kind == "number_too_large":
        return translate("Entry", "This number is too large for an invoice. Check the digits.")
    if kind == "number_negative":
        return translate("Entry", "This must not be below zero. Leave out the minus sign.")
    if kind == "too_many_decimals":
        exponent = value.as_tuple().exponent
        return translate("Entry", "This has {count} decimals, more than are kept here. Round it.").format(
            count=-exponent if isinstance(exponent, int) else 0
        )
    return translate("Entry", "This is not a number that fits here. Check the digits.")
