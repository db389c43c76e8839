"""What becomes of each field of a document at a provider: kept, changed, dropped, added.

The plan is a prediction, and the prediction is what the answer is compared with afterwards
(`app.client.verdict`): one list, made once, by the same code that makes the requests.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from pydantic import JsonValue

from app.client.options import OptionSpec
from app.domain.draft import Draft
from app.domain.figures import Totals, group_key
from app.domain.stated import Stated, canonical, stated

Verdict = Literal["kept", "changed", "dropped", "added"]


_FIGURES: Final = ("totals.", "vat.")
_NO_PARAMS: Final[Mapping[str, str]] = {}


class Change(NamedTuple):
    """What makes a field fare otherwise: an option of the provider, and its value where only one does."""

    option: str
    value: JsonValue = None


Changes = Mapping[str, Mapping[str, Change]]
"""The cures of a provider's reasons: by the reason's code, then by the field's path in the model or what
leads to it; an empty path stands for every field."""


class Why(NamedTuple):
    """A reason: a code of the provider's words (`why.<code>`) or of the common ones, with its params.

    `change` is what cures it, if an option does; else the field itself is all there is to change.
    """

    code: str
    params: Mapping[str, str] = _NO_PARAMS
    change: Change | None = None


class PlannedField(NamedTuple):
    """One field. `ours` and `theirs` are canonical text (`app.domain.stated.canonical`).

    `path` is the draft's, or a figure's: `totals.net|tax|gross|payable`, `vat.<category>.<rate>.basis|tax`,
    `rows.<id>.net`. `theirs` is None while only their answer can tell. `wire` is the place in their
    request. `is_told` says whether their answer is expected to state it, so that silence is a finding.
    """

    path: str
    verdict: Verdict
    ours: str
    theirs: str | None
    why: Why | None = None
    wire: str = ""
    is_told: bool = True


_NO_CHANGES: Final[Changes] = {}


class Unplanned(LookupError):
    """A field of the draft that the provider neither sends nor ignores: a fault of the provider's folder."""


class Sheet:
    """Collects what a provider says of each field, and sees to it that none is left out."""

    def __init__(self, draft: Draft, ignores: Mapping[str, str], changes: Changes = _NO_CHANGES) -> None:
        self._stated = {leaf.path: leaf for leaf in stated(draft)}
        self._ignores = ignores
        self._changes = changes
        self._reasons: dict[str, Why] = {}
        self._cures: dict[tuple[str, str], Change | None] = {}
        self._fields: dict[str, PlannedField] = {}

    @property
    def leaves(self) -> Mapping[str, Stated]:
        """What the draft states, by path."""
        return self._stated

    def sends(
        self, path: str, theirs: object, wire: str, why: Why | None = None, *, is_told: bool = True
    ) -> None:
        """The field goes along as `theirs`: kept if that is what ours says, else changed for a reason."""
        leaf = self._stated.get(path)
        ours, sent = leaf.text if leaf else "", canonical(theirs)
        if ours == sent:
            self._fields[path] = PlannedField(path, "kept", ours, sent, why, wire, is_told)
        elif not ours:
            self.adds(path, sent, wire, why or Why("why.added"), is_told=is_told)
        else:
            self._put(PlannedField(path, "changed", ours, sent, why or Why("why.changed"), wire, is_told))

    def changes(self, path: str, theirs: object, wire: str, why: Why, *, is_told: bool = True) -> None:
        """The field is held as `theirs`, another thing than ours even if the text is the same.

        `theirs` None: only their answer can tell.
        """
        leaf = self._stated.get(path)
        sent = None if theirs is None else canonical(theirs)
        self._put(PlannedField(path, "changed", leaf.text if leaf else "", sent, why, wire, is_told))

    def drops(self, path: str, why: Why) -> None:
        """The field does not go along."""
        leaf = self._stated.get(path)
        if leaf:
            self._put(PlannedField(path, "dropped", leaf.text, "", why, "", False))

    def adds(self, path: str, theirs: object, wire: str, why: Why, *, is_told: bool = True) -> None:
        """They hold something our document does not state. `theirs` None: only their answer can tell."""
        sent = None if theirs is None else canonical(theirs)
        self._put(PlannedField(path, "added", "", sent, why, wire, is_told))

    def figures(self, ours: Totals, theirs: Totals, why: Why | None = None, *, lines: bool = False) -> None:
        """The sums: ours beside those of the document as they will hold it.

        Both come from `app.domain.totals.compute`; `theirs` of the draft with their changes made.
        `lines`: the net of each line too, where their answer states it.
        """
        mine, held = _figures(ours, lines), _figures(theirs, lines)
        for path in {**mine, **held}:
            sent = held.get(path, "")
            if mine.get(path) == sent:
                self._put(PlannedField(path, "kept", sent, sent, Why("why.proven_by_answer")))
            elif path in mine:
                verdict: Verdict = "changed" if sent else "dropped"
                self._put(
                    PlannedField(path, verdict, mine[path], sent, why or Why("why.rounding"), "", bool(sent))
                )
            else:
                self._put(PlannedField(path, "added", "", sent, why or Why("why.rounding")))

    def figure(
        self, path: str, ours: Decimal, theirs: Decimal | None, why: Why | None = None, wire: str = ""
    ) -> None:
        """One amount, ours and theirs. `theirs` None: only their answer can tell."""
        mine, held = canonical(ours), None if theirs is None else canonical(theirs)
        if mine == held:
            self._put(PlannedField(path, "kept", mine, held, Why("why.proven_by_answer"), wire))
        else:
            self._put(PlannedField(path, "changed", mine, held, why or Why("why.rounding"), wire))

    def close(self) -> tuple[PlannedField, ...]:
        """All fields, those of the draft in its order. What nobody mentioned must be ignored for a reason.

        Raises Unplanned.
        """
        for path, leaf in self._stated.items():
            if path not in self._fields:
                self._put(PlannedField(path, "dropped", leaf.text, "", self._reason(leaf.spec), "", False))
        of_draft = [self._fields[path] for path in self._stated]
        beside = [planned for path, planned in self._fields.items() if path not in self._stated]
        return (*of_draft, *beside)

    def _reason(self, spec: str) -> Why:
        found = self._reasons.get(spec)
        if found is None:
            name = covering(self._ignores, spec)
            if name is None:
                raise Unplanned(spec)
            found = self._reasons[spec] = Why(self._ignores[name])
        return found

    def _put(self, planned: PlannedField) -> None:
        why = planned.why
        if why is not None and why.code in self._changes and planned.verdict != "kept":
            change = self._change(why.code, planned.path)
            planned = PlannedField(*planned[:4], Why(why.code, why.params, change), *planned[5:])
        self._fields[planned.path] = planned

    def _change(self, code: str, path: str) -> Change | None:
        leaf = self._stated.get(path)
        key = code, leaf.spec if leaf else path
        if key not in self._cures:
            cures = self._changes[code]
            self._cures[key] = cures.get(covering(cures, key[1]) or "")
        return self._cures[key]


def place_of_change(planned: PlannedField, provider_id: str, options: Sequence[OptionSpec]) -> str:
    """Where a person can change how a field fares; empty for nowhere. `options` are the provider's.

    A field's path, or an option's place: `provider_options.<provider>.<option>`, of a line with
    `rows.<id>.` before it; one of the connection is `connection.<option>`.
    """
    if planned.why is None or planned.verdict == "kept":
        return ""
    change = planned.why.change
    if change is None:
        is_figure = planned.path.startswith(_FIGURES) or planned.path.endswith((".net", ".gross"))
        return "" if is_figure or planned.verdict == "added" else planned.path
    levels = {spec.level for spec in options if spec.name == change.option}
    if "connection" in levels:
        return f"connection.{change.option}"
    head, row_id, *_ = (*planned.path.split("."), "")
    row = f"rows.{row_id}." if "line" in levels and head == "rows" else ""
    return f"{row}provider_options.{provider_id}.{change.option}"


def covering(named: Container[str], spec: str) -> str | None:
    """The longest of these names that is the field's path or leads to it; None if none does."""
    here = spec
    while here:
        if here in named:
            return here
        cut = max(here.rfind("."), here.rfind("[]"))
        here = here[:cut] if cut > 0 else ""
    return None


def _figures(totals: Totals, lines: bool) -> dict[str, str]:
    told = {
        "totals.net": totals.net,
        "totals.tax": totals.tax,
        "totals.gross": totals.gross,
        "totals.payable": totals.payable,
    }
    for group in totals.vat:
        told[f"{group_key(group)}.basis"] = group.basis
        told[f"{group_key(group)}.tax"] = group.tax
    if lines:
        told |= {f"rows.{line.id}.net": line.net for line in totals.lines}
    return {path: canonical(value) for path, value in told.items()}
