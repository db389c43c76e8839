"""What a refusal of V1 means. Its body has no published shape: whatever words there are, are read.

Two things are V1's own: the end the vendor has announced for it, and duplicates, which 409 or 422
tell in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from app.client.calls import Reply
from app.client.errors import ProviderError, Refused, Throttled
from app.domain.draft import Draft
from app.providers.pennylane import errors as shared

_TAKEN: Final = re.compile(
    r"already (?:exists?|(?:been )?(?:used|taken|imported))|has been taken|must be unique|déjà",
    re.IGNORECASE,
)
_TOO_MANY: Final = re.compile(r"retry in (\d{1,4})\s*s", re.IGNORECASE)
FIELDS: Final[Mapping[str, str]] = {
    "invoice_number": "number",
    "external_id": "external_reference",
    "date": "issue_date",
    "deadline": "due_date",
    "currency": "currency",
    "source_id": "buyer.name",
    "name": "buyer.name",
    "first_name": "buyer.name",
    "last_name": "buyer.name",
    "postal_code": "buyer.addresses.0.postal_code",
    "city": "buyer.addresses.0.city",
    "country_alpha2": "buyer.addresses.0.country",
    "vat_number": "buyer.tax_ids",
    "reg_no": "buyer.tax_ids",
    "emails": "buyer.email",
    "phone": "buyer.phone",
}
LINES: Final[Mapping[str, str]] = {
    "label": "label",
    "quantity": "quantity",
    "currency_amount": "unit_price",
    "unit": "unit",
    "vat_rate": "vat_rate",
    "description": "description",
}


def error_of(reply: Reply, draft: Draft | None) -> ProviderError:
    """The error behind a reply that its call does not accept."""
    said = shared.sentence(reply)
    if reply.status == 410:
        return Refused("v1_switched_off", detail=said, status=410)
    if is_duplicate(reply) or reply.status == 409:
        path = "external_reference" if "external" in said.lower() else "number"
        return Refused("duplicate", detail=said, path=path, status=reply.status)
    error = shared.error_of(reply, draft, FIELDS, LINES)
    if isinstance(error, Throttled) and error.retry_after_s is None:
        told = _TOO_MANY.search(reply.text)
        error.retry_after_s = float(told[1]) if told else None
    return error


def is_duplicate(reply: Reply) -> bool:
    """Whether they say that this document, number or file is there already."""
    return reply.status in (409, 422) and _TAKEN.search(shared.sentence(reply)) is not None
