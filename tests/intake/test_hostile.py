"""Published and made-up hostile files end as they should: values, or one clear refusal, soon."""

from __future__ import annotations

import json
import os
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.intake.reading import Reading
from app.intake.worker import Held, Reader
from app.services.wording_intake import SENTENCES
from tests.intake.papers import INVOICE, content_stream, invoice_pdf, mail_with, pdf_of, picture_file, saved

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("FACTOTUM_CORPORA") or ROOT / "../shared/corpora") / "supplier_pdf"
MUTANTS = 60


def cases() -> list[Any]:
    listing = sorted((CORPUS / "adversarial").glob("*.expected.json"))
    return [pytest.param(path, id=path.name.removesuffix(".expected.json")) for path in listing]


@pytest.mark.parametrize("listing", cases())
def test_supplier_pdf_adversarial(reader: Reader, listing: Path) -> None:
    expected = json.loads(listing.read_text("utf-8"), parse_float=Decimal)
    reading = reader.read(listing.with_name(listing.name.replace(".expected.json", ".pdf")))
    if expected["expect"] == "error":
        assert reading.error is not None
        assert reading.error.code in SENTENCES["en"]
    elif expected["expect"] == "values":
        for name, value in expected["expected"].items():
            read = reading.fields[name].value  # type: ignore[index]
            assert (Decimal(read) if isinstance(value, Decimal) else read) == value, name
    else:
        assert reading.error is None or reading.error.code in SENTENCES["en"]


def remarks(reading: Reading) -> list[str]:
    return [remark.code for remark in reading.warnings]


def test_scripts_and_programs_are_told_and_the_page_is_read(reader: Reader) -> None:
    pdf = pdf_of(content_stream(*INVOICE))
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="while (true);")
    pdf.attachments["Invoice.pdf.EXE"] = b"MZ"
    reading = reader.read(Held("a.pdf", saved(pdf)))
    assert reading.fields["gross"].value == "120"
    assert remarks(reading)[:2] == ["pdf_script", "pdf_program"]


def test_an_e_invoice_too_large_to_be_one_is_told_and_the_page_is_read(reader: Reader) -> None:
    pdf = pdf_of(content_stream(*INVOICE))
    pdf.attachments["factur-x.xml"] = b"<a>" + b" " * 20_000_000
    reading = reader.read(Held("a.pdf", saved(pdf)))
    assert reading.fields["gross"].value == "120"
    assert remarks(reading)[0] == "xml_too_large"


def test_objects_in_circles_are_no_end(reader: Reader) -> None:
    pdf = pdf_of(content_stream(*INVOICE))
    action = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.GoTo))
    action.Next = action
    pdf.Root.OpenAction = action
    names = pdf.make_indirect(pikepdf.Dictionary())
    names.Kids = [names]
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=names)
    pdf.Root.AF = [pikepdf.Dictionary(EF=pdf.Root)]
    reading = reader.read(Held("a.pdf", saved(pdf)))
    assert reading.fields["gross"].value == "120"


def test_a_name_that_deceives_is_told_and_made_safe(reader: Reader) -> None:
    reading = reader.read(Held("../../fac\u202efdp.exe", invoice_pdf()))
    assert reading.file == "facfdp.exe"
    assert remarks(reading)[0] == "name_deceives"
    assert reading.warnings[0].params == {"name": "facfdp.exe"}


def test_a_picture_named_pdf_is_told_for_what_it_is(reader: Reader) -> None:
    reading = reader.read(Held("photo.pdf", picture_file()))
    assert reading.warnings[0].params == {"ending": ".pdf", "kind": "image"}
    assert reading.error is not None
    assert reading.error.code in {"scan", "nothing_legible"}


def test_a_picture_of_too_many_dots_is_not_decoded(reader: Reader) -> None:
    head = bytearray(picture_file("BMP", (10, 10)))
    head[18:26] = (60_000).to_bytes(4, "little") * 2
    reading = reader.read(Held("bomb.bmp", bytes(head)))
    assert reading.error is not None
    assert reading.error.code == "image_too_large"


def test_a_long_document_is_read_at_its_ends_and_says_so(reader: Reader) -> None:
    pdf = pdf_of(content_stream(*INVOICE), *[content_stream((50, 700, 10, "terms"))] * 30)
    reading = reader.read(Held("long.pdf", saved(pdf)))
    assert (reading.page_count, reading.fields["gross"].value) == (31, "120")
    assert reading.warnings[0].params == {"read": "24", "pages": "31"}


def mutants() -> list[tuple[str, bytes]]:
    """Files of the corpora, or our own where those are not, with bytes changed, cut, doubled or swapped."""
    chance = random.Random(20261122)
    found = sorted(path for path in CORPUS.glob("*.pdf") if path.stat().st_size < 200_000)
    seeds = [path.read_bytes() for path in found]
    seeds += [invoice_pdf(), picture_file("TIFF"), picture_file("PNG"), mail_with(("a.pdf", invoice_pdf()))]
    made = []
    for number in range(MUTANTS):
        content = bytearray(chance.choice(seeds))
        for _ in range(chance.choice((1, 5, 40))):
            place = chance.randrange(len(content))
            match chance.randrange(4):
                case 0:
                    content[place] = chance.randrange(256)
                case 1:
                    del content[place : place + chance.randrange(1, 200)]
                case 2:
                    content[place:place] = content[place : place + chance.randrange(1, 2_000)]
                case _:
                    digits = str(chance.choice((-1, 0, 2**31, 2**63, 10**40))).encode()
                    content[place : place + len(digits)] = digits
            if len(content) < 2:
                break
        made.append((f"mutant-{number}.pdf", bytes(content)))
    return made


def test_no_mutant_of_a_file_ends_the_program_or_goes_without_a_word(reader: Reader) -> None:
    for name, content in mutants():
        reading = reader.read(Held(name, content))
        assert reading.file == name
        assert (reading.kind == "unreadable") == (reading.error is not None)
        if reading.error is not None:
            assert reading.error.code in SENTENCES["en"], reading.error
        assert set(remarks(reading)) <= set(SENTENCES["en"])
    assert reader.read(Held("good.pdf", invoice_pdf())).fields["gross"].value == "120"
