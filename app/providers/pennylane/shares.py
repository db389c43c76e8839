"""A document as lines with net, VAT and gross in whole cents, for endpoints that book amounts.

The importing endpoints take no discount, allowance or charge of the document, and want lines whose
VAT and gross sum to the totals. What the document states for itself becomes a line of its own. VAT
that is rounded once for a group is shared among the group's lines: each takes its own VAT rounded,
and the cents left over go to the lines whose rounding lost most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from typing import Final, Literal, NamedTuple

from app.domain.draft import Draft
from app.domain.figures import Totals, VatKey
from app.domain.money import EXACT, HUNDRED, ZERO, round_half_away
from app.domain.rows import DocumentAdjustment

_DISCOUNT: Final[Mapping[str, str]] = {
    "en": "Discount",
    "fr": "Remise",
    "de": "Rabatt",
    "es": "Descuento",
    "it": "Sconto",
    "nl": "Korting",
    "pt": "Desconto",
}
_CHARGE: Final[Mapping[str, str]] = {
    "en": "Charge",
    "fr": "Frais",
    "de": "Zuschlag",
    "es": "Recargo",
    "it": "Maggiorazione",
    "nl": "Toeslag",
    "pt": "Encargo",
}
_SHIPPING: Final[Mapping[str, str]] = {
    "en": "Shipping",
    "fr": "Frais de port",
    "de": "Versand",
    "es": "Gastos de envío",
    "it": "Spese di spedizione",
    "nl": "Verzendkosten",
    "pt": "Portes",
}


class Share(NamedTuple):
    """One line of the books. `id` is the row's or the adjustment's; a discount has the group's."""

    id: str
    source: Literal["line", "discount", "adjustment"]
    label: str
    vat: VatKey
    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        """Net with VAT."""
        return self.net + self.tax


def shares_of(draft: Draft, totals: Totals) -> tuple[Share, ...]:
    """The document's lines, then its discount by VAT group, then its allowances and charges.

    Their nets sum to the net of the document, and their VAT to that of each group: taxes beside VAT
    (`additional_taxes`) are in none of them.
    """
    with localcontext(EXACT):
        shares = [*_lines(totals), *_discounts(draft, totals), *_adjustments(draft, totals)]
        for group in totals.vat:
            key = (group.category, group.rate)
            places = [place for place, share in enumerate(shares) if share.vat == key]
            _spread(shares, places, group.tax, totals.decimals)
        return tuple(shares)


def sign_of(draft: Draft, totals: Totals) -> int:
    """-1 where amounts must change sign: a credit note stated in positive amounts, as some are.

    Pennylane has no kind of document here: what lowers a debt is negative.
    """
    return -1 if draft.kind == "credit_note" and totals.gross > 0 else 1


def _lines(totals: Totals) -> Iterator[Share]:
    for line in totals.lines:
        yield Share(line.id, "line", line.line.label, line.vat, line.net, line.tax)


def _discounts(draft: Draft, totals: Totals) -> Iterator[Share]:
    label = (draft.discount.reason if draft.discount else "") or _DISCOUNT[draft.language]
    for group in totals.vat:
        if group.discount:
            key = (group.category, group.rate)
            name = f"{group.category}.{group.rate.normalize():f}"
            yield _own(name, "discount", label, key, -group.discount, totals.decimals)


def _adjustments(draft: Draft, totals: Totals) -> Iterator[Share]:
    for stated, done in totals.adjustments:
        if done.amount:
            key = (stated.vat_category, stated.vat_rate or ZERO)
            net = done.amount if done.is_charge else -done.amount
            label = stated.reason or _word(stated)[draft.language]
            yield _own(stated.id, "adjustment", label, key, net, totals.decimals)


def _word(stated: DocumentAdjustment) -> Mapping[str, str]:
    if not stated.is_charge:
        return _DISCOUNT
    return _SHIPPING if stated.kind == "shipping" else _CHARGE


def _own(
    name: str, source: Literal["discount", "adjustment"], label: str, vat: VatKey, net: Decimal, decimals: int
) -> Share:
    return Share(name, source, label, vat, net, round_half_away(net * vat[1] / HUNDRED, decimals))


def _spread(shares: list[Share], places: list[int], tax: Decimal, decimals: int) -> None:
    """Give the cents by which these shares' VAT misses the group's to those that rounding cost most."""
    missing = tax - sum((shares[place].tax for place in places), ZERO)
    if not missing or not places:
        return
    sign = 1 if missing > 0 else -1
    unit = sign * Decimal(1).scaleb(-decimals)

    def lost(place: int) -> tuple[bool, Decimal, Decimal]:
        share = shares[place]
        exact = share.net * share.vat[1] / HUNDRED
        return bool(share.net), (exact - share.tax) * sign, abs(share.net)

    order = sorted(places, key=lost, reverse=True)
    for number in range(int(missing / unit)):
        place = order[number % len(order)]
        shares[place] = shares[place]._replace(tax=shares[place].tax + unit)
