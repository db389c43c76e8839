"""What Stripe answers when it does not do it, as our errors."""

from __future__ import annotations

from typing import Any

import pytest

from app.client.calls import Reply
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.providers.stripe_v1 import PROVIDER
from tests.providers.stripe.desk import a_draft


def reply(status: int, headers: dict[str, str] | None = None, **error: Any) -> Reply:
    return Reply(status, {"request-id": "req_8aZ", **(headers or {})}, {"error": error})


CASES: list[tuple[Reply, type[ProviderError], str, str]] = [
    (reply(401, message="Invalid API Key"), Unauthorised, "key_rejected", ""),
    (reply(401, code="api_key_expired"), Unauthorised, "key_expired", ""),
    (reply(403, message="no permission"), Unauthorised, "not_permitted", ""),
    (reply(400, type="idempotency_error"), Refused, "key_reused", ""),
    (reply(400, param="due_date"), Refused, "field_refused", "due_date"),
    (reply(400, param="custom_fields[1][value]"), Refused, "field_refused", "custom_fields.1.value"),
    (reply(400, param="email"), Refused, "field_refused", "buyer.email"),
    (reply(400, param="description"), Refused, "field_refused", "memo"),
    (reply(400, param="address[country]"), Refused, "field_refused", "buyer.addresses.0.country"),
    (
        reply(400, code="tax_id_invalid", param="tax_id_data[0][value]"),
        Refused,
        "field_refused",
        "buyer.tax_ids",
    ),
    (
        reply(400, param="payment_settings[default_mandate]"),
        Refused,
        "field_refused",
        "provider_options.stripe_v1.payment_settings.default_mandate",
    ),
    (reply(400, param="unit_amount_decimal"), Refused, "field_refused", "rows.*.unit_price"),
    (reply(400, message="You can only delete draft invoices."), Refused, "refused", ""),
    (reply(402, type="card_error"), Refused, "payment_failed", ""),
    (reply(404, code="resource_missing"), Refused, "not_there", ""),
    (reply(400, code="rate_limit"), Throttled, "too_many_requests", ""),
    (reply(429), Throttled, "too_many_requests", ""),
    (reply(429, code="lock_timeout"), Throttled, "lock_timeout", ""),
    (reply(409), Throttled, "busy", ""),
    (reply(409, {"stripe-should-retry": "false"}), Refused, "refused", ""),
    (reply(500), Unexpected, "server_error", ""),
    (reply(500, {"stripe-should-retry": "true"}), Throttled, "busy", ""),
    (reply(302), Unexpected, "status_unknown", ""),
    (Reply(502, {}, None, "<html>Bad gateway</html>"), Unexpected, "server_error", ""),
    (Reply(400, {}, [None], ""), Refused, "refused", ""),
    (Reply(400, {}, {"error": {"param": 7, "message": None, "code": []}}, ""), Refused, "refused", ""),
]


@pytest.mark.parametrize(("given", "family", "code", "path"), CASES)
def test_an_answer_becomes_its_error(given: Reply, family: type[ProviderError], code: str, path: str) -> None:
    error = PROVIDER.error_of(given, a_draft(memo="Merci"))
    assert (type(error), error.code, error.path, error.status) == (family, code, path, given.status)
    assert f"error.{error.code}" in PROVIDER.words


def test_the_request_s_id_and_stripe_s_own_sentence_are_kept() -> None:
    error = PROVIDER.error_of(reply(400, message="Missing required param: email."), None)
    assert (error.request_id, error.detail) == ("req_8aZ", "Missing required param: email.")


@pytest.mark.parametrize(("told", "seconds"), [("7", 7.0), ("999999", 3600.0), ("soon", None)])
def test_throttled_waits_as_told_within_an_hour(told: str, seconds: float | None) -> None:
    error = PROVIDER.error_of(reply(429, {"retry-after": told}), None)
    assert isinstance(error, Throttled)
    assert error.retry_after_s == seconds
