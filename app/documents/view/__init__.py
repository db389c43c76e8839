"""Draft and totals to ready strings, each with the path of the field it comes from."""

from app.documents.view.document import PaperWriter
from app.documents.view.said import LineView, PaperView, Said, SectionView, TotalView

__all__ = ["LineView", "PaperView", "PaperWriter", "Said", "SectionView", "TotalView"]
