"""Totals as the command line gives them: JSON with decimal strings, or a table for a person."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.cli.console import table
from app.domain.currencies import minor_units
from app.domain.draft import Draft
from app.domain.explain import Step
from app.domain.figures import Totals, VatGroup
from app.domain.money import plain


def amount_text(value: Decimal, decimals: int) -> str:
    """The amount with at least that many decimals; digits beyond them are never cut."""
    whole, _, fraction = trimmed_text(value).partition(".")
    fraction = fraction.ljust(decimals, "0")
    return f"{whole}.{fraction}" if fraction else whole


def trimmed_text(value: Decimal) -> str:
    """A rate, factor or quantity without trailing zeros and never in scientific notation."""
    text = plain(value)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def totals_json(totals: Totals) -> dict[str, Any]:
    """The figures of a document, amounts as decimal strings of its currency."""

    def amount(value: Decimal) -> str:
        return amount_text(value, totals.decimals)

    members: dict[str, Any] = {
        "currency": totals.currency,
        "lines": [
            {"id": line.id, "net": amount(line.net), "gross": amount(line.gross)} for line in totals.lines
        ],
        "sections": [{"id": section.id, "net": amount(section.net)} for section in totals.sections],
        "net": amount(totals.net),
        "allowances": amount(totals.allowances),
        "charges": amount(totals.charges),
        "vat": [_vat_json(group, totals.decimals) for group in totals.vat],
        "tax": amount(totals.tax),
        "gross": amount(totals.gross),
        "prepaid": amount(totals.prepaid),
        "rounding": amount(totals.rounding),
        "payable": amount(totals.payable),
    }
    if totals.additional_taxes:
        members["additional_taxes"] = [
            {
                "label": extra.label,
                "rate": trimmed_text(extra.rate),
                "basis": amount(extra.basis),
                "amount": amount(extra.amount),
            }
            for extra in totals.additional_taxes
        ]
        members["withheld"] = amount(totals.withheld)
    if totals.home is not None:
        decimals = minor_units(totals.home.currency)
        members["home"] = {
            "currency": totals.home.currency,
            "rate": trimmed_text(totals.home.rate),
            **{
                name: amount_text(getattr(totals.home, name), decimals)
                for name in ("net", "tax", "gross", "payable")
            },
        }
    return members


def _vat_json(group: VatGroup, decimals: int) -> dict[str, str]:
    return {
        "category": group.category,
        "rate": trimmed_text(group.rate),
        "basis": amount_text(group.basis, decimals),
        "tax": amount_text(group.tax, decimals),
    }


def steps_json(steps: Sequence[Step], decimals: int) -> list[dict[str, Any]]:
    """Each step with its formula and operands; what is a rounded amount has the currency's decimals."""
    return [
        {
            "key": step.key,
            **({"label": step.label} if step.label else {}),
            "formula": step.formula,
            "operands": [
                {
                    "name": operand.name,
                    "value": trimmed_text(operand.value),
                    **({"from": operand.source_key} if operand.source_key else {}),
                }
                for operand in step.operands
            ],
            "rounded_to": step.rounded_to,
            "value": _step_value(step, decimals),
        }
        for step in steps
    ]


def totals_table(draft: Draft, totals: Totals) -> str:
    """The figures in columns, sections above their lines."""

    def amount(value: Decimal) -> str:
        return amount_text(value, totals.decimals)

    rows: list[tuple[str, ...]] = []
    for row in draft.rows:
        if row.kind == "section":
            rows.append((row.title or row.id, "", amount(totals.by_section[row.id].net)))
        else:
            name = row.label or row.id
            quantity = f"{trimmed_text(row.quantity)} × {trimmed_text(row.unit_price)}"
            rows.append((f"  {_shortened(name)}", quantity, amount(totals.by_line[row.id].net)))
    rows.append(("", "", ""))
    if totals.allowances:
        rows.append(("Allowances", "", amount(-totals.allowances)))
    if totals.charges:
        rows.append(("Charges", "", amount(totals.charges)))
    rows.append(("Net", "", amount(totals.net)))
    rows.extend(
        (
            f"VAT {group.category} {trimmed_text(group.rate)} %",
            f"on {amount(group.basis)}",
            amount(group.tax),
        )
        for group in totals.vat
    )
    rows.extend(
        (
            f"{extra.label or 'Tax'} {trimmed_text(extra.rate)} %",
            f"on {amount(extra.basis)}",
            amount(extra.amount),
        )
        for extra in totals.additional_taxes
    )
    rows.append(("Gross", "", amount(totals.gross)))
    if totals.prepaid:
        rows.append(("Prepaid", "", amount(-totals.prepaid)))
    if totals.rounding:
        rows.append(("Rounding", "", amount(totals.rounding)))
    rows.append(("Payable", totals.currency, amount(totals.payable)))
    return table(rows, right_aligned=(1, 2))


def steps_table(steps: Sequence[Step], decimals: int) -> str:
    """One step a line: what it is, what was reckoned, what came out."""
    return table(
        ((step.key, _shortened(_reckoning(step), 90), "=", _step_value(step, decimals)) for step in steps),
        right_aligned=(3,),
    )


def _reckoning(step: Step) -> str:
    parts = [f"{operand.name} {trimmed_text(operand.value)}" for operand in step.operands]
    rounded = "" if step.rounded_to is None else f" (to {step.rounded_to} decimals)"
    return f"{step.formula}: {', '.join(parts) or 'nothing'}{rounded}"


def _step_value(step: Step, decimals: int) -> str:
    places = decimals if step.rounded_to is None else step.rounded_to
    return amount_text(step.value, places)


def _shortened(text: str, longest: int = 60) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1] + "…"
