"""Which item each line stands on: every line of ChargeOver refers to one.

It is the one the person chose, the one learned before, the account's item for that VAT rate, the
general item, and only then one that is looked for by code and name, or made. Lines that need the same
item share the search.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.client.provider import Submission
from app.domain.draft import Draft
from app.domain.rows import Line
from app.domain.stated import canonical
from app.providers.chargeover_v3.choices import KEY_PREFIX, Choices, line_choices, whole
from app.providers.chargeover_v3.shape import ShapedLine
from app.providers.chargeover_v3.texts import adjustment_at, one_row

LONGEST_NAME = 100
"""Of an item we make; the vendor states no bound, and a name is to be read in a list."""


class Need(NamedTuple):
    """An item that is named (`member`), or one to be looked for.

    `step` names the search after the first line that needs it; `path` is the field it is about.
    `key` is the external key under which we make it; `is_ours` says it may have been made before.
    """

    member: tuple[tuple[str, int | str], ...] = ()
    step: str = ""
    path: str = ""
    kind: str = "service"
    name: str = ""
    code: str = ""
    key: str = ""
    is_ours: bool = False

    @property
    def named(self) -> Mapping[str, int | str]:
        """The member that names the item; empty where it is looked for."""
        return dict(self.member)

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes two needs the same."""
        return self.kind, self.code or self.name.casefold(), self.key if self.is_ours else ""


def need_of(submission: Submission, shaped: ShapedLine, choices: Choices) -> Need:
    """The item of one line."""
    if shaped.laid.line is None:
        return _of_document(submission.draft, shaped, choices, submission.key)
    return _of_line(submission, shaped.laid.line, choices)


def _of_line(submission: Submission, line: Line, choices: Choices) -> Need:
    own = line_choices(line)
    if own.options:
        chosen = own.whole("item_id")
        if chosen is not None:
            return _named("item_id", chosen)
        if own.text("item_external_key"):
            return _named("item_external_key", own.text("item_external_key"))
    product = line.product
    catalogue_id = product.catalogue_id if product else None
    learned = whole(choices.known.get(f"item:{catalogue_id}")) if catalogue_id else None
    if learned is not None:
        return _named("item_id", learned)
    code = product.seller_code.strip() if product else ""
    if not catalogue_id and not code:
        by_rate = choices.pairs("items_by_rate")
        own_item = whole(by_rate.get(canonical(line.vat_rate or 0))) if by_rate else None
        general = own_item or choices.whole("default_item_id")
        if general:
            return _named("item_id", general)
    name = one_row(line.label).strip() or one_row(line.description).strip() or code
    own_key = catalogue_id or f"{submission.key}-{line.id}"
    return Need(
        step=f"item.{line.id}",
        path=f"rows.{line.id}.label",
        name=name[:LONGEST_NAME],
        code=code,
        key=f"{KEY_PREFIX}item-{own_key}",
        is_ours=bool(catalogue_id),
    )


def _of_document(draft: Draft, shaped: ShapedLine, choices: Choices, key: str) -> Need:
    path = shaped.laid.path
    is_reduction = path == "discount" or not adjustment_at(draft, path).is_charge
    option = "discount_item_id" if is_reduction else "charge_item_id"
    chosen = choices.whole(option)
    if chosen is not None:
        return _named("item_id", chosen)
    return Need(
        step=f"{path}.item",
        path=path,
        kind="discount" if is_reduction else "service",
        name=shaped.text.head[:LONGEST_NAME],
        key=f"{KEY_PREFIX}item-{key}-{path}",
    )


def _named(member: str, value: int | str) -> Need:
    return Need(member=((member, value),))
