"""What each kind of refusal means, and at which field it is told."""

from __future__ import annotations

from typing import Any

import pytest

from app.client.calls import Reply
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.providers.chargeover_v3 import PROVIDER
from app.providers.chargeover_v3.envelope import created_id, ok, response_of, wire_id
from tests.providers.chargeover.drafts import draft, line


def envelope(code: int, message: object) -> Any:
    return {"code": code, "status": "Error", "message": message, "details": {}, "response": False}


def error(reply: Reply) -> ProviderError:
    found = PROVIDER.error_of(reply, draft(line(), line()))
    english, french = PROVIDER.words[f"error.{found.code}"]
    assert english
    assert french
    return found


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Refused),
        (401, Unauthorised),
        (403, Unauthorised),
        (404, Refused),
        (409, Refused),
        (422, Refused),
        (429, Throttled),
        (500, Unexpected),
        (503, Unexpected),
        (418, Unexpected),
    ],
)
@pytest.mark.parametrize("body", [envelope(0, "Their words."), None, [], "text", {"message": None}, 7])
def test_every_status_has_its_class_whatever_its_body(
    status: int, kind: type[ProviderError], body: Any
) -> None:
    found = error(Reply(status, body=body, text="" if body else "<html>Their words.</html>"))
    assert type(found) is kind
    assert found.status == status


def test_their_own_words_are_kept_beside_ours() -> None:
    assert error(Reply(400, body=envelope(400, "Bad thing."))).detail == "Bad thing."
    assert error(Reply(502, text="Bad gateway")).detail == "Bad gateway"


@pytest.mark.parametrize(
    ("message", "path"),
    [
        ("An invoice with external_key [x] already exists.", "external_reference"),
        ("Another customer with external_key [x] already exists.", "buyer"),
        ("Another item with external_key [x] already exists.", "rows"),
        ("Missing or invalid parameter. [customer_id]", "buyer"),
        ("Missing or invalid parameter. [line_items[1].item_id]", "rows.r2"),
        ("Missing or invalid parameter. [line_items[7].item_id]", "rows"),
        ("Missing or invalid parameter. [custom_12]", "custom_fields"),
        ("Invalid bill_country.", "billing_address"),
        ("Invalid date.", "issue_date"),
        ("Something else.", ""),
    ],
)
def test_a_refusal_that_names_a_field_is_told_there(message: str, path: str) -> None:
    assert error(Reply(400, body=envelope(400, message))).path == path


def test_a_server_that_says_when_is_not_asked_before() -> None:
    told = error(Reply(429, {"retry-after": "7"}, text="slow down"))
    assert isinstance(told, Throttled)
    assert told.retry_after_s == 7
    for header in ("soon", "-1", "nan"):
        unsaid = error(Reply(429, {"retry-after": header}))
        assert isinstance(unsaid, Throttled)
        assert unsaid.retry_after_s is None


@pytest.mark.parametrize(
    "body", [None, [], "OK", {"status": "ok"}, {"status": True}, {"response": {"id": 1}}]
)
def test_an_answer_without_a_good_envelope_is_no_success(body: Any) -> None:
    with pytest.raises(Unexpected):
        response_of(Reply(200, body=body))


def test_success_needs_both_http_and_the_envelope() -> None:
    assert response_of(Reply(201, body=ok({"id": 1}, 201))) == {"id": 1}
    with pytest.raises(Refused):
        response_of(Reply(201, body=envelope(400, "No.")))
    with pytest.raises(Unexpected):
        response_of(Reply(302, body=ok({"id": 1})))


def test_an_id_is_read_as_number_or_text_and_nothing_else() -> None:
    assert created_id(Reply(201, body=ok({"id": 12}))) == "12"
    assert created_id(Reply(201, body=ok({"id": "12"}))) == "12"
    for wrong in (True, None, [], {}):
        assert created_id(Reply(201, body=ok({"id": wrong}))) == ""
    assert created_id(Reply(201, {"location": "https://x.example/../evil"}, ok(None))) == ""


def test_only_numbers_are_sent_as_ids() -> None:
    assert wire_id("12") == 12
    assert wire_id("{customer.create.id}") == "{customer.create.id}"
    for wrong in ("12 OR 1", "../x", "", "{", "٣"):
        with pytest.raises(Unexpected):
            wire_id(wrong)
