"""What ChargeOver would refuse or turn into something else, found before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import JsonValue

from app.client.options import OptionLevel, OptionSpec
from app.client.provider import Submission
from app.domain.money import ZERO, plain
from app.domain.problems import Problem
from app.providers.chargeover_v3 import wire
from app.providers.chargeover_v3.choices import PROVIDER_ID, Choices, line_choices, whole
from app.providers.chargeover_v3.options import OPTIONS, SITE
from app.providers.chargeover_v3.shape import DOCUMENT_SLOTS, LINE_SLOTS, Shape, ShapedLine, Slot, slot_of

LONGEST_KEY: Final = 255
_UNSAFE_IN_KEY: Final = re.compile(r"[/\\?#%\x00-\x1f\x7f]")
_OPTIONS_PATH: Final = f"provider_options.{PROVIDER_ID}"


def problems(submission: Submission, shaped: Shape, choices: Choices) -> Iterator[Problem]:
    """All of them: the document, its reference, customer, options, custom fields, lines, and notes."""
    yield from _document(submission, shaped, choices)
    yield from _reference(shaped)
    yield from _customer(submission, choices)
    yield from _values(choices.options, "document", _OPTIONS_PATH)
    yield from _values(submission.connection.settings, "connection", "")
    yield from _slots(shaped.customs, choices, "custom_field_map", DOCUMENT_SLOTS)
    found: dict[str, object] = {"customer_id": 0, "currency_id": 0, "terms_id": 0}
    bare = Choices({**choices.options, "extra_members": None}, choices.known)
    sent = wire.invoice(shaped, bare, [], found)
    yield from _extra(choices, sent, _OPTIONS_PATH)
    yield from _lines(shaped, choices)
    yield from _money(submission, shaped, choices)
    yield Problem("", "live_at_once", "warning")
    yield Problem("", "tax_is_an_estimate", "note")


def _document(submission: Submission, shaped: Shape, choices: Choices) -> Iterator[Problem]:
    draft, connection = submission.draft, submission.connection
    if draft.kind == "credit_note":
        yield Problem("kind", "credit_note_unsupported", "error")
    if not shaped.lines:
        yield Problem("rows", "no_lines", "error")
    site = connection.settings.get(SITE.name)
    has_site = isinstance(site, str) and re.fullmatch(SITE.pattern, site) is not None
    if connection.mode != "practice" and not connection.base_url and not has_site:
        # A plan can be looked at before there is an account; only a connection that exists needs its site.
        yield Problem("", "site_missing", "error" if connection.id else "warning")
    by_days = choices.text("terms_by", "days") == "days" and choices.whole("terms_id") is None
    if by_days and shaped.days is not None and shaped.days < 0:
        yield Problem("due_date", "due_before_date", "error", {"date": shaped.issued.isoformat()})
    for path in shaped.unplaced:
        yield Problem(path, "reduction_without_lines", "error")


def _reference(shaped: Shape) -> Iterator[Problem]:
    if not shaped.is_own_reference:
        return
    if _UNSAFE_IN_KEY.search(shaped.external_key) or shaped.external_key != shaped.external_key.strip():
        yield Problem("external_reference", "reference_not_findable", "error")
    if len(shaped.external_key) > LONGEST_KEY:
        yield Problem("external_reference", "reference_too_long", "error", {"most": str(LONGEST_KEY)})


def _customer(submission: Submission, choices: Choices) -> Iterator[Problem]:
    named = [name for name in wire.CUSTOMER_CHOICES if choices.text(name)]
    if len(named) > 1:
        yield Problem(_OPTIONS_PATH, "customer_named_twice", "error", {"options": ", ".join(named)})
    buyer = submission.draft.buyer
    if not wire.chosen_customer(choices, submission.draft) and not (buyer.name or buyer.contact_name).strip():
        yield Problem("buyer.name", "customer_unnamed", "error")


def _values(options: Mapping[str, JsonValue], level: OptionLevel, path: str) -> Iterator[Problem]:
    for spec in OPTIONS if options else ():
        value = options.get(spec.name)
        if spec.level == level and value not in (None, "") and not is_fit(spec, value):
            yield Problem(path, "option_unfit", "error", {"option": spec.name, "value": str(value)[:80]})


def is_fit(spec: OptionSpec, value: JsonValue) -> bool:
    """Whether this is a value the option can have."""
    if spec.kind in ("integer", "remote"):
        number = whole(value)
        least, most = spec.least or 0, spec.most
        return number is not None and number >= least and (most is None or number <= most)
    if spec.kind == "choice":
        return value in spec.choices
    if spec.kind == "flag":
        return isinstance(value, bool) or str(value).lower() in ("true", "false", "1", "0")
    if spec.kind == "object":
        return isinstance(value, dict)
    if spec.kind == "pairs":
        return isinstance(value, dict | list)
    fits = isinstance(value, str) and (spec.longest is None or len(value) <= spec.longest)
    return fits and (not spec.pattern or re.fullmatch(spec.pattern, str(value)) is not None)


def _slots(slots: tuple[Slot, ...], choices: Choices, option: str, most: int) -> Iterator[Problem]:
    for slot in slots:
        if not slot.place:
            yield Problem(slot.path, "custom_fields_full", "error", {"most": str(most)})
    places: dict[int, str] = {}
    for name, stated in choices.pairs(option).items():
        place = slot_of(stated, most)
        if not place or place in places:
            params = {"option": option, "name": name, "value": stated, "most": str(most)}
            yield Problem("", "custom_field_map_unfit", "error", params)
        places[place] = name


def _extra(choices: Choices, sent: Mapping[str, object], path: str) -> Iterator[Problem]:
    extra = choices.members("extra_members")
    taken = sorted(name for name in extra if name in sent)
    if taken:
        yield Problem(path, "extra_members_taken", "error", {"members": ", ".join(taken)})
    if len(extra) > len(taken):
        names = ", ".join(sorted(name for name in extra if name not in sent))
        yield Problem(path, "extra_members_unchecked", "note", {"members": names})


def _lines(shaped: Shape, choices: Choices) -> Iterator[Problem]:
    for number, line in enumerate(shaped.lines, start=1):
        row = line.laid.line
        if row is None:
            continue
        own = line_choices(row)
        path = f"rows.{row.id}.{_OPTIONS_PATH}"
        yield from _values(own.options, "line", path)
        for slot in line.customs:
            if not slot.place:
                yield Problem(slot.path, "custom_fields_full", "error", {"most": str(LINE_SLOTS)})
        if own.options:
            yield from _line_options(line, own, path, number)
        if line.laid.is_lump:
            yield Problem(f"rows.{row.id}.unit_price", "line_as_lump", "warning", {"line": str(number)})
    yield from _slots((), choices, "line_custom_field_map", LINE_SLOTS)


def _line_options(line: ShapedLine, own: Choices, path: str, number: int) -> Iterator[Problem]:
    bare = Choices({**own.options, "extra_members": None}, {})
    yield from _extra(own, wire.line(line, bare, {"item_id": 0}), path)
    if own.text("item_id") and own.text("item_external_key"):
        yield Problem(path, "item_named_twice", "error", {"line": str(number)})


def _money(submission: Submission, shaped: Shape, choices: Choices) -> Iterator[Problem]:
    draft, totals = submission.draft, submission.totals
    if totals.payable != shaped.held.payable:
        path = next(
            (
                name
                for name, stands in (
                    ("prepaid", totals.prepaid),
                    ("additional_taxes", draft.additional_taxes),
                    ("rounding_amount", totals.rounding),
                )
                if stands
            ),
            "",
        )
        params = {"ours": plain(totals.payable), "theirs": plain(shaped.held.payable)}
        yield Problem(path, "payable_differs", "warning", params)
    if shaped.held.gross < ZERO:
        yield Problem("", "total_negative", "warning")
    reduces = any(line.laid.line is None and line.laid.rate < ZERO for line in shaped.lines)
    if not choices.spreads_discounts and reduces:
        yield Problem("discount", "discount_line_unproven", "warning")
