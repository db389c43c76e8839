"""Which face prints a character, and what none can print."""

import shutil
import struct
from pathlib import Path

import pytest
import reportlab

from app.documents.text import FontFaces, TextStyle, Typesetter
from app.documents.text.found import named_dirs
from tests.documents.text.printing import copied, printed

KHMER_FONT = Path(reportlab.__file__).parent / "fonts" / "hb-test.ttf"
KHMER_YEAR = "ឆ្នាំ"


def tables_of(font: bytes) -> list[tuple[bytes, int]]:
    """The tag and the offset of each table of a font file."""
    [count] = struct.unpack_from(">H", font, 4)
    return [struct.unpack_from(">4s4xI4x", font, 12 + 16 * index) for index in range(count)]


def collection_of(font: bytes) -> bytes:
    """A TrueType collection that holds one font."""
    header = b"ttcf" + struct.pack(">3I", 0x10000, 1, 16)
    moved = bytearray(font)
    for index, (_, start) in enumerate(tables_of(font)):
        struct.pack_into(">I", moved, 12 + 16 * index + 8, start + len(header))
    return header + bytes(moved)


def test_the_bundled_faces_print_the_languages_of_europe_and_more() -> None:
    text = "Ąčđęğħįķľňőřšťűůž Ωμέγα Київ שלום مرحبا हिन्दी ไทย საქართველო € £ ₪ ₹ − – — … « » „ “ ” \u202f\xa0"
    assert FontFaces().missing(text) == ""


def test_missing_names_each_unprintable_character_once() -> None:
    assert FontFaces().missing("中a文中\U0001f600") == "中文\U0001f600"


def test_control_characters_and_joiners_are_not_missing() -> None:
    assert FontFaces().missing("\x00\x07\t\n\r\x85\xad\u200b\u200d\u200e\u2028\u2066\ufe0f\ufeff") == ""


def test_a_lone_surrogate_is_missing() -> None:
    assert FontFaces().missing("a\ud800") == "\ud800"


@pytest.mark.parametrize("text", ["\udfffa", "\U0010ffff", "￼", "ꙮ⿰"])
def test_missing_and_printing_agree(text: str) -> None:
    faces = FontFaces()
    replaced = Typesetter(faces).line(text, TextStyle(10)).text.count("\ufffd")
    assert replaced == len(faces.missing(text))


def test_a_face_in_a_given_directory_lends_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    shutil.copy(KHMER_FONT, tmp_path / "below" / "lent.TTF")
    faces = FontFaces([tmp_path])
    line = Typesetter(faces).line(KHMER_YEAR, TextStyle(12))
    assert set(FontFaces().missing(KHMER_YEAR)) == set(KHMER_YEAR)
    assert faces.missing(KHMER_YEAR) == ""
    assert copied(printed(faces, [line])) == [KHMER_YEAR]


def test_a_collection_of_faces_lends_as_well(tmp_path: Path) -> None:
    (tmp_path / "lent.ttc").write_bytes(collection_of(KHMER_FONT.read_bytes()))
    faces = FontFaces([tmp_path])
    line = Typesetter(faces).line(KHMER_YEAR, TextStyle(12))
    assert faces.missing(KHMER_YEAR) == ""
    assert copied(printed(faces, [line])) == [KHMER_YEAR]


def test_a_face_that_forbids_embedding_lends_nothing(tmp_path: Path) -> None:
    font = bytearray(KHMER_FONT.read_bytes())
    [offset] = [start for tag, start in tables_of(bytes(font)) if tag == b"OS/2"]
    font[offset + 8 : offset + 10] = b"\x00\x02"
    (tmp_path / "lent.ttf").write_bytes(font)
    assert FontFaces([tmp_path]).missing(KHMER_YEAR) != ""


def test_files_that_are_no_fonts_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "text.ttf").write_text("not a font, but long enough")
    (tmp_path / "cut.ttf").write_bytes(b"\x00\x01\x00\x00" + bytes(200))
    (tmp_path / "cut.ttc").write_bytes(b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff")
    (tmp_path / "outlines.ttf").write_bytes(b"OTTO" + bytes(200))
    assert FontFaces([tmp_path, tmp_path / "absent"]).missing("中") == "中"


def test_font_directories_are_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTOTUM_FONT_DIRS", str(tmp_path))
    assert named_dirs() == [tmp_path]
    monkeypatch.delenv("FACTOTUM_FONT_DIRS")
    assert named_dirs() == []
