"""The figures under the form: the bar, how each figure came about, and what is to check."""

from app.ui.totals.totals_bar import TotalsBar

__all__ = ["TotalsBar"]
