"""The PDF from the command line."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from app.cli.arguments import LANGUAGES
from app.services.samples import SAMPLES
from tests.cli.conftest import Factotum


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_becomes_a_pdf(factotum: Factotum, tmp_path: Path, name: str) -> None:
    draft = factotum("new", "--sample", name).out.encode()
    ran = factotum("render", "-", "-o", tmp_path / "out.pdf", stdin=draft)
    assert (ran.code, ran.err) == (0, "")
    written = (tmp_path / "out.pdf").read_bytes()
    assert ran.json == {
        "file": str(tmp_path / "out.pdf"),
        "bytes": len(written),
        "sha256": hashlib.sha256(written).hexdigest(),
    }


def test_the_long_sample_has_three_pages(factotum: Factotum, tmp_path: Path) -> None:
    draft = factotum("new", "--sample", "long").out.encode()
    factotum("render", "-", "-o", tmp_path / "out.pdf", stdin=draft)
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(document) == 3
    document.close()


def test_the_language_of_the_paper_can_be_chosen(factotum: Factotum, atelier: Path, tmp_path: Path) -> None:
    texts = set()
    for language in LANGUAGES:
        target = tmp_path / f"{language}.pdf"
        assert factotum("render", atelier, "-o", target, "--language", language).code == 0
        texts.add(text_of(target))
    assert len(texts) == len(LANGUAGES)
    assert "Rechnung" in text_of(tmp_path / "de.pdf")


def test_a_draft_is_marked_until_another_program_has_given_it_a_number(
    factotum: Factotum, atelier: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    factotum("render", atelier, "-o", target)
    assert "Brouillon" in text_of(target)
    numbered = {**json.loads(atelier.read_text(encoding="utf-8")), "number": "F-2026-7"}
    factotum("render", "-", "-o", target, stdin=json.dumps(numbered).encode())
    assert "Brouillon" not in text_of(target)
    assert "F-2026-7" in text_of(target)


def test_the_same_draft_gives_the_same_bytes_and_replaces_the_file_whole(
    factotum: Factotum, atelier: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    target.write_text("older")
    target.chmod(0o640)
    factotum("render", atelier, "-o", target)
    first = target.read_bytes()
    factotum("render", atelier, "-o", target)
    assert target.read_bytes() == first
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["atelier.json", "out.pdf"]


def test_a_link_keeps_pointing_to_the_file_it_names(
    factotum: Factotum, atelier: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.pdf").symlink_to(tmp_path / "true.pdf")
    assert factotum("render", atelier, "-o", tmp_path / "link.pdf").code == 0
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "true.pdf").read_bytes().startswith(b"%PDF-")


def test_characters_no_font_can_print_are_named_with_their_field(factotum: Factotum, tmp_path: Path) -> None:
    draft = json.dumps({"subject": "A\U0010fffd", "memo": "B"}).encode()
    ran = factotum("render", "-", "-o", tmp_path / "out.pdf", stdin=draft)
    assert ran.code == 0
    assert ran.messages == [
        "factotum: subject: no font here can print U+10FFFD; install one that can, or replace them"
    ]


def test_the_pdf_can_go_to_stdout(atelier: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "app", "render", str(atelier), "-o", "-"], capture_output=True, check=True
    )
    assert ran.stdout.startswith(b"%PDF-")
    assert ran.stdout.rstrip().endswith(b"%%EOF")
