"""The plan's sheet with what a provider of items and coupons needs beside: folded fields."""

from __future__ import annotations

from app.client.plan import Sheet, Why


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
