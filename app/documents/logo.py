"""The seller's logo: untrusted bytes to a small picture that is safe to print."""

from __future__ import annotations

import base64
import binascii
import io
import re
import warnings
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MAX_BYTES: Final = 1_500_000
MAX_PIXELS: Final = 16_000_000
PRINTED_PX: Final = (640, 220)
"""Enough for the largest place a logo has on the page at 300 dots an inch."""
_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
_DATA_URI: Final = re.compile(r"data:image/[\w.+-]+;base64,", re.ASCII | re.IGNORECASE)


class LogoProblem(ValueError):
    """A logo that cannot be printed.

    Attributes:
        code: `not_an_image`, `too_many_bytes`, `too_many_pixels` or `damaged`.
        summary: one sentence in English that says what is wrong and what to do.
    """

    def __init__(self, code: str, summary: str) -> None:
        super().__init__(summary)
        self.code = code
        self.summary = summary


@dataclass(frozen=True, eq=False)
class Logo:
    """A picture in RGB, with its transparency apart; both compressed by zlib."""

    size_px: tuple[int, int]
    rgb: bytes
    alpha: bytes | None


@lru_cache(maxsize=4)
def read_logo(data_uri: str) -> Logo:
    """The picture in a `data:image/...;base64,` address, small enough to print. Raises LogoProblem."""
    from PIL import Image, UnidentifiedImageError

    raw = _decode(data_uri)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(raw), formats=_FORMATS) as opened:
                width, height = opened.size
                if width * height > MAX_PIXELS:
                    raise _too_many_pixels()
                opened.draft("RGB", (PRINTED_PX[0] * 2, PRINTED_PX[1] * 2))
                has_alpha = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
                picture = opened.convert("RGBA" if has_alpha else "RGB")
    except LogoProblem:
        raise
    except UnidentifiedImageError as error:
        raise LogoProblem("not_an_image", "The logo is no picture; choose a PNG or JPEG file.") from error
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except Exception as error:  # decoders raise whatever a broken file leads them into
        raise LogoProblem(
            "damaged",
            "The logo cannot be read to its end; save the picture again as PNG and choose it again.",
        ) from error
    picture.thumbnail(PRINTED_PX, Image.Resampling.LANCZOS)
    if not has_alpha:
        return Logo(picture.size, zlib.compress(picture.tobytes()), None)
    alpha = picture.getchannel("A")
    rgb = picture.convert("RGB")
    return Logo(picture.size, zlib.compress(rgb.tobytes()), zlib.compress(alpha.tobytes()))


def _too_many_pixels() -> LogoProblem:
    return LogoProblem(
        "too_many_pixels",
        f"The logo has more than {MAX_PIXELS // 1_000_000} million pixels; save it smaller.",
    )


def _decode(data_uri: str) -> bytes:
    found = _DATA_URI.match(data_uri)
    if found is None:
        raise LogoProblem("not_an_image", "The logo is no picture; choose a PNG or JPEG file.")
    encoded = data_uri[found.end() :]
    if len(encoded) * 3 // 4 > MAX_BYTES:
        raise LogoProblem(
            "too_many_bytes", f"The logo is larger than {MAX_BYTES / 1e6:g} MB; save it smaller."
        )
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise LogoProblem("damaged", "The logo is damaged; choose the picture again.") from error
