"""The pictures kept for the desk: bounded in bytes, the least recently seen go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Container

from app.ui.preview.wanted import Picture

KEPT_BYTES = 32 * 1024 * 1024


class Pictures:
    """The latest picture of each page."""

    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        self._kept_bytes = kept_bytes
        self._by_page: OrderedDict[int, Picture] = OrderedDict()

    def get(self, index: int) -> Picture | None:
        """The picture of a page, now counted as seen."""
        picture = self._by_page.get(index)
        if picture is not None:
            self._by_page.move_to_end(index)
        return picture

    def peek(self, index: int) -> Picture | None:
        """The picture of a page, without counting it as seen."""
        return self._by_page.get(index)

    def put(self, picture: Picture, in_view: Container[int]) -> None:
        """Keep a picture in place of the page's last one; pages in view are never given up."""
        self._by_page[picture.index] = picture
        self._by_page.move_to_end(picture.index)
        total = self.total_bytes
        for index in list(self._by_page):
            if total <= self._kept_bytes:
                break
            if index not in in_view and index != picture.index:
                total -= self._by_page.pop(index).image.sizeInBytes()

    def cut(self, page_count: int) -> None:
        """Forget the pages that are no more."""
        for index in [index for index in self._by_page if index >= page_count]:
            del self._by_page[index]

    def clear(self) -> None:
        """Forget all."""
        self._by_page.clear()

    @property
    def total_bytes(self) -> int:
        """Memory of all pictures kept."""
        return sum(picture.image.sizeInBytes() for picture in self._by_page.values())

    def __len__(self) -> int:
        return len(self._by_page)
