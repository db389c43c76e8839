"""The composer's form: every field of a document that is not a row."""

from app.ui.forms.composer_form import ComposerForm

__all__ = ["ComposerForm"]
