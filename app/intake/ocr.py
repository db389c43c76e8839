"""Scans as words, by an optional component: RapidOCR with the models in its own package, no network.

Only ever in a worker's process, and in one at a time: it takes about a gigabyte.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import time
from collections import OrderedDict
from typing import Any, Final

from app.intake.page import Box, Pages, PageText, Word
from app.intake.pictures import sheet_of

FIRST_PAGES: Final = 4
LAST_PAGES: Final = 1
SECONDS: Final = 60.0
"""After so long no further page is begun."""
LEAST_SCORE: Final = 0.5
_KEPT: Final = 6


def is_installed() -> bool:
    """Whether the component is there; it is not loaded by asking."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def pages_by_ocr(content: bytes, password: str) -> Pages:
    """The words of the first pages and the last. Raises `app.intake.opening.Unreadable`."""
    key = hashlib.sha256(content).hexdigest()
    if key in _recent:
        _recent.move_to_end(key)
        return _recent[key]
    latest = time.monotonic() + SECONDS
    first = _page(content, password, 1)
    count = first[1]
    pages = [first[0]]
    for number in sorted(
        {*range(2, min(count, FIRST_PAGES) + 1), *range(max(2, count - LAST_PAGES + 1), count + 1)}
    ):
        if time.monotonic() > latest:
            break
        pages.append(_page(content, password, number)[0])
    found = Pages(tuple(pages), count)
    _recent[key] = found
    while len(_recent) > _KEPT:
        _recent.popitem(last=False)
    return found


_recent: OrderedDict[str, Pages] = OrderedDict()


def _page(content: bytes, password: str, number: int) -> tuple[PageText, int]:
    sheet = sheet_of(content, password, number)
    found = _engine()(sheet.image, return_word_box=True)
    scale = sheet.width_pt / sheet.image.width
    # Where nothing was found, its results hold a word of a shape of its own.
    lines = found.word_results if found.txts else ()
    words = tuple(
        word
        for line in lines
        for text, score, corners in line
        if score is not None and score >= LEAST_SCORE and (word := _word(text, corners, scale)) is not None
    )
    return PageText(number, sheet.width_pt, sheet.height_pt, words, "ocr"), sheet.page_count


def _word(text: str, corners: Any, scale: float) -> Word | None:
    plain = "".join(text.split())
    if not plain:
        return None
    across = [float(corner[0]) * scale for corner in corners]
    down = [float(corner[1]) * scale for corner in corners]
    box = Box(min(across), min(down), max(across), max(down))
    return Word(plain, box, box.y1 - box.y0)


@functools.cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    # One thread: a second one waits busily for the first and doubles the work done for a page.
    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
    )
