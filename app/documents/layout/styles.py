"""The type of the page: sizes, weights and the two colours with their shades."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.text import TextStyle
from app.domain.draft import Paper

BODY_LEADING_PT = 12.0
SMALL_LEADING_PT = 11.0


@dataclass(frozen=True)
class Styles:
    """Every style of one document."""

    accent: str
    ink: str
    hair: str
    body: TextStyle
    strong: TextStyle
    quiet: TextStyle
    small: TextStyle
    tiny: TextStyle
    subject: TextStyle
    seller: TextStyle
    seller_beside_logo: TextStyle
    title: TextStyle
    payable: TextStyle
    watermark: TextStyle


def styles_for(paper: Paper) -> Styles:
    """The styles in the document's accent and ink."""
    ink, accent = paper.ink, paper.accent
    quiet = _towards_white(ink, 0.30)
    return Styles(
        accent=accent,
        ink=ink,
        hair=_towards_white(ink, 0.84),
        body=TextStyle(9, colour=ink),
        strong=TextStyle(9, "bold", colour=ink),
        quiet=TextStyle(8.5, colour=quiet),
        small=TextStyle(8, colour=quiet),
        tiny=TextStyle(6.5, colour=quiet),
        subject=TextStyle(11.5, "bold", colour=ink),
        seller=TextStyle(18, "bold", colour=accent),
        seller_beside_logo=TextStyle(12, "bold", colour=accent),
        title=TextStyle(21, "bold", colour=ink),
        payable=TextStyle(12, "bold", colour=ink),
        watermark=TextStyle(110, colour=_towards_white(ink, 0.955)),
    )


def _towards_white(colour: str, part: float) -> str:
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(channel + (255 - channel) * part):02X}" for channel in channels)
