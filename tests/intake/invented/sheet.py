"""A page to draw on, with y growing downwards, that starts a new page when the old one is full."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
FAMILIES = (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"), ("Courier", "Courier-Bold"))


class Sheet:
    """`y` is where the next thing goes; `foot` is drawn at the end of every page.

    `texts` is all that was drawn.
    """

    def __init__(self, family: tuple[str, str], size: float) -> None:
        self._bytes = io.BytesIO()
        self._canvas = Canvas(self._bytes, pagesize=A4, invariant=True)
        self._family = family
        self.size = size
        self.y = 40.0
        self.page = 1
        self.foot: Callable[[], None] = lambda: None
        self.texts: list[str] = []

    def text(
        self, x: float, y: float, text: str, *, size: float = 0.0, bold: bool = False, right: bool = False
    ) -> float:
        """Draw one line with its top at `y`; `right` makes `x` its right edge. Returns its width."""
        size = size or self.size
        self.texts.append(text)
        font = self._family[bold]
        width = stringWidth(text, font, size)
        self._canvas.setFont(font, size)
        self._canvas.drawString(x - width if right else x, HEIGHT - y - size, text)
        return float(width)

    def width_of(self, text: str, *, bold: bool = False, size: float = 0.0) -> float:
        """How wide the text would be."""
        return float(stringWidth(text, self._family[bold], size or self.size))

    def lines(self, x: float, y: float, texts: list[str], *, size: float = 0.0, right: bool = False) -> float:
        """Draw texts under one another. Returns where the next one would go."""
        for text in texts:
            self.text(x, y, text, size=size, right=right)
            y += (size or self.size) * 1.3
        return y

    def rule(self, x0: float, x1: float, y: float) -> None:
        """A line across."""
        self._canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A box."""
        self._canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0)

    def mark(self, x: float, y: float) -> None:
        """A sign without words, as logos are."""
        self._canvas.setFillGray(0.4)
        self._canvas.circle(x + 20, HEIGHT - y - 20, 20, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def turn(self) -> None:
        """End this page and begin the next."""
        self.foot()
        self._canvas.showPage()
        self.page += 1
        self.y = 50.0

    def finished(self) -> bytes:
        """The PDF."""
        self.foot()
        self._canvas.save()
        return self._bytes.getvalue()
