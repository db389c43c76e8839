"""The paper beside the form: the true pages of the open document, drawn while one types."""

from app.ui.preview.pane import PREVIEW_MODES, PreviewMode, PreviewPane

__all__ = ["PREVIEW_MODES", "PreviewMode", "PreviewPane"]
