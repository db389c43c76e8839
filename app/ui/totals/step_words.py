"""A step of the explanation in words and figures, as one reads it aloud."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.draft import Draft
from app.domain.explain import Operand, Step
from app.domain.rows import Line
from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.totals.figures import MINUS, number_text, percent_text

translate = QCoreApplication.translate

MOST_TERMS_WRITTEN = 6
_NAME: Final = re.compile(r"[a-z_][a-z_0-9]*")
_NOT_MONEY: Final = frozenset({"quantity", "percent", "rate", "price_base_quantity", "cash_step"})
_SIGNS: Final = {"*": "×", "/": "÷", "-": MINUS}

_NAMES: Final[dict[str, str]] = {
    "list_amount": QT_TRANSLATE_NOOP("Explain", "Quantity × price"),
    "discount": QT_TRANSLATE_NOOP("Explain", "Discount"),
    "net": QT_TRANSLATE_NOOP("Explain", "Net"),
    "tax": QT_TRANSLATE_NOOP("Explain", "VAT"),
    "gross": QT_TRANSLATE_NOOP("Explain", "Gross"),
    "lines_net": QT_TRANSLATE_NOOP("Explain", "Sum of the lines"),
    "allowances": QT_TRANSLATE_NOOP("Explain", "Discounts and allowances"),
    "charges": QT_TRANSLATE_NOOP("Explain", "Charges"),
    "vat": QT_TRANSLATE_NOOP("Explain", "VAT of all rates"),
    "withheld": QT_TRANSLATE_NOOP("Explain", "Withheld"),
    "gross_difference": QT_TRANSLATE_NOOP("Explain", "Difference to the stated gross"),
    "cash_difference": QT_TRANSLATE_NOOP("Explain", "Cash rounding"),
    "due": QT_TRANSLATE_NOOP("Explain", "Due before cash rounding"),
    "rounding": QT_TRANSLATE_NOOP("Explain", "Rounding"),
    "payable": QT_TRANSLATE_NOOP("Explain", "To pay"),
    "basis": QT_TRANSLATE_NOOP("Explain", "Taxable amount"),
    "line_taxes": QT_TRANSLATE_NOOP("Explain", "VAT of the lines"),
    "other_tax": QT_TRANSLATE_NOOP("Explain", "VAT on discounts and charges"),
    "quantity": QT_TRANSLATE_NOOP("Explain", "quantity"),
    "unit_price": QT_TRANSLATE_NOOP("Explain", "unit price"),
    "price_base_quantity": QT_TRANSLATE_NOOP("Explain", "units per price"),
    "percent": QT_TRANSLATE_NOOP("Explain", "percent"),
    "rate": QT_TRANSLATE_NOOP("Explain", "rate"),
    "base": QT_TRANSLATE_NOOP("Explain", "base"),
    "amount": QT_TRANSLATE_NOOP("Explain", "as entered"),
    "prepaid": QT_TRANSLATE_NOOP("Explain", "already paid"),
    "stated_gross": QT_TRANSLATE_NOOP("Explain", "stated gross"),
    "cash_step": QT_TRANSLATE_NOOP("Explain", "cash rounding to"),
}


class StepWords:
    """Writes the steps of one draft; `decimals` are those of its currency."""

    def __init__(self, draft: Draft, decimals: int) -> None:
        self._decimals = decimals
        self._labels = {
            row.id: (row.label or row.description.partition("\n")[0]) if isinstance(row, Line) else row.title
            for row in draft.rows
        }
        self._reasons = {adjustment.id: adjustment.reason for adjustment in draft.adjustments}
        self._taxes = [tax.label for tax in draft.additional_taxes]

    def name(self, step: Step) -> str:
        """What the figure is: "Ateliers de cadrage: Net", "VAT 20 %: Taxable amount"."""
        parts = step.key.split(".")
        match parts:
            case ["lines" | "sections", *row, figure]:
                return f"{self._row('.'.join(row))}: {self._figure(figure)}"
            case ["vat", _, *_, figure] if len(parts) > 2:
                rate = percent_text(Decimal(".".join(parts[2:-1])))
                vat = translate("Explain", "VAT {rate}").format(rate=rate)
                return vat if figure == "tax" else f"{vat}: {self._figure(figure)}"
            case ["adjustments", *row]:
                return self._reasons.get(".".join(row)) or translate("Explain", "Charge or allowance")
            case ["additional_taxes", number, *_]:
                place = int(number) - 1
                label = self._taxes[place] if place < len(self._taxes) else ""
                return label or translate("Explain", "Other tax")
            case ["home", figure]:
                return translate("Explain", "{figure} in the home currency").format(
                    figure=self._figure(figure)
                )
            case _:
                return self._figure(step.key)

    def calculation(self, step: Step) -> str:
        """How it was worked out: "2.5 × 640.00"; what was only taken over says so."""
        operands = step.operands
        if not operands:
            return translate("Explain", "nothing to add")
        if step.formula == "sum":
            return self._sum(operands)
        if step.formula == "share":
            return translate("Explain", "share of {amount}, by the lines of each rate").format(
                amount=self.figure(operands[0])
            )
        if step.formula == "to_step":
            return translate("Explain", "{amount} to the nearest multiple of {step}").format(
                amount=self.figure(operands[0]), step=self.figure(operands[1])
            )
        if step.formula == "amount":
            return translate("Explain", "as entered")
        values = {operand.name: self.figure(operand) for operand in operands}
        written = _NAME.sub(lambda found: values.get(found[0], found[0]), step.formula)
        return re.sub(r" ([*/-]) ", lambda found: f" {_SIGNS[found[1]]} ", written)

    def rounding(self, step: Step) -> str:
        """What was done to the decimals, or nothing."""
        if step.rounded_to is None:
            return ""
        return translate("Explain", "rounded half away from zero to {count} decimals").format(
            count=step.rounded_to
        )

    def operand(self, operand: Operand) -> str:
        """The name of a figure in a formula."""
        return self._figure(operand.name)

    def figure(self, operand: Operand) -> str:
        """The value of an operand: money with its decimals, the rest as entered."""
        if operand.name in _NOT_MONEY:
            return number_text(operand.value)
        return self.amount(operand.value)

    def amount(self, value: Decimal) -> str:
        """Money with the decimals of the currency, or more where it has more."""
        exponent = value.normalize().as_tuple().exponent if value else 0
        places = max(self._decimals, -exponent if isinstance(exponent, int) else 0)
        return number_text(value, min(places, 12))

    def sentence(self, step: Step) -> str:
        """The whole step in one line, for the clipboard and the screen reader."""
        rounding = self.rounding(step)
        line = f"{self.name(step)}: {self.calculation(step)} = {self.amount(step.value)}"
        return f"{line}, {rounding}" if rounding else line

    def _sum(self, operands: tuple[Operand, ...]) -> str:
        shown = operands[:MOST_TERMS_WRITTEN]
        text = self.figure(shown[0])
        for operand in shown[1:]:
            sign = MINUS if operand.value < 0 else "+"
            text += f" {sign} {self.figure(operand).removeprefix(MINUS)}"
        left = len(operands) - len(shown)
        return text + translate("Explain", " + {count} more").format(count=left) if left else text

    def _row(self, row_id: str) -> str:
        return self._labels.get(row_id) or translate("Explain", "Line without a label")

    def _figure(self, name: str) -> str:
        kind, _, number = name.rpartition("_")
        if kind == "adjustment" and number.isdigit():
            return translate("Explain", "Charge or allowance {number}").format(number=number)
        known = _NAMES.get(name)
        return translate("Explain", known) if known else name
