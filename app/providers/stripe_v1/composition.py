"""A document as Stripe will hold it: its items in order, its coupons and tax rates, and its sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from app.client.once import once_per_submission
from app.client.provider import Connection, Submission
from app.domain.draft import Draft
from app.domain.figures import Totals, VatKey, group_key
from app.domain.money import EXACT, HUNDRED, ZERO, apportion, round_half_away
from app.domain.rows import DocumentAdjustment, Line, VatCategory
from app.domain.totals import compute
from app.providers.stripe_v1 import access, coupons, items, taxes, units
from app.providers.stripe_v1.coupons import Coupon
from app.providers.stripe_v1.items import Item, Manner
from app.providers.stripe_v1.settings import Chosen
from app.providers.stripe_v1.taxes import TaxRate

MOST_ITEMS: Final = 250
"""Source: stripe/stripe-node issue 1918."""

_WORDS: Final = {
    "en": ("Shipping", "Charge", "Allowance", "Discount"),
    "fr": ("Frais de port", "Frais", "Réduction", "Remise"),
    "de": ("Versand", "Zuschlag", "Abzug", "Rabatt"),
    "es": ("Envío", "Cargo", "Deducción", "Descuento"),
    "it": ("Spedizione", "Maggiorazione", "Detrazione", "Sconto"),
    "nl": ("Verzending", "Toeslag", "Aftrek", "Korting"),
    "pt": ("Portes", "Encargo", "Dedução", "Desconto"),
}
"""Shipping, charge, allowance, discount: the text of an item whose reason is not stated."""
_NOTHING: Final = Chosen(None, {})
_BLANK: Final = Line()


@dataclass(frozen=True)
class Composition:
    """What is to be made of one document.

    `coupon` is the document's own discount; where it goes as items instead, it is None and
    `discount_items` is true.
    """

    draft: Draft
    chosen: Chosen
    connection: Connection
    ours: Totals
    items: tuple[Item, ...]
    coupon: Coupon | None
    discount_items: bool

    @cached_property
    def coupons(self) -> tuple[Coupon, ...]:
        """All coupons there must be, in the order of their use."""
        own = [item.coupon for item in self.items if item.coupon is not None]
        return tuple(dict.fromkeys([*own, self.coupon] if self.coupon else own))

    @property
    def is_taxed_by_them(self) -> bool:
        """Whether Stripe Tax is to find the tax: then only the answer tells it."""
        return self.chosen.flag("automatic_tax.enabled") is True

    @property
    def default_rates(self) -> tuple[str, ...]:
        """Tax rates given for the whole document; then the items name none."""
        return self.chosen.texts("default_tax_rates")

    def given_rates(self, item: Item) -> tuple[str, ...]:
        """Tax rates given for this line by its options."""
        own = self._line_options.get(item.key)
        return own.texts("tax_rates") if own is not None else ()

    def line_chosen(self, item: Item) -> Chosen:
        """The options of the line behind an item."""
        return self._line_options.get(item.key, _NOTHING)

    @cached_property
    def _line_options(self) -> dict[str, Chosen]:
        stated = {line.id: line.provider_options.get(access.ID) for line in self.draft.lines}
        return {row_id: Chosen(None, own) for row_id, own in stated.items() if isinstance(own, dict)}

    @cached_property
    def rates(self) -> tuple[TaxRate, ...]:
        """The tax rates to be found or made."""
        if self.is_taxed_by_them or self.default_rates:
            return ()
        return tuple(dict.fromkeys(item.rate for item in self.items if not self.given_rates(item)))

    @cached_property
    def theirs(self) -> Totals:
        """The sums as Stripe will hold them, by its account's way of rounding tax."""
        return compute(_held(self.draft, self.items, self.shares, self.rounds_by_item))

    @property
    def rounds_by_item(self) -> bool:
        """Whether the account rounds tax item by item, else once for each rate."""
        return self.chosen.text("tax_rounding", "per_item") != "per_invoice"

    @cached_property
    def shares(self) -> tuple[Decimal, ...]:
        """What each item bears of the document's coupon."""
        decimals = units.held_decimals(self.draft.currency)
        if self.coupon is None:
            return (ZERO,) * len(self.items)
        weights = [item.held if item.is_discountable else ZERO for item in self.items]
        if self.coupon.percent is not None:
            return tuple(_part(weight, self.coupon.percent, decimals) for weight in weights)
        return tuple(apportion(self.coupon.amount or ZERO, weights, decimals))


@once_per_submission
def compose(submission: Submission) -> Composition:
    """The whole document, decided once for the plan and for the requests."""
    connection, draft, ours = submission.connection, submission.draft, submission.totals
    chosen = Chosen(connection, submission.options)
    manner = Manner(
        draft.currency,
        draft.language,
        access.is_newest(connection),
        chosen.text("line_discounts", "coupon") == "coupon",
    )
    made = [*_lines(draft, ours, manner, chosen), *_adjustments(draft, ours, chosen)]
    coupon = _document_coupon(draft, ours, made, chosen)
    as_items = coupon is None and ours.discount != 0
    if as_items:
        made += _discount_items(draft, ours, chosen)
    return Composition(draft, chosen, connection, ours, tuple(made), coupon, as_items)


def _rate(draft: Draft, chosen: Chosen, key: VatKey, *, inclusive: bool) -> TaxRate:
    return taxes.rate(
        key[0],
        key[1],
        inclusive=inclusive,
        country=draft.seller.country,
        language=draft.language,
        name=chosen.text("tax_name"),
    )


def _lines(draft: Draft, ours: Totals, manner: Manner, chosen: Chosen) -> Iterator[Item]:
    titles = items.section_titles(draft) if chosen.flag("sections_in_text", True) else {}
    for done in ours.lines:
        line = done.line
        rate = _rate(draft, chosen, done.vat, inclusive=line.price_entry == "gross")
        text = items.line_text(line, titles.get(line.id, ""))
        yield items.line_item(done, text, rate, manner, items.line_metadata(line))


def adjustment_text(draft: Draft, stated: DocumentAdjustment) -> str:
    """The text of a charge or an allowance of the document."""
    shipping, charge, allowance, _ = _WORDS[draft.language]
    word = allowance if not stated.is_charge else shipping if stated.kind == "shipping" else charge
    return stated.reason.strip() or word


def _adjustments(draft: Draft, ours: Totals, chosen: Chosen) -> Iterator[Item]:
    for stated, done in ours.adjustments:
        amount = done.amount if stated.is_charge else -done.amount
        key: VatKey = (stated.vat_category, ZERO if stated.vat_rate is None else stated.vat_rate)
        name = f"adjustment.{stated.id}"
        yield Item(
            name,
            adjustment_text(draft, stated),
            amount,
            amount,
            _rate(draft, chosen, key, inclusive=False),
            is_discountable=False,
            metadata={"factotum_row": name},
        )


def _document_coupon(draft: Draft, ours: Totals, made: Sequence[Item], chosen: Chosen) -> Coupon | None:
    """The coupon for the document's discount, where it takes off our amount to the cent."""
    discount = draft.discount
    if discount is None or ours.discount <= 0 or chosen.text("document_discount", "coupon") != "coupon":
        return None
    lines = [item for item in made if item.is_discountable]
    whole = sum((item.held for item in lines), ZERO)
    if any(item.held < 0 for item in lines) or ours.discount > whole:
        return None
    decimals = units.held_decimals(draft.currency)
    if discount.kind == "percent" and discount.value == round_half_away(
        discount.value, coupons.PERCENT_DECIMALS
    ):
        exact = [EXACT.divide(EXACT.multiply(item.held, discount.value), HUNDRED) for item in lines]
        if all(share == round_half_away(share, decimals) for share in exact):
            return coupons.named(discount.value, None, draft.currency, discount.reason, draft.language)
    if any(item.rate.inclusive for item in lines) or not units.is_held_exactly(ours.discount, draft.currency):
        return None
    reason = discount.reason
    if not reason and discount.kind == "percent":
        reason = f"{_WORDS[draft.language][3]} {items.written(discount.value.normalize(), draft.language)} %"
    return coupons.named(None, ours.discount, draft.currency, reason, draft.language)


def _discount_items(draft: Draft, ours: Totals, chosen: Chosen) -> Iterator[Item]:
    """The document's discount as one negative item for each VAT group, with exactly our shares."""
    reason = (draft.discount.reason.strip() if draft.discount else "") or _WORDS[draft.language][3]
    for group in ours.vat:
        if group.discount:
            key = f"discount.{group_key(group).removeprefix('vat.')}"
            rate = _rate(draft, chosen, (group.category, group.rate), inclusive=False)
            off = -group.discount
            yield Item(key, reason, off, off, rate, is_discountable=False, metadata={"factotum_row": key})


def _held(draft: Draft, made: Sequence[Item], shares: Sequence[Decimal], by_item: bool) -> Draft:
    """The document with one synthetic line for each amount that Stripe taxes by itself."""
    taxed: dict[tuple[object, ...], Decimal] = {}
    for place, (item, share) in enumerate(zip(made, shares, strict=True)):
        key = (item.rate.category, item.rate.percent, item.rate.inclusive, place if by_item else 0)
        taxed[key] = taxed.get(key, ZERO) + item.held - share
    rows = tuple(
        _synthetic(f"t{place}", amount, *key[:3])  # type: ignore[arg-type]
        for place, (key, amount) in enumerate(taxed.items())
    )
    return draft.edited(
        rows=rows,
        discount=None,
        adjustments=(),
        additional_taxes=(),
        prepaid=ZERO,
        rounding_amount=None,
        cash_step=None,
        exchange=None,
        rounding="per_line",
        amount_decimals=units.held_decimals(draft.currency),
    )


def _synthetic(
    row_id: str, amount: Decimal, category: VatCategory, percent: Decimal, inclusive: bool
) -> Line:
    entry = "gross" if inclusive else "net"
    return _BLANK.model_copy(
        update={
            "id": row_id,
            "unit_price": amount,
            "vat_category": category,
            "vat_rate": percent,
            "price_entry": entry,
        }
    )


def _part(amount: Decimal, percent: Decimal, decimals: int) -> Decimal:
    return round_half_away(EXACT.divide(EXACT.multiply(amount, percent), HUNDRED), decimals)
