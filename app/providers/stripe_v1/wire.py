"""A composed document as the members of Stripe's requests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final

from app.client.options import OptionSpec
from app.domain.draft import Draft
from app.providers.stripe_v1 import access, forms, options, parties, units
from app.providers.stripe_v1.composition import Composition
from app.providers.stripe_v1.items import Item
from app.providers.stripe_v1.settings import Chosen, zone
from app.providers.stripe_v1.zones import end_of, start_of

MEMO: Final = ("subject", "description", "free_text", "memo")
"""What becomes Stripe's `description`, in this order."""
FOOTER: Final = ("special_mention", "payment_terms.text", "footer")
"""What becomes Stripe's `footer`, in this order."""
REFERENCES: Final = (
    "external_reference",
    "buyer_reference",
    "purchase_order",
    "contract_reference",
    "project_reference",
    "sales_order",
    "receiving_advice",
    "despatch_advice",
    "tender_reference",
    "object_reference",
    "accounting_reference",
    "delivery_date",
    "service_start",
    "service_end",
)
"""What Stripe keeps as metadata and does not print."""


def text_at(draft: Draft, path: str) -> str:
    """The text of a field of the document, one of a member by a dot."""
    value: object = draft
    for step in path.split("."):
        value = getattr(value, step)
    return value.isoformat() if isinstance(value, date) else str(value or "").strip()


def joined(draft: Draft, paths: tuple[str, ...]) -> str:
    """The texts of these fields, each a paragraph."""
    return "\n\n".join(told for path in paths if (told := text_at(draft, path)))


def metadata(draft: Draft) -> dict[str, str]:
    """Path of the draft -> value, for what becomes metadata; the key there is the path with underscores."""
    told = {path: text for path in REFERENCES if (text := text_at(draft, path))}
    told.update({f"tags.{place}": tag for place, tag in enumerate(draft.tags) if tag})
    for place, earlier in enumerate(draft.preceding_invoices):
        if earlier.number:
            told[f"preceding_invoices.{place}.number"] = earlier.number
    return told


def metadata_key(path: str) -> str:
    """The metadata key of a path."""
    return path.replace(".", "_")


def due(draft: Draft, chosen: Chosen, today: date) -> tuple[date | None, int | None]:
    """The due date, or the days until it: exactly one, and neither where the customer is charged at once."""
    if chosen.text("collection_method", "send_invoice") != "send_invoice":
        return None, None
    if draft.due_date is not None:
        return draft.due_date, None
    days = draft.payment_terms.days
    if days is not None and draft.payment_terms.end_of_month:
        day = (draft.issue_date or today) + timedelta(days=days)
        return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1), None
    if days is None and chosen.text("days_until_due").isdigit():
        days = int(chosen.text("days_until_due"))
    return None, days


def invoice(
    made: Composition, key: str, today: date, customer: str, coupons: Mapping[str, str]
) -> dict[str, object]:
    """The members of `POST /v1/invoices`."""
    draft, chosen = made.draft, made.chosen
    own_zone = zone(draft, chosen)
    newest = access.is_newest(made.connection)
    day, days = due(draft, chosen, today)
    told: dict[str, object] = {
        "customer": customer,
        "currency": draft.currency.lower(),
        "collection_method": chosen.text("collection_method", "send_invoice"),
        "due_date": None if day is None else end_of(day, own_zone),
        "days_until_due": days,
        "pending_invoice_items_behavior": "exclude",
        "auto_advance": chosen.flag("auto_advance", False),
        "description": joined(draft, MEMO) or None,
        "footer": joined(draft, FOOTER) or None,
        "custom_fields": [{"name": own.name, "value": own.value} for own in draft.custom_fields] or None,
        "default_tax_rates": list(made.default_rates) or None,
        "discounts": _discounts(made, coupons),
        "shipping_details": parties.shipping_members(draft),
        "metadata": {
            "factotum_key": key,
            **{metadata_key(path): value for path, value in metadata(draft).items()},
            **chosen.pairs("metadata"),
        },
        "expand": list(chosen.texts("expand")) or None,
    }
    display = tax_display(draft, chosen)
    if display:
        told["rendering" if newest else "rendering_options"] = {"amount_tax_display": display}
    if newest:
        if draft.issue_date is not None:
            told["effective_at"] = start_of(draft.issue_date, own_zone)
        if draft.number and chosen.flag("send_number"):
            told["number"] = draft.number
        if chosen.has("automatically_finalizes_at"):
            told["automatically_finalizes_at"] = forms.text(_time(chosen.text("automatically_finalizes_at")))
    for option in options.PASSED:
        _pass_on(told, option, chosen)
    return {name: value for name, value in told.items() if value is not None}


def tax_display(draft: Draft, chosen: Chosen) -> str:
    """How amounts are shown on their page; by default as the document's prices are meant."""
    by_entry = "include_inclusive_tax" if draft.price_entry == "gross" else ""
    return chosen.text("rendering_options.amount_tax_display", by_entry)


def item(
    made: Composition,
    one: Item,
    customer: str,
    invoice_id: str,
    rates: Mapping[str, str],
    coupons: Mapping[str, str],
    key: str,
    step: str,
) -> dict[str, object]:
    """The members of `POST /v1/invoiceitems` for one item."""
    draft = made.draft
    currency = draft.currency
    newest = access.is_newest(made.connection)
    chosen = made.line_chosen(one)
    told: dict[str, object] = {
        "customer": customer,
        "invoice": invoice_id,
        "currency": currency.lower(),
        "description": one.text or None,
        "discountable": one.is_discountable,
        "discounts": [{"coupon": coupons[one.coupon.id]}] if one.coupon else None,
        "tax_rates": _rates(made, one, rates),
        "tax_code": chosen.text("tax_code") or None,
        "tax_behavior": chosen.text("tax_behavior") or None,
        "metadata": {**one.metadata, **chosen.pairs("metadata"), "factotum_step": f"{key}/{step}"},
    }
    if one.days is not None:
        start, end = one.days
        own_zone = zone(draft, made.chosen)
        told["period"] = {"start": start_of(start, own_zone), "end": start_of(end, own_zone)}
    if one.unit_price is None or one.quantity is None:
        told["amount"] = units.minor(one.amount, currency)
    else:
        told.update(_priced(one.quantity, one.unit_price, currency, newest=newest))
    return {name: value for name, value in told.items() if value is not None}


def _priced(quantity: Decimal, price: Decimal, currency: str, *, newest: bool) -> dict[str, object]:
    is_whole = quantity == quantity.to_integral_value()
    counted = forms.text(quantity.normalize() if not is_whole else quantity.to_integral_value())
    told: dict[str, object] = {"quantity" if is_whole else "quantity_decimal": counted}
    units_price = units.minor_fraction(price, currency)
    if not newest and units.is_held_exactly(price, currency):
        told["unit_amount"] = units.minor(price, currency)
    else:
        told["unit_amount_decimal"] = units_price
    return told


def _rates(made: Composition, one: Item, rates: Mapping[str, str]) -> list[str] | None:
    given = made.given_rates(one)
    if given:
        return list(given)
    own = rates.get(one.rate.key)
    return [own] if own else None


def _discounts(made: Composition, coupons: Mapping[str, str]) -> object:
    """The document's own coupon and those chosen; an empty text keeps the customer's own out."""
    listed: list[dict[str, str]] = []
    if made.coupon is not None:
        listed.append({"coupon": coupons[made.coupon.id]})
    for member in ("coupon", "discount", "promotion_code"):
        listed += [{member: chosen} for chosen in made.chosen.texts(f"discounts.{member}")]
    return listed or ""


def _pass_on(told: dict[str, object], option: OptionSpec, chosen: Chosen) -> None:
    if option.kind in ("texts", "remotes"):
        several = chosen.texts(option.name)
        if several:
            forms.nest(told, option.name, list(several))
    elif option.kind == "flag":
        flag = chosen.flag(option.name)
        if flag is not None:
            forms.nest(told, option.name, flag)
    elif chosen.text(option.name):
        forms.nest(told, option.name, chosen.text(option.name))


def _time(told: str) -> object:
    """A time given in ISO form, or in Unix seconds."""
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        return told
    return at if at.tzinfo else at.replace(tzinfo=UTC)
