"""The paper, for the window and the command line."""

from app.documents import LivePaper, render_pdf, unprintable

__all__ = ["LivePaper", "render_pdf", "unprintable"]
