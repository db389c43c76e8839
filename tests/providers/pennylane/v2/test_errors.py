"""What their refusals become: the right kind, the field they name, and their own words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.client.calls import Reply
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.client.transport import WireReply
from app.practice.pennylane.desk import READ_ONLY_TOKEN
from app.providers.pennylane.v2 import PROVIDER
from tests.providers.pennylane.import_driving import Line
from tests.providers.pennylane.v2.cases import DIRECT, a_line_to, draft, line, practice, submission


@pytest.mark.parametrize(
    ("reply", "kind", "code", "path"),
    [
        (
            Reply(401, body={"error": "The access token is invalid", "status": 401}),
            Unauthorised,
            "token_rejected",
            "",
        ),
        (
            Reply(
                403, body={"error": 'Access to this resource requires scope "customers:all".', "status": 403}
            ),
            Unauthorised,
            "scope_missing",
            "",
        ),
        (Reply(403, body={"error": "no", "status": 403}), Unauthorised, "not_allowed", ""),
        (Reply(404, body={"error": "Not Found", "status": 404}), Refused, "not_found", ""),
        (
            Reply(
                400, body={"message": "bad", "code": "NotEnumInclude", "field": "invoice_lines/1/vat_rate"}
            ),
            Refused,
            "malformed",
            "rows.r2.vat_rate",
        ),
        (
            Reply(400, body={"message": "bad", "code": "ValidateError", "field": "currency"}),
            Refused,
            "malformed",
            "currency",
        ),
        (
            Reply(
                400, body={"message": "#/pdf_description is longer than 5000", "code": "MoreThanMaxLength"}
            ),
            Refused,
            "malformed",
            "description",
        ),
        (
            Reply(422, body={"error": "external_reference has already been taken", "status": 422}),
            Refused,
            "declined",
            "external_reference",
        ),
        (Reply(409, body={"error": "PDF not ready", "status": 409}), Throttled, "pdf_not_ready", ""),
        (Reply(429, {"retry-after": "3"}, text="Too many requests"), Throttled, "too_many_requests", ""),
        (Reply(500, text="<html>"), Unexpected, "server_failed", ""),
        (Reply(503, body=None), Unexpected, "server_failed", ""),
        (Reply(418, body=[1, None]), Unexpected, "status_unknown", ""),
        (Reply(422, body={"error": None, "message": 7}), Refused, "declined", ""),
        (Reply(400, body={"message": "x", "field": "invoice_lines/99/label"}), Refused, "malformed", "rows"),
    ],
)
def test_each_refusal_has_its_kind_its_code_and_its_field(
    reply: Reply, kind: type[ProviderError], code: str, path: str
) -> None:
    error = PROVIDER.error_of(reply, draft(rows=[line(), line()]))
    assert type(error) is kind
    assert (error.code, error.path) == (code, path)
    assert error.status == reply.status
    assert f"error.{code}" in PROVIDER.words


def test_the_words_of_the_provider_are_kept_but_no_bare_code() -> None:
    told = PROVIDER.error_of(Reply(422, body={"error": "not_found", "message": "Entry lines differ"}), None)
    assert told.detail == "Entry lines differ"
    assert PROVIDER.error_of(Reply(429, text="Slow down"), None).detail == "Slow down"


def test_a_plain_text_429_says_how_long_to_wait() -> None:
    error = PROVIDER.error_of(Reply(429, {"retry-after": "3"}, text="Slow down"), None)
    assert isinstance(error, Throttled)
    assert error.retry_after_s == 3.0


def test_a_token_that_only_reads_makes_nothing_and_names_the_missing_scope() -> None:
    company = practice()
    to = Line(PROVIDER, DIRECT, company, READ_ONLY_TOKEN)
    with pytest.raises(Unauthorised) as refused:
        to.run(PROVIDER.submit(submission(draft())))
    assert refused.value.params == {"scope": "customers:all"}
    assert company.documents() == []


@pytest.mark.parametrize("answered", [[], {"id": None}, {"id": {"a": 1}}, "text"])
def test_an_answer_of_the_wrong_kind_is_no_receipt(answered: Any) -> None:
    wrong = WireReply(201, {"content-type": "application/json"}, json.dumps(answered).encode())
    to = a_line_to(practice(), answers={"invoice.create": wrong}, watch=None)
    with pytest.raises(Unexpected):
        to.run(PROVIDER.submit(submission(draft())))


def test_an_unknown_state_and_null_where_a_text_was_do_not_stop_the_reading() -> None:
    odd = {"id": "77", "draft": False, "status": "brand_new", "invoice_number": None, "currency_amount": None}
    lines = {"items": [], "has_more": False, "next_cursor": None}
    answers = {
        "invoice.create": WireReply(201, {"content-type": "application/json"}, json.dumps(odd).encode()),
        "invoice.lines": WireReply(200, {"content-type": "application/json"}, json.dumps(lines).encode()),
    }
    receipt = a_line_to(practice(), answers=answers, watch=None).run(PROVIDER.submit(submission(draft())))
    assert (receipt.remote_id, receipt.state, receipt.number) == ("77", "unknown", "")
