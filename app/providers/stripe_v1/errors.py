"""Stripe's errors as ours, with the field of the document they speak of.

Source: docs.stripe.com/api/errors, docs.stripe.com/api/idempotent_requests, and the mapping of the
official Python package, as noted in the project's contract notes, November 2026.
"""

from __future__ import annotations

import re
from typing import Final

from app.client.answers import LONGEST_TEXT, at
from app.client.calls import Reply
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.domain.draft import Draft
from app.providers.stripe_v1 import access, parties, wire
from app.providers.stripe_v1.options import OPTIONS

LONGEST_WAIT_S: Final = 3600.0
_BUSY_S: Final = 1.0
_OPTIONS: Final = frozenset(option.name for option in OPTIONS if option.level == "document")

_PATHS: Final = {
    "customer": "buyer",
    "name": "buyer.name",
    "email": "buyer.email",
    "phone": "buyer.phone",
    "preferred_locales": "language",
    "currency": "currency",
    "due_date": "due_date",
    "days_until_due": "payment_terms.days",
    "effective_at": "issue_date",
    "number": "number",
    "discounts": "discount",
    "percentage": "rows",
    "amount_off": "discount.value",
    "percent_off": "discount.value",
    "amount": "rows.*.unit_price",
    "quantity": "rows.*.quantity",
    "quantity_decimal": "rows.*.quantity",
    "unit_amount": "rows.*.unit_price",
    "unit_amount_decimal": "rows.*.unit_price",
    "period": "rows.*.service_start",
    "tax_rates": "rows.*.vat_rate",
}
"""Their parameter -> our field, where one name has one meaning in all calls of a submission.

An item is one call, which knows its row.
"""


def error_of(reply: Reply, draft: Draft | None) -> ProviderError:
    """The error behind a reply that its call does not accept."""
    status = reply.status
    kind, code, said = _told(reply, "type"), _told(reply, "code"), _told(reply, "message")
    if not isinstance(reply.body, dict):
        said = said or reply.text
    again = reply.headers.get("stripe-should-retry", "").lower()

    def made(family: type[ProviderError], name: str, path: str = "") -> ProviderError:
        return family(
            name,
            {"status": str(status), "code": code} if code else {"status": str(status)},
            detail=said,
            path=path,
            status=status,
            request_id=reply.headers.get("request-id", "")[:100],
        )

    if kind == "idempotency_error" and status in (400, 404):
        return made(Refused, "key_reused")
    if status == 429 or code in ("rate_limit", "lock_timeout"):
        return _later(
            made(Throttled, "lock_timeout" if code == "lock_timeout" else "too_many_requests"), reply
        )
    if again == "true" or (status == 409 and again != "false"):
        return _later(made(Throttled, "busy"), reply)
    if status == 401:
        return made(Unauthorised, "key_expired" if code == "api_key_expired" else "key_rejected")
    if status == 403:
        return made(Unauthorised, "not_permitted")
    if status in (400, 402, 404, 409):
        path = path_of(_told(reply, "param"), code, draft)
        names = {402: "payment_failed", 404: "not_there"}
        return made(Refused, "field_refused" if path else names.get(status, "refused"), path)
    return made(Unexpected, "server_error" if status >= 500 else "status_unknown")


def path_of(param: str, code: str, draft: Draft | None) -> str:
    """The field of the document that a parameter of theirs stands for; empty if none does."""
    if code == "tax_id_invalid":
        return "buyer.tax_ids"
    steps = re.findall(r"[A-Za-z0-9_]+", param)
    if not steps:
        return ""
    first, inner = steps[0], steps[1:]
    if first == "custom_fields":
        return ".".join(["custom_fields", *inner]) if inner else "custom_fields"
    if first == "tax_id_data":
        return "buyer.tax_ids"
    if draft is not None:
        for name, paths in (("description", wire.MEMO), ("footer", wire.FOOTER)):
            if first == name:
                return next((path for path in paths if wire.text_at(draft, path)), paths[-1])
        member = (
            next((ours for ours, theirs in parties.ADDRESS.items() if theirs == inner[-1]), "")
            if inner
            else ""
        )
        places = {"address": parties.billing_path(draft), "shipping_details": parties.shipping_path(draft)}
        if places.get(first):
            return f"{places[first]}.{member}" if member else places[first]
    return _PATHS.get(first) or _option_path(steps)


def _option_path(steps: list[str]) -> str:
    """Where the option stands that a parameter comes from: it is called as the parameter is."""
    named = [step for step in steps if not step.isdecimal()]
    for length in range(len(named), 0, -1):
        name = ".".join(named[:length])
        if name in _OPTIONS:
            return f"provider_options.{access.ID}.{name}"
    return ""


def _later(error: ProviderError, reply: Reply) -> ProviderError:
    """Tell when to try again: as they say, within an hour; at once enough for a lock."""
    assert isinstance(error, Throttled)
    waits = reply.headers.get("retry-after", "")
    if waits.isdigit() and len(waits) < 10:
        error.retry_after_s = min(float(waits), LONGEST_WAIT_S)
    elif error.code in ("busy", "lock_timeout"):
        error.retry_after_s = _BUSY_S
    return error


def _told(reply: Reply, member: str) -> str:
    """A text of their error, or nothing: an error's body is trusted in nothing."""
    found = at(reply.body, "error", member)
    return found[:LONGEST_TEXT] if isinstance(found, str) else ""
