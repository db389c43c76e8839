"""Pages as words with places. Lengths are points (1/72 inch) from the top left corner of the page as it
is shown, its own rotation applied."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Box(NamedTuple):
    """A rectangle on a page; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float


class Word(NamedTuple):
    """One word without spaces. `size_pt` is the height of its type; `is_hidden` if it cannot be seen."""

    text: str
    box: Box
    size_pt: float = 0.0
    is_bold: bool = False
    is_hidden: bool = False


class PageText(NamedTuple):
    """One page in reading order. `number` counts from 1. `source` says who read the words."""

    number: int
    width_pt: float
    height_pt: float
    words: tuple[Word, ...]
    source: Literal["text", "ocr"] = "text"


class Pages(NamedTuple):
    """What a document shows. `page_count` may be more than were read (`pages`), for very long ones."""

    pages: tuple[PageText, ...]
    page_count: int
