"""The figures under the form: the bar, how each figure came about, and what is to check."""

from app.ui.totals.checks_panel import ChecksPanel
from app.ui.totals.explain_panel import ExplainPanel
from app.ui.totals.totals_bar import TotalsBar

__all__ = ["ChecksPanel", "ExplainPanel", "TotalsBar"]
