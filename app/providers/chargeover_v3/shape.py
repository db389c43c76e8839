"""The draft in ChargeOver's terms, before any of their ids is known.

The requests, the plan and the reading of the answer are made from this one value, so that what is
shown, what is sent and what is compared cannot part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from app.client.once import once_per_submission
from app.client.provider import Submission
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.parties import Address
from app.domain.rows import CustomField, Section
from app.domain.totals import compute
from app.providers.chargeover_v3.choices import KEY_PREFIX, Choices, choices_for
from app.providers.chargeover_v3.lines import Laid, held_draft, lay
from app.providers.chargeover_v3.texts import Description, Said, describe, even, memo, one_row

DOCUMENT_SLOTS: Final = 20
LINE_SLOTS: Final = 10


class Held(NamedTuple):
    """One member of theirs with its text, and the draft field it comes from."""

    member: str
    path: str
    text: str


class Slot(NamedTuple):
    """A custom field in its place: `custom_<place>`. `path` is the draft's; place 0: there was none left."""

    place: int
    path: str
    name: str
    value: str


class ShapedLine(NamedTuple):
    """One line: its figures, its text, its custom fields and tags."""

    laid: Laid
    text: Description
    customs: tuple[Slot, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """The whole document. `days` is how long the customer may take; None where the draft says nothing.

    `held` are the sums of the document as they will hold it, by our own arithmetic: an estimate,
    for how ChargeOver taxes and rounds is not published.
    """

    number: str
    external_key: str
    is_own_reference: bool
    issued: date
    days: int | None
    memo: Said
    bill: tuple[Held, ...]
    ship: tuple[Held, ...]
    customs: tuple[Slot, ...]
    lines: tuple[ShapedLine, ...]
    held: Totals
    unplaced: tuple[str, ...]

    @property
    def due_date(self) -> date | None:
        """The day payment is due by the days alone."""
        return None if self.days is None else self.issued + timedelta(days=self.days)


@once_per_submission
def shape_of(submission: Submission) -> Shape:
    """The submission as it will be sent."""
    choices = choices_for(submission)
    return shape(submission.draft, submission.totals, choices, submission.key, submission.today)


def shape(draft: Draft, totals: Totals, choices: Choices, key: str, today: date) -> Shape:
    """The draft as it will be sent. `key` makes its reference where the draft has none."""
    layout = lay(draft, totals, choices)
    heads = _heads(draft)
    line_map = choices.pairs("line_custom_field_map")
    lines = tuple(
        ShapedLine(
            laid,
            describe(laid, heads.get(laid.path), draft, totals, choices),
            _line_customs(laid, line_map),
            laid.line.tags if laid.line else (),
        )
        for laid in layout.lines
    )
    issued = draft.issue_date or today
    return Shape(
        number=draft.number if choices.text("number_from", "ours") == "ours" else "",
        external_key=draft.external_reference or f"{KEY_PREFIX}{key}",
        is_own_reference=bool(draft.external_reference),
        issued=issued,
        days=(draft.due_date - issued).days if draft.due_date else draft.payment_terms.days,
        memo=memo(draft, choices),
        bill=tuple(_place("bill", *_billing(draft), choices)),
        ship=tuple(_place("ship", *_shipping(draft), choices)),
        customs=_slots(draft.custom_fields, "", choices.pairs("custom_field_map"), DOCUMENT_SLOTS),
        lines=lines,
        held=compute(held_draft(draft, layout.lines, choices.text("tax_rounding", "per_group")), totals),
        unplaced=layout.unplaced,
    )


def _heads(draft: Draft) -> Mapping[str, Section]:
    """The section said above a line, by the path of the first line under it."""
    found: dict[str, Section] = {}
    head: Section | None = None
    for row in draft.rows:
        if isinstance(row, Section):
            head = row
        elif head is not None:
            found[f"rows.{row.id}"] = head
            head = None
    return found


def _billing(draft: Draft) -> tuple[str, Address | None]:
    if draft.billing_address is not None:
        return "billing_address", draft.billing_address
    return _of_buyer(draft, draft.buyer.address("billing"))


def _shipping(draft: Draft) -> tuple[str, Address | None]:
    if draft.shipping_address is not None:
        return "shipping_address", draft.shipping_address
    return _of_buyer(draft, draft.buyer.address("shipping"))


def _of_buyer(draft: Draft, wanted: Address | None) -> tuple[str, Address | None]:
    for place, address in enumerate(draft.buyer.addresses):
        if address is wanted:
            return f"buyer.addresses.{place}", address
    return "", None


def _place(side: str, path: str, address: Address | None, choices: Choices) -> Iterator[Held]:
    if address is None:
        return
    rows = [(name, one_row(getattr(address, name))) for name in ("name", "line1", "line2", "line3")]
    if not choices.flag("address_name", True):
        rows = rows[1:]
    said = [(name, text) for name, text in rows if text]
    for place, (name, text) in enumerate(said[:3], start=1):
        joined = ", ".join((text, said[3][1])) if place == 3 and len(said) == 4 else text
        yield Held(f"{side}_addr{place}", f"{path}.{name}", joined)
    for name, member in (("city", "city"), ("subdivision", "state"), ("postal_code", "postcode")):
        if getattr(address, name):
            yield Held(f"{side}_{member}", f"{path}.{name}", one_row(getattr(address, name)))
    if address.country:
        country = choices.pairs("country_names").get(address.country, address.country)
        yield Held(f"{side}_country", f"{path}.country", country)


def _line_customs(laid: Laid, mapped: Mapping[str, str]) -> tuple[Slot, ...]:
    return _slots(laid.line.custom_fields, f"{laid.path}.", mapped, LINE_SLOTS) if laid.line else ()


def _slots(
    fields: tuple[CustomField, ...], prefix: str, mapped: Mapping[str, str], most: int
) -> tuple[Slot, ...]:
    """Each field with its place: the one chosen for its name, else the next that is free."""
    if not fields:
        return ()
    chosen = {name: slot_of(place, most) for name, place in mapped.items()}
    taken: set[int] = set()
    given: dict[int, int] = {}
    for index, field in enumerate(fields):
        place = chosen.get(field.name, 0)
        if place and place not in taken:
            taken.add(place)
            given[index] = place
    free = (place for place in range(1, most + 1) if place not in taken)
    return tuple(
        Slot(
            given.get(index) or next(free, 0), f"{prefix}custom_fields.{index}", field.name, even(field.value)
        )
        for index, field in enumerate(fields)
    )


def slot_of(stated: str, most: int) -> int:
    """The place that `7` or `custom_7` means; 0 if it is none."""
    digits = stated.strip().removeprefix("custom_")
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < int(digits[:3]) <= most else 0
