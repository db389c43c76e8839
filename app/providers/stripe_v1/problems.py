"""What Stripe would refuse, said before anything is sent, each at its field."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from app.client.options import OptionSpec
from app.client.provider import Submission
from app.domain.draft import Draft
from app.domain.money import round_half_away
from app.domain.problems import Problem
from app.providers.stripe_v1 import access, choices, options, taxes, units, wire
from app.providers.stripe_v1.composition import MOST_ITEMS, Composition
from app.providers.stripe_v1.items import Item
from app.providers.stripe_v1.zones import zone_of

LONGEST_ITEM: Final = 5000
LONGEST_KEY: Final = 40
LONGEST_VALUE: Final = 500
MOST_METADATA: Final = 50
MOST_FIELDS: Final = 4
FIELD_SEED: Final = (30, 30)
FIELD_NEWEST: Final = (40, 140)
LARGEST_UNITS: Final = Decimal(999_999_999_999)
_CUSTOMER: Final = {"name": 256, "email": 512, "phone": 20}


def problems(made: Composition, submission: Submission) -> Iterator[Problem]:
    """Everything that stands in the way, and what is worth knowing."""
    draft = made.draft
    if draft.kind != "invoice":
        yield Problem("kind", "problem.no_credit_notes", "error")
    if not units.is_supported(draft.currency):
        yield Problem("currency", "problem.currency", "error", {"currency": draft.currency})
    yield from _customer(made)
    yield from _texts(made)
    yield from _due(made, submission)
    yield from _items(made)
    yield from _taxes(made)
    yield from _left_out(draft)
    yield from _options(made)


def _customer(made: Composition) -> Iterator[Problem]:
    buyer = made.draft.buyer
    if not buyer.name.strip() and not made.chosen.text("customer"):
        yield Problem("buyer.name", "problem.customer_name", "error")
    for name, most in _CUSTOMER.items():
        if len(getattr(buyer, name)) > most:
            yield _too_long(f"buyer.{name}", most)
    if made.chosen.text("after_creation") == "send" and not buyer.email.strip():
        yield Problem("buyer.email", "problem.mail_needed", "error")


def _texts(made: Composition) -> Iterator[Problem]:
    draft = made.draft
    for paths, most in ((wire.MEMO, 1500), (wire.FOOTER, 5000)):
        if len(wire.joined(draft, paths)) > most:
            longest = max(paths, key=lambda path: len(wire.text_at(draft, path)))
            yield _too_long(longest, most)
    if len(draft.custom_fields) > MOST_FIELDS:
        yield Problem("custom_fields", "problem.too_many_fields", "error", {"most": str(MOST_FIELDS)})
    name_most, value_most = FIELD_NEWEST if access.is_newest(made.connection) else FIELD_SEED
    for place, own in enumerate(draft.custom_fields):
        for name, most in (("name", name_most), ("value", value_most)):
            told = getattr(own, name)
            if not told.strip():
                yield Problem(f"custom_fields.{place}.{name}", "problem.field_empty", "error")
            elif len(told) > most:
                yield _too_long(f"custom_fields.{place}.{name}", most)
    beside = wire.metadata(draft)
    for path, value in beside.items():
        if len(value) > LONGEST_VALUE:
            yield _too_long(path, LONGEST_VALUE)
    if len(beside) + len(made.chosen.pairs("metadata")) + 1 > MOST_METADATA:
        yield Problem("tags", "problem.too_much_metadata", "error", {"most": str(MOST_METADATA)})


def _due(made: Composition, submission: Submission) -> Iterator[Problem]:
    if made.chosen.text("collection_method", "send_invoice") != "send_invoice":
        return
    day, days = wire.due(made.draft, made.chosen, submission.today)
    if day is None and days is None:
        yield Problem("due_date", "problem.due_needed", "error")
    elif day is not None and day < submission.today:
        yield Problem("due_date", "problem.due_past", "warning")
    name = made.chosen.text("time_zone")
    if name and zone_of(name) is None:
        yield Problem("due_date", "problem.zone_unknown", "error", {"zone": name})


def _items(made: Composition) -> Iterator[Problem]:
    if not made.items:
        yield Problem("rows", "problem.no_lines", "error")
    if len(made.items) > MOST_ITEMS:
        told = {"most": str(MOST_ITEMS), "found": str(len(made.items))}
        yield Problem("rows", "problem.too_many_lines", "error", told)
    for item in made.items:
        path = _path(item)
        if len(item.text) > LONGEST_ITEM:
            yield _too_long(f"{path}.description" if path.startswith("rows.") else path, LONGEST_ITEM)
        for amount in (item.amount, item.held):
            if not units.is_held_exactly(amount, made.draft.currency):
                told = {"currency": made.draft.currency}
                yield Problem(f"{path}.unit_price", "problem.amount_too_fine", "error", told)
                break
        if abs(item.amount).scaleb(units.wire_decimals(made.draft.currency)) > LARGEST_UNITS:
            yield Problem(f"{path}.unit_price", "problem.amount_too_large", "error")
        for name, value in item.metadata.items():
            if len(value) > LONGEST_VALUE:
                yield _too_long(f"{path}.{name}", LONGEST_VALUE)
        if len(item.metadata) + 1 > MOST_METADATA:
            yield Problem(f"{path}.tags", "problem.too_much_metadata", "error", {"most": str(MOST_METADATA)})
    for line in made.draft.lines:
        start, end = line.service_start, line.service_end
        if start and end and end < start:
            yield Problem(f"rows.{line.id}.service_end", "problem.period_backwards", "warning")
    if made.theirs.gross < 0:
        yield Problem("rows", "problem.negative_sum", "warning")


def _taxes(made: Composition) -> Iterator[Problem]:
    for item in made.items:
        rate = item.rate.percent
        if rate != round_half_away(rate, taxes.PERCENT_DECIMALS) or rate > 100:
            yield Problem(f"{_path(item)}.vat_rate", "problem.rate_too_fine", "error")
    groups = {item.rate.key for item in made.items}
    if made.default_rates and len(groups) > 1:
        yield Problem("provider_options", "problem.default_rates_many", "error")
    if made.is_taxed_by_them and any(item.amount < 0 for item in made.items):
        yield Problem("rows", "problem.stripe_tax_negative", "error")


def _left_out(draft: Draft) -> Iterator[Problem]:
    if draft.additional_taxes:
        yield Problem("additional_taxes", "problem.no_further_tax", "error")
    if draft.prepaid:
        yield Problem("prepaid", "problem.no_prepaid", "warning")
    for place, earlier in enumerate(draft.preceding_invoices):
        if earlier.number:
            path = f"preceding_invoices.{place}.number"
            yield Problem(path, "problem.not_printed", "note")


def _options(made: Composition) -> Iterator[Problem]:
    newest = access.is_newest(made.connection)
    chosen = made.chosen
    for option in options.OPTIONS:
        if option.level == "line" or not chosen.has(option.name):
            continue
        if option.name in choices.NEWEST_OPTIONS and not newest:
            yield _option(option, "problem.option_newest")
        for needed in choices.NEEDS.get(option.name, ()):
            if not chosen.has(needed):
                yield _option(option, "problem.option_needs", needed)
        for value in chosen.texts(option.name) if option.kind == "texts" else (chosen.text(option.name),):
            if not option.choices:
                yield from _text_option(option, value)
            elif value not in option.choices:
                yield _option(option, "problem.choice_unknown", value)
            elif not choices.is_known(option.name, value, newest=newest):
                yield _option(option, "problem.choice_newest", value)
    if chosen.text("collection_method") == "charge_automatically" and chosen.has("days_until_due"):
        yield Problem("provider_options", "problem.days_without_bill", "warning")
    if chosen.has("from_invoice.invoice") or chosen.has("from_invoice.action"):
        yield Problem("provider_options", "problem.from_invoice_copies", "warning")
    if chosen.texts("discounts.coupon") or chosen.texts("discounts.discount"):
        yield Problem("provider_options", "problem.own_discounts", "warning")


def _text_option(option: OptionSpec, value: str) -> Iterator[Problem]:
    if option.longest is not None and len(value) > option.longest:
        yield _option(option, "problem.option_too_long", str(option.longest))
    if option.kind == "integer" and not value.isdigit():
        yield _option(option, "problem.option_no_number", value)


def _option(option: OptionSpec, code: str, value: str = "") -> Problem:
    return Problem("provider_options", code, "error", {"option": option.name, "value": value})


def _too_long(path: str, most: int) -> Problem:
    return Problem(path, "problem.too_long", "error", {"most": str(most)})


def _path(item: Item) -> str:
    if item.key.startswith("adjustment."):
        return f"adjustments.{item.key.removeprefix('adjustment.')}"
    return "discount" if item.key.startswith("discount.") else f"rows.{item.key}"
