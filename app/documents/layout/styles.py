"""The type of the page: the templates as tables of values, the two colours with their shades."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from app.documents.text import TextStyle
from app.domain.draft import Paper

BODY_LEADING_PT = 12.0
SMALL_LEADING_PT = 11.0
_WHITE: Final = "#FFFFFF"
_LIGHT_FROM: Final = 0.42

Shade = Literal["ink", "quiet", "accent", "hair", "on_accent", "none"]
"""A colour by its part in the document; `on_accent` is what is read on the accent, `none` draws nothing."""


class Place(NamedTuple):
    """Where a part of the head stands: from and to which part of the width, and on which side of that."""

    begin: float
    end: float
    side: Literal["left", "right"] = "left"
    is_below_address: bool = False


@dataclass(frozen=True)
class Template:
    """How pages of one template differ; lengths in points."""

    seller: Place
    title: Place
    seller_pt: float = 18.0
    seller_shade: Shade = "accent"
    title_pt: float = 21.0
    title_shade: Shade = "ink"
    band_pt: float = 0.0
    """a bar of the accent across the top of the first page"""
    address_bar_pt: float = 2.5
    head_shade: Shade = "quiet"
    head_is_strong: bool = False
    head_fill: Shade = "none"
    head_pad_pt: float = 0.0
    head_rule_pt: float = 1.2
    rule_shade: Shade = "accent"
    """the rules over and under the table"""
    section_shade: Shade = "ink"
    row_pad_pt: float = 2.0
    row_rule_pt: float = 0.0
    payable_shade: Shade = "ink"
    payable_fill: Shade = "none"
    payable_pad_pt: float = 0.0


TEMPLATES: Final[dict[str, Template]] = {
    "classic": Template(seller=Place(0.0, 0.56), title=Place(0.60, 1.0, "right")),
    "plain": Template(
        seller=Place(0.0, 1.0),
        title=Place(0.0, 1.0, "left", is_below_address=True),
        seller_pt=12.0,
        seller_shade="ink",
        title_pt=15.0,
        address_bar_pt=0.0,
        head_is_strong=True,
        head_shade="ink",
        head_rule_pt=0.6,
        rule_shade="ink",
        row_pad_pt=4.0,
        row_rule_pt=0.5,
    ),
    "bold": Template(
        seller=Place(0.551, 1.0),
        title=Place(0.0, 0.52, "left"),
        seller_pt=12.0,
        seller_shade="ink",
        title_pt=30.0,
        title_shade="accent",
        band_pt=7.0,
        address_bar_pt=0.0,
        head_is_strong=True,
        head_shade="on_accent",
        head_fill="accent",
        head_pad_pt=2.5,
        head_rule_pt=0.0,
        section_shade="accent",
        row_pad_pt=3.0,
        payable_shade="on_accent",
        payable_fill="accent",
        payable_pad_pt=4.0,
    ),
}
"""By the name in `Paper.template`; a name that is not here looks like the first."""


@dataclass(frozen=True)
class Styles:
    """Every style of one document."""

    template: Template
    accent: str
    ink: str
    hair: str
    rule: str
    head_fill: str
    payable_fill: str
    body: TextStyle
    strong: TextStyle
    section: TextStyle
    table_head: TextStyle
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
    """The styles of the document's template in its accent and ink; an empty fill draws nothing."""
    template = TEMPLATES.get(paper.template) or TEMPLATES["classic"]
    ink, accent = paper.ink, paper.accent
    quiet = _towards_white(ink, 0.30)
    shades: dict[Shade, str] = {
        "ink": ink,
        "quiet": quiet,
        "accent": accent,
        "hair": _towards_white(ink, 0.84),
        "on_accent": _read_on(accent, ink),
        "none": "",
    }
    seller = shades[template.seller_shade]
    return Styles(
        template=template,
        accent=accent,
        ink=ink,
        hair=shades["hair"],
        rule=shades[template.rule_shade],
        head_fill=shades[template.head_fill],
        payable_fill=shades[template.payable_fill],
        body=TextStyle(9, colour=ink),
        strong=TextStyle(9, "bold", colour=ink),
        section=TextStyle(9, "bold", colour=shades[template.section_shade]),
        table_head=TextStyle(
            8.5, "bold" if template.head_is_strong else "regular", colour=shades[template.head_shade]
        ),
        quiet=TextStyle(8.5, colour=quiet),
        small=TextStyle(8, colour=quiet),
        tiny=TextStyle(6.5, colour=quiet),
        subject=TextStyle(11.5, "bold", colour=ink),
        seller=TextStyle(template.seller_pt, "bold", colour=seller),
        seller_beside_logo=TextStyle(12, "bold", colour=seller),
        title=TextStyle(template.title_pt, "bold", colour=shades[template.title_shade]),
        payable=TextStyle(12, "bold", colour=shades[template.payable_shade]),
        watermark=TextStyle(110, colour=_towards_white(ink, 0.955)),
    )


def _towards_white(colour: str, part: float) -> str:
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(channel + (255 - channel) * part):02X}" for channel in channels)


def _read_on(ground: str, ink: str) -> str:
    """White on a dark ground, the ink on a light one."""
    red, green, blue = (int(ground[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return ink if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 > _LIGHT_FROM else _WHITE
