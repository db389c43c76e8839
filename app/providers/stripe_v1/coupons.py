"""Discounts as coupons: one for each amount and name, made once and used again ever after.

A coupon's id is made of what it takes off, so that finding it is one question and two machines
cannot make it twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.client.answers import at, decimal, flag, identifier, text
from app.client.calls import Flow, Reply
from app.domain.money import plain
from app.providers.stripe_v1 import access, units

LONGEST_NAME: Final = 40
PERCENT_DECIMALS: Final = 2

_WORDS: Final = {
    "fr": "Remise", "de": "Rabatt", "es": "Descuento", "it": "Sconto", "nl": "Korting", "pt": "Desconto",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coupon:
    """A reduction by `percent`, or by `amount` of `currency`, under a name the customer reads."""

    percent: Decimal | None
    amount: Decimal | None
    currency: str
    name: str

    @property
    def id(self) -> str:
        """Its id at Stripe."""
        said = f"{self._off}\n{self.name}"
        return "factotum-" + hashlib.sha256(said.encode()).hexdigest()[:20]

    @property
    def _off(self) -> str:
        if self.percent is not None:
            return f"{plain(self.percent.normalize())} %"
        return f"{plain((self.amount or Decimal(0)).normalize())} {self.currency}"

    def members(self, coupon_id: str) -> dict[str, object]:
        """What makes it."""
        made: dict[str, object] = {"id": coupon_id, "duration": "once", "name": self.name}
        if self.percent is not None:
            made["percent_off"] = self.percent.normalize()
        else:
            made["amount_off"] = units.minor(self.amount or Decimal(0), self.currency)
            made["currency"] = self.currency.lower()
        return made

    def is_in(self, body: object) -> bool:
        """Whether this answer is that coupon, still valid and without further limits."""
        if flag(body, "valid") is False or at(body, "applies_to") or at(body, "deleted"):
            return False
        if self.percent is not None:
            return decimal(body, "percent_off") == self.percent
        wanted = Decimal(units.minor(self.amount or Decimal(0), self.currency))
        return decimal(body, "amount_off") == wanted and text(body, "currency") == self.currency.lower()


def named(
    percent: Decimal | None, amount: Decimal | None, currency: str, reason: str, language: str
) -> Coupon:
    """A coupon for a discount: named by its reason, else by what it takes off."""
    off = f"{plain(percent.normalize())} %" if percent is not None else _WORDS.get(language, "Discount")
    return Coupon(percent, amount, currency, (reason.strip() or off)[:LONGEST_NAME].strip())


def settle(key: str, wanted: Sequence[Coupon]) -> Flow[dict[str, str]]:
    """The ids to use, by the ids of our own: found, or created."""
    found: dict[str, str] = {}
    for coupon in wanted:
        if coupon.id not in found:
            found[coupon.id] = yield from _settle_one(key, coupon)
    return found


def _settle_one(key: str, coupon: Coupon) -> Flow[str]:
    own = coupon.id
    reply = yield access.get(f"coupon.find.{own}", f"/v1/coupons/{own}", sample={}, accepts=frozenset({404}))
    if reply.status != 404 and at(reply.body, "id") is not None:
        if coupon.is_in(reply.body):
            return own
        own = f"{own}-{access.idempotency_key(key, own)[9:17]}"

    def find() -> Flow[Reply | None]:
        there = yield access.get(f"coupon.look.{own}", f"/v1/coupons/{own}", accepts=frozenset({404}))
        return None if there.status == 404 else there

    step = f"coupon.create.{coupon.id}"
    made = yield access.post(key, step, "/v1/coupons", coupon.members(own), sample={"id": own}, find=find)
    return identifier(made.body, "id")
