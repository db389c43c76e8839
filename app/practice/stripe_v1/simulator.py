"""Stripe as a server: who asks, in which version, with which key, and what is answered."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest
from app.client.wire import json_text
from app.practice.stripe_v1.account import KINDS, Account
from app.practice.stripe_v1.calls import answered
from app.practice.stripe_v1.declined import Declined, invalid
from app.practice.stripe_v1.decode import decoded

KEY: Final = "sk_test_practice_factotum"
SEED: Final = "2022-11-15"
NEWEST: Final = "2026-10-28.endive"
KEY_LASTS_S: Final = 24 * 3600


class StripeSimulator:
    """One practice account behind `https://api.stripe.com/v1`."""

    provider_id = "stripe_v1"

    def __init__(self, now: Callable[[], int] = lambda: int(time.time())) -> None:
        self.accepted_secrets = {"token": KEY, "user": KEY, "password": ""}
        self._now = now
        self._account = Account(now)
        self._replies: dict[str, dict[str, Any]] = {}
        self._requests = 0

    @property
    def tax_rounding(self) -> str:
        """How the account rounds tax: `per_item` or `per_invoice`."""
        return self._account.tax_rounding

    @tax_rounding.setter
    def tax_rounding(self, way: str) -> None:
        self._account.tax_rounding = way

    def answer(self, request: WireRequest) -> WireReply:
        """Stripe's answer. It never raises."""
        self._requests += 1
        headers = {name.lower(): value for name, value in request.headers}
        told = {"request-id": f"req_practice{self._requests:06d}"}
        try:
            version = self._admitted(request, headers)
            told["stripe-version"] = version
            return self._done(request, headers, version == NEWEST, told)
        except Declined as refusal:
            return _reply(refusal.status, refusal.body, told)
        except Exception:  # a server answers, whatever happens in it
            body: JsonValue = {"error": {"type": "api_error", "message": "An unknown error occurred."}}
            return _reply(500, body, told)

    def _admitted(self, request: WireRequest, headers: Mapping[str, str]) -> str:
        if _key_of(headers.get("authorization", "")) != KEY:
            raise Declined(401, "Invalid API Key provided: " + "*" * 8)
        account = headers.get("stripe-account", "")
        if account and not account.startswith("acct_practice"):
            raise Declined(
                403, f"The provided key does not have access to account '{account}'.", code="account_invalid"
            )
        version = headers.get("stripe-version", SEED)
        if version not in (SEED, NEWEST):
            raise invalid(f"Invalid Stripe API version: {version[:40]}")
        kind = headers.get("content-type", "")
        if request.content and not kind.lower().startswith("application/x-www-form-urlencoded"):
            raise invalid("Invalid request: the body must be application/x-www-form-urlencoded.")
        return version

    def _done(
        self, request: WireRequest, headers: Mapping[str, str], newest: bool, told: dict[str, str]
    ) -> WireReply:
        parts = urlsplit(request.url)
        try:
            sent = request.content.decode("utf-8")
        except UnicodeDecodeError:
            raise invalid("Invalid request: the body is not UTF-8.") from None
        steps = tuple(unquote(step) for step in parts.path.strip("/").split("/"))
        key = headers.get("idempotency-key", "")
        if request.method != "POST" or not key:
            given = parts.query if request.method == "GET" else sent
            status, body = answered(self._account, request.method, steps, decoded(given), newest=newest)
            return _reply(status, body, told)
        if len(key) > 255:
            raise invalid("The idempotency key may have at most 255 characters.")
        print_ = hashlib.sha256(f"{parts.path}\n".encode() + request.content).hexdigest()
        kept = self._replies.get(key)
        if kept is not None and self._now() - kept["at"] < KEY_LASTS_S:
            if kept["print"] != print_:
                raise Declined(
                    400,
                    "Keys for idempotent requests can only be used with the same parameters.",
                    "idempotency_error",
                )
            return _reply(kept["status"], kept["body"], {**told, "idempotent-replayed": "true"})
        status, body = answered(self._account, "POST", steps, decoded(sent), newest=newest)
        self._replies[key] = {"print": print_, "status": status, "body": body, "at": self._now()}
        return _reply(status, body, told)

    def state(self) -> JsonValue:
        """All it holds, as JSON."""
        held: JsonValue = _copied(
            {
                "tax_rounding": self._account.tax_rounding,
                "counts": self._account.counts,
                "records": self._account.records,
                "replies": self._replies,
                "requests": self._requests,
            }
        )
        return held

    def restore(self, state: JsonValue) -> None:
        """Hold this again. Raises ValueError."""
        wanted = {"tax_rounding": str, "counts": dict, "records": dict, "replies": dict, "requests": int}
        if not isinstance(state, dict) or not all(
            isinstance(state.get(name), kind) for name, kind in wanted.items()
        ):
            raise ValueError("this is no state of the practice Stripe")
        copy: dict[str, Any] = _copied(state)
        if set(copy["records"]) != set(KINDS):
            raise ValueError("this is no state of the practice Stripe")
        self._account.tax_rounding = copy["tax_rounding"]
        self._account.counts = copy["counts"]
        self._account.records = copy["records"]
        self._replies, self._requests = copy["replies"], copy["requests"]

    def documents(self) -> list[JsonValue]:
        """Every invoice, oldest first, as the newest version shows it."""
        bills = self._account.records["invoice"].values()
        return [self._account.shown(bill, newest=True) for bill in bills]


def _key_of(authorization: str) -> str:
    kind, _, told = authorization.partition(" ")
    if kind.lower() == "bearer":
        return told.strip()
    if kind.lower() != "basic":
        return ""
    try:
        user, _, password = base64.b64decode(told, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return user if not password else ""


def _copied(value: object) -> Any:
    """A copy that shares nothing, with every fraction still exact."""
    return json.loads(json_text(value), parse_float=Decimal)


def _reply(status: int, body: JsonValue, headers: Mapping[str, str]) -> WireReply:
    content = json_text(body).encode("utf-8")
    return WireReply(status, {"content-type": "application/json", **headers}, content)
