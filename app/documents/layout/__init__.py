"""Ready strings to measured blocks, and blocks to pages. Nothing here draws."""

from app.documents.layout.blocks import Block, BoxMark, LogoMark, QrMark, Role, TextMark
from app.documents.layout.maker import SheetMaker
from app.documents.layout.sheet import Placed, Sheet

__all__ = ["Block", "BoxMark", "LogoMark", "Placed", "QrMark", "Role", "Sheet", "SheetMaker", "TextMark"]
