"""Opening files so that every way to fail has its code. Only ever in the worker's process."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pikepdf
import pypdfium2 as pdfium

from app.intake.files import LARGEST_BYTES

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_IMAGE_PIXELS: Final = 120_000_000
_IMAGE_FORMATS: Final = ("PNG", "JPEG", "TIFF", "BMP", "GIF")


class Unreadable(Exception):
    """The file cannot be read. `code` and `params` as in a Remark."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def content_of(path: Path) -> bytes:
    """The bytes of the file, read whole and once. Raises Unreadable."""
    try:
        told = path.stat()
        if stat.S_ISDIR(told.st_mode):
            raise Unreadable("file_is_folder")
        if not stat.S_ISREG(told.st_mode):
            raise Unreadable("file_is_device")
        _check_size(told.st_size)
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
        after = path.stat()
    except FileNotFoundError:
        raise Unreadable("file_gone") from None
    except PermissionError:
        raise Unreadable("file_forbidden") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Unreadable("file_not_readable", reason=str(reason)) from None
    if len(content) != after.st_size or after.st_mtime_ns != told.st_mtime_ns:
        raise Unreadable("file_changing")
    return content


def check_size(content: bytes) -> None:
    """Raise Unreadable if the file is too large."""
    _check_size(len(content))


def _check_size(size: int) -> None:
    if size > LARGEST_BYTES:
        raise Unreadable("file_too_large", megabytes=str(size // 1_000_000), most=str(LARGEST_BYTES // 10**6))


def opened(content: bytes, password: str) -> pdfium.PdfDocument:
    """The PDF as PDFium has it; close it after use. Raises Unreadable."""
    try:
        document = pdfium.PdfDocument(content, password=password or None)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("password_wrong" if password else "file_encrypted") from None
        raise Unreadable("pdf_damaged") from None
    if not len(document):
        document.close()
        raise Unreadable("pdf_damaged")
    return document


@contextmanager
def taken_apart(content: bytes, password: str) -> Iterator[pikepdf.Pdf]:
    """The PDF as objects. Raises Unreadable."""
    try:
        pdf = pikepdf.open(io.BytesIO(content), password=password)
    except pikepdf.PasswordError:
        raise Unreadable("password_wrong" if password else "file_encrypted") from None
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError):
        raise Unreadable("pdf_damaged") from None
    with pdf:
        yield pdf


@contextmanager
def opened_image(content: bytes) -> Iterator[Image]:
    """The picture, undecoded. Raises Unreadable, also for what decoding it inside the block meets."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = MOST_IMAGE_PIXELS
    try:
        with Image.open(io.BytesIO(content), formats=_IMAGE_FORMATS) as image:
            if image.width * image.height > MOST_IMAGE_PIXELS:
                raise Unreadable("image_too_large")
            yield image
    except Image.DecompressionBombError:
        raise Unreadable("image_too_large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError):
        raise Unreadable("image_damaged") from None


def frames_of(image: Any) -> int:
    """How many pages a picture has; a scanner's TIFF may have many."""
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
