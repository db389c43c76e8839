"""The composer's form: every field of a document that is not a row."""

from app.ui.forms.composer_form import ComposerForm
from app.ui.totals import TotalsBar

__all__ = ["ComposerForm", "TotalsBar"]
