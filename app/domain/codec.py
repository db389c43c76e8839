"""The draft as a JSON file, and every way such a file can be wrong.

A draft file is untrusted: it may be huge, nested, broken, newer than this program or hostile. It is
read whole or refused with the place and the reason; nothing in it is dropped in silence.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.domain.draft import SCHEMA_VERSION, Draft
from app.domain.money import plain
from app.domain.problems import Problem

MAX_BYTES: Final = 50_000_000

MIGRATIONS: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""From schema number n to n + 1, one step a number."""

Misfit = Literal[
    "version", "newer", "model", "size", "text", "json", "depth", "shape", "number", "constant", "twice"
]
"""In what way a text is no draft."""


class UnreadableDraft(Exception):
    """The text is no draft. `summary` says why in one line; `problems` point at single fields.

    `code` and `params` say the same to whoever words it in another language.
    """

    def __init__(
        self, summary: str, problems: tuple[Problem, ...] = (), *, code: Misfit, **params: str
    ) -> None:
        super().__init__(summary)
        self.summary = summary
        self.problems = problems
        self.code = code
        self.params = params


def draft_to_json(draft: Draft, *, is_indented: bool = True) -> str:
    """The draft as JSON, amounts as decimal strings. The same draft gives the same text.

    Rows leave out what is not set: among thousands of lines that is most of the file.
    """
    members = draft.model_dump(mode="json", exclude={"rows"})
    members["rows"] = [
        {"kind": row.kind, **row.model_dump(mode="json", exclude_defaults=True)} for row in draft.rows
    ]
    ordered = {name: members[name] for name in Draft.model_fields}
    if is_indented:
        return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))


def draft_from_json(untrusted: str | bytes) -> Draft:
    """The draft written in this text.

    Raises UnreadableDraft when it is too large, not UTF-8, not JSON, of a newer schema, or does not
    fit the model; then each misfit is a problem with the code `invalid`.
    """
    raw = _object(untrusted)
    version = raw.get("schema_version", SCHEMA_VERSION)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UnreadableDraft("schema_version is not a whole number of 1 or more", code="version")
    if version > SCHEMA_VERSION:
        raise UnreadableDraft(
            f"this draft was written by a newer version (schema {version}; this program reads up to "
            f"{SCHEMA_VERSION}); update the program to open it",
            code="newer",
            version=str(version),
        )
    while version < SCHEMA_VERSION:
        raw = MIGRATIONS[version](raw)
        version += 1
    raw["schema_version"] = version
    return validated(raw)


def validated(raw: dict[str, Any]) -> Draft:
    """The draft made of these members. Raises UnreadableDraft with one problem a misfit."""
    try:
        return Draft.model_validate(_with_text_options(raw))
    except ValidationError as error:
        problems = tuple(
            Problem(_path(found["loc"], raw), "invalid", "error", misfit_params(found))
            for found in error.errors(include_url=False, include_input=False)
        )
        first = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        where = f"{first.path}: " if first.path else ""
        raise UnreadableDraft(
            f"{where}{first.params['reason']}{more}",
            problems,
            code="model",
            **{**first.params, "path": first.path},
        ) from None


def object_from_json(untrusted: str | bytes) -> dict[str, Any]:
    """A JSON object that is no draft, such as options for a provider, with fractions as decimal text.

    Raises UnreadableDraft, as `draft_from_json` does.
    """
    members: dict[str, Any] = _texts(_object(untrusted))
    return members


def too_large(size_bytes: int) -> UnreadableDraft:
    """Why a file of this size is not even read."""
    size, most = size_bytes // 1_000_000, MAX_BYTES // 1_000_000
    return UnreadableDraft(
        f"the file has {size} MB; a draft has at most {most} MB", code="size", size=str(size), most=str(most)
    )


def _object(untrusted: str | bytes) -> dict[str, Any]:
    if len(untrusted) > MAX_BYTES:
        raise too_large(len(untrusted))
    if isinstance(untrusted, bytes):
        try:
            untrusted = untrusted.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadableDraft(
                f"not UTF-8 text: byte {error.start} cannot be read", code="text", byte=str(error.start)
            ) from None
    try:
        raw = json.loads(
            untrusted.removeprefix("\ufeff"),
            parse_float=_decimal,
            parse_int=_integer,
            parse_constant=_no_constant,
            object_pairs_hook=_members,
        )
    except json.JSONDecodeError as error:
        raise UnreadableDraft(
            f"not JSON: line {error.lineno}, column {error.colno}: {error.msg}",
            code="json",
            line=str(error.lineno),
            column=str(error.colno),
        ) from None
    except RecursionError:
        raise UnreadableDraft("the file is nested too deeply to be a draft", code="depth") from None
    if not isinstance(raw, dict):
        raise UnreadableDraft("a draft is a JSON object, and this file holds something else", code="shape")
    return raw


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise UnreadableDraft(
            f"{text:.40} is larger or smaller than any number can be", code="number", value=text[:40]
        ) from None


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= 18 else Decimal(text)


def _no_constant(text: str) -> NoReturn:
    raise UnreadableDraft(f"{text} is not a number", code="constant", value=text)


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        name = next(name for place, name in enumerate(names) if name in names[:place])
        raise UnreadableDraft(f"the member {name!r:.60} is there twice", code="twice", name=name[:60])
    return members


def _with_text_options(raw: dict[str, Any]) -> dict[str, Any]:
    """Provider options with fractions as decimal text: JSON knows binary floats only by accident."""
    changed = dict(raw)
    if "provider_options" in raw:
        changed["provider_options"] = _texts(raw["provider_options"])
    rows = raw.get("rows")
    if isinstance(rows, list):
        changed["rows"] = [
            {**row, "provider_options": _texts(row["provider_options"])}
            if isinstance(row, dict) and "provider_options" in row
            else row
            for row in rows
        ]
    return changed


def _texts(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value) if abs(value.adjusted()) < 100 else str(value)
    if isinstance(value, dict):
        return {name: _texts(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_texts(member) for member in value]
    return value


def _path(location: tuple[int | str, ...], raw: dict[str, Any]) -> str:
    """The dotted path of a misfit, with the ids of rows instead of their places."""
    parts: list[str] = []
    at: Any = raw
    for step in location:
        if isinstance(step, int):
            at = at[step] if isinstance(at, list | tuple) and step < len(at) else None
            row_id = at.get("id") if isinstance(at, dict) else None
            parts.append(row_id if isinstance(row_id, str) and row_id not in ("", "-") else str(step + 1))
        elif step in ("line", "section") and parts and parts[0] == "rows" and len(parts) == 2:
            continue
        else:
            at = at.get(step) if isinstance(at, dict) else None
            parts.append(step)
    return ".".join(parts)


def misfit_params(found: ErrorDetails) -> dict[str, str]:
    """What the model says of a value: `reason` in its own words, the kind of `misfit`, and its figures."""
    context = {name: str(value) for name, value in found.get("ctx", {}).items()}
    return {**context, "reason": found["msg"].removeprefix("Value error, "), "misfit": found["type"]}
