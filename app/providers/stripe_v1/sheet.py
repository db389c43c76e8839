"""The plan's sheet with what a provider of items and coupons needs beside: folded fields, single amounts."""

from __future__ import annotations

from decimal import Decimal

from app.client.plan import PlannedField, Sheet, Why
from app.domain.stated import canonical


class StripeSheet(Sheet):
    """A sheet on which a field may end inside another one."""

    def folds(self, path: str, wire: str, why: Why) -> None:
        """The field, if it is stated, lives on in an amount: no answer tells it apart."""
        if path in self._stated:
            self.changes(path, None, wire, why, is_told=False)

    def keeps(self, path: str, value: object, wire: str, why: Why) -> None:
        """The field, if it is stated, goes along where no answer repeats it."""
        if path in self._stated:
            self.sends(path, value, wire, why, is_told=False)

    def figure(
        self, path: str, ours: Decimal, theirs: Decimal | None, why: Why | None = None, wire: str = ""
    ) -> None:
        """One amount, ours and theirs. `theirs` None: only their answer can tell."""
        mine, held = canonical(ours), None if theirs is None else canonical(theirs)
        if mine == held:
            self._put(PlannedField(path, "kept", mine, held, Why("why.proven_by_answer"), wire))
        else:
            self._put(PlannedField(path, "changed", mine, held, why or Why("why.rounding"), wire))
