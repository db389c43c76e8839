"""PDFs are parted and joined by pages, and what they carried besides stays behind."""

from __future__ import annotations

import io

import pikepdf
import pytest

from app.intake.worker import Failed, Held, Reader
from tests.intake.papers import content_stream, invoice_pdf, pdf_of, picture_file, saved


def book(count: int = 4, **options: object) -> bytes:
    """So many pages, each with its number."""
    pages = [content_stream((50, 700, 12, f"Page {number}")) for number in range(1, count + 1)]
    return saved(pdf_of(*pages), **options)


def texts(reader: Reader, content: bytes) -> list[str]:
    return [" ".join(word.text for word in page.words) for page in reader.words(Held("", content)).pages]


def test_pages_are_taken_out_as_a_pdf_of_their_own(reader: Reader) -> None:
    part = reader.extract(Held("book.pdf", book()), 2, 3)
    assert texts(reader, part) == ["Page 2", "Page 3"]


def test_pdfs_and_pictures_are_put_together_in_their_order(reader: Reader) -> None:
    whole = reader.merge(
        [Held("a.pdf", book(2)), Held("s.tif", picture_file("TIFF", frames=2)), Held("b.pdf", invoice_pdf())]
    )
    told = texts(reader, whole)
    assert (told[:4], len(told)) == (["Page 1", "Page 2", "", ""], 5)
    assert "Atelier" in told[4]


def test_a_protected_pdf_is_parted_with_its_password(reader: Reader) -> None:
    locked = Held("l.pdf", book(encryption=pikepdf.Encryption(user="open", owner="own")))
    part = reader.extract(locked, 1, 1, password="open")
    assert texts(reader, part) == ["Page 1"]
    with pytest.raises(Failed) as failed:
        reader.extract(locked, 1, 1)
    assert failed.value.remark.code == "file_encrypted"
    with pytest.raises(Failed) as failed:
        reader.extract(locked, 1, 1, password="wrong")
    assert failed.value.remark.code == "password_wrong"


def test_scripts_and_attachments_stay_behind(reader: Reader) -> None:
    pdf = pdf_of(content_stream((50, 700, 12, "Page 1")))
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.attachments["run.exe"] = b"MZ"
    part = reader.extract(Held("a.pdf", saved(pdf)), 1, 1)
    with pikepdf.open(io.BytesIO(part)) as parted:
        assert "/OpenAction" not in parted.Root
        assert not list(parted.attachments)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1, 5), (3, 2), (-1, -1)])
def test_pages_that_are_not_there_are_refused(reader: Reader, first: int, last: int) -> None:
    with pytest.raises(Failed) as failed:
        reader.extract(Held("book.pdf", book()), first, last)
    assert failed.value.remark.code == "no_such_page"


def test_what_has_no_pages_is_not_joined(reader: Reader) -> None:
    with pytest.raises(Failed) as failed:
        reader.merge([Held("a.pdf", book(1)), Held("b.xml", b"<a/>")])
    assert failed.value.remark.code == "not_joinable"
