"""Stripe's answers as receipts: what it holds now, by the paths of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from app.client.answers import at, decimal, flag, identifier, items, text
from app.client.calls import Flow, Notice, Receipt
from app.client.provider import Connection
from app.domain.draft import Draft
from app.domain.money import ZERO, plain
from app.domain.rows import VatCategory
from app.domain.stated import canonical
from app.providers.stripe_v1 import access, parties, units, wire
from app.providers.stripe_v1.settings import Chosen, zone
from app.providers.stripe_v1.zones import day_of

MOST_PAGES: Final = 10
State = Literal["draft", "open", "paid", "void", "incomplete", "unknown"]
_STATES: Final[dict[str, State]] = {"draft": "draft", "open": "open", "paid": "paid", "void": "void"}


@dataclass(frozen=True)
class Held:
    """An invoice as Stripe answered it, with all its lines and the tax rates they name."""

    body: JsonValue
    lines: tuple[JsonValue, ...]
    rates: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def total(self) -> Decimal | None:
        """The gross sum in smallest units."""
        return decimal(self.body, "total")


def whole(invoice_id: str, step: str, sample: JsonValue) -> Flow[Held]:
    """The invoice, all pages of its lines, and every tax rate its lines name."""
    reply = yield access.get(step, f"/v1/invoices/{invoice_id}", sample=sample)
    return (yield from completed(reply.body, invoice_id, step))


def completed(body: JsonValue, invoice_id: str, step: str) -> Flow[Held]:
    """The rest of an invoice whose first lines are in this answer."""
    lines = list(items(at(body, "lines", "data") or [], "lines.data"))
    more = flag(body, "lines", "has_more") is True
    for page in range(1, MOST_PAGES + 1):
        if not more or not lines:
            break
        reply = yield access.get(
            f"{step}.lines.{page}",
            f"/v1/invoices/{invoice_id}/lines",
            {"limit": 100, "starting_after": identifier(lines[-1], "id")},
            sample={"data": [], "has_more": False},
        )
        held = items(at(reply.body, "data"), "data")
        lines += held
        more = flag(reply.body, "has_more") is True and bool(held)
    rates: dict[str, JsonValue] = {}
    for line in lines:
        for stated in items(at(line, "tax_rates") or [], "tax_rates"):
            rates.setdefault(identifier(stated, "id"), stated)
        for _, rate_id, _, _ in _taxes(line):
            if rate_id and rate_id not in rates:
                reply = yield access.get(f"{step}.rate.{rate_id}", f"/v1/tax_rates/{rate_id}", sample={})
                rates[rate_id] = reply.body
    return Held(body, tuple(lines), rates)


def receipt(
    held: Held, draft: Draft, connection: Connection, chosen: Chosen, notices: tuple[Notice, ...] = ()
) -> Receipt:
    """What is at Stripe now."""
    body = held.body
    stored = {path: told for path, told in _stored(held, draft, connection, chosen) if told is not None}
    return Receipt(
        identifier(body, "id"),
        text(body, "number"),
        _STATES.get(text(body, "status"), "unknown"),
        _links(body),
        {path: canonical(told) for path, told in stored.items()},
        notices,
    )


def _links(body: JsonValue) -> dict[str, str]:
    told = {"pdf": text(body, "invoice_pdf"), "page": text(body, "hosted_invoice_url")}
    test = "test/" if flag(body, "livemode") is False else ""
    told["self"] = f"https://dashboard.stripe.com/{test}invoices/{identifier(body, 'id')}"
    return {name: url for name, url in told.items() if url.startswith("https://")}


def _stored(held: Held, draft: Draft, connection: Connection, chosen: Chosen) -> Iterator[tuple[str, object]]:
    body, own_zone = held.body, zone(draft, chosen)
    if text(body, "number"):
        yield "number", text(body, "number")
    if text(body, "currency"):
        yield "currency", text(body, "currency").upper()
    yield "due_date", day_of(decimal(body, "due_date"), own_zone)
    if access.is_newest(connection) and draft.issue_date is not None:
        yield "issue_date", day_of(decimal(body, "effective_at"), own_zone)
    for paths, member in ((wire.MEMO, "description"), (wire.FOOTER, "footer")):
        first = next((path for path in paths if wire.text_at(draft, path)), paths[-1])
        if text(body, member):
            yield first, text(body, member)
    for place, own in enumerate(items(at(body, "custom_fields") or [], "custom_fields")):
        yield f"custom_fields.{place}.name", text(own, "name")
        yield f"custom_fields.{place}.value", text(own, "value")
    for path in wire.metadata(draft):
        yield path, text(body, "metadata", wire.metadata_key(path))
    yield from _buyer(body, draft)
    for line in held.lines:
        yield from _line(line, held, draft, own_zone)
    there = {text(line, "metadata", "factotum_row") for line in held.lines}
    for missing in draft.lines:
        if missing.id not in there:
            yield f"rows.{missing.id}.net", ZERO
    yield from _sums(held, draft, chosen)


def _buyer(body: JsonValue, draft: Draft) -> Iterator[tuple[str, object]]:
    for path, member in (("name", "customer_name"), ("email", "customer_email"), ("phone", "customer_phone")):
        if getattr(draft.buyer, path) and at(body, member) is not None:
            yield f"buyer.{path}", text(body, member)
    for prefix, address in (
        (parties.billing_path(draft), at(body, "customer_address")),
        (parties.shipping_path(draft), at(body, "shipping_details", "address")),
    ):
        if prefix and isinstance(address, dict):
            for ours, theirs in parties.ADDRESS.items():
                if text(address, theirs):
                    yield f"{prefix}.{ours}", text(address, theirs)
    if parties.shipping_path(draft):
        yield f"{parties.shipping_path(draft)}.name", text(body, "shipping_details", "name")
    told = [text(own, "value") for own in items(at(body, "customer_tax_ids") or [], "customer_tax_ids")]
    for place, tax_id in enumerate(draft.buyer.tax_ids):
        if parties.wire_tax_id(tax_id) in told:
            yield f"buyer.tax_ids.{place}.value", parties.wire_tax_id(tax_id)


def _line(
    line: JsonValue, held: Held, draft: Draft, own_zone: ZoneInfo | None
) -> Iterator[tuple[str, object]]:
    row = text(line, "metadata", "factotum_row")
    currency = draft.currency
    amount = _major(decimal(line, "amount"), currency)
    if row.startswith("adjustment."):
        path = f"adjustments.{row.removeprefix('adjustment.')}"
        is_charge = any(row == f"adjustment.{own.id}" and own.is_charge for own in draft.adjustments)
        yield f"{path}.amount", amount if amount is None or is_charge else -amount
        yield f"{path}.reason", text(line, "description")
        return
    ours = next((own for own in draft.lines if own.id == row), None)
    if ours is None:
        if not row.startswith("discount."):
            yield f"lines.{text(line, 'id')}.amount", amount
        return
    path = f"rows.{row}"
    yield f"{path}.id", row
    yield f"{path}.label", text(line, "description")
    counted = decimal(line, "quantity_decimal")
    yield f"{path}.quantity", decimal(line, "quantity") if counted is None else counted
    yield f"{path}.unit_price", _major(_price(line), currency)
    yield f"{path}.net", None if amount is None else amount - _own_discounts(line, held, currency)
    for name in ("unit", "order_line_reference", "accounting_reference", "exemption_code"):
        if getattr(ours, name):
            yield f"{path}.{name}", text(line, "metadata", name)
    for name in ("seller_code", "buyer_code", "standard_code"):
        if ours.product and getattr(ours.product, name):
            yield f"{path}.product.{name}", text(line, "metadata", name)
    for place, tag in enumerate(ours.tags):
        if tag:
            yield f"{path}.tags.{place}", text(line, "metadata", f"tag_{place}")
    for name, member in (("service_start", "start"), ("service_end", "end")):
        if ours.service_start or ours.service_end:
            yield f"{path}.{name}", day_of(decimal(line, "period", member), own_zone)
    yield from _line_tax(line, held, path)


def _line_tax(line: JsonValue, held: Held, path: str) -> Iterator[tuple[str, object]]:
    percents = [_percent(held, rate_id) for _, rate_id, _, _ in _taxes(line)]
    if percents and None not in percents:
        yield f"{path}.vat_rate", sum((percent or ZERO for percent in percents), ZERO)
        is_inclusive = any(inclusive for _, _, inclusive, _ in _taxes(line))
        yield f"{path}.price_entry", "gross" if is_inclusive else "net"


def _sums(held: Held, draft: Draft, chosen: Chosen) -> Iterator[tuple[str, object]]:
    body, currency = held.body, draft.currency
    yield "totals.net", _major(decimal(body, "total_excluding_tax"), currency)
    yield "totals.gross", _major(decimal(body, "total"), currency)
    yield "totals.payable", _major(decimal(body, "amount_due"), currency)
    member = "total_taxes" if at(body, "total_taxes") is not None else "total_tax_amounts"
    listed = items(at(body, member) or [], member)
    yield "totals.tax", _major(sum((decimal(tax, "amount") or ZERO for tax in listed), ZERO), currency)
    if chosen.flag("automatic_tax.enabled"):
        return
    groups: dict[tuple[str, Decimal], list[Decimal]] = {}
    for line in held.lines:
        amount = (decimal(line, "amount") or ZERO) - _discounts(line, None)
        taxes = list(_taxes(line))
        percent = sum((_percent(held, rate_id) or ZERO for _, rate_id, _, _ in taxes), ZERO)
        due = sum((tax for tax, _, _, _ in taxes), ZERO)
        inside = sum((tax for tax, _, inclusive, _ in taxes if inclusive), ZERO)
        sums = groups.setdefault((_category(line, draft), percent), [ZERO, ZERO])
        sums[0] += amount - inside
        sums[1] += due
    for (category, percent), (basis, due) in groups.items():
        name = f"vat.{category}.{plain(percent.normalize() if percent else ZERO)}"
        yield f"{name}.basis", _major(basis, currency)
        yield f"{name}.tax", _major(due, currency)


def _category(line: JsonValue, draft: Draft) -> VatCategory:
    """Our category of what the line stands for: Stripe knows percentages only."""
    row = text(line, "metadata", "factotum_row")
    if row.startswith("discount."):
        return row.split(".")[1]  # type: ignore[return-value]
    for own in draft.lines:
        if row == own.id:
            return own.vat_category
    for stated in draft.adjustments:
        if row == f"adjustment.{stated.id}":
            return stated.vat_category
    return "S"


def _taxes(line: JsonValue) -> Iterator[tuple[Decimal, str, bool, Decimal | None]]:
    """Amount, tax rate id, whether inclusive, and basis of each tax of a line, in either version's shape."""
    for tax in items(at(line, "tax_amounts") or [], "tax_amounts"):
        rate = at(tax, "tax_rate")
        rate_id = text(rate, "id") if isinstance(rate, dict) else text(tax, "tax_rate")
        yield decimal(tax, "amount") or ZERO, rate_id, flag(tax, "inclusive") is True, None
    for tax in items(at(line, "taxes") or [], "taxes"):
        inclusive = text(tax, "tax_behavior") == "inclusive"
        rate_id = text(tax, "tax_rate_details", "tax_rate")
        yield decimal(tax, "amount") or ZERO, rate_id, inclusive, decimal(tax, "taxable_amount")


def _percent(held: Held, rate_id: str) -> Decimal | None:
    return decimal(held.rates.get(rate_id), "percentage")


def _price(line: JsonValue) -> Decimal | None:
    """The unit price in smallest units, in either version's shape."""
    for way in (
        ("pricing", "unit_amount_decimal"),
        ("price", "unit_amount_decimal"),
        ("price", "unit_amount"),
    ):
        price = decimal(line, *way)
        if price is not None:
            return price
    return None


def _own_discounts(line: JsonValue, held: Held, currency: str) -> Decimal:
    """What the line's own discounts take off, without its part of the document's."""
    of_document = {_discount_id(own) for own in items(at(held.body, "discounts") or [], "discounts")}
    return _major(_discounts(line, of_document), currency) or ZERO


def _discounts(line: JsonValue, without: set[str] | None) -> Decimal:
    listed = items(at(line, "discount_amounts") or [], "discount_amounts")
    return sum(
        (
            decimal(own, "amount") or ZERO
            for own in listed
            if without is None or _discount_id(at(own, "discount")) not in without
        ),
        ZERO,
    )


def _discount_id(told: JsonValue) -> str:
    return text(told, "id") if isinstance(told, dict) else text({"id": told}, "id")


def _major(amount: Decimal | None, currency: str) -> Decimal | None:
    return None if amount is None else units.major(amount, currency)
