import base64
import io
import zlib

import pytest
from PIL import Image

from app.documents.logo import MAX_BYTES, PRINTED_PX, LogoProblem, read_logo


def data_uri(picture: Image.Image, kind: str = "PNG", **options: object) -> str:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)  # type: ignore[arg-type]
    return f"data:image/{kind.lower()};base64,{base64.b64encode(stream.getvalue()).decode()}"


def test_a_picture_with_transparency_keeps_it() -> None:
    picture = Image.new("RGBA", (20, 10), (255, 0, 0, 128))
    logo = read_logo(data_uri(picture))
    assert logo.size_px == (20, 10)
    assert zlib.decompress(logo.rgb) == bytes((255, 0, 0)) * 200
    assert logo.alpha is not None
    assert zlib.decompress(logo.alpha) == bytes((128,)) * 200


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGB", "CMYK", "I;16"])
def test_every_kind_of_picture_becomes_rgb(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    logo = read_logo(data_uri(Image.new(mode, (8, 4)), kind))
    assert len(zlib.decompress(logo.rgb)) == 8 * 4 * 3
    assert logo.alpha is None


def test_a_large_picture_is_made_as_small_as_it_is_printed() -> None:
    logo = read_logo(data_uri(Image.new("RGB", (4000, 1000), "red"), "JPEG"))
    assert logo.size_px[0] <= PRINTED_PX[0]
    assert logo.size_px[1] <= PRINTED_PX[1]


def _bomb() -> str:
    def chunk(tag: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + tag + body + zlib.crc32(tag + body).to_bytes(4, "big")

    size = (60_000).to_bytes(4, "big")
    head = chunk(b"IHDR", size + size + bytes((8, 2, 0, 0, 0)))
    png = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(png).decode()


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("https://example.org/logo.png", "not_an_image"),
        ("data:image/png;base64,", "not_an_image"),
        ("data:image/png;base64,%%%", "damaged"),
        ("data:image/png;base64," + base64.b64encode(b"GIF89 no").decode(), "not_an_image"),
        ("data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode(), "not_an_image"),
        ("data:image/png;base64," + "A" * (MAX_BYTES * 2), "too_many_bytes"),
        (_bomb(), "too_many_pixels"),
    ],
)
def test_what_cannot_be_printed_says_why(uri: str, code: str) -> None:
    with pytest.raises(LogoProblem) as caught:
        read_logo(uri)
    assert caught.value.code == code
    assert caught.value.summary.endswith(".")


def test_a_picture_that_ends_too_early_is_damaged() -> None:
    whole = io.BytesIO()
    Image.effect_noise((300, 300), 50).save(whole, "PNG")
    cut = base64.b64encode(whole.getvalue()[:2000]).decode()
    with pytest.raises(LogoProblem) as caught:
        read_logo("data:image/png;base64," + cut)
    assert caught.value.code == "damaged"
