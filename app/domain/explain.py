"""How each figure came about: the steps behind the totals, each of which can be worked out again.

A step is made from figures the totals already hold. `reckon` works a step out from its operands
alone, so that a test (and `factotum demo`) can prove that the explanation and the totals are one.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final

from app.domain.currencies import minor_units
from app.domain.draft import Draft
from app.domain.figures import group_key
from app.domain.money import EXACT, HUNDRED, ZERO, apportion, round_half_away, round_to_step
from app.domain.rows import Line
from app.domain.totals import LineTotals, Totals, VatGroup

_OPERATORS: Final[dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@dataclass(frozen=True, slots=True)
class Operand:
    """A named figure in a formula; `source_key` is the step it comes from, None for what was entered."""

    name: str
    value: Decimal
    source_key: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One figure: `formula` over the operands' names, rounded half away from zero to `rounded_to` decimals.

    `formula` uses + - * / and parentheses; `sum` adds all operands; `share` apportions the first
    operand over the others by largest remainder and gives the part of the group named in `key`;
    `to_step` rounds the first operand to a multiple of the second and subtracts the first.
    """

    key: str
    formula: str
    operands: tuple[Operand, ...]
    rounded_to: int | None
    value: Decimal
    label: str = ""


def explain(draft: Draft, totals: Totals) -> tuple[Step, ...]:
    """Every step behind the totals, each after the steps it builds on."""
    with localcontext(EXACT):
        return tuple(_steps(draft, totals))


def reckon(step: Step) -> Decimal:
    """The value of a step worked out again from its operands. Raises ValueError for an unknown formula."""
    values = [operand.value for operand in step.operands]
    with localcontext(EXACT):
        if step.formula == "sum":
            value = sum(values, ZERO)
        elif step.formula == "to_step":
            value = round_to_step(values[0], values[1]) - values[0]
        elif step.formula == "share":
            names = [operand.name for operand in step.operands[1:]]
            place = names.index(step.key.removesuffix(".discount"))
            value = apportion(values[0], values[1:], step.rounded_to or 0)[place]
        else:
            names_to_values = {operand.name: operand.value for operand in step.operands}
            value = _evaluate(ast.parse(step.formula, mode="eval").body, names_to_values)
        return value if step.rounded_to is None else round_half_away(value, step.rounded_to)


def _evaluate(node: ast.expr, values: dict[str, Decimal]) -> Decimal:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_evaluate(node.left, values), _evaluate(node.right, values))
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return Decimal(node.value)
    raise ValueError(f"not part of a formula: {ast.unparse(node)}")


def _steps(draft: Draft, totals: Totals) -> Iterator[Step]:
    decimals = totals.decimals
    for line in totals.lines:
        yield from _line_steps(line, decimals)
    yield from _section_steps(draft, totals)
    yield _total(
        "lines_net", [Operand(f"lines.{t.id}", t.net, f"lines.{t.id}.net") for t in totals.lines], totals
    )
    yield from _document_discount(draft, totals)
    for adjustment, done in totals.adjustments:
        base = (
            Operand("lines_net", done.base, "lines_net")
            if adjustment.base is None
            else Operand("base", done.base)
        )
        yield _adjustment(
            f"adjustments.{adjustment.id}", adjustment.amount, base, done.percent, done.amount, decimals
        )
    stated = [
        (a.is_charge, Operand(f"adjustments.{a.id}", done.amount, f"adjustments.{a.id}"))
        for a, done in totals.adjustments
    ]
    lowered = [operand for is_charge, operand in stated if not is_charge]
    discount = [Operand("discount", totals.discount, "discount")] if draft.discount and totals.vat else []
    yield _total("allowances", discount + lowered, totals)
    yield _total("charges", [operand for is_charge, operand in stated if is_charge], totals)
    yield Step(
        "net",
        "lines_net - allowances + charges",
        tuple(Operand(name, getattr(totals, name), name) for name in ("lines_net", "allowances", "charges")),
        None,
        totals.net,
    )
    for group in totals.vat:
        members = [t for t in totals.lines if t.vat == (group.category, group.rate)]
        nets = [Operand(f"lines.{t.id}", t.net, f"lines.{t.id}.net") for t in members]
        yield _total_of(f"{group_key(group)}.lines_net", nets, group.lines_net)
    for group in totals.vat:
        yield from _group_steps(draft, totals, group)
    taxes = [Operand(group_key(g), g.tax, f"{group_key(g)}.tax") for g in totals.vat]
    vat = sum((g.tax for g in totals.vat), ZERO)
    yield _total_of("vat", taxes, vat)
    added = [Operand("vat", vat, "vat")]
    withheld: list[Operand] = []
    for number, extra in enumerate(totals.additional_taxes, 1):
        key = f"additional_taxes.{number}"
        yield from _additional_tax(
            key, extra.basis, extra.rate, extra.amount, totals.net, added, decimals, extra.label
        )
        (withheld if extra.rate < 0 else added).append(Operand(key, extra.amount, key))
    yield _total_of("tax", added, totals.tax)
    yield Step("gross", "net + tax", (_own(totals, "net"), _own(totals, "tax")), None, totals.gross)
    parts = tuple(Operand(f"withheld_{n}", o.value, o.source_key) for n, o in enumerate(withheld, 1))
    yield Step("withheld", " - ".join(["0", *(o.name for o in parts)]), parts, None, totals.withheld)
    yield from _rounding(draft, totals)
    yield Step(
        "payable",
        "gross - withheld - prepaid + rounding",
        (
            _own(totals, "gross"),
            _own(totals, "withheld"),
            Operand("prepaid", totals.prepaid),
            _own(totals, "rounding"),
        ),
        None,
        totals.payable,
    )
    if totals.home is not None:
        home = totals.home
        for name in ("net", "tax", "gross", "payable"):
            operands = (_own(totals, name), Operand("rate", home.rate))
            places = minor_units(home.currency)
            yield Step(f"home.{name}", f"{name} * rate", operands, places, getattr(home, name), home.currency)


def _own(totals: Totals, name: str) -> Operand:
    return Operand(name, getattr(totals, name), name)


def _total_of(key: str, operands: Sequence[Operand], value: Decimal) -> Step:
    return Step(key, "sum", tuple(operands), None, value)


def _total(key: str, operands: Sequence[Operand], totals: Totals) -> Step:
    return _total_of(key, operands, getattr(totals, key))


def _line_steps(done: LineTotals, decimals: int) -> Iterator[Step]:
    line: Line = done.line
    key = f"lines.{line.id}"
    base = Operand("price_base_quantity", line.price_base_quantity or Decimal(1))
    operands = (Operand("quantity", line.quantity), Operand("unit_price", line.unit_price))
    list_amount = Operand("list_amount", done.list_amount, f"{key}.list_amount")
    if base.value == 1:
        yield Step(
            f"{key}.list_amount", "quantity * unit_price", operands, None, done.list_amount, line.label
        )
    else:
        formula = "quantity * unit_price / price_base_quantity"
        yield Step(f"{key}.list_amount", formula, (*operands, base), None, done.list_amount, line.label)
    formula, terms = "list_amount", [list_amount]
    if line.discount is not None:
        if line.discount.kind == "percent":
            percent = Operand("percent", line.discount.value)
            yield Step(
                f"{key}.discount",
                "list_amount * percent / 100",
                (list_amount, percent),
                decimals,
                done.discount,
            )
            terms.append(Operand("discount", done.discount, f"{key}.discount"))
        else:
            terms.append(Operand("discount", done.discount))
        formula += " - discount"
    for number, adjustment in enumerate(done.adjustments, 1):
        entered = line.adjustments[number - 1]
        name = f"adjustment_{number}"
        of = list_amount if entered.base is None else Operand("base", adjustment.base)
        yield _adjustment(
            f"{key}.{name}", entered.amount, of, adjustment.percent, adjustment.amount, decimals
        )
        terms.append(Operand(name, adjustment.amount, f"{key}.{name}"))
        formula += f" + {name}" if adjustment.is_charge else f" - {name}"
    rate = Operand("rate", done.vat[1])
    if line.price_entry == "gross":
        yield Step(f"{key}.gross", formula, tuple(terms), decimals, done.gross, line.label)
        gross = Operand("gross", done.gross, f"{key}.gross")
        yield Step(f"{key}.net", "gross / (1 + rate / 100)", (gross, rate), decimals, done.net, line.label)
        net = Operand("net", done.net, f"{key}.net")
        yield Step(f"{key}.tax", "gross - net", (gross, net), None, done.tax, line.label)
    else:
        yield Step(f"{key}.net", formula, tuple(terms), decimals, done.net, line.label)
        net = Operand("net", done.net, f"{key}.net")
        yield Step(f"{key}.tax", "net * rate / 100", (net, rate), decimals, done.tax, line.label)
        tax = Operand("tax", done.tax, f"{key}.tax")
        yield Step(f"{key}.gross", "net + tax", (net, tax), None, done.gross, line.label)


def _adjustment(
    key: str, stated: Decimal | None, base: Operand, percent: Decimal | None, amount: Decimal, decimals: int
) -> Step:
    if stated is not None:
        return Step(
            key, "amount", (Operand("amount", stated),), None if stated == amount else decimals, amount
        )
    formula = f"{base.name} * percent / 100"
    return Step(key, formula, (base, Operand("percent", percent or ZERO)), decimals, amount)


def _section_steps(draft: Draft, totals: Totals) -> Iterator[Step]:
    head: str | None = None
    members: dict[str, list[LineTotals]] = {}
    for row in draft.rows:
        if row.kind == "section":
            head = row.id
            members[head] = []
        elif head is not None:
            members[head].append(totals.by_line[row.id])
    for section in totals.sections:
        for figure in ("net", "gross"):
            operands = tuple(
                Operand(f"lines.{t.id}", getattr(t, figure), f"lines.{t.id}.{figure}")
                for t in members[section.id]
            )
            value = getattr(section, figure)
            yield Step(f"sections.{section.id}.{figure}", "sum", operands, None, value, section.section.title)


def _document_discount(draft: Draft, totals: Totals) -> Iterator[Step]:
    if draft.discount is None or not totals.vat:
        return
    if draft.discount.kind == "percent":
        operands = (_own(totals, "lines_net"), Operand("percent", draft.discount.value))
        yield Step("discount", "lines_net * percent / 100", operands, totals.decimals, totals.discount)
    else:
        yield Step(
            "discount", "amount", (Operand("amount", draft.discount.value),), totals.decimals, totals.discount
        )


def _group_steps(draft: Draft, totals: Totals, group: VatGroup) -> Iterator[Step]:
    key = group_key(group)
    if draft.discount is not None:
        weights = tuple(Operand(group_key(g), g.lines_net, f"{group_key(g)}.lines_net") for g in totals.vat)
        yield Step(
            f"{key}.discount",
            "share",
            (Operand("discount", totals.discount, "discount"), *weights),
            totals.decimals,
            group.discount,
        )
    basis_operands = [Operand("lines_net", group.lines_net, f"{key}.lines_net")]
    formula = "lines_net"
    if draft.discount is not None:
        basis_operands.append(Operand("discount", group.discount, f"{key}.discount"))
        formula += " - discount"
    for number, (adjustment, done) in enumerate(totals.adjustments, 1):
        if (adjustment.vat_category, adjustment.vat_rate or ZERO) == (group.category, group.rate):
            name = f"adjustment_{number}"
            basis_operands.append(Operand(name, done.amount, f"adjustments.{adjustment.id}"))
            formula += f" + {name}" if done.is_charge else f" - {name}"
    yield Step(f"{key}.basis", formula, tuple(basis_operands), None, group.basis)
    basis = Operand("basis", group.basis, f"{key}.basis")
    rate = Operand("rate", group.rate)
    if totals.policy == "per_group":
        yield Step(f"{key}.tax", "basis * rate / 100", (basis, rate), totals.decimals, group.tax)
        if group.stated_gross is not None:
            stated = Operand("stated_gross", group.stated_gross)
            tax = Operand("tax", group.tax, f"{key}.tax")
            formula = "stated_gross - basis - tax"
            yield Step(f"{key}.gross_difference", formula, (stated, basis, tax), None, group.gross_difference)
        return
    members = [t for t in totals.lines if t.vat == (group.category, group.rate)]
    taxes = [Operand(f"lines.{t.id}", t.tax, f"lines.{t.id}.tax") for t in members]
    yield _total_of(f"{key}.line_taxes", taxes, group.line_taxes)
    lines_net = Operand("lines_net", group.lines_net, f"{key}.lines_net")
    rest = round_half_away((group.basis - group.lines_net) * group.rate / HUNDRED, totals.decimals)
    formula = "(basis - lines_net) * rate / 100"
    yield Step(f"{key}.other_tax", formula, (basis, lines_net, rate), totals.decimals, rest)
    parts = (
        Operand("line_taxes", group.line_taxes, f"{key}.line_taxes"),
        Operand("other_tax", rest, f"{key}.other_tax"),
    )
    yield Step(f"{key}.tax", "line_taxes + other_tax", parts, None, group.tax)


def _additional_tax(
    key: str,
    basis: Decimal,
    rate: Decimal,
    amount: Decimal,
    net: Decimal,
    added: Sequence[Operand],
    decimals: int,
    label: str,
) -> Iterator[Step]:
    source: str | None = "net"
    if basis != net:
        source = f"{key}.basis"
        yield _total_of(source, [Operand("net", net, "net"), *added], basis)
    operands = (Operand("basis", basis, source), Operand("rate", rate))
    yield Step(key, "basis * rate / 100", operands, decimals, amount, label)


def _rounding(draft: Draft, totals: Totals) -> Iterator[Step]:
    if draft.rounding_amount is not None:
        amount = Operand("amount", draft.rounding_amount)
        yield Step("rounding", "amount", (amount,), totals.decimals, totals.rounding)
        return
    differences = [
        Operand(group_key(g), g.gross_difference, f"{group_key(g)}.gross_difference")
        for g in totals.vat
        if g.stated_gross is not None
    ]
    yield _total("gross_difference", differences, totals)
    operands = [_own(totals, "gross_difference")]
    if draft.cash_step is not None:
        due = totals.gross - totals.withheld - totals.prepaid + totals.gross_difference
        names = ("gross", "withheld", "gross_difference")
        parts = (*(_own(totals, name) for name in names), Operand("prepaid", totals.prepaid))
        yield Step("due", "gross - withheld - prepaid + gross_difference", parts, None, due)
        step = Operand("cash_step", draft.cash_step)
        yield Step(
            "cash_difference", "to_step", (Operand("due", due, "due"), step), None, totals.cash_difference
        )
        operands.append(_own(totals, "cash_difference"))
    yield _total_of("rounding", operands, totals.rounding)
