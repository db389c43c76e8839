"""Lines, charges and discounts as Stripe's invoice items, each with the amount it will come to.

An item is priced (quantity and unit price) where Stripe then reaches our own amount to the cent;
otherwise it is one amount, and how it came about stands in its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from app.domain.draft import Draft
from app.domain.figures import LineTotals
from app.domain.money import EXACT, HUNDRED, ZERO, plain, round_half_away
from app.domain.rows import Line
from app.providers.stripe_v1 import coupons, units
from app.providers.stripe_v1.coupons import Coupon
from app.providers.stripe_v1.taxes import TaxRate

_NO_METADATA: Final[Mapping[str, str]] = {}


class Item(NamedTuple):
    """One invoice item. `key` is the row's id, `adjustment.<id>`, or `discount.<category>.<rate>`.

    `amount` is what Stripe computes before discounts, `held` after the item's own coupon; both in the
    document's currency. `quantity` and `unit_price` are None where only the amount is sent.
    """

    key: str
    text: str
    amount: Decimal
    held: Decimal
    rate: TaxRate
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    coupon: Coupon | None = None
    is_discountable: bool = True
    days: tuple[date, date] | None = None
    metadata: Mapping[str, str] = _NO_METADATA


@dataclass(frozen=True, slots=True)
class Manner:
    """How items are to be written: the currency, the dialect's powers, the person's choices."""

    currency: str
    language: str
    takes_fractions: bool
    with_coupons: bool


def unit_price(line: Line, manner: Manner) -> Decimal | None:
    """The price of one unit; None if Stripe has not enough decimals for it."""
    if line.price_base_quantity in (0, 1):
        price = line.unit_price
    else:
        price = EXACT.divide(line.unit_price, line.price_base_quantity)
    shifted = price.scaleb(units.wire_decimals(manner.currency), context=EXACT)
    return price if shifted == round_half_away(shifted, units.LONGEST_FRACTION) else None


def is_countable(quantity: Decimal, manner: Manner) -> bool:
    """Whether Stripe takes this quantity as one."""
    return quantity >= 0 and (manner.takes_fractions or quantity == quantity.to_integral_value())


def line_item(done: LineTotals, text: str, rate: TaxRate, manner: Manner, metadata: dict[str, str]) -> Item:
    """One line as an item."""
    line = done.line
    days = _days(line)
    price = unit_price(line, manner)
    if price is not None and is_countable(line.quantity, manner) and not line.adjustments:
        decimals = units.held_decimals(manner.currency)
        amount = round_half_away(EXACT.multiply(line.quantity, price), decimals)
        coupon = _coupon(done, amount, manner)
        off = _off(coupon, amount, decimals)
        if amount - off == done.entered:
            return Item(
                line.id, text, amount, amount - off, rate, line.quantity, price, coupon, True, days, metadata
            )
    detail = _worked_out(done, manner)
    lines = f"{text}\n{detail}" if detail else text
    return Item(line.id, lines.strip(), done.entered, done.entered, rate, days=days, metadata=metadata)


def line_text(line: Line, section: str) -> str:
    """All a line says: the section's title where it is wanted, label, description, mentions, own fields."""
    head = " – ".join(part for part in (section.strip(), line.label.strip()) if part)
    fields = [f"{own.name}: {own.value}".strip(": ") for own in line.custom_fields]
    parts = (head, line.description.strip(), line.exemption_reason.strip(), *fields)
    return "\n".join(part for part in parts if part)


def line_metadata(line: Line) -> dict[str, str]:
    """What Stripe keeps beside a line and does not print."""
    product = line.product
    told = {
        "factotum_row": line.id,
        "unit": line.unit,
        "seller_code": product.seller_code if product else "",
        "buyer_code": product.buyer_code if product else "",
        "standard_code": product.standard_code if product else "",
        "order_line_reference": line.order_line_reference,
        "accounting_reference": line.accounting_reference,
        "exemption_code": line.exemption_code,
    }
    told.update({f"tag_{place}": tag for place, tag in enumerate(line.tags)})
    return {name: value for name, value in told.items() if value}


def written(number: Decimal, language: str) -> str:
    """A number as the document's language writes it, without grouping."""
    told = plain(number)
    return told if language == "en" else told.replace(".", ",")


def priced(amount: Decimal, manner: Manner) -> str:
    """An amount of money in that way, with all decimals of its currency."""
    decimals = units.held_decimals(manner.currency)
    rounded = round_half_away(amount, decimals)
    return written(rounded if rounded == amount else amount, manner.language)


def _coupon(done: LineTotals, amount: Decimal, manner: Manner) -> Coupon | None:
    discount = done.line.discount
    if discount is None or not discount.value:
        return None
    if not manner.with_coupons or amount <= 0 or discount.value < 0:
        return None
    if discount.kind == "percent":
        value = discount.value
        if value > HUNDRED or value != round_half_away(value, coupons.PERCENT_DECIMALS):
            return None
        return coupons.named(value, None, manner.currency, discount.reason, manner.language)
    if discount.value > amount or not units.is_held_exactly(discount.value, manner.currency):
        return None
    return coupons.named(None, discount.value, manner.currency, discount.reason, manner.language)


def _off(coupon: Coupon | None, amount: Decimal, decimals: int) -> Decimal:
    if coupon is None:
        return ZERO
    if coupon.percent is not None:
        return round_half_away(EXACT.divide(EXACT.multiply(amount, coupon.percent), HUNDRED), decimals)
    return coupon.amount or ZERO


def _worked_out(done: LineTotals, manner: Manner) -> str:
    """How the amount came about: "2.5 × 640.00 − 10 %"."""
    line = done.line

    def said(number: Decimal) -> str:
        return written(number, manner.language)

    told = f"{said(line.quantity)} × {priced(line.unit_price, manner)}"
    if line.price_base_quantity not in (0, 1):
        told += f" / {said(line.price_base_quantity)}"
    if line.discount is not None and line.discount.value:
        percent = " %" if line.discount.kind == "percent" else ""
        reason = f" ({line.discount.reason})" if line.discount.reason else ""
        off = said(line.discount.value) if percent else priced(line.discount.value, manner)
        told += f" − {off}{percent}{reason}"
    for stated, computed in zip(line.adjustments, done.adjustments, strict=True):
        reason = f" ({stated.reason})" if stated.reason else ""
        told += f" {'+' if computed.is_charge else '−'} {priced(computed.amount, manner)}{reason}"
    is_plain = line.quantity == 1 and line.unit_price == done.entered
    return "" if is_plain else told


def _days(line: Line) -> tuple[date, date] | None:
    start, end = line.service_start or line.service_end, line.service_end or line.service_start
    return None if start is None or end is None or end < start else (start, end)


def section_titles(draft: Draft) -> dict[str, str]:
    """The title of the section each line stands under, by the line's id."""
    told: dict[str, str] = {}
    title = ""
    for row in draft.rows:
        if row.kind == "section":
            title = row.title
        else:
            told[row.id] = title
    return told
