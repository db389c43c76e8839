"""Ids of theirs known from before: shown in a plan where they are used, doubted where one is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from app.client.calls import Call, FormBody, JsonBody
from app.client.plan import PlannedField, Why
from app.client.provider import Submission
from app.domain.draft import Draft
from app.services.sending import frozen
from app.services.sending.entries import SUBMIT
from app.store.remote_records import LinkKind

_SPEAKS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "buyer": ("customer:",),
    "seller": ("supplier:",),
    "rows": ("item:",),
}
_ALL: Final = ("customer:", "supplier:", "item:")


def doubted(row: Any, values: Mapping[str, Any]) -> dict[str, str]:
    """The links a refused submission used, each to be taken back: what they lead to may be gone there.

    Those of the kind the refusal speaks of; all of them where it speaks of none, or says "not found".
    """
    failure = frozen.failure(values.get("error", ""))
    if row.action != SUBMIT or values["state"] != "refused" or failure is None:
        return {}
    head = failure.path.partition(".")[0]
    if failure.status != 404 and head and head not in _SPEAKS_OF:
        return {}
    kinds = _ALL if failure.status == 404 else _SPEAKS_OF.get(head, _ALL)
    return {name: "" for name in frozen.submission(row.submission, {}).known if name.startswith(kinds)}


def shown(
    fields: Iterable[PlannedField], submission: Submission, calls: Iterable[Call]
) -> tuple[PlannedField, ...]:
    """The fields of a plan; where an id known from before goes along, its contact or item says so."""
    known = dict(submission.known)
    used = {value for call in calls for value in _values(call)} & set(known.values()) if known else set()
    if not used:
        return tuple(fields)
    draft = submission.draft
    paths = {
        "buyer.contact_id": known.get(f"customer:{draft.buyer.contact_id}"),
        "seller.contact_id": known.get(f"supplier:{draft.seller.contact_id}"),
    }
    for line in draft.lines:
        if line.product is not None:
            paths[f"rows.{line.id}.product.catalogue_id"] = known.get(f"item:{line.product.catalogue_id}")
    return tuple(_told(planned, paths.get(planned.path), used) for planned in fields)


def _told(planned: PlannedField, remote_id: str | None, used: set[str]) -> PlannedField:
    if remote_id is None or remote_id not in used:
        return planned
    why = Why("why.found_before", {"id": remote_id})
    return planned._replace(verdict="changed", theirs=remote_id, why=why, is_told=False)


def _values(call: Call) -> Iterable[str]:
    yield from call.path.split("/")
    match call.body:
        case JsonBody(value):
            yield from _leaves(value)
        case FormBody(fields):
            yield from (value for _name, value in fields)


def _leaves(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        for member in value.values():
            yield from _leaves(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _leaves(member)
    elif value is not None:
        yield str(value)


def local_ids(draft: Draft) -> Mapping[LinkKind, set[str]]:
    """The ids here of the contacts and items that a draft names."""
    contacts = {draft.buyer.contact_id} if draft.buyer.contact_id else set()
    items = {line.product.catalogue_id for line in draft.lines if line.product and line.product.catalogue_id}
    suppliers = {draft.seller.contact_id} if draft.seller.contact_id else set()
    return {"customer": contacts, "supplier": suppliers, "item": items}
