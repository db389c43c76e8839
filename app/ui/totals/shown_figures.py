"""Which figures the totals bar shows for a document, in which order and under which words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.domain.figures import Totals, group_key
from app.domain.money import ZERO
from app.ui.totals.figures import amount_text, number_text, percent_text

translate = QCoreApplication.translate


class Shown(NamedTuple):
    """One figure: the key of the step that explains it, its words and its amount."""

    key: str
    label: str
    amount: str


def net_figure(totals: Totals) -> Shown:
    """The sum before tax."""
    return Shown("net", translate("Totals", "Net"), number_text(totals.net, totals.decimals))


def payable_figure(totals: Totals) -> Shown:
    """The largest figure: what is to be paid."""
    is_gross = totals.payable == totals.gross
    label = translate("Totals", "Total") if is_gross else translate("Totals", "To pay")
    return Shown("payable", label, amount_text(totals.payable, totals.currency, totals.decimals))


def between_figures(totals: Totals) -> tuple[Shown, ...]:
    """Everything between the net and what is to be paid: each VAT rate, other taxes, payments, rounding."""
    decimals = totals.decimals
    found = [
        Shown(
            f"{group_key(group)}.tax",
            translate("Totals", "VAT {rate}").format(rate=percent_text(group.rate)),
            number_text(group.tax, decimals),
        )
        for group in totals.vat
    ]
    other = totals.tax - sum((group.tax for group in totals.vat), ZERO)
    if other:
        found.append(Shown("tax", translate("Totals", "Other taxes"), number_text(other, decimals)))
    if totals.payable != totals.gross:
        found.append(Shown("gross", translate("Totals", "Total"), number_text(totals.gross, decimals)))
    if totals.withheld:
        found.append(
            Shown("withheld", translate("Totals", "Withheld"), number_text(-totals.withheld, decimals))
        )
    if totals.prepaid:
        found.append(Shown("payable", translate("Totals", "Paid"), number_text(-totals.prepaid, decimals)))
    if totals.rounding:
        sign = "" if totals.rounding < 0 else "+"
        amount = f"{sign}{number_text(totals.rounding, decimals)}"
        found.append(Shown("rounding", translate("Totals", "Rounding"), amount))
    return tuple(found)
