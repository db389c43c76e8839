"""PDFs parted and joined by pages; the originals stay as they are. Only ever in the worker's process."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import pikepdf

from app.intake.files import kind_of
from app.intake.opening import Unreadable, check_size, frames_of, opened_image, taken_apart

MOST_PAGES: Final = 2_000


def extracted(content: bytes, password: str, first: int, last: int) -> bytes:
    """A PDF of the pages first to last (from 1, both included), without scripts and attachments.

    Raises Unreadable.
    """
    with taken_apart(content, password) as pdf:
        count = len(pdf.pages)
        if not 1 <= first <= last <= count or last - first >= MOST_PAGES:
            raise Unreadable("no_such_page", page=str(last if first <= last else first))
        return _joined([(pdf, range(first - 1, last))])


def merged(contents: Sequence[bytes], password: str) -> bytes:
    """One PDF of these PDFs and pictures, in their order. Raises Unreadable."""
    kept: list[pikepdf.Pdf] = []
    try:
        for content in contents:
            check_size(content)
            with taken_apart(_as_pdf(content), password) as pdf:
                into = io.BytesIO()
                pdf.save(into, encryption=False)
            kept.append(pikepdf.open(into))
        if sum(len(pdf.pages) for pdf in kept) > MOST_PAGES:
            raise Unreadable("too_many_pages", most=str(MOST_PAGES))
        return _joined([(pdf, range(len(pdf.pages))) for pdf in kept])
    finally:
        for pdf in kept:
            pdf.close()


def _joined(sources: Sequence[tuple[pikepdf.Pdf, range]]) -> bytes:
    with pikepdf.new() as result:
        for pdf, places in sources:
            for place in places:
                page = pdf.pages[place]
                if "/AA" in page:
                    del page["/AA"]
                result.pages.append(page)
        into = io.BytesIO()
        result.save(into, deterministic_id=True)
    return into.getvalue()


def _as_pdf(content: bytes) -> bytes:
    kind = kind_of(content)
    if kind == "pdf":
        return content
    if kind != "image":
        raise Unreadable("not_joinable")
    from PIL import ImageOps

    with opened_image(content) as image:
        sheets = []
        for frame in range(frames_of(image)):
            image.seek(frame)
            sheets.append(ImageOps.exif_transpose(image).convert("RGB"))
        into = io.BytesIO()
        resolution = max(72.0, max(sheets[0].size) / 11.7)
        sheets[0].save(into, "PDF", save_all=True, append_images=sheets[1:], resolution=resolution)
    return into.getvalue()
